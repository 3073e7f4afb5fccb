"""A chosen file between preview and import: kept in the home, under a random name, for a day at most.

It lies in the folder of the caregiver who chose it, so that a name that leaks is of no use to anybody else.
The parser reads its bytes; nothing ever runs or serves it.
"""

from __future__ import annotations

import os
import re
import secrets
import time
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from warmhands.companion.diary.logs.formats import read_log
from warmhands.companion.diary.logs.moments import DAY_FIRST, MONTH_FIRST
from warmhands.companion.diary.logs.parsed import ParsedLog
from warmhands.companion.diary.logs.table import MAX_BYTES
from warmhands.companion.families.queries import BabyCard, Member
from warmhands.science.errors import BadInput

KEEP_SECONDS = 24 * 60 * 60
MAX_FILES = 20  # of one caregiver at a time
_TOKEN = re.compile(r"[0-9a-f]{32}")


def take(file: UploadedFile | None, *, by: Member, baby: BabyCard, now: datetime) -> str:
    """Keep the chosen file when it is an export that can be read; return the name to ask for it.

    Raises BadInput.
    """
    if file is None:
        raise BadInput(_("Please choose a file first."))
    if (file.size or 0) > MAX_BYTES:
        raise BadInput(
            _("This file is larger than 10 MB. An export of years is smaller: is it the right one?")
        )
    raw = file.read()
    read_log(raw, zone=baby.zone, now=now, born=baby.born)
    folder = _folder(by)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _forget_old(folder)
    token = secrets.token_hex(16)
    handle = os.open(folder / token, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as kept_file:
        kept_file.write(raw)
    return token


def _kept(by: Member, token: str) -> bytes | None:
    """Return the bytes kept under this name; None when they are gone, too old, or another's."""
    path = _path(by, token)
    if path is None or not path.is_file() or time.time() - path.stat().st_mtime > KEEP_SECONDS:
        return None
    return path.read_bytes()


def forget(by: Member, token: str) -> None:
    """Remove the file: it has been used, or was refused."""
    path = _path(by, token)
    if path is not None:
        path.unlink(missing_ok=True)


def _folder(by: Member) -> Path:
    return Path(settings.HOME) / "imports" / str(by.caregiver_id)


def _path(by: Member, token: str) -> Path | None:
    return _folder(by) / token if _TOKEN.fullmatch(token) else None


def _forget_old(folder: Path) -> None:
    """Remove what is over a day old, of everybody, and the oldest of this caregiver beyond the first few."""
    for path in folder.parent.glob("*/*"):
        if time.time() - path.stat().st_mtime > KEEP_SECONDS:
            path.unlink(missing_ok=True)
    for path in sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True)[
        MAX_FILES - 1 :
    ]:
        path.unlink(missing_ok=True)


def preview(
    by: Member, token: str, *, baby: BabyCard, zone: str, order: str, now: datetime
) -> ParsedLog | None:
    """Return what the kept file holds, read for this baby; None when it is gone.

    Raises BadInput for a bad zone.
    """
    raw = _kept(by, token)
    if raw is None:
        return None
    return read_log(
        raw, zone=zone, now=now, born=baby.born, order=order if order in (MONTH_FIRST, DAY_FIRST) else ""
    )
