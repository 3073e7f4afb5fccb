"""Who may make the first account of a fresh home?

On the machine itself: whoever sits there. From anywhere else: who can read the code in the terminal that
serves.
"""

import hmac
import ipaddress
from dataclasses import dataclass
from typing import Literal

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

TRIES_AN_HOUR = 10
HOUR_SECONDS = 3600
_COUNTER = "families:setup-code-tries"
_LOOPBACK_NAMES = {"localhost", "127.0.0.1", "[::1]"}


def on_this_machine(request: HttpRequest) -> bool:
    """Whether the visitor sits at the machine itself, as far as can be known.

    The address of the caller and the name that was called must both be the machine's own; a proxy on the same
    machine makes every caller look near, so a forwarded request counts as far.
    """
    if "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META:
        return False
    try:
        caller = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    near = caller.ipv4_mapped or caller if isinstance(caller, ipaddress.IPv6Address) else caller
    name = (
        request.get_host().rsplit(":", 1)[0] if not request.get_host().endswith("]") else request.get_host()
    )
    return near.is_loopback and name in _LOOPBACK_NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """`open`: the form is enough.

    `code`: the code must be given too. `shut`: nobody gave this home a code.
    """

    state: Literal["open", "code", "shut"]

    @property
    def needs_code(self) -> bool:
        return self.state == "code"


def door_of(request: HttpRequest) -> Door:
    if on_this_machine(request):
        return Door(state="open")
    return Door(state="code" if settings.WARMHANDS_SETUP_CODE else "shut")


def may_try() -> bool:
    """Count one try of the code; False when the hour's tries are used up."""
    cache.add(_COUNTER, 0, HOUR_SECONDS)
    return cache.incr(_COUNTER) <= TRIES_AN_HOUR


def code_fits(said: str) -> bool:
    """Compare in constant time, forgiving spaces and dashes:
    a code is read off one screen and typed on another.
    """
    wanted = settings.WARMHANDS_SETUP_CODE
    plain = "".join(letter for letter in said if letter.isalnum())
    return bool(wanted) and hmac.compare_digest(plain.encode(), wanted.replace("-", "").encode())
