"""Local days: the only place that counts minutes per local day.

A local day of a zone is the span from its first local midnight to that of the next date, as instants. So it
has 23 or 25 hours at a change of clocks, 23.5 or 24.5 on Lord Howe, begins at one o'clock where midnight is
skipped, and has no minutes where a date is left out (Samoa, 30 December 2011). Each instant lies in exactly
one day. A length of time is a difference of instants, never of clock readings.
"""

from __future__ import annotations

import zoneinfo
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from warmhands.science.errors import BadInput
from warmhands.science.units import (
    EARLIEST_YEAR,
    HOURS_PER_DAY,
    LATEST_YEAR,
    MAX_DAYS_AT_ONCE,
    SECONDS_PER_MINUTE,
)

Span = tuple[datetime, datetime]  # aware, [start, end)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something of the diary.

    `kind`, aware `start`, and aware `end` or None (one moment, or not over yet).
    """

    kind: str
    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalDay:
    """One local day. Minutes are rounded.

    Each minute of sleep and of crying counts once, however often written.

    Feeds, nappies and massages are those that start in the day. A sleep that is not over yet counts no
    minutes.
    """

    date: date
    minutes_in_day: int
    sleep_min: int
    cry_min: int
    feeds: int
    nappies: int
    massages: int


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo:
    """Return the time zone called `name` (IANA, "Europe/London"). Raises BadInput for any other text."""
    try:
        return ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as slip:
        raise BadInput("This is not the name of a time zone, such as Europe/London.") from slip


@lru_cache(maxsize=4096)
def day_start(day: date, zone: str) -> datetime:
    """Return the first instant (UTC) of the local `day`.

    Raises BadInput for an unknown zone or an unlikely year.
    """
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise BadInput(f"Only the years {EARLIEST_YEAR} to {LATEST_YEAR} are kept.")
    tz = zone_of(zone)
    midnight = datetime.combine(day, time(), tz)
    first = midnight.astimezone(UTC)
    if first.astimezone(tz).replace(tzinfo=None) == midnight.replace(tzinfo=None):
        return first
    return _end_of_gap(midnight, tz)


def _end_of_gap(missing: datetime, tz: ZoneInfo) -> datetime:
    """Return the instant (UTC) at which the clocks jumped over the local time `missing`."""
    low = missing.replace(fold=1).astimezone(UTC)  # with the later offset: not after the jump
    high = missing.replace(fold=0).astimezone(UTC)  # with the earlier one: not before it
    after = high.astimezone(tz).utcoffset()
    while high - low > _SECOND:
        middle = low + (high - low) / 2
        low, high = (low, middle) if middle.astimezone(tz).utcoffset() == after else (middle, high)
    return high.replace(microsecond=0)


def day_bounds(day: date, zone: str) -> Span:
    """Return the instants (UTC) between which the local `day` lies. Raises BadInput as `day_start` does."""
    return day_start(day, zone), day_start(day + timedelta(days=1), zone)


def local_date(instant: datetime, zone: str) -> date:
    """Return the date of the local day in which the instant lies."""
    day = instant.astimezone(zone_of(zone)).date()
    if instant < day_start(day, zone):  # clocks went back over midnight: the old date is read twice
        return day - timedelta(days=1)
    return day + timedelta(days=1) if instant >= day_start(day + timedelta(days=1), zone) else day


def dates(first: date, last: date) -> Iterator[date]:
    """Yield the dates from `first` to `last`, both included."""
    for step in range((last - first).days + 1):
        yield first + timedelta(days=step)


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, with those that overlap or touch made one.

    Empty and backward ones are left out.
    """
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def seconds_within(spans: Iterable[Span], start: datetime, end: datetime) -> float:
    """Return how many seconds of the (already united) spans lie in [start, end)."""
    return sum(max(0.0, (min(b, end) - max(a, start)).total_seconds()) for a, b in spans)


def seconds_by_day(spans: Iterable[Span], first: date, last: date, zone: str) -> dict[date, float]:
    """Return for each local day from `first` to `last` the seconds that the spans cover, each second once.

    Summed over days that hold all the spans this is the length of their union.
    """
    days, edges = list(dates(first, last)), _edges(first, last, zone)
    found = [0.0] * len(days)
    for start, end in union((max(a, edges[0]), min(b, edges[-1])) for a, b in spans):
        at = bisect_right(edges, start) - 1
        while start < end:
            stop = min(end, edges[at + 1])
            found[at] += (stop - start).total_seconds()
            start, at = stop, at + 1
    return dict(zip(days, found, strict=True))


def _edges(first: date, last: date, zone: str) -> list[datetime]:
    """Return the instants at which the days from `first` to `last` begin, and the end of the last."""
    return [day_start(day, zone) for day in dates(first, last + timedelta(days=1))]


def local_days(happenings: Iterable[Happening], first: date, last: date, zone: str) -> tuple[LocalDay, ...]:
    """Return one LocalDay for each date from `first` to `last` in `zone`.

    Raises BadInput for an unknown zone, for an end before the start and for more than MAX_DAYS_AT_ONCE days.
    """
    if last < first:
        raise BadInput("The last day is before the first.")
    if (last - first).days >= MAX_DAYS_AT_ONCE:
        raise BadInput("That is more than ten years of days at once.")
    seen = tuple(happenings)
    sleep, cry = (
        seconds_by_day(((h.start, h.end) for h in seen if h.kind == kind and h.end), first, last, zone)
        for kind in ("sleep", "cry")
    )
    edges = _edges(first, last, zone)
    counts = Counter((bisect_right(edges, happening.start) - 1, happening.kind) for happening in seen)
    return tuple(
        LocalDay(
            date=day,
            minutes_in_day=_minutes((edges[at + 1] - edges[at]).total_seconds()),
            sleep_min=_minutes(sleep[day]),
            cry_min=_minutes(cry[day]),
            feeds=counts[at, "feed"],
            nappies=counts[at, "nappy"],
            massages=counts[at, "massage"],
        )
        for at, day in enumerate(dates(first, last))
    )


def _minutes(seconds: float) -> int:
    return round(seconds / SECONDS_PER_MINUTE)


def instant_of(local: datetime, zone: str, *, later: bool = False) -> datetime:
    """Return the instant (UTC) at which the clocks of `zone` show the naive `local` time.

    A time that comes twice in a night of a clock change is the earlier one, unless `later`. Raises BadInput
    for a time that the clocks jumped over.
    """
    day_start(local.date(), zone)  # the year and the zone are likely ones
    aware = local.replace(tzinfo=zone_of(zone), fold=1 if later else 0)
    instant = aware.astimezone(UTC)
    if instant.astimezone(zone_of(zone)).replace(tzinfo=None, fold=0) != local.replace(fold=0):
        raise BadInput("The clocks jumped over this time that night.")
    return instant


def next_reading(start: datetime, clock: time, zone: str) -> datetime:
    """Return the first instant (UTC) at or after `start` at which the clocks of `zone` show `clock`.

    A time that the clocks jump over that night is taken from the night after. Raises BadInput for an unknown
    zone.
    """
    day = start.astimezone(zone_of(zone)).date()
    for ahead in range(3):  # the next day always has it, or the one after a jump
        local = datetime.combine(day + timedelta(days=ahead), clock)
        for later in (False, True):
            try:
                instant = instant_of(local, zone, later=later)
            except BadInput:
                continue
            if instant >= start:
                return instant
    raise BadInput("The clocks never show this time.")


def is_twice(local: datetime, zone: str) -> bool:
    """Return whether the clocks of `zone` show the naive `local` time twice (they went back that night)."""
    tz = zone_of(zone)
    first, second = (local.replace(tzinfo=tz, fold=fold).utcoffset() for fold in (0, 1))
    return first is not None and second is not None and first > second


def clock_hours(day: date, zone: str, every: int = 3) -> tuple[tuple[float, int], ...]:
    """Return (seconds since the local `day` began, hour shown) for each `every`th full hour of the clocks."""
    start, end = day_bounds(day, zone)
    found: list[tuple[float, int]] = []
    for hour in range(0, HOURS_PER_DAY, every):
        try:
            instant = instant_of(datetime.combine(day, time(hour)), zone)
        except BadInput:  # jumped over: the clocks never showed it
            continue
        if start <= instant < end:
            found.append(((instant - start).total_seconds(), hour))
    return tuple(found)
