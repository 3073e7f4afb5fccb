"""The heavy part of a session: the table to walk, its pictures and names, made of its address alone.

The plan itself stands in the address, signed. So the answer holds nothing of a family, is the same for ever,
and a browser that has it never asks again: the page of the same massage tomorrow is light.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

from django.core.signing import BadSignature, Signer
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext

from warmhands.charts.stroke import draw_stroke
from warmhands.companion.guide import pictures
from warmhands.companion.guide import session_words as words
from warmhands.companion.shell.version import program_version
from warmhands.content.loader import load
from warmhands.science.routine import Plan
from warmhands.science.routine_fit import Step
from warmhands.science.units import DAYS_PER_WEEK
from warmhands.science.walk import compile_walk, walk_packed
from warmhands.science.walk_words import NAME_FROM_TIMES, SAY_FROM_TIMES

# What is shown where no stroke is done: a pause, and a baby that cries.
STILL_HANDS, HELD_CLOSE = "resting_hands", "closing"
FIGURES = "shell/figures.svg"
OneSide = Literal["left", "right"]
ONE_SIDE: Mapping[str, OneSide] = {"left": "left", "right": "right"}  # both sides are one picture
_SIGNER = Signer(salt="warmhands.guide.table")


def table_address(plan: Plan, known: Mapping[str, int]) -> str:
    """Return where the plan's table is to be had. What changes nothing in it is rounded: addresses repeat."""
    asking_days = load().cue_timing.permission_weeks * DAYS_PER_WEEK
    made_of = {
        "routine": plan.routine,
        "oil": plan.oil,
        "practice_days": asking_days if plan.practice_days >= asking_days else 0,
        "steps": [[s.stroke, s.region, s.side, s.seconds, s.reps, s.rep_seconds] for s in plan.steps],
        "known": {s.stroke: _rounded(known.get(s.stroke, 0)) for s in plan.steps},
        "language": get_language() or "en",
        "version": f"{program_version()} {pictures.version()} {static(FIGURES)}",
    }
    return reverse("guide:table", args=[_SIGNER.sign_object(made_of, compress=True)])


def _rounded(times: int) -> int:
    """Return how well a stroke is known, as far as the voice makes a difference."""
    return NAME_FROM_TIMES if times >= NAME_FROM_TIMES else SAY_FROM_TIMES if times >= SAY_FROM_TIMES else 0


def table_of(signed: str) -> dict[str, Any]:
    """Return the table of an address as plain values. Raises LookupError for one that was not made here."""
    try:
        made_of = _SIGNER.unsign_object(signed)
    except BadSignature:
        raise LookupError(signed[:20]) from None
    content = load()
    steps = tuple(Step(*row) for row in made_of["steps"])
    if not {step.stroke for step in steps} <= content.strokes.keys():
        raise LookupError("of an older content")
    plan = Plan(
        routine=made_of["routine"],
        steps=steps,
        left_out=(),
        seconds=sum(step.seconds for step in steps),
        practice_days=made_of["practice_days"],
        oil=made_of["oil"],
    )
    walk = compile_walk(content, plan, known=made_of["known"])
    states = [state for state in walk.states.values() if state.stroke]
    shown = {(state.stroke or "", ONE_SIDE.get(state.side or "")): None for state in states}
    return {
        "walk": walk_packed(walk, gettext),
        "planned": [_step(step) for step in steps],
        "pictures": {
            picture_key(stroke, side): _drawn(stroke, side, made_of["language"])
            for stroke, side in {**shown, (STILL_HANDS, None): None}
        },
        "strokes": {stroke: gettext(content.strokes[stroke].name) for stroke, _side in shown},
        "sides": _sides(steps),
    }


def picture_key(stroke: str, side: str | None) -> str:
    """Return the name of a picture: of the stroke, or of the stroke on one side."""
    return f"{stroke}-{side}" if side in ONE_SIDE else stroke


def _step(step: Step) -> dict[str, Any]:
    return {
        "stroke": step.stroke,
        "region": step.region,
        "side": step.side or "",
        "seconds": step.seconds,
        "reps": step.reps,
        "rep_seconds": round(step.rep_seconds, 2),
    }


def _sides(steps: Sequence[Step]) -> dict[str, str]:
    """Return the baby's own sides in words, for those that are met: "legs-left" -> "baby's left leg"."""
    met = {f"{step.region}-{step.side}": side_words(step.region, step.side) for step in steps}
    return {place: said for place, said in met.items() if said}


def side_words(region: str, side: str | None) -> str:
    """Return the baby's own side in words; empty where there is none to name."""
    return str(words.SIDES.get(f"{region}-{side}") or words.SIDES.get(side or "") or "")


@lru_cache(maxsize=512)
def _drawn(stroke: str, side: OneSide | None, language: str) -> str:
    """Return one picture; `language` is part of the key, as title and description are spoken."""
    content = load()
    item = content.strokes[stroke]
    place = side_words(item.region, side)
    name = gettext(item.name)
    return draw_stroke(
        content,
        stroke,
        side=side,
        title=f"{name}, {place}" if place else name,
        describe="",  # the page says it in words, beside the picture and aloud
        figures_href=static(FIGURES),
    )
