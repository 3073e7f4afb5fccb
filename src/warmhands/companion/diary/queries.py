"""The only readers of the diary: rows in, frozen values out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from django.db.models import Count, Max, Min, Window
from django.utils import timezone

from warmhands.companion.diary.logs import words
from warmhands.companion.diary.logs.written import KINDS
from warmhands.companion.diary.models import Entry
from warmhands.science import days as local
from warmhands.science.days import Happening, LocalDay
from warmhands.science.units import MAX_SPAN_HOURS

if TYPE_CHECKING:
    from warmhands.companion.diary.logs.parsed import LogEntry, ParsedLog
    from warmhands.companion.families.queries import BabyCard, Member

Day = date  # a name beside a field that is called `date`
_LONGEST = timedelta(hours=MAX_SPAN_HOURS)
LINE_COLUMNS = ("id", "kind", "start", "end", "zone", "details", "source", "by_id", "by__name")
PRACTICE_SESSIONS = 60  # a stroke met in the last 60 massages is known or not; older ones change nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An entry as one line of the day. `start` and `end` are in the baby's zone; `seconds` None.

    Not a span, or open.
    """

    id: UUID
    kind: str
    label: str
    start: datetime
    end: datetime | None
    seconds: float | None
    lasted: str
    said: str
    note: str  # as it was typed
    by: str
    mine: bool
    source: str
    day: date  # the baby's local day on which it starts
    zone: str  # where the family was

    @property
    def open(self) -> bool:
        """A sleep or cry that is not over yet."""
        return self.end is None and self.kind in ("sleep", "cry")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryDay:
    """One local day of the diary: newest first; `total` counts each minute once.

    `bounds` are instants (UTC).
    """

    date: date
    zone: str
    bounds: tuple[datetime, datetime]
    lines: tuple[Line, ...]
    total: LocalDay

    @property
    def before(self) -> Day:
        return self.date - timedelta(days=1)

    @property
    def after(self) -> Day:
        return self.date + timedelta(days=1)

    def line(self, entry_id: str) -> Line | None:
        """Return the line of this entry; None when the day has none such."""
        return next((line for line in self.lines if str(line.id) == entry_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """The newest entry of a kind. `said` is None when it lies further back than yesterday.

    Only its start is known.
    """

    kind: str
    start: datetime
    end: datetime | None
    said: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayDiary:
    """What Today shows.

    The newest of each kind, the counts of the baby's local day, and since when it is asleep.
    """

    date: date
    last: Mapping[str, Last]
    counts: Mapping[str, int]
    sleep_min: int
    asleep_since: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What the two have done together. `strokes`: id -> in how many of the last 60 massages it was met."""

    sessions: int
    strokes: Mapping[str, int]
    first_day: date | None
    days_since_first: int
    favourite: str | None


def day(baby: BabyCard, on: date, *, by: Member | None = None, now: datetime | None = None) -> DiaryDay:
    """Return the local day `on` of the baby. One query. Raises BadInput for a year that no diary holds."""
    start, end = local.day_bounds(on, baby.zone)
    rows = list(
        Entry.objects.filter(baby_id=baby.id, start__gte=start - _LONGEST, start__lt=end)
        .order_by("-start", "-made_at")
        .values(*LINE_COLUMNS)
    )
    inside = [row for row in rows if row["start"] >= start or (row["end"] and row["end"] > start)]
    total = local.local_days(_happenings(inside, now), on, on, baby.zone)[0]
    me = by.caregiver_id if by else None
    return DiaryDay(
        date=on,
        zone=baby.zone,
        bounds=(start, end),
        lines=tuple(line_of(row, baby.zone, me) for row in inside),
        total=total,
    )


def days(baby_id: UUID, first: date, last: date, zone: str) -> tuple[LocalDay, ...]:
    """Return the local days from `first` to `last`. One query.

    Raises BadInput as `science.days.local_days` does.
    """
    start, end = local.day_bounds(first, zone)[0], local.day_bounds(last, zone)[1]
    rows = Entry.objects.filter(
        baby_id=baby_id,
        kind__in=("sleep", "cry", "feed", "nappy", "massage"),
        start__gte=start - _LONGEST,
        start__lt=end,
    ).values_list("kind", "start", "end")
    return local.local_days((Happening(*row) for row in rows), first, last, zone)


def today(baby: BabyCard, now: datetime) -> TodayDiary:
    """Return what Today shows of the diary. One query, and a second for kinds not met since yesterday."""
    on = local.local_date(now, baby.zone)
    start = local.day_start(on, baby.zone)
    rows = list(
        Entry.objects.filter(baby_id=baby.id, start__gte=min(start, now - _LONGEST), start__lte=now)
        .order_by("-start")
        .values("kind", "start", "end", "details")
    )
    last: dict[str, Last] = {}
    for row in rows:
        if row["kind"] not in last:
            said = words.said(row["kind"], row["details"])
            last[row["kind"]] = Last(kind=row["kind"], start=row["start"], end=row["end"], said=said)
    for kind, newest in _older(baby.id, [kind for kind in KINDS if kind not in last]):
        last[kind] = Last(kind=kind, start=newest, end=None, said=None)
    sleep = next((row for row in rows if row["kind"] == "sleep"), None)
    return TodayDiary(
        date=on,
        last=last,
        counts=Counter(row["kind"] for row in rows if row["start"] >= start),
        sleep_min=local.local_days(_happenings(rows, now), on, on, baby.zone)[0].sleep_min,
        asleep_since=sleep["start"] if sleep and sleep["end"] is None else None,
    )


def practice(baby_id: UUID, now: datetime | None = None) -> Practice:
    """Return how practised the two are. One query that never reads a timeline."""
    rows = list(
        Entry.objects.filter(baby_id=baby_id, kind="massage")
        .annotate(total=Window(Count("id")), first=Window(Min("start")))
        .order_by("-start")
        .values_list("zone", "details", "total", "first")[:PRACTICE_SESSIONS]
    )
    if not rows:
        return Practice(sessions=0, strokes={}, first_day=None, days_since_first=0, favourite=None)
    zone, _details, total, first = rows[0]
    strokes = Counter(stroke for _zone, details, *_rest in rows for stroke in details.get("strokes", ()))
    loved = Counter(details["favourite"] for _zone, details, *_rest in rows if details.get("favourite"))
    first_day = local.local_date(first, zone)
    today_is = local.local_date(now or timezone.now(), zone)
    return Practice(
        sessions=total,
        strokes=dict(strokes),
        first_day=first_day,
        days_since_first=max(0, (today_is - first_day).days),
        favourite=loved.most_common(1)[0][0] if loved else None,
    )


def new_rows(baby_id: UUID, log: ParsedLog) -> tuple[tuple[UUID, LogEntry], ...]:
    """Return the rows of a log that this baby's diary does not have yet, each with its id. One query.

    The id is made of the baby and of the row as it was written: the same row of the same file has the same
    id.
    """
    here = set(Entry.objects.filter(baby_id=baby_id, source=log.format).values_list("id", flat=True))
    named = ((uuid5(baby_id, row.key), row) for row in log.entries)
    return tuple((id, row) for id, row in named if id not in here)


def would_add(baby_id: UUID | None, log: ParsedLog) -> tuple[Mapping[str, int], int]:
    """Return what an import would add by kind, and how many rows are known; `baby_id` None.

    A baby yet to be made.
    """
    rows = [row for _id, row in new_rows(baby_id, log)] if baby_id else list(log.entries)
    return Counter(row.kind for row in rows), len(log.entries) - len(rows)


def _older(baby_id: UUID, kinds: list[str]) -> Iterable[tuple[str, datetime]]:
    if not kinds:
        return ()
    return (
        Entry.objects.filter(baby_id=baby_id, kind__in=kinds)
        .values_list("kind")
        .annotate(Max("start"))
        .order_by()
    )


def _happenings(rows: Iterable[Mapping[str, object]], now: datetime | None) -> Iterable[Happening]:
    """Yield the rows for science; a sleep or cry that is not over yet lasts until `now`, a day at most."""
    for row in rows:
        kind, start, end = str(row["kind"]), row["start"], row["end"]
        assert isinstance(start, datetime)
        if end is None and now and kind in ("sleep", "cry") and now - start <= _LONGEST:
            end = max(now, start)
        assert end is None or isinstance(end, datetime)
        yield Happening(kind, start, end)


def line_of(row: Mapping[str, object], zone: str, me: object) -> Line:
    """Return a row of LINE_COLUMNS as a line in `zone`; `me` is the caregiver who looks."""
    tz = local.zone_of(zone)
    kind, start, end, details = str(row["kind"]), row["start"], row["end"], row["details"]
    assert isinstance(start, datetime)
    assert isinstance(details, dict)
    seconds = (end - start).total_seconds() if isinstance(end, datetime) else None
    assert isinstance(row["id"], UUID)
    return Line(
        id=row["id"],
        kind=kind,
        label=words.label(kind),
        start=start.astimezone(tz),
        end=end.astimezone(tz) if isinstance(end, datetime) else None,
        seconds=seconds,
        lasted=words.lasting(seconds) if seconds is not None else "",
        said=words.said(kind, details),
        note=str(details.get("note") or ""),
        by=str(row["by__name"] or ""),
        mine=row["by_id"] is not None and row["by_id"] == me,
        source=str(row["source"]),
        day=local.local_date(start, zone),
        zone=str(row["zone"]),
    )
