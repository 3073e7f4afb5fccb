"""One massage read back: its areas in order, the baby's signs, and what both became in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from warmhands.companion.diary.logs.words import HOW_LABELS, REGION_LABELS, lasting
from warmhands.companion.diary.models import Entry
from warmhands.companion.diary.queries import LINE_COLUMNS, Line, line_of
from warmhands.companion.families.queries import BabyCard, Member
from warmhands.content.loader import load

SIGN_LABELS: Mapping[str, Promise] = {
    "happy": gettext_lazy("Happy"),
    "unsure": gettext_lazy("Unsure"),
    "enough": gettext_lazy("Enough"),
    "crying": gettext_lazy("Crying"),
    "asleep": gettext_lazy("Asleep"),
    "hungry": gettext_lazy("Hungry"),
    "wrong": gettext_lazy("Something was wrong"),
    "yes": gettext_lazy("Yes to the touch"),
    "no": gettext_lazy("No to the touch"),
    "stop": gettext_lazy("Stopped"),
    "skip": gettext_lazy("Skipped"),
    "again": gettext_lazy("Again"),
    "pause": gettext_lazy("Pause"),
    "resume": gettext_lazy("Went on"),
}
DRAWN = frozenset({"happy", "unsure", "enough", "crying", "asleep", "hungry", "wrong"})


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened at `s` seconds, in words."""

    s: int
    clock: str
    event: str
    label: str


@dataclass(frozen=True, slots=True)
class Area:
    """A stretch on one area (`region` "".

    A pause, or comfort), with the strokes and the signs that fell in it.
    """

    region: str
    label: str
    start: int
    end: int
    lasted: str
    strokes: tuple[str, ...]
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MassagePage:
    line: Line
    routine: str
    seconds: int
    areas: tuple[Area, ...]
    how: str
    favourite: str
    drawn: tuple[Moment, ...]


def entry(baby: BabyCard, entry_id: UUID, by: Member) -> Line | MassagePage | None:
    """Return the entry, a massage with its course; None when this baby's diary has none such. One query."""
    row = Entry.objects.filter(id=entry_id, baby_id=baby.id).values(*LINE_COLUMNS, "timeline").first()
    if row is None:
        return None
    line = line_of(row, baby.zone, by.caregiver_id)
    if line.kind != "massage":
        return line
    details = row["details"]
    seconds = round(line.seconds or 0)
    areas = _areas((row["timeline"] or {}).get("events", []), seconds)
    return MassagePage(
        line=line,
        routine=_routine_name(str(details.get("routine", ""))),
        seconds=seconds,
        areas=areas,
        how=str(HOW_LABELS.get(details.get("how", ""), "")),
        favourite=str(REGION_LABELS.get(details.get("favourite", ""), "")),
        drawn=tuple(moment for area in areas for moment in area.moments if moment.event in DRAWN),
    )


def _areas(events: Sequence[Mapping[str, object]], seconds: int) -> tuple[Area, ...]:
    """Return the course by area.

    A sign belongs to the area in which it was given, not to the one it led to.
    """
    areas: list[Area] = []
    region, since, strokes, moments = "", 0, dict[str, None](), list[Moment]()

    def close(end: int) -> None:
        if end > since or moments:
            label = str(REGION_LABELS.get(region, _("Quiet time")))
            areas.append(
                Area(region, label, since, end, lasting(end - since), tuple(strokes), tuple(moments))
            )

    for event in events:
        s, next_region = int(str(event["s"])), str(event.get("region") or "")
        if event["event"] in SIGN_LABELS:
            moments.append(_moment(event))
        if next_region != region:
            close(s)
            region, since, strokes, moments = next_region, s, {}, []
        if region and event.get("stroke"):
            strokes[_stroke_name(str(event["stroke"]))] = None
    close(max(seconds, since))
    return tuple(areas)


def _moment(event: Mapping[str, object]) -> Moment:
    s = int(str(event["s"]))
    return Moment(s, f"{s // 60}:{s % 60:02d}", str(event["event"]), str(SIGN_LABELS[str(event["event"])]))


def _stroke_name(stroke: str) -> str:
    known = load().strokes.get(stroke)
    return _(known.name) if known else stroke


def _routine_name(routine: str) -> str:
    known = load().routines.get(routine)
    return _(known.name) if known else routine
