"""What the stroke library shows: strokes by area, and one stroke with all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.http import urlencode
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
    picture: SafeString | None  # still, pointing to the shared sheet of figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One of several; `query` is what its link adds to the library's address."""

    name: str
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """One area at a time keeps the page light. `fitting`: what the age keeps; `later`: the rest."""

    area: str
    cards: tuple[StrokeCard, ...]
    areas: tuple[Chip, ...]
    ages: tuple[Chip, ...]
    fitting: int
    later: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    id: str
    name: str


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
    before: Neighbour | None
    after: Neighbour | None
    alone: str  # address of the still picture by itself


def library(area: str | None, weeks: int | None, *, baby: BabyCard | None, now: datetime) -> Library:
    """Return the strokes of `area` that suit an age of `weeks` (None: all); of the first when it has none."""
    strokes = tuple(load().strokes.values())
    fit = [stroke for stroke in strokes if weeks is None or suits(stroke, weeks * DAYS_PER_WEEK)]
    filled = [name for name in words.REGIONS if any(stroke.region == name for stroke in fit)]
    shown = area if area in filled else filled[0]
    return Library(
        area=str(words.REGIONS[shown]),
        cards=tuple(_card(stroke) for stroke in fit if stroke.region == shown),
        areas=tuple(
            Chip(name=str(words.REGIONS[name]), query=_query(name, weeks), chosen=name == shown)
            for name in filled
        ),
        ages=_ages(shown, weeks, baby, now),
        fitting=len(fit),
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
        alone=pictures.address(stroke_id, side=side),
    )


def _neighbours(stroke: Stroke) -> tuple[Neighbour | None, Neighbour | None]:
    """The strokes before and after, walking through the areas as the library lists them."""
    strokes = load().strokes.values()
    listed = [other for area in words.REGIONS for other in strokes if other.region == area]
    at = listed.index(stroke)
    around = listed[at - 1] if at else None, listed[at + 1] if at + 1 < len(listed) else None
    before, after = (Neighbour(id=other.id, name=_(other.name)) if other else None for other in around)
    return before, after


def _card(stroke: Stroke) -> StrokeCard:
    return StrokeCard(
        id=stroke.id,
        name=_(stroke.name),
        age=words.age_words(stroke.age),
        picture=pictures.inline(stroke.id, still=True, shared=True),
    )


def _query(area: str, weeks: int | None) -> str:
    return "?" + urlencode({"area": area} | ({"weeks": weeks} if weeks is not None else {}))


def _ages(area: str, weeks: int | None, baby: BabyCard | None, now: datetime) -> tuple[Chip, ...]:
    """All ages; the baby's own age when there is a baby; and a few steps."""
    named: dict[int | None, str] = {None: _("All ages")}
    own = _weeks_of(baby, now) if baby else None
    if baby and own is not None:
        named[own] = _("Suits %(name)s now") % {"name": baby.nickname}
    for step in AGES_OFFERED:
        named.setdefault(step, words.age_of_weeks(step) if step else _("Newborn"))
    return tuple(Chip(name=name, query=_query(area, age), chosen=age == weeks) for age, name in named.items())


def _weeks_of(baby: BabyCard, now: datetime) -> int | None:
    """The baby's age in whole weeks, corrected for an early birth; None before the birth."""
    today = local_date(now, baby.zone)
    if baby.born is None or baby.born > today:
        return None
    return max(0, corrected_age_days(baby.born, baby.gestation_days, today)) // DAYS_PER_WEEK
