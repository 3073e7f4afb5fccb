"""When a hand is where: a track as one SMIL motion with its key points, key times and opacity."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

from warmhands.charts.svg import ROUND, Point, pair, polyline, smooth
from warmhands.charts.tracks import Run, Track

AWAY = 0.35  # how much of a lifted hand is seen on its way to the next place
SHORTEST = 24.0  # a press or a rolled finger takes as long as so many figure units of gliding


def along(run: Run, steps: int = 12) -> list[Point]:
    """The same smooth curve that `svg.smooth` writes, as fine points."""
    if len(run) < 3:
        return list(run)
    around = [run[0], *run, run[-1]]
    out: list[Point] = []
    for before, here, there, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        for k in range(steps):
            out.append(_cubic(before, here, there, after, k / steps))
    return [*out, run[-1]]


def _cubic(before: Point, here: Point, there: Point, after: Point, t: float) -> Point:
    def axis(i: int) -> float:
        one, two = here[i] + (there[i] - before[i]) / ROUND, there[i] - (after[i] - here[i]) / ROUND
        u = 1 - t
        return u**3 * here[i] + 3 * u * u * t * one + 3 * u * t * t * two + t**3 * there[i]

    return axis(0), axis(1)


def length(run: Run, *, straight: bool = False) -> float:
    fine = run if straight else along(run)
    return sum(math.dist(a, b) for a, b in itertools.pairwise(fine))


def written(run: Run, *, straight: bool = False) -> str:
    """Path data of one run."""
    if len(run) == 1:
        return f"M{pair(run[0])}"
    return polyline(run) if straight else smooth(list(run))


@dataclass(frozen=True, slots=True)
class Timing:
    """One repetition of a track. `times`, `places` and `opacity` have one value for every key."""

    path: str  # the way, with the lifted parts as straight lines
    times: tuple[float, ...]  # 0 … 1 of the repetition
    places: tuple[float, ...]  # 0 … 1 of the path
    opacity: tuple[float, ...]

    @property
    def lifts(self) -> bool:
        return min(self.opacity) < 1


def timing(track: Track, *, lift: float, dwell: float = 0.0) -> Timing:
    """Runs share the repetition by their lengths; `lift` of it goes by with the hand off the baby.

    `dwell`: the share of each run's time that the hand waits at its end (presses, toes).
    """
    runs = track.runs
    drawn = [written(run, straight=track.straight) for run in runs]
    joined = drawn[0] + "".join("L" + data[1:] for data in drawn[1:])
    lengths = [max(length(run, straight=track.straight), SHORTEST) for run in runs]
    gaps = [math.dist(a[-1], b[0]) for a, b in itertools.pairwise(runs)]
    total = sum(length(run, straight=track.straight) for run in runs) + sum(gaps) or 1.0
    off = lift / len(runs)
    keys = [(0.0, 0.0, 0.0), (off / 4, 0.0, 1.0)] if lift else [(0.0, 0.0, 1.0)]
    clock = done = 0.0
    for k, run in enumerate(runs):
        share = (1 - lift) * lengths[k] / sum(lengths)
        arrived = done + length(run, straight=track.straight) / total
        begin = max(clock, keys[-1][0])
        clock += share
        if dwell:
            keys.append((begin + (clock - begin) * (1 - dwell), arrived, 1.0))
        keys.append((clock, arrived, 1.0))
        clock, done = clock + off, arrived
        if not lift:
            continue
        if k == len(runs) - 1:
            keys.append((1.0, arrived, 0.0))
        else:
            done = arrived + gaps[k] / total
            keys += [(clock - off * 0.7, arrived, AWAY), (clock - off * 0.3, done, AWAY), (clock, done, 1.0)]
    keys[-1] = (1.0, 1.0, keys[-1][2])
    return Timing(joined, *(tuple(key[i] for key in keys) for i in range(3)))
