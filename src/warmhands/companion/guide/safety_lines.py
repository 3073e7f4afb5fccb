"""The lines of a safety page, ready to be drawn: what is asked of this baby, and what stands ticked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, gettext_noop, ngettext

from warmhands.charts.body_map import draw_body
from warmhands.content.loader import load
from warmhands.content.model import Question, Region
from warmhands.science.safety import Check, applies
from warmhands.science.units import HOURS_PER_DAY, MINUTES_PER_HOUR

# How long ago, in minutes: one tap instead of a clock. The last is the longest wait that may hold (a feed:
# with reflux or as a home sets it), so that "longer ago" is over for certain.
MINUTES_AGO = {
    "fed_recently": (0, 15, 30, 45, MINUTES_PER_HOUR),
    "fever_any": tuple(hours * MINUTES_PER_HOUR for hours in (0, 6, 12, 18, 24)),
    "oil_patch": tuple(hours * MINUTES_PER_HOUR for hours in (0, 6, 12, 18, 24)),
}
DAYS_AGO = {"vaccinated": (0, 1, 2, 3)}
LONGER, KEPT = "longer", "kept"
# Rules whose place on the baby nobody can know without asking.
PLACED = frozenset({"skin_broken_local", "lump", "cannula"})
PLACES: tuple[tuple[Region, str], ...] = (
    ("head", gettext_noop("Head")),
    ("face", gettext_noop("Face")),
    ("chest", gettext_noop("Chest")),
    ("arms", gettext_noop("Arms")),
    ("hands", gettext_noop("Hands")),
    ("tummy", gettext_noop("Tummy")),
    ("back", gettext_noop("Back")),
    ("legs", gettext_noop("Legs")),
    ("feet", gettext_noop("Feet")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What stands in a safety form: remembered, or just sent."""

    lines: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    when: Mapping[str, str] = field(default_factory=dict)
    clock: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)  # rule → the remembered time, in words
    places: frozenset[str] = frozenset()
    errors: Mapping[str, str] = field(default_factory=dict)  # line → one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One quick answer to "when?"."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One rule asked underneath a line."""

    rule: str
    text: str
    ticked: bool
    picks: tuple[Pick, ...]
    by_day: bool  # asked by days: the hour may be given besides
    clock: str
    placed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One area of the body map."""

    id: Region
    label: str
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page, with what it opens."""

    id: str
    page: str
    kind: str
    label: str
    hint: str
    icon: str
    ticked: bool
    unsure: bool
    may_be_unsure: bool  # what a doctor has named may be unclear; what is seen now is not
    asks: tuple[Ask, ...]
    places: tuple[Place, ...]
    bodies: tuple[SafeString, ...]  # the body map's two figures
    error: str


def questions_of(*pages: str) -> tuple[Question, ...]:
    """The lines of these pages, in the content's order."""
    return tuple(question for question in load().questions if question.page in pages)


def opened(question: Question, check: Check) -> tuple[str, ...]:
    """The rules asked underneath the line, those of the baby's age only."""
    rules = load().rules
    return tuple(rule for rule in question.opens if applies(rules[rule], check))


def lines_of(questions: tuple[Question, ...], check: Check, filled: Filled) -> tuple[Line, ...]:
    """Return the lines as they stand. `check` gives the baby's age."""
    return tuple(_line(question, check, filled) for question in questions if question.kind != "date")


def _line(question: Question, check: Check, filled: Filled) -> Line:
    asks = tuple(_ask(question, rule, filled) for rule in opened(question, check))
    placed = any(ask.placed for ask in asks)
    ticked = question.id in filled.lines or question.rule in filled.rules or any(ask.ticked for ask in asks)
    return Line(
        id=question.id,
        page=question.page,
        kind=question.kind,
        label=question.label,
        hint=question.hint,
        icon=question.icon,
        ticked=ticked or question.id in filled.unsure,
        unsure=question.id in filled.unsure,
        may_be_unsure=question.page == "profile" and not question.rule,
        asks=asks,
        places=_places(filled) if placed else (),
        bodies=_bodies(get_language() or "en") if placed else (),
        error=filled.errors.get(question.id, ""),
    )


def _ask(question: Question, rule: str, filled: Filled) -> Ask:
    return Ask(
        rule=rule,
        text=question.short.get(rule) or load().rules[rule].ask,
        ticked=rule in filled.rules,
        picks=_picks(rule, filled),
        by_day=rule in DAYS_AGO,
        clock=filled.clock.get(rule, ""),
        placed=rule in PLACED,
    )


@lru_cache(maxsize=16)
def _bodies(language: str) -> tuple[SafeString, ...]:
    """The figures to tap; `language` is part of the key, as their titles are spoken."""
    front = draw_body("front", gettext("The baby from the front"))
    back = draw_body("back", gettext("The baby from the back"))
    return mark_safe(front), mark_safe(back)


def _places(filled: Filled) -> tuple[Place, ...]:
    return tuple(Place(id=place, label=label, ticked=place in filled.places) for place, label in PLACES)


def _picks(rule: str, filled: Filled) -> tuple[Pick, ...]:
    values = [str(value) for value in MINUTES_AGO.get(rule, DAYS_AGO.get(rule, ()))]
    if not values:
        return ()
    if rule not in DAYS_AGO:
        values.append(LONGER)
    if rule in filled.kept:
        values.insert(0, KEPT)
    chosen = filled.when.get(rule, KEPT if rule in filled.kept else "")
    return tuple(
        Pick(value=value, label=_pick_label(rule, value, filled), chosen=value == chosen) for value in values
    )


def _pick_label(rule: str, value: str, filled: Filled) -> str:
    if value == KEPT:
        return filled.kept[rule]
    if value == LONGER:
        return gettext("longer ago")
    number = int(value)
    if rule in DAYS_AGO:
        return _days_ago(number)
    if number == 0:
        return gettext("just now")
    if number < MINUTES_PER_HOUR:
        return ngettext("%(n)d minute ago", "%(n)d minutes ago", number) % {"n": number}
    hours = number // MINUTES_PER_HOUR
    return ngettext("%(n)d hour ago", "%(n)d hours ago", hours) % {"n": hours}


def _days_ago(number: int) -> str:
    if number == 0:
        return gettext("today")
    if number == 1:
        return gettext("yesterday")
    return ngettext("%(n)d day ago", "%(n)d days ago", number) % {"n": number}


def longest_pick_hours(rule: str) -> int:
    """How far back the quick picks of a rule reach."""
    if rule in DAYS_AGO:
        return (max(DAYS_AGO[rule]) + 1) * HOURS_PER_DAY
    return max(MINUTES_AGO[rule]) // MINUTES_PER_HOUR
