"""Baby Connect's CSV export.

Columns: Date and Time, End Time, Duration (min), Activity, Quantity, Extra data, Text, Notes, Caregiver.
Times are clock readings without a zone, amounts in the units of the family; the sentence in Text holds more
digits than Quantity (2.75 beside 2.8) and is the only place of the sides of a nursing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from django.utils.translation import gettext as _

from warmhands.companion.diary.logs import written
from warmhands.companion.diary.logs.moments import MONTH_FIRST, clock_reading, instants, order_of
from warmhands.companion.diary.logs.parsed import LogEntry, ParsedLog, Problem, Question
from warmhands.companion.diary.logs.table import Row, Table
from warmhands.science import units
from warmhands.science.errors import BadInput

FORMAT = "baby_connect"
NAME = "Baby Connect"
NEEDED = {"date and time", "activity"}
HOUR_OUT = range(50, 71)  # minutes: the length differs by a change of clocks from the app's own count

Details = dict[str, object]


def fits(table: Table) -> bool:
    """Return whether the head of the table is Baby Connect's."""
    return set(table.head) >= NEEDED


def read(table: Table, *, zone: str, now: datetime, born: date | None = None, order: str = "") -> ParsedLog:
    """Return every row of the export: kept as an entry, or named as a problem with its line.

    `zone`: where the clocks of the file stood; `order`: "month" or "day" first, found by itself when empty.
    When it cannot be found the answer holds a question and the rows are read with the month first. Raises
    BadInput.
    """
    rows = list(table.rows())
    found = order or order_of(
        (row.cells.get("date and time", ""), row.cells.get("end time", "")) for row in rows
    )
    entries: dict[str, LogEntry] = {}
    problems: list[Problem] = []
    doubts: set[date] = set()
    for row in rows:
        try:
            entry = _entry(row, zone=zone, now=now, born=born, order=found or MONTH_FIRST)
            if entry.key in entries:
                same = entries[entry.key].line
                raise BadInput(_("The same row as line %(line)d; it is kept once.") % {"line": same})
        except BadInput as slip:
            problems.append(Problem(row.line, str(slip)))
            continue
        entries[entry.key] = entry
        if _an_hour_out(entry, row):
            doubts.add(entry.start.date())
    return ParsedLog(
        format=FORMAT,
        rows=len(rows),
        entries=tuple(entries.values()),
        problems=tuple(problems),
        questions=() if found else (_order_question(rows),),
        order=found,
        clock_doubts=tuple(sorted(doubts)),
    )


def _order_question(rows: list[Row]) -> Question:
    example = next((row.cells["date and time"] for row in rows), "")
    return Question(
        "order",
        _("Is “%(example)s” written with the month or the day first?") % {"example": example},
        (("month", _("Month first (American)")), ("day", _("Day first"))),
    )


def _entry(row: Row, *, zone: str, now: datetime, born: date | None, order: str) -> LogEntry:
    """Return the row as an entry. Raises BadInput with the reason why it cannot be one."""
    activity = row.cells.get("activity", "")
    if activity.lower() not in _READERS:
        raise BadInput(_("“%(activity)s” is not kept yet.") % {"activity": activity[:40] or _("Nothing")})
    kind, details_of = _READERS[activity.lower()]
    day, start, end, key = _times(row, zone, order)
    if kind == "sleep" and end is None:
        raise BadInput(_("This sleep has no end, so nobody can say how long it was."))
    if kind not in written.SPANS:
        end = None
    slips = written.slips(kind, start, end, born=born, zone=zone, now=now)
    details, more = written.clean_details(kind, {**_told(row), **details_of(row)})
    if wrong := slips or more:
        raise BadInput(" ".join(wrong.values()))
    return LogEntry(
        line=row.line, key=key, kind=kind, start=start, end=end, zone=zone, details=details, date=day
    )


def _times(row: Row, zone: str, order: str) -> tuple[date, datetime, datetime | None, str]:
    """Return the date as written, both instants (UTC), and the row's key. Raises BadInput."""
    written_start, written_end = row.cells.get("date and time", ""), row.cells.get("end time", "")
    start = clock_reading(written_start, order)
    if start is None or not units.EARLIEST_YEAR <= start.year < units.LATEST_YEAR:
        raise BadInput(_("“%(text)s” is not a day and time.") % {"text": written_start[:40]})
    end = clock_reading(written_end, order) if written_end else None
    if written_end and end is None:
        raise BadInput(_("“%(text)s” is not a day and time.") % {"text": written_end[:40]})
    first, last = instants(start, end, zone, _minutes(row))
    columns = (row.cells.get(name, "") for name in ("activity", "quantity", "extra data", "text", "notes"))
    return (
        start.date(),
        first,
        last,
        "\x1f".join((FORMAT, start.isoformat(), end.isoformat() if end else "", *columns)),
    )


def _minutes(row: Row) -> int | None:
    raw = row.cells.get("duration (min)", "")
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) <= 4 else None


def _an_hour_out(entry: LogEntry, row: Row) -> bool:
    """Return whether the app counted an hour more or less than the zone's clocks: a sign of another zone."""
    minutes = _minutes(row)
    if entry.kind != "sleep" or entry.end is None or minutes is None:
        return False
    return abs(round((entry.end - entry.start).total_seconds() / 60) - minutes) in HOUR_OUT


# --- what each activity says
# -------------------------------------------------------------------------------------------


def _told(row: Row) -> Details:
    """Return what is kept of every row: the notes, the app's own sentence and its count of minutes."""
    told: Details = {
        name: row.cells[cell] for name, cell in (("note", "notes"), ("said", "text")) if row.cells.get(cell)
    }
    minutes = _minutes(row)
    return told if minutes is None else told | {"minutes": minutes}


_NUMBER = r"(\d{1,6}(?:[.,]\d{1,4})?)"
_AMOUNT = re.compile(_NUMBER + r"\s*(oz|ml)\b", re.IGNORECASE)
_SIDE = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,4})m)?\s*(left|right)", re.IGNORECASE)
_PLACE = re.compile(r"\bslept (?:in|on) (?:his |her |their |the |a )?([^(]{1,40})", re.IGNORECASE)
_FOOD = re.compile(r"\bate ([^:(]{1,200}?)\s*:\s*([^(]{1,40})", re.IGNORECASE)


def _sentence(row: Row) -> str:
    """Return the app's own sentence; the start of it, as nobody's app writes a page there."""
    return row.cells.get("text", "")[:300]


def _value(text: str) -> float:
    """Return the number in `text`. Raises BadInput when it is none."""
    if not re.fullmatch(_NUMBER, text) or len(text) > 12:
        raise BadInput(_("“%(text)s” is not a number.") % {"text": text[:40]})
    return float(text.replace(",", "."))


def _sleep(row: Row) -> Details:
    place = _PLACE.search(_sentence(row))
    return {"place": place[1].strip()} if place else {}


def _bottle(row: Row) -> Details:
    details: Details = {"way": "bottle"}
    if milk := row.cells.get("extra data"):
        details["milk"] = milk.lower()
    quantity = row.cells.get("quantity", "")
    amount = _AMOUNT.search(_sentence(row))
    if not amount and not quantity:
        return details
    number, unit = (amount[1], amount[2].lower()) if amount else (quantity, "oz")
    millilitres = round(_value(number) * (units.ML_PER_FL_OZ if unit == "oz" else 1))
    return details | ({"ml": millilitres, "as": f"{number} {unit}"} if millilitres else {})


def _nursing(row: Row) -> Details:
    details: Details = {"way": "breast"}
    for hours, minutes, side in _SIDE.findall(_sentence(row)):
        if hours or minutes:
            details.setdefault("first", side.lower())
            details[f"{side.lower()}_s"] = int(hours or 0) * 3600 + int(minutes or 0) * 60
    return details


def _solid(row: Row) -> Details:
    food = _FOOD.search(_sentence(row))
    return {"way": "solid", "food": food[1].strip(), "as": food[2].strip()} if food else {"way": "solid"}


def _nappy(row: Row) -> Details:
    text = " ".join(row.cells.get(name, "") for name in ("text", "extra data", "quantity")).lower()
    return {
        "wet": bool(re.search(r"\bwet\b|\bpee\b", text)),
        "dirty": bool(re.search(r"\bbm\b|\bdirty\b|\bpoo", text)),
    }


def _measured(name: str, per_unit: dict[str, float]) -> Callable[[Row], Details]:
    def read_measure(row: Row) -> Details:
        quantity, unit = row.cells.get("quantity", ""), row.cells.get("extra data", "")
        if unit.lower() not in per_unit:
            raise BadInput(_("The unit “%(unit)s” is not known.") % {"unit": unit[:40]})
        return {name: round(_value(quantity) * per_unit[unit.lower()]), "as": f"{quantity} {unit}"}

    return read_measure


def _cry(_row: Row) -> Details:
    return {}


def _note(row: Row) -> Details:
    return {"note": row.cells.get("notes") or row.cells.get("text", "")}


_WEIGHT = {"lbs": units.G_PER_LB, "lb": units.G_PER_LB, "oz": units.G_PER_OZ, "kg": 1000.0, "g": 1.0}
_LENGTH = {"inch": units.MM_PER_INCH, "in": units.MM_PER_INCH, "cm": 10.0, "mm": 1.0}
_READERS: dict[str, tuple[str, Callable[[Row], Details]]] = {
    "sleep": ("sleep", _sleep),
    "bottle": ("feed", _bottle),
    "nursing": ("feed", _nursing),
    "solid": ("feed", _solid),
    "diaper": ("nappy", _nappy),
    "weight": ("weight", _measured("g", _WEIGHT)),
    "height": ("length", _measured("mm", _LENGTH)),
    "head size": ("head", _measured("mm", _LENGTH)),
    "crying": ("cry", _cry),
    "message": ("note", _note),
}
