"""The way through a plan: which step comes after which, when some areas have been left for good."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from warmhands.content.model import Content
from warmhands.science.routine import Plan, Step
from warmhands.science.routine_fit import ASK_SECONDS, ASKS, area

MOVING = ("stroke", "movement")  # kinds of strokes that travel over the baby


class Road:
    """A plan's steps without the closing, and the questions that the compiler asks of them."""

    def __init__(self, content: Content, plan: Plan) -> None:
        self.steps: tuple[Step, ...] = plan.steps[:-1]
        self.ask_seconds = ASK_SECONDS
        self._kinds = [content.strokes[step.stroke].kind for step in self.steps]
        self._areas = [area(step.region) for step in self.steps]
        self._starts = self._find_starts()
        self._sweeps = self._find_sweeps()
        # Asked for each of hundreds of states: found once for each step.
        self._regions = {
            here: frozenset(
                s.region for s, other in zip(self.steps, self._areas, strict=True) if other == here
            )
            for here in set(self._areas)
        }
        self._ahead = [frozenset(s.region for s in self.steps[start:]) for start in self._starts]

    def kind(self, at: int) -> Literal["ask", "hold", "stroke"]:
        """Return what the step is in the words of the walk."""
        if self.steps[at].stroke in ASKS:
            return "ask"
        return "hold" if self._kinds[at] == "hold" else "stroke"

    def area_regions(self, at: int) -> frozenset[str]:
        """Return all regions of the step's area: a foot goes with its leg."""
        return self._regions[self._areas[at]]

    def areas(self, regions: Iterable[str]) -> frozenset[str]:
        """Return the areas that the regions belong to."""
        return frozenset(here for here, inside in self._regions.items() if inside & set(regions))

    def still_ahead(self, left: Iterable[str], at: int | None) -> frozenset[str]:
        """Return those of the left regions that can come again from `at` on: only these need remembering.

        Counted from where the area begins, as a happy sign leads back within it: a foot that was refused
        between two strokes of the leg stays refused.
        """
        return frozenset() if at is None else self._ahead[at].intersection(left)

    def after(self, at: int, left: frozenset[str], *, potent: bool) -> int | None:
        """Return the next step outside the left regions; None: the closing.

        potent: after a potent sign a sweep over the whole body is left out too, as it would touch the area
        left.
        """
        for k in range(at + 1, len(self.steps)):
            if self.steps[k].region not in left and not (potent and k in self._sweeps):
                return k
        return None

    def one_back(self, at: int, left: frozenset[str]) -> int | None:
        """Return the stroke before, within the same area; None when there is none."""
        for k in range(at - 1, self._starts[at] - 1, -1):
            if self.kind(k) != "ask" and self.steps[k].region not in left:
                return k
        return None

    def again_seconds(
        self, at: int, left: frozenset[str] = frozenset(), *, potent: bool = False
    ) -> int | None:
        """Return how long the stroke may be done once more; None: not here.

        The next stroke of the same area and side gives its time: then no path without a pause is longer than
        the plan. The last stroke of a side has none to give.
        """
        to = self.after(at, left, potent=potent)
        if to is None or self.kind(at) != "stroke" or self.kind(to) != "stroke":
            return None
        here, there = self.steps[at], self.steps[to]
        sides = [side if side in ("left", "right") else None for side in (here.side, there.side)]
        if to != at + 1 or sides[0] != sides[1] or self._areas[at] != self._areas[to]:
            return None
        return min(here.seconds, there.seconds)

    def _find_starts(self) -> list[int]:
        """Return, for each step, where its run of one area begins."""
        starts: list[int] = []
        for k, here in enumerate(self._areas):
            starts.append(starts[-1] if k and self._areas[k - 1] == here else k)
        return starts

    def _find_sweeps(self) -> frozenset[int]:
        """Return the steps of each run over the whole body that has a moving stroke, its question
        included.
        """
        found: set[int] = set()
        run: list[int] = []
        for k in range(len(self.steps) + 1):
            if k < len(self.steps) and self.steps[k].region == "whole":
                run.append(k)
                continue
            if any(self._kinds[i] in MOVING for i in run):
                found.update(run)
            run = []
        return frozenset(found)
