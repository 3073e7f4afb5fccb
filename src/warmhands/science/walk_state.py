"""The values of a walk, and the two functions that walk it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["ask", "stroke", "hold", "pause", "comfort", "feed", "night", "help", "close", "end"]

HAND_EVENTS = (
    "yes",
    "no",
    "happy",
    "unsure",
    "enough",
    "crying",
    "pause",
    "resume",
    "asleep",
    "hungry",
    "wrong",
    "skip",
    "again",
    "stop",
)
TIME_EVENTS = ("done", "quiet", "waited", "prompt")
EVENTS = HAND_EVENTS + TIME_EVENTS


@dataclass(frozen=True, slots=True)
class State:
    """One state of a walk.

    say: message ids, spoken when the state is entered. seconds: how long until `done`, None: no end by
    itself.
    step: states with the same number share one clock (the clock of a stroke goes on when it becomes slower,
    and stands still in a pause); None: a clock of its own. on: event → next state; empty: an end.
    """

    kind: Kind
    say: tuple[str, ...]
    seconds: int | None
    stroke: str | None
    region: str | None
    side: str | None
    rep_seconds: float | None
    on: Mapping[str, str]
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Walk:
    """A routine's table: `start` and all states by id."""

    routine: str
    start: str
    states: Mapping[str, State]


def step(walk: Walk, state: str, event: str) -> str:
    """Return the next state's id. An event without an entry stays where it is."""
    return walk.states[state].on.get(event, state)


def trace(walk: Walk, events: Iterable[str]) -> list[str]:
    """Return the ids passed from the start, the start first, one more for each event."""
    passed = [walk.start]
    for event in events:
        passed.append(step(walk, passed[-1], event))
    return passed


def walk_json(walk: Walk, tr: Callable[[str], str] = str) -> dict[str, Any]:
    """Return the table as plain values; `tr` translates each message id before they are joined with a
    space.
    """
    return {
        "routine": walk.routine,
        "start": walk.start,
        "states": {name: _state_json(state, tr) for name, state in walk.states.items()},
    }


def _state_json(state: State, tr: Callable[[str], str]) -> dict[str, Any]:
    return {
        "kind": state.kind,
        "say": " ".join(tr(text) for text in state.say),
        "seconds": state.seconds,
        "stroke": state.stroke,
        "region": state.region,
        "side": state.side,
        "rep_seconds": state.rep_seconds,
        "step": state.step,
        "on": dict(state.on),
    }
