"""What a walk says: fewer and fewer words once a stroke is known, and silence in between."""

from __future__ import annotations

from collections.abc import Mapping

from warmhands.content.model import Content
from warmhands.science import words
from warmhands.science.routine import Plan
from warmhands.science.routine_fit import ASKS

# Convention: the first times how and what, then what, then the name alone.
SAY_FROM_TIMES = 3
NAME_FROM_TIMES = 8

_FIXED: Mapping[str, tuple[str, ...]] = {
    "pause": (words.PAUSE,),
    "still": (words.LEAVE,),
    "comfort": (words.COMFORT,),
    "feed": (words.FEED,),
    "night": (words.NIGHT,),
    "help": (words.HELP,),
    "end": (words.END,),
}


class Voice:
    """The texts of a plan's steps, as message ids."""

    def __init__(self, content: Content, plan: Plan, known: Mapping[str, int]) -> None:
        self._content = content
        self._plan = plan
        self._known = known
        self._said: dict[tuple[int, str], tuple[str, ...]] = {}

    def fixed(self, kind: str) -> tuple[str, ...]:
        """Return what is said in a state that belongs to no step."""
        return _FIXED[kind]

    def ask(self, at: int) -> tuple[str, ...]:
        """Return the question for the area of a step."""
        return (words.ASK[self._plan.steps[at].region],)

    def say(self, at: int, level: str) -> tuple[str, ...]:
        """Return what is said on entering a step at a level of unsureness, or once more, or with the
        question.
        """
        if (at, level) not in self._said:  # the same for each memory of the session
            self._said[at, level] = self._at_level(at, level)
        return self._said[at, level]

    def _at_level(self, at: int, level: str) -> tuple[str, ...]:
        if level == "0":
            return self.base(at)
        if level == "p":
            return (words.PROMPT,)
        stroke = self._content.strokes[self._plan.steps[at].stroke]
        if level == "r":
            return (stroke.name,)
        if level == "a":
            return (words.AGAIN, stroke.name)
        known = self._times(at) >= NAME_FROM_TIMES
        softly = words.SOFTER if level == "1" else words.SLOWER
        return (softly, *self._side(at), stroke.name if known else stroke.say)

    def base(self, at: int) -> tuple[str, ...]:
        """Return what is said when a step begins in the ordinary way."""
        step = self._plan.steps[at]
        stroke = self._content.strokes[step.stroke]
        if step.stroke in ASKS:
            return self._question(at)
        lead = (*self._turn(at), *self._side(at))
        times = self._times(at)
        if times >= NAME_FROM_TIMES:
            return (*lead, stroke.name)
        if times >= SAY_FROM_TIMES:
            return (*lead, stroke.say)
        return (*lead, *stroke.how, stroke.say)

    def _question(self, at: int) -> tuple[str, ...]:
        if at > 0:
            return (*self._turn(at), *self.ask(at))
        oil = {"none": (words.DRY,), "prescribed_only": (words.PRESCRIBED,)}.get(self._plan.oil, ())
        stroke = self._content.strokes[self._plan.steps[0].stroke]
        how = stroke.how if self._known.get(stroke.id, 0) < SAY_FROM_TIMES else ()
        return (*oil, *how, *self.ask(at))

    def _times(self, at: int) -> int:
        """Return how often the family knows the stroke; a stroke met before in this walk is known by name."""
        stroke = self._plan.steps[at].stroke
        if any(step.stroke == stroke for step in self._plan.steps[:at]) and stroke != "resting_hands":
            return NAME_FROM_TIMES
        return self._known.get(stroke, 0)

    def _side(self, at: int) -> tuple[str, ...]:
        """Return a word when the hands come to a limb or change the side, and silence while they stay."""
        step = self._plan.steps[at]
        if step.side not in ("left", "right") or (at and self._plan.steps[at - 1].side == step.side):
            return ()
        sides = words.FIRST_SIDE if step.side == "right" else words.SECOND_SIDE
        return (sides.get(step.region, sides["other"]),)

    def _turn(self, at: int) -> tuple[str, ...]:
        """Return a word when the baby has to be brought over to another position."""
        if not at or self._plan.steps[at].stroke == "closing":
            return ()
        after = next((s for s in self._plan.steps[at:] if s.stroke not in (*ASKS, "resting_hands")), None)
        if after is None or any(
            s.region == after.region
            for s in self._plan.steps[:at]
            if s.stroke not in (*ASKS, "resting_hands")
        ):
            return ()
        before = [s for s in self._plan.steps[:at] if s.stroke not in (*ASKS, "resting_hands")]
        if not before or self._plan.steps[at - 1].stroke in ASKS:
            return ()  # the question before has said it already
        old, new = (set(self._content.strokes[s.stroke].position) for s in (before[-1], after))
        return () if old & new else (words.TURN,)
