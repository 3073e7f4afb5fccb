"""What the stroke library shows: strokes by area, and one stroke with all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from warmhands.companion.families.queries import BabyCard
from warmhands.companion.guide import library_words as words
from warmhands.companion.guide import pictures
from warmhands.content.loader import load
from warmhands.content.model import SafetyRule, Source, Stroke
from warmhands.science.days import local_date
from warmhands.science.units import DAYS_PER_MONTH, DAYS_PER_WEEK, corrected_age_days

AGES_OFFERED = (0, 4, 8, 17, 26, 52)  # weeks: the steps at which more strokes join in


@dataclass(frozen=True, slots=True, kw_only=True)
class StrokeCard:
    id: str
    name: str
    age: str
    picture: str  # address


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    id: str
    name: str
    cards: tuple[StrokeCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeChip:
    weeks: int | None  # None: all ages
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """`later`: how many strokes the age left out."""

    areas: tuple[Area, ...]
    chips: tuple[AgeChip, ...]
    shown: int
    later: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StrokePage:
    """`stroke` holds English texts, which the template hands through `say`; the other words are ready."""

    stroke: Stroke
    picture: SafeString | None
    area: str
    age: str
    dose: str
    pressure: str
    positions: str
    sides: bool
    side: str
    rules: tuple[SafetyRule, ...]
    sources: tuple[Source, ...]
    before: StrokeCard | None
    after: StrokeCard | None


def library(weeks: int | None, *, baby: BabyCard | None, now: datetime) -> Library:
    """Return the strokes that suit an age of `weeks` (None: all), by area."""
    strokes = tuple(load().strokes.values())
    fit = [stroke for stroke in strokes if weeks is None or suits(stroke, weeks * DAYS_PER_WEEK)]
    areas = [
        Area(id=area, name=str(name), cards=tuple(_card(stroke) for stroke in fit if stroke.region == area))
        for area, name in words.REGIONS.items()
    ]
    return Library(
        areas=tuple(area for area in areas if area.cards),
        chips=_chips(weeks, baby, now),
        shown=len(fit),
        later=len(strokes) - len(fit),
    )


def suits(stroke: Stroke, age_days: int) -> bool:
    """Whether the stroke is for this (corrected) age: neither too early nor outgrown."""
    if age_days < stroke.age.from_weeks * DAYS_PER_WEEK:
        return False
    return stroke.age.to_months is None or age_days <= stroke.age.to_months * DAYS_PER_MONTH


def stroke_page(stroke_id: str, *, side: pictures.Side | None) -> StrokePage | None:
    """Return one stroke with its rules and sources in words, or None when there is no such stroke."""
    content = load()
    stroke = content.strokes.get(stroke_id)
    if stroke is None:
        return None
    sides = stroke.side == "each"
    before, after = _neighbours(stroke)
    return StrokePage(
        stroke=stroke,
        picture=pictures.inline(stroke_id, side=side),
        area=str(words.REGIONS[stroke.region]),
        age=words.age_words(stroke.age),
        dose=words.dose_words(stroke),
        pressure=str(words.PRESSURES.get(stroke.pressure, "")),
        positions=_(" or ").join(str(words.POSITIONS[position]) for position in stroke.position),
        sides=sides,
        side=(side or "left") if sides else "",
        rules=tuple(content.rules[rule] for rule in stroke.avoid_if),
        sources=tuple(content.sources[source] for source in stroke.sources),
        before=before,
        after=after,
    )


def _neighbours(stroke: Stroke) -> tuple[StrokeCard | None, StrokeCard | None]:
    """The strokes before and after, walking through the areas as the library lists them."""
    strokes = load().strokes.values()
    listed = [other for area in words.REGIONS for other in strokes if other.region == area]
    at = listed.index(stroke)
    return (
        _card(listed[at - 1]) if at else None,
        _card(listed[at + 1]) if at + 1 < len(listed) else None,
    )


def _card(stroke: Stroke) -> StrokeCard:
    return StrokeCard(
        id=stroke.id,
        name=_(stroke.name),
        age=words.age_words(stroke.age),
        picture=pictures.address(stroke.id),
    )


def _chips(weeks: int | None, baby: BabyCard | None, now: datetime) -> tuple[AgeChip, ...]:
    """All ages; the baby's own age when there is a baby; and a few steps."""
    chips = [AgeChip(weeks=None, name=_("All ages"), chosen=weeks is None)]
    own = _weeks_of(baby, now) if baby else None
    if own is not None:
        name = _("Suits %(name)s now") % {"name": baby.nickname if baby else ""}
        chips.append(AgeChip(weeks=own, name=name, chosen=weeks == own))
    for step in AGES_OFFERED:
        if step != own:
            name = words.age_of_weeks(step) if step else _("Newborn")
            chips.append(AgeChip(weeks=step, name=name, chosen=weeks == step))
    return tuple(chips)


def _weeks_of(baby: BabyCard, now: datetime) -> int | None:
    """The baby's age in whole weeks, corrected for an early birth; None before the birth."""
    today = local_date(now, baby.zone)
    if baby.born is None or baby.born > today:
        return None
    return max(0, corrected_age_days(baby.born, baby.gestation_days, today)) // DAYS_PER_WEEK
