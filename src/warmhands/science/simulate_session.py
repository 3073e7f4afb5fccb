"""One invented massage: a compiled walk, really walked, with a made-up baby's signs.

The rates of the signs are inventions for a demonstration and say nothing about real babies.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warmhands.science.units import SECONDS_PER_MINUTE
from warmhands.science.walk import State, Walk, step

if TYPE_CHECKING:
    from numpy.random import Generator

# Signs in a minute of stroking, for a baby who has known massage for weeks.
HAPPY_PER_MINUTE = 0.35
UNSURE_PER_MINUTE = 0.10
ENOUGH_PER_MINUTE = 0.015
CRYING_PER_MINUTE = 0.006
ASLEEP_PER_MINUTE = 0.02  # at bedtime only
SETTLING_DAYS = 30.0  # convention: a new family's unsure signs halve in about three weeks of practice
QUIET_SECONDS = 90  # the player's own times: no sign for so long, so long in a pause
PROMPT_SECONDS = 180
WAITED_SECONDS = 60
MOST_EVENTS = 1_000


@dataclass(frozen=True, slots=True)
class Session:
    """What the player would have kept. timeline: s, event, state, stroke, region and side of each event.

    liked: seconds of happy strokes by area; done: how often each stroke came to its end.
    """

    seconds: int
    ended: str
    timeline: tuple[Mapping[str, object], ...]
    liked: Mapping[str, float]
    done: Mapping[str, int]


def simulate_session(walk: Walk, rng: Generator, *, practice_days: int, bedtime: bool) -> Session:
    """Walk one session. `bedtime`: a baby may fall asleep under the hands."""
    course = _Course(walk, rng, practice_days=practice_days, bedtime=bedtime)
    for _ in range(MOST_EVENTS):
        if not course.state.on:
            break
        course.go_on()
    return Session(
        round(course.now), course.state.kind, tuple(course.rows), dict(course.liked), dict(course.done)
    )


class _Course:
    def __init__(self, walk: Walk, rng: Generator, *, practice_days: int, bedtime: bool) -> None:
        self.walk, self.rng = walk, rng
        self.name = walk.start
        self.now = 0.0
        self.spent = 0.0  # of the clock of the step
        self.sign = 0.0  # the last sign by hand
        self.rows: list[Mapping[str, object]] = []
        self.liked: dict[str, float] = {}
        self.done: dict[str, int] = {}
        new = 2 ** (-practice_days / (SETTLING_DAYS * 0.7))
        self.rates = {
            "happy": HAPPY_PER_MINUTE,
            "unsure": UNSURE_PER_MINUTE * (1 + 2 * new),
            "enough": ENOUGH_PER_MINUTE * (1 + new),
            "crying": CRYING_PER_MINUTE * (1 + new),
            "asleep": ASLEEP_PER_MINUTE if bedtime else 0.0,
        }
        self._row("begin")

    @property
    def state(self) -> State:
        return self.walk.states[self.name]

    def go_on(self) -> None:
        """Let the next thing happen: a sign, or the time of the state is over."""
        kind = self.state.kind
        if kind == "ask":
            self._answer()
        elif kind == "pause" and self.state.seconds is None:
            self._wait()
        elif kind == "comfort":
            self._soothe()
        elif kind in ("stroke", "hold"):
            self._touch()
        else:
            self._send("done", self.state.seconds or 0)

    def _answer(self) -> None:
        chance = self.rng.random()
        event = "yes" if chance < 0.7 else "no" if chance < 0.73 else "done"
        self._send(event, (self.state.seconds or 0) if event == "done" else 4 + 4 * self.rng.random())

    def _wait(self) -> None:
        chance = self.rng.random()
        if chance < 0.1:
            self._send("waited", WAITED_SECONDS)
        else:
            self._send("happy" if chance < 0.4 else "resume", 10 + 30 * self.rng.random())

    def _soothe(self) -> None:
        if self.rng.random() < 0.4:
            self._send("yes", 40 + 80 * self.rng.random())
        else:
            self._send("stop", 60 + 60 * self.rng.random())

    def _touch(self) -> None:
        """A stroke runs to its end unless a sign comes first; a long silence is an event too."""
        left = max(0.0, (self.state.seconds or 0) - self.spent)
        rate = sum(self.rates.values()) / SECONDS_PER_MINUTE
        until_sign = float(self.rng.exponential(1 / rate))
        silent = self.now - self.sign
        due = [(left, "done"), (until_sign, "")]
        if "quiet" in self.state.on:
            due.append((max(0.0, QUIET_SECONDS - silent), "quiet"))
        if "prompt" in self.state.on and silent < PROMPT_SECONDS:
            due.append((PROMPT_SECONDS - silent, "prompt"))
        after, event = min(due)
        self._send(event or self._sign(), after)

    def _sign(self) -> str:
        pick = self.rng.random() * sum(self.rates.values())
        for event, rate in self.rates.items():
            pick -= rate
            if pick <= 0:
                return event
        return "happy"

    def _send(self, event: str, after: float) -> None:
        before = self.state
        self.now += after
        self.spent += after
        if before.kind == "stroke" and before.region and event in ("happy", "done"):
            self.liked[before.region] = self.liked.get(before.region, 0.0) + (20 if event == "happy" else 1)
        if before.stroke and event == "done":
            self.done[before.stroke] = self.done.get(before.stroke, 0) + 1
        self.name = step(self.walk, self.name, event)
        if before.step is None or before.step != self.state.step:
            self.spent = 0.0
        elif before.seconds is None:
            self.spent -= after  # the clock of a stroke stands still in its pause
        if event not in ("done", "quiet", "waited", "prompt"):
            self.sign = self.now
        self._row(event)

    def _row(self, event: str) -> None:
        state = self.state
        row = {"s": round(self.now), "event": event, "state": self.name}
        named = {"stroke": state.stroke, "region": state.region, "side": state.side}
        self.rows.append(row | {name: value for name, value in named.items() if value})
