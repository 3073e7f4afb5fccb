"""Text from a stranger → the values of one entry. Two doors.

A form of the page, and JSON of an outbox or a script.

Plain functions and not Django forms: a page shows nine of them, and a POST is to cost less than 3 ms.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from warmhands.companion.diary.logs.amounts import amount_of
from warmhands.companion.diary.logs.written import MAX_WORD, Slips, plain_text
from warmhands.science.days import instant_of, next_reading
from warmhands.science.errors import BadInput

MAX_JSON_BYTES = 512 * 1024  # 2,000 events of a massage are 200 kB


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What was sent, fit for `actions.add_entry`, which says whether it can be true."""

    id: UUID
    kind: str
    start: datetime
    end: datetime | None
    zone: str
    details: Mapping[str, object]


class Unreadable(BadInput):
    """What was sent is not an entry; `slips` says by field why."""

    def __init__(self, slips: Slips) -> None:
        super().__init__(" ".join(slips.values()))
        self.slips = slips


def sent_json(body: bytes, *, zone: str, now: datetime) -> Sent:
    """Read {"id", "kind", "start", "end", "zone", "details"}.

    Instants are ISO 8601, in `zone` when without an offset.

    Raises Unreadable.
    """
    if len(body) > MAX_JSON_BYTES:
        raise Unreadable({"details": _("This is too long.")})
    try:
        told = json.loads(body)
    except (ValueError, RecursionError) as slip:
        raise Unreadable({"details": _("This is not JSON.")}) from slip
    if not isinstance(told, dict):
        raise Unreadable({"details": _("This is not an entry.")})
    return _sent(told, told.get("details") or {}, zone, now)


def sent_form(post: Mapping[str, str], *, zone: str, now: datetime) -> Sent:
    """Read a form of the day page: `on` a date, `at` and `until` clock times (empty `at`.

    Now), and the kind's fields.

    Raises Unreadable.
    """
    slips: Slips = {}
    told: dict[str, object] = {name: post.get(name, "") for name in ("id", "kind", "zone", "start", "end")}
    details: dict[str, object] = {}
    try:
        details = _details(post)
    except BadInput as slip:
        slips["amount"] = str(slip)
    try:
        if not told["start"]:
            told["start"], told["end"] = _clock_times(post, zone, now)
    except Unreadable as slip:
        slips |= slip.slips
    if slips:
        raise Unreadable(slips)
    return _sent(told, details, zone, now)


def clock_of(text: str) -> time | None:
    """Return the clock time of the field `until`, None when it is empty (now). Raises Unreadable."""
    return _clock(text, "until") if text else None


def fields(sent: Sent) -> dict[str, Any]:
    """Return the values as `actions.add_entry` takes them."""
    return {name: getattr(sent, name) for name in Sent.__slots__}


def _sent(told: Mapping[str, object], details: object, zone: str, now: datetime) -> Sent:
    slips: Slips = {}
    found: dict[str, datetime | None] = {"start": None, "end": None}
    where = _text(told.get("zone")) or zone
    for name in found:
        try:
            found[name] = _instant(told.get(name), where)
        except BadInput as slip:
            slips[name] = _(str(slip))
    if found["start"] is None and not slips:
        slips["start"] = _("Please say when.")
    if not isinstance(details, Mapping):
        slips["details"] = _("The details are not in a form that can be read.")
    start, id = found["start"], _id(told.get("id"))
    if id is None:
        slips["id"] = _("The entry has no id of its own. Please reload the page and try again.")
    if slips or start is None or id is None or not isinstance(details, Mapping):
        raise Unreadable(slips)
    return Sent(
        id=id, kind=_text(told.get("kind")), start=start, end=found["end"], zone=where, details=details
    )


def _text(raw: object) -> str:
    try:
        return plain_text(raw, MAX_WORD)
    except BadInput:
        return ""


def _id(raw: object) -> UUID | None:
    try:
        return UUID(raw) if isinstance(raw, str) else None
    except ValueError:
        return None


def _instant(raw: object, zone: str) -> datetime | None:
    if raw in (None, ""):
        return None
    try:
        moment = datetime.fromisoformat(raw) if isinstance(raw, str) and len(raw) <= MAX_WORD else None
        if moment is not None:
            # To UTC at once: a year at the edge of the calendar fails here and not in the database.
            return moment.astimezone(UTC) if moment.tzinfo else instant_of(moment, zone)
    except (ValueError, OverflowError) as slip:
        raise BadInput(_("This is not a day and time.")) from slip
    raise BadInput(_("This is not a day and time."))


def _clock(text: str, field: str) -> time:
    try:
        return time.fromisoformat(text).replace(tzinfo=None, microsecond=0)
    except ValueError as slip:
        raise Unreadable({field: _("This is not a time, such as 18:30.")}) from slip


def _clock_times(post: Mapping[str, str], zone: str, now: datetime) -> tuple[str, str]:
    """Return start and end as ISO texts from a date and two clock times.

    An end before the start is on the next day.
    """
    at, until = post.get("at", ""), post.get("until", "")
    if at:
        try:
            start = instant_of(
                datetime.combine(date.fromisoformat(post.get("on", "")), _clock(at, "at")), zone
            )
        except ValueError as slip:
            raise Unreadable({"at": _("This is not a day.")}) from slip
        except Unreadable:
            raise
        except BadInput as slip:
            raise Unreadable({"at": _(str(slip))}) from slip
    else:
        start = now.replace(microsecond=0)
    end = next_reading(start, _clock(until, "until"), zone).isoformat() if until else ""
    return start.isoformat(), end


def _details(post: Mapping[str, str]) -> dict[str, object]:
    """Return the details of the page's fields. Raises BadInput for an amount that cannot be read."""
    kind, details = post.get("kind", ""), dict[str, object]()
    for name in ("note", "way", "mood", "milk"):
        if post.get(name):
            details[name] = post[name]
    if kind == "nappy":
        details |= {"wet": post.get("wet") == "on", "dirty": post.get("dirty") == "on"}
    if post.get("amount"):
        details |= amount_of(kind, plain_text(post["amount"], MAX_WORD))
    return details
