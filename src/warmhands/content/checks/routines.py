"""Routines ask first and close last, and offer nothing at an age at which nothing is left of them."""

from __future__ import annotations

from collections.abc import Iterator

from warmhands.content.model import Content, Routine, Stroke

ASKS = ("permission", "tod_choice")  # a child who can answer is asked with two choices
CLOSES = "closing"
WEEKS_PER_MONTH = 365.25 / 12 / 7


def faults(content: Content) -> Iterator[str]:
    """Yield a sentence for each routine that does not ask or close, or claims an age it cannot keep."""
    for routine in content.routines.values():
        if any(step.stroke not in content.strokes for step in routine.steps):
            continue  # named by links
        where = f"routines.yaml: {routine.id}"
        if not routine.steps:
            yield f"{where}: it has no steps"
            continue
        if routine.steps[0].stroke not in ASKS:
            yield f"{where}: it does not ask first ({' or '.join(ASKS)})"
        if routine.steps[-1].stroke != CLOSES:
            yield f"{where}: it does not end with the closing"
        yield from _ages(content, routine, where)
        yield from _steps(content, routine, where)


def _ages(content: Content, routine: Routine, where: str) -> Iterator[str]:
    if routine.practice:
        return
    if routine.age.from_ is None:
        yield f"{where}: only practice on a doll may leave out the age"
        return
    start, end = _weeks(routine, routine.age.from_), _weeks(routine, routine.age.to)
    if end is not None and end < (start or 0):
        yield f"{where}: its last age lies before its first"
    strokes = [content.strokes[step.stroke] for step in routine.steps]
    areas = [stroke for stroke in strokes if stroke.region != "whole"]
    last = "no end" if routine.age.to is None else f"to {routine.age.to:g}"
    for week, words in ((start, f"from {routine.age.from_:g}"), (end, last)):
        if not any(_allowed(stroke, week) for stroke in areas):
            yield f"{where}: it claims {words} {routine.age.unit}, but no area is left of it then"
    if start and start >= 0 and not _allowed(content.strokes[routine.steps[0].stroke], start):
        yield f"{where}: at its first age the child cannot be asked with {routine.steps[0].stroke}"


def _weeks(routine: Routine, age: float | None) -> float | None:
    """The age in weeks since birth; None is no end. Gestational weeks are counted from the due date."""
    if age is None:
        return None
    if routine.age.unit == "months":
        return age * WEEKS_PER_MONTH
    if routine.age.unit.startswith("gestational"):
        return max(0.0, age - 40)
    return age


def _allowed(stroke: Stroke, week: float | None) -> bool:
    last = stroke.age.to_months
    if week is None:
        return last is None
    return stroke.age.from_weeks <= week and (last is None or week <= last * WEEKS_PER_MONTH)


def _steps(content: Content, routine: Routine, where: str) -> Iterator[str]:
    for step in routine.steps:
        stroke = content.strokes[step.stroke]
        if step.reps is not None and not stroke.reps.min <= step.reps <= stroke.reps.max:
            yield (
                f"{where}: {step.reps} times {stroke.id}, but it is done "
                f"{stroke.reps.min} to {stroke.reps.max} times"
            )
        if step.sides is not None and (stroke.side != "each" or step.sides not in (1, 2)):
            yield f"{where}: {stroke.id} cannot have {step.sides} sides"
