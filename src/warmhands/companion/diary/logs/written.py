"""One written entry and what may stand in it. Every road into the diary passes here.

Page, outbox, import, player.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from warmhands.science import units
from warmhands.science.days import day_bounds, zone_of
from warmhands.science.errors import BadInput

KINDS = ("massage", "sleep", "cry", "feed", "nappy", "weight", "length", "head", "mood", "note")
SPANS = ("massage", "sleep", "cry", "feed")  # these have an end; the others are one moment
WAYS = ("bottle", "breast", "solid")
SIDES = ("left", "right")
MOODS = ("great", "good", "so_so", "low", "hard")
HOWS = ("loved", "liked", "unsure", "not_today")  # how was the massage, for the two of you
REGIONS = ("whole", "legs", "feet", "tummy", "chest", "arms", "hands", "face", "head", "back")

MAX_TEXT = 2_000
MAX_WORD = 64
MAX_EVENTS = 2_000
MAX_STEPS = 200
MAX_SPAN_SECONDS = units.MAX_SPAN_HOURS * units.MINUTES_PER_HOUR * units.SECONDS_PER_MINUTE

Slips = dict[str, str]  # field -> one plain sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An entry as it was written: instants are aware.

    Amounts in `details` are whole g, mm, ml and seconds.
    """

    id: UUID
    kind: str
    start: datetime
    end: datetime | None
    zone: str
    details: Mapping[str, object] = field(default_factory=dict)


def slips(
    kind: str, start: datetime, end: datetime | None, *, born: date | None, zone: str, now: datetime
) -> Slips:
    """Return what is wrong with an entry's kind and times, by field; empty when all is well. Limits.

    Science.units.
    """
    found: Slips = {}
    if kind not in KINDS:
        found["kind"] = _("Please choose what happened.")
    if start > now + timedelta(minutes=units.DIARY_AHEAD_MINUTES):
        found["start"] = _("This time is still to come. Please check the day, and morning or evening.")
    elif start.year < units.EARLIEST_YEAR or (born is not None and start < _earliest(born, zone)):
        found["start"] = _("This is before the baby was born. Please check the day and the year.")
    if end is not None:
        found |= _end_slips(kind, start, end, now)
    elif kind == "massage":
        found["end"] = _("A massage needs the time when it ended.")
    return found


def _earliest(born: date, zone: str) -> datetime:
    return day_bounds(born, zone)[0] - timedelta(days=units.DIARY_BEFORE_BIRTH_DAYS)


def _end_slips(kind: str, start: datetime, end: datetime, now: datetime) -> Slips:
    if kind in KINDS and kind not in SPANS:
        return {"end": _("This is one moment and has no end.")}
    if end < start:
        return {"end": _("The end is before the start. Please check both times.")}
    if end - start > timedelta(hours=units.MAX_SPAN_HOURS):
        longest = {"hours": units.MAX_SPAN_HOURS}
        return {"end": _("This is longer than %(hours)d hours. Please check both days.") % longest}
    if end > now + timedelta(minutes=units.DIARY_AHEAD_MINUTES):
        return {"end": _("This end is still to come. You can leave it open.")}
    return {}


# --- details ---

Check = Callable[[object], object]  # raw -> clean; raises BadInput with a plain sentence


def plain_text(raw: object, longest: int = MAX_TEXT) -> str:
    """Return text that every store and page can hold: no control marks, no broken letters.

    Raises BadInput.
    """
    if not isinstance(raw, str):
        raise BadInput(_("Words are expected here."))
    text = raw.encode("utf-8", "ignore").decode("utf-8").replace("\r\n", "\n")
    text = "".join(letter for letter in text if letter >= " " or letter == "\n").strip()
    if len(text) > longest:
        raise BadInput(_("Please use at most %(longest)d letters.") % {"longest": longest})
    return text


def _word(raw: object) -> str:
    return plain_text(raw, MAX_WORD)


def whole(low: int, high: int, unit: str) -> Check:
    """Return a check for a whole number of `unit` from `low` to `high`, both included."""

    def check(raw: object) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int):
            raise BadInput(_("A whole number is expected here."))
        if not low <= raw <= high:
            raise BadInput(
                _("Please check this: it should be from %(low)s to %(high)s %(unit)s.")
                % {"low": low, "high": high, "unit": unit}
            )
        return raw

    return check


def _one_of(*allowed: str) -> Check:
    def check(raw: object) -> str:
        if raw not in allowed or not isinstance(raw, str):
            raise BadInput(_("Please choose one of those offered."))
        return raw

    return check


def _truth(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise BadInput(_("Yes or no is expected here."))
    return raw


def _list_of(check: Check, most: int) -> Check:
    def clean(raw: object) -> list[object]:
        if not isinstance(raw, (list, tuple)) or len(raw) > most:
            raise BadInput(_("Too long, or not a list."))
        return [check(item) for item in raw]

    return clean


_SECONDS = whole(0, MAX_SPAN_SECONDS, "s")
_ANY: Mapping[str, Check] = {
    "note": plain_text,
    "as": _word,
    "said": plain_text,
    "minutes": whole(0, 1_440, "min"),
}
DETAILS: Mapping[str, Mapping[str, Check]] = {
    "massage": {
        "routine": _word,
        "ended": _word,
        "how": _one_of(*HOWS),
        "favourite": _one_of(*REGIONS),
        "strokes": _list_of(_word, MAX_STEPS),
        "regions": _list_of(_one_of(*REGIONS), MAX_STEPS),
        "seconds": _SECONDS,
    },
    "sleep": {"place": _word},
    "cry": {},
    "feed": {
        "way": _one_of(*WAYS),
        "ml": whole(units.MIN_FEED_ML, units.MAX_FEED_ML, "ml"),
        "g": whole(1, units.MAX_FEED_ML, "g"),
        "milk": _word,
        "food": plain_text,
        "left_s": _SECONDS,
        "right_s": _SECONDS,
        "first": _one_of(*SIDES),
    },
    "nappy": {"wet": _truth, "dirty": _truth},
    "weight": {"g": whole(units.MIN_WEIGHT_G, units.MAX_WEIGHT_G, "g")},
    "length": {"mm": whole(units.MIN_LENGTH_MM, units.MAX_LENGTH_MM, "mm")},
    "head": {"mm": whole(units.MIN_HEAD_MM, units.MAX_HEAD_MM, "mm")},
    "mood": {"mood": _one_of(*MOODS)},
    "note": {},
}
NEEDED: Mapping[str, str] = {"weight": "g", "length": "mm", "head": "mm", "mood": "mood", "note": "note"}


def clean_details(kind: str, raw: object) -> tuple[dict[str, object], Slips]:
    """Return the details fit to be kept, and what is wrong by field.

    An unknown name is refused, not dropped.
    """
    if not isinstance(raw, Mapping):
        return {}, {"details": _("The details are not in a form that can be read.")}
    known = {**_ANY, **DETAILS.get(kind, {})}
    clean: dict[str, object] = {}
    found: Slips = {}
    for name, value in raw.items():
        if name not in known:
            found["details"] = _("This kind of entry has no “%(name)s”.") % {"name": str(name)[:MAX_WORD]}
            continue
        try:
            clean[name] = known[name](value)
        except BadInput as slip:
            found[name] = str(slip)
    needed = NEEDED.get(kind)
    if needed and not clean.get(needed) and needed not in found:
        found[needed] = _("Please fill this in.")
    return clean, found


# --- a massage's timeline ---

_EVENT: Mapping[str, Check] = {
    "s": _SECONDS,
    "event": _word,
    "state": _word,
    "stroke": _word,
    "region": _one_of("", *REGIONS),
    "side": _one_of("", "both", *SIDES),
}
_STEP: Mapping[str, Check] = {
    "stroke": _word,
    "region": _one_of("", *REGIONS),
    "side": _one_of("", "both", *SIDES),
    "seconds": _SECONDS,
    "reps": whole(0, 10_000, "x"),
    "rep_seconds": lambda raw: raw if isinstance(raw, (int, float)) and 0 <= raw <= 600 else None,
}


def _shaped(raw: object, shape: Mapping[str, Check], most: int) -> list[dict[str, object]]:
    if not isinstance(raw, (list, tuple)) or len(raw) > most:
        raise BadInput(_("The course of the massage is too long, or cannot be read."))
    rows: list[dict[str, object]] = []
    for item in raw:
        if not isinstance(item, Mapping) or not item.keys() <= shape.keys():
            raise BadInput(_("The course of the massage cannot be read."))
        rows.append({name: shape[name](value) for name, value in item.items() if value is not None})
    return rows


def clean_timeline(events: object, planned: object = ()) -> dict[str, list[dict[str, object]]]:
    """Return {"planned": steps, "events": events}, events in the order of their seconds. Raises BadInput.

    An event says: `s` seconds after the start `event` happened and led to `state` (of `stroke`, `region`,
    `side`).
    """
    rows = _shaped(events, _EVENT, MAX_EVENTS)
    if any("s" not in row or "event" not in row for row in rows):
        raise BadInput(_("The course of the massage cannot be read."))
    return {
        "planned": _shaped(planned, _STEP, MAX_STEPS),
        "events": sorted(rows, key=lambda row: int(str(row["s"]))),
    }


def zone_slip(zone: object) -> Slips:
    """Return a slip when `zone` is not the name of a time zone."""
    try:
        zone_of(plain_text(zone, MAX_WORD))
    except BadInput as slip:
        return {"zone": _(str(slip))}
    return {}
