"""Which routine, and which of its strokes: need by minutes by age by position by oil by who → ordered steps.

A stroke that is not for this baby today is left out and says why. A routine is offered within its own ages
when one area and the closing remain of it. Practice on a doll ignores age and safety; a hospital routine
needs a clearance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from warmhands.content.model import Content, PickRule, Region, Routine, RoutineStep, Stroke
from warmhands.science import words
from warmhands.science.errors import BadInput, NotOffered
from warmhands.science.routine_fit import ALWAYS_DONE, Piece, Step, fit
from warmhands.science.units import DAYS_PER_MONTH, DAYS_PER_WEEK, SECONDS_PER_MINUTE

__all__ = ["LeftOut", "Offer", "Plan", "Step", "Wish", "offered", "pick", "plan"]

EVENING_FROM_HOUR = 18  # convention: from here on "Massage now" thinks of bedtime
NIGHT_UNTIL_HOUR = 5


@dataclass(frozen=True, slots=True)
class Wish:
    """What a family asks for now.

    minutes None: the routine's own. age_days: corrected for a baby born early, None before the birth or when
    not known. allowed None: no safety check was made. positions None: any. favourite None: not known yet.
    cleared: a clinician has agreed to what needs one. practice_days: days since this family's first massage.
    """

    minutes: float | None = None
    age_days: int | None = None
    allowed: frozenset[str] | None = None
    max_minutes: int | None = None
    positions: frozenset[str] | None = None
    oil: Literal["allowed", "none", "prescribed_only"] = "allowed"
    practice_days: int = 0
    favourite: Region | None = None
    cleared: bool = False
    caregiver: Literal["first", "second"] = "first"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stroke that the routine has and this session has not. `why` is a message id, a whole sentence."""

    stroke: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of one session, the asking first and the closing last. `seconds`: the sum of its steps."""

    routine: str
    steps: tuple[Step, ...]
    left_out: tuple[LeftOut, ...]
    seconds: int
    practice_days: int = 0
    oil: str = "allowed"


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine that is offered. `minutes`: what it would take now, to a tenth."""

    id: str
    name: str
    minutes: float
    left_out: tuple[LeftOut, ...]


def plan(content: Content, routine_id: str, wish: Wish) -> Plan:
    """Return the session's steps. Never longer than the minutes asked, nor than safety's limit.

    Raises BadInput for an unknown routine, NotOffered with a sentence when it is not for this baby now.
    """
    routine = content.routines.get(routine_id)
    if routine is None:
        raise BadInput(f"There is no routine named {routine_id!r}.")
    _refuse(routine, wish)
    pieces, left_out = _sift(content, routine, wish)
    if not any(piece.stroke.id not in ALWAYS_DONE for piece in pieces):
        raise NotOffered(words.NOTHING_LEFT)
    minutes = routine.target_minutes if wish.minutes is None else wish.minutes
    if wish.max_minutes is not None and not routine.practice:
        minutes = min(minutes, wish.max_minutes)
    asks_each = wish.practice_days < content.cue_timing.permission_weeks * DAYS_PER_WEEK
    rest_allowed = routine.practice or _why_not(content.strokes["resting_hands"], wish) is None
    fitted = fit(
        content,
        pieces,
        budget=int(minutes * SECONDS_PER_MINUTE),
        asks_each=asks_each,
        rest=rest_allowed,
        favourite=wish.favourite,
    )
    if fitted is None:
        raise NotOffered(words.TOO_SHORT)
    steps, dropped = fitted
    late = tuple(LeftOut(stroke, words.NO_TIME) for stroke in dropped)
    seconds = sum(step.seconds for step in steps)
    return Plan(routine.id, steps, left_out + late, seconds, wish.practice_days, wish.oil)


def offered(content: Content, wish: Wish) -> tuple[Offer, ...]:
    """Return the routines that can be done now, in the content's order."""
    found = []
    for routine in content.routines.values():
        try:
            done = plan(content, routine.id, wish)
        except NotOffered:
            continue
        minutes = round(done.seconds / SECONDS_PER_MINUTE, 1)
        found.append(Offer(routine.id, routine.name, minutes, done.left_out))
    return tuple(found)


def pick(
    content: Content,
    wish: Wish,
    need: str | None = None,
    *,
    hour: int | None = None,
    preterm: bool = False,
    crawls: bool = False,
) -> str:
    """Return the routine for "Massage now": the first rule of the picker whose routine is offered.

    `need` None: bedtime in the evening, else none in particular. `hour`: the family's own, 0-23. `preterm`:
    born before 37 weeks. Raises NotOffered when nothing at all fits.
    """
    if need is None and hour is not None and (hour >= EVENING_FROM_HOUR or hour < NIGHT_UNTIL_HOUR):
        need = "sleep"
    for candidate in dict.fromkeys(_candidates(content, wish, need, preterm=preterm, crawls=crawls)):
        try:
            plan(content, candidate, wish)
        except NotOffered:
            continue
        return candidate
    raise NotOffered(words.NOT_BORN if wish.age_days is None else words.NONE_FITS)


def _candidates(
    content: Content, wish: Wish, need: str | None, *, preterm: bool, crawls: bool
) -> Iterator[str]:
    if wish.age_days is None:
        yield from (routine.id for routine in content.routines.values() if routine.practice)
        return
    fitting = [r for r in content.picker if _fits(r, wish, need, preterm=preterm, crawls=crawls)]
    last_need = max((i for i, rule in enumerate(content.picker) if rule.need), default=-1)
    by_need = set(content.picker[: last_need + 1])
    real = [r for r in content.routines.values() if not r.practice and not r.needs_clinician]
    yield from (rule.then for rule in fitting if rule in by_need)
    # A need that the picker has no line for (teething, twins) has a routine of its own: before the general
    # lines.
    if need not in (None, "routine"):
        yield from (r.id for r in real if r.need == need)
    yield from (rule.then for rule in fitting if rule not in by_need)
    # None of these is possible: the first real massage while the rest is still to come, else the shortest.
    yield from (r.id for r in sorted(real, key=lambda r: (r.need != "learn", r.target_minutes)))


def _fits(rule: PickRule, wish: Wish, need: str | None, *, preterm: bool, crawls: bool) -> bool:
    age = max(wish.age_days or 0, 0)
    weeks, months = age / DAYS_PER_WEEK, age / DAYS_PER_MONTH
    return not (
        (rule.need and rule.need != need)
        or (rule.caregiver and rule.caregiver != wish.caregiver)
        or (rule.from_weeks is not None and weeks < rule.from_weeks)
        or (rule.below_weeks is not None and weeks >= rule.below_weeks)
        or (rule.from_months is not None and months < rule.from_months)
        or (rule.below_minutes is not None and (wish.minutes is None or wish.minutes >= rule.below_minutes))
        or (rule.preterm_not_cleared and (not preterm or wish.cleared))
        or (rule.no_area_learned and wish.practice_days > 0)
        or (rule.crawls and not crawls)
    )


def _refuse(routine: Routine, wish: Wish) -> None:
    """Raise NotOffered when the whole routine is not for this baby now."""
    if routine.practice:
        return
    if wish.allowed is not None and not wish.allowed:
        raise NotOffered(words.NOTHING_SAFE)
    if routine.needs_clinician and not wish.cleared:
        raise NotOffered(words.ROUTINE_CLINICIAN)
    if wish.age_days is None:
        raise NotOffered(words.NOT_BORN)
    bounds = _age_bounds(routine)
    # A corrected age lies below zero before the due date; there the routines of the first day hold.
    age = max(wish.age_days, 0)
    if bounds[0] is not None and age < bounds[0]:
        raise NotOffered(words.ROUTINE_TOO_YOUNG)
    if bounds[1] is not None and age > bounds[1]:
        raise NotOffered(words.ROUTINE_TOO_OLD)


def _age_bounds(routine: Routine) -> tuple[float | None, float | None]:
    """Return the routine's own ages in days, both included; none where the unit counts something else."""
    if routine.needs_clinician:
        return None, None  # in gestational weeks and stable: the hospital team's clearance stands for both
    unit = {"weeks": float(DAYS_PER_WEEK), "months": DAYS_PER_MONTH}.get(routine.age.unit)
    if unit is None:
        return None, None
    low, high = routine.age.from_, routine.age.to
    return (None if low is None else low * unit, None if high is None else high * unit)


def _sift(content: Content, routine: Routine, wish: Wish) -> tuple[tuple[Piece, ...], tuple[LeftOut, ...]]:
    """Return what remains of the routine, and each stroke that does not, once, with the first reason."""
    pieces: list[Piece] = []
    left: dict[str, LeftOut] = {}
    for step in routine.steps:
        stroke = content.strokes[step.stroke]
        why = None if routine.practice else _why_not(stroke, wish)
        if why is None:
            pieces.append(_piece(stroke, step))
        else:
            left.setdefault(stroke.id, LeftOut(stroke.id, why))
    return tuple(pieces), tuple(left.values())


def _why_not(stroke: Stroke, wish: Wish) -> str | None:
    age = max(wish.age_days or 0, 0)
    if stroke.id in ("permission", "closing"):
        return None
    if age < stroke.age.from_weeks * DAYS_PER_WEEK:
        return words.TOO_YOUNG
    if stroke.age.to_months is not None and age > stroke.age.to_months * DAYS_PER_MONTH:
        return words.TOO_OLD
    if stroke.needs_clinician and not wish.cleared:
        return words.CLINICIAN
    if wish.allowed is not None and stroke.id not in wish.allowed:
        return words.NOT_TODAY
    if wish.positions is not None and not wish.positions & set(stroke.position):
        return words.POSITION
    return None


def _piece(stroke: Stroke, step: RoutineStep) -> Piece:
    """Return the stroke with the routine's own dose. `seconds` of a routine's step are for one side."""
    each = stroke.seconds_per_side / stroke.reps.default
    if step.seconds is not None:
        reps = max(1, round(step.seconds / each))
        seconds: float = step.seconds
    else:
        reps = step.reps or stroke.reps.default
        seconds = reps * each
    sides: Sequence[Literal["left", "right", "both"] | None]
    if stroke.side == "each":
        sides = ("right",) if step.sides == 1 else ("right", "left")
    else:
        sides = ("both",) if stroke.side == "both" else (None,)
    return Piece(stroke=stroke, reps=reps, rep_seconds=seconds / reps, sides=tuple(sides))
