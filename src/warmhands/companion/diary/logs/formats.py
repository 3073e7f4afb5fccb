"""Which app wrote this file? Each reader says whether the head is its own.

A new app is one file and one line here.
"""

from __future__ import annotations

from datetime import date, datetime
from types import ModuleType

from django.utils.translation import gettext as _

from warmhands.companion.diary.logs import baby_connect
from warmhands.companion.diary.logs.parsed import ParsedLog
from warmhands.companion.diary.logs.table import table_of
from warmhands.science.days import zone_of
from warmhands.science.errors import BadInput

READERS: dict[str, ModuleType] = {baby_connect.FORMAT: baby_connect}


def names() -> tuple[str, ...]:
    """Return the apps whose exports can be read, as people call them."""
    return tuple(reader.NAME for reader in READERS.values())


def read_log(
    raw: bytes, *, zone: str, now: datetime, born: date | None = None, order: str = "", format: str = ""
) -> ParsedLog:
    """Return what the export holds. `format` "" finds the app by the head of the file.

    `now` and instants are aware.

    Raises BadInput with one plain sentence for a file that is none of these, or a format or zone that is not
    known.
    """
    zone_of(zone)
    if format and format not in READERS:
        raise BadInput(_("“%(format)s” is not a form that is read here: %(known)s are.") % _known(format))
    table = table_of(raw)
    for name, reader in READERS.items():
        if format in ("", name) and reader.fits(table):
            log: ParsedLog = reader.read(table, zone=zone, now=now, born=born, order=order)
            return log
    raise BadInput(
        _("This is not an export that can be read here. Known so far: %(known)s (CSV).")
        % {"known": ", ".join(names())}
    )


def _known(format: str) -> dict[str, str]:
    return {"format": format[:40], "known": ", ".join(READERS)}
