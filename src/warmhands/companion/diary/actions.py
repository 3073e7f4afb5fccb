"""The only writers of the diary. Each is one thing a parent does.

Keyword-only, `by=`, atomic, idempotent by entry id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from warmhands.companion.diary import queries
from warmhands.companion.diary.logs import written
from warmhands.companion.diary.models import Entry
from warmhands.science.days import local_date, next_reading
from warmhands.science.errors import BadInput, WarmhandsError

if TYPE_CHECKING:
    from warmhands.companion.diary.logs.parsed import ParsedLog, Problem
    from warmhands.companion.families.queries import BabyCard, Member


class UnknownEntry(WarmhandsError):  # noqa: N818
    """Not there, or not this family's: a stranger learns no more than that. The page answers 404."""

    def __init__(self) -> None:
        super().__init__(_("There is no such entry."))


class Refused(WarmhandsError):  # noqa: N818
    """The entry cannot be kept as it is: `slips` says by field what to look at."""

    def __init__(self, slips: Mapping[str, str]) -> None:
        super().__init__(" ".join(slips.values()))
        self.slips = dict(slips)


@dataclass(frozen=True, slots=True)
class Added:
    """`created` False: this very entry was here already, so a second sending changed nothing."""

    id: UUID
    created: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    added: Mapping[str, int]  # kind -> how many
    known: int  # rows that an earlier import had brought
    problems: tuple[Problem, ...]


def add_entry(
    *,
    by: Member,
    baby_id: UUID,
    id: UUID,
    kind: str,
    start: datetime,
    end: datetime | None = None,
    zone: str,
    details: Mapping[str, object] | None = None,
) -> Added:
    """Keep one entry, once. Instants are aware.

    Raises Refused with a sentence by field; UnknownEntry for a baby that is not this member's, and for an id
    that stands in another baby's diary; Refused for an id that stands here with other words.
    """
    baby = _baby(by, baby_id)
    clean, slips = written.clean_details(kind, details or {})
    slips |= written.zone_slip(zone) or written.slips(
        kind, start, end, born=baby.born, zone=zone, now=timezone.now()
    )
    if slips:
        raise Refused(slips)
    return _keep_once(_entry(by, baby_id, id, kind, start, end, zone, clean))


def add_massage(
    *,
    by: Member,
    baby_id: UUID,
    id: UUID,
    start: datetime,
    end: datetime,
    zone: str,
    routine: str,
    timeline: Sequence[Mapping[str, object]],
    details: Mapping[str, object] | None = None,
) -> Added:
    """Keep a finished massage with its whole cue timeline, once.

    `timeline`: [{"s": seconds since start, "event", "state", "stroke", "region", "side"}], at most 2,000.
    `details`: "planned" (the steps: stroke, region, side, seconds, reps, rep_seconds), "ended" (how it
    ended), "how", "favourite", "note". Raises as `add_entry` does.
    """
    baby = _baby(by, baby_id)
    given = dict(details or {})
    try:
        course = written.clean_timeline(timeline, given.pop("planned", ()))
    except BadInput as slip:
        raise Refused({"timeline": str(slip)}) from slip
    given |= {
        "routine": routine,
        "strokes": _in_order(course["events"], "stroke"),
        "regions": _in_order(course["events"], "region"),
    }
    clean, slips = written.clean_details("massage", given)
    slips |= written.zone_slip(zone) or written.slips(
        "massage", start, end, born=baby.born, zone=zone, now=timezone.now()
    )
    if slips:
        raise Refused(slips)
    entry = _entry(by, baby_id, id, "massage", start, end, zone, clean)
    entry.timeline = course
    return _keep_once(entry)


@transaction.atomic
def tell_massage(*, by: Member, entry_id: UUID, how: str = "", favourite: str = "") -> None:
    """Add how a massage was and which area was loved; what is empty stays as it was.

    Raises UnknownEntry, Refused.
    """
    entry = _own_family(by, entry_id)
    if entry.kind != "massage":
        raise UnknownEntry
    told = {name: value for name, value in (("how", how), ("favourite", favourite)) if value}
    clean, slips = written.clean_details("massage", told)
    if slips:
        raise Refused(slips)
    entry.details = {**entry.details, **clean}
    entry.save(update_fields=["details"])


@transaction.atomic
def finish_entry(*, by: Member, baby_id: UUID, entry_id: UUID, until: time | None = None) -> date:
    """Say when a sleep, a cry or a feed ended, and return its day in the baby's zone.

    `until`: what the baby's clock showed, the next time after the start; None: now. What has an end keeps it.
    Raises UnknownEntry, Refused.
    """
    baby = _baby(by, baby_id)
    entry = _own_family(by, entry_id)
    if entry.baby_id != baby_id:
        raise UnknownEntry
    day, now = local_date(entry.start, baby.zone), timezone.now()
    if entry.end is not None:
        return day
    end = next_reading(entry.start, until, baby.zone) if until else max(now, entry.start)
    slips = written.slips(entry.kind, entry.start, end, born=baby.born, zone=entry.zone, now=now)
    if slips:
        raise Refused(slips)
    entry.end = end
    entry.save(update_fields=["end"])
    return day


@transaction.atomic
def take_back(*, by: Member, baby_id: UUID, entry_id: UUID) -> date:
    """Remove an entry that this caregiver wrote; return its day in the baby's zone.

    Raises UnknownEntry for any other.
    """
    baby = _baby(by, baby_id)
    entry = (
        Entry.objects.filter(id=entry_id, baby_id=baby_id, by_id=by.caregiver_id).defer("timeline").first()
    )
    if entry is None:
        raise UnknownEntry
    day = local_date(entry.start, baby.zone)
    entry.delete()
    return day


def import_log(*, by: Member | None, baby_id: UUID, log: ParsedLog) -> Imported:
    """Bring a read export into the diary, whole or not at all.

    Rows of an earlier import are known and left alone.

    `by` None: the command line, which whoever owns the home may use. Raises UnknownEntry for a baby of
    others.
    """
    if by is not None:
        _baby(by, baby_id)
    caregiver_id = by.caregiver_id if by else None
    try:
        rows = _bring_in(baby_id, caregiver_id, log)
    except IntegrityError:  # the same file came in twice at the same moment: now its rows are known
        rows = _bring_in(baby_id, caregiver_id, log)
    return Imported(
        added=dict(Counter(row.kind for row in rows)),
        known=len(log.entries) - len(rows),
        problems=log.problems,
    )


@transaction.atomic
def _bring_in(baby_id: UUID, caregiver_id: int | None, log: ParsedLog) -> list[Entry]:
    made_at = timezone.now()
    rows = [
        Entry(
            id=id,
            baby_id=baby_id,
            kind=row.kind,
            start=row.start,
            end=row.end,
            zone=row.zone,
            by_id=caregiver_id,
            details=dict(row.details),
            source=log.format,
            made_at=made_at,
        )
        for id, row in queries.new_rows(baby_id, log)
    ]
    return Entry.objects.bulk_create(rows)


def _baby(by: Member, baby_id: UUID) -> BabyCard:
    """Return the member's own baby. Raises UnknownEntry; no query is needed for it."""
    for baby in by.babies:
        if baby.id == baby_id:
            return baby
    raise UnknownEntry


def _own_family(by: Member, entry_id: UUID) -> Entry:
    mine = [baby.id for baby in by.babies]
    entry = Entry.objects.select_for_update().filter(id=entry_id, baby_id__in=mine).defer("timeline").first()
    if entry is None:
        raise UnknownEntry
    return entry


def _entry(
    by: Member,
    baby_id: UUID,
    id: UUID,
    kind: str,
    start: datetime,
    end: datetime | None,
    zone: str,
    details: dict[str, object],
) -> Entry:
    return Entry(
        id=id,
        baby_id=baby_id,
        kind=kind,
        start=start.astimezone(UTC),
        end=end.astimezone(UTC) if end else None,
        zone=zone,
        by_id=by.caregiver_id,
        details=details,
        made_at=timezone.now(),
    )


def _keep_once(entry: Entry) -> Added:
    """Insert; when the id is taken, tell the same entry (nothing to do) from another one."""
    try:
        with transaction.atomic():
            entry.save(force_insert=True)
    except IntegrityError:
        there = Entry.objects.filter(id=entry.id).defer("timeline").first()
        if there is None:
            raise
        if there.baby_id != entry.baby_id:
            raise UnknownEntry from None
        if not _same(there, entry):
            raise Refused(
                {"id": _("This entry is here already, with other words. Nothing was changed.")}
            ) from None
        return Added(entry.id, created=False)
    return Added(entry.id, created=True)


def _same(there: Entry, sent: Entry) -> bool:
    """Return whether both say the same; how a massage was may have been told since."""
    if (there.kind, there.start, there.end) != (sent.kind, sent.start, sent.end):
        return False
    return all(there.details.get(name) == value for name, value in sent.details.items())


def _in_order(events: Sequence[Mapping[str, object]], name: str) -> list[object]:
    """Return what the events met under `name`, each once, in the order of the first meeting."""
    return list(dict.fromkeys(event[name] for event in events if event.get(name)))
