"""SMIL elements: motion and animated attributes that repeat for ever. No script, no style, no ids."""

from __future__ import annotations

from collections.abc import Sequence

from warmhands.charts.svg import el, number

EASE = ".4 0 .6 1"


def listed(values: Sequence[float], places: int = 3) -> str:
    return ";".join(number(v, places) for v in values)


def seconds(value: float) -> str:
    return f"{number(value, 3)}s"


def begin(phase: float, duration: float) -> str | None:
    """A start before the picture opens, so that a second hand is `phase` of a repetition ahead."""
    return seconds(-phase * duration) if phase else None


def animate(
    attribute: str, values: str, duration: float, *, times: Sequence[float] | None = None, phase: float = 0
) -> str:
    return el(
        "animate",
        attributeName=attribute,
        values=values,
        keyTimes=listed(times, 2) if times else None,
        dur=seconds(duration),
        begin=begin(phase, duration),
        repeatCount="indefinite",
    )


def turning(
    kind: str,
    values: Sequence[str],
    duration: float,
    *,
    times: Sequence[float] | None = None,
    phase: float = 0,
    ease: bool = True,
) -> str:
    """An animateTransform of `kind` (rotate, translate, scale) with eased steps."""
    return el(
        "animateTransform",
        attributeName="transform",
        type=kind,
        values=";".join(values),
        keyTimes=listed(times, 2) if times else None,
        calcMode="spline" if ease else None,
        keySplines=";".join([EASE] * (len(values) - 1)) if ease else None,
        dur=seconds(duration),
        begin=begin(phase, duration),
        repeatCount="indefinite",
    )


def travelling(
    path: str, places: Sequence[float], times: Sequence[float], duration: float, *, phase: float = 0
) -> str:
    return el(
        "animateMotion",
        path=path,
        keyPoints=listed(places),
        keyTimes=listed(times, 2),
        calcMode="linear",
        dur=seconds(duration),
        begin=begin(phase, duration),
        repeatCount="indefinite",
    )
