"""Where to go after a switch from one baby to another."""

import re
from uuid import UUID

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

_BABY_IN_PATH = re.compile(r"^/b/[0-9a-f-]{36}/")


def way_back(request: HttpRequest, wanted: str, baby_id: UUID) -> str:
    """The address `wanted`, but about the chosen baby; "/" when it is not an address of this home."""
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=request.is_secure())
    if not ours or not wanted.startswith("/"):
        return "/"
    return _BABY_IN_PATH.sub(f"/b/{baby_id}/", wanted)
