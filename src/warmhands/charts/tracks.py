"""Where the hands go: a stroke's path as points on its figure, one track for every hand that moves.

Everything here is geometry in figure units (y grows downwards). Left and right are the BABY's own.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import Literal

from warmhands.charts.svg import Point, circle_points
from warmhands.content.model import Drawing, Figure, Stroke

Side = Literal["left", "right"]
Run = tuple[Point, ...]

POINTS = 6  # of a small circle
NEST = 8.0  # between letters written over each other, in figure units
MOON = 0.78  # the half circle of the second hand runs inside the first hand's ring, as a part of its radius

# Where the thumbs press on a sole: from toes to heel, in parts of the radius.
_PRESSES = ((-0.55, -1.25), (0.75, -1.05), (-0.3, -0.45), (0.6, 0.05), (-0.15, 0.75), (0.25, 1.5))


@dataclass(frozen=True, slots=True)
class Track:
    """The way of one hand: the points its contact visits, run by run; between runs it is lifted off."""

    runs: tuple[Run, ...]
    side: Side | None
    index: int  # first or second hand
    closed: bool = False  # ends where it began, without lifting
    straight: bool = False  # lines with corners

    @property
    def start(self) -> Point:
        return self.runs[0][0]

    @property
    def end(self) -> Point:
        return self.runs[-1][-1]


def sides_of(stroke: Stroke, drawing: Drawing, side: Side | None) -> tuple[Side | None, ...]:
    """The baby's sides that the picture works on. A stroke for each side is drawn on `side`, or on the
    left.
    """
    if drawing.side == "both":
        return ("left", "right")
    if drawing.side == "left" or drawing.side == "right":
        return (drawing.side,)
    if stroke.side == "each":
        return (side or "left",)
    return ("left", "right") if stroke.side == "both" else (None,)


def point(figure: Figure, anchor: str, side: Side | None) -> Point:
    """Coordinates of an anchor for a hand on `side`. Raises KeyError when the figure lacks it."""
    spot = figure.anchors[anchor]
    named = {"left": spot.left, "right": spot.right, None: spot.at}[side] or spot.at
    if named is None:
        raise KeyError(f"{figure.id}: {anchor} has no point for side {side}")
    return named


def tracks(stroke: Stroke, drawing: Drawing, figure: Figure, side: Side | None = None) -> tuple[Track, ...]:
    """One track for every hand that moves, first hand first. Raises KeyError for an anchor that the figure
    lacks.
    """
    sides = sides_of(stroke, drawing, side)
    names = drawing.visits or stroke.path
    found = []
    for index in range(drawing.hands):
        own = sides[index % len(sides)]
        if own is None and drawing.motion == "still" and len(names) > 1:
            found.append(Track(((point(figure, names[index % len(names)], None),),), None, index))
            continue
        spots = [point(figure, name, own) for name in names]
        shift = _beside(drawing, index, len(sides))
        spots = [(x + shift, y) for x, y in spots]
        found.append(_track(drawing, figure, names, spots, own, index))
    return tuple(found)


def _beside(drawing: Drawing, index: int, sides: int) -> float:
    """Two hands on one path go side by side: how far this one stands off."""
    if not drawing.gap or sides == 2:
        return 0.0
    return drawing.gap if index == 0 else -drawing.gap


def _track(
    drawing: Drawing,
    figure: Figure,
    names: tuple[str, ...],
    spots: list[Point],
    side: Side | None,
    index: int,
) -> Track:
    outwards = -1 if spots[0][0] < figure.size[0] / 2 else 1
    match drawing.motion:
        case "still" | "show":
            return Track((tuple(spots[:1]),), side, index)
        case "circle":
            return _circle(drawing, figure, names, spots, side, index)
        case "press":
            return Track(tuple((spot,) for spot in _pressed(drawing, spots, outwards)), side, index)
        case "there_and_back":
            return Track((_there_and_back(drawing, spots, index),), side, index)
        case "free":
            return _free(drawing, spots, side, index)
        case "roll" if drawing.hands == 2:
            return Track((_beside_limb(spots, (drawing.radius or 0) * (1 if index else -1)),), side, index)
        case _:
            return Track(_runs(drawing, spots), side, index, straight=drawing.straight)


def _runs(drawing: Drawing, spots: list[Point]) -> tuple[Run, ...]:
    """The points cut where the hand lifts off, with the bow of each line. A lone anchor is stroked
    downwards.
    """
    if len(spots) == 1 and drawing.motion == "glide":
        return ((spots[0], (spots[0][0], spots[0][1] + (drawing.radius or 20))),)
    cuts = [0, *drawing.lifts, len(spots)]
    runs = [spots[a:b] for a, b in itertools.pairwise(cuts)]
    if drawing.straight:
        runs = _nested(runs)
    return tuple(tuple(bowed(run, drawing.bow)) for run in runs)


def _nested(runs: list[list[Point]]) -> list[list[Point]]:
    """Letters written over each other: each a little inside the one before, so that all stay readable.

    They share their last line; the inset goes towards the middle of all their points.
    """
    xs, ys = [x for run in runs for x, _ in run], [y for run in runs for _, y in run]
    mx, top = (min(xs) + max(xs)) / 2, min(ys)
    return [
        [(x + NEST * k * (1 if x < mx else -1), y + (NEST * k if y < top + 1 else 0)) for x, y in run]
        for k, run in enumerate(runs)
    ]


def bowed(run: list[Point], bow: float) -> list[Point]:
    """A point in the middle of every line, lifted by `bow`."""
    if not bow:
        return run
    out = [run[0]]
    for (ax, ay), (bx, by) in itertools.pairwise(run):
        out += [((ax + bx) / 2, (ay + by) / 2 - bow), (bx, by)]
    return out


def _circle(
    drawing: Drawing,
    figure: Figure,
    names: tuple[str, ...],
    spots: list[Point],
    side: Side | None,
    index: int,
) -> Track:
    """Around the clock, or small circles at an anchor, or a chain of small circles between two."""
    if names[0].startswith("clock_"):
        around = [point(figure, f"clock_{h % 12 or 12}", None) for h in range(9, 21, 2)]
        if drawing.hands == 2 and index == 1:
            mx, my = (sum(axis) / 6 for axis in zip(*around, strict=True))
            return Track(
                (tuple((mx + (x - mx) * MOON, my + (y - my) * MOON) for x, y in spots),), side, index
            )
        ring = around if drawing.hands == 2 else spots
        return Track(((*ring, ring[0]),), side, index, closed=True)
    radius = drawing.radius or 12
    # Mirror images: circles on the baby's right turn the other way, as two hands do.
    turn = -1 if spots[0][0] < figure.size[0] / 2 and side is not None else 1
    if len(spots) == 1:
        ring = circle_points(spots[0], radius, radius, start=0, sweep=360 * turn, steps=POINTS)
        return Track((tuple(ring),), side, index, closed=True)
    return Track((_chain(spots[0], spots[-1], radius, drawing.turns, turn),), side, index)


def _chain(start: Point, end: Point, radius: float, turns: int, turn: int) -> Run:
    """Small circles whose middle travels from `start` to `end`."""
    steps = POINTS * turns
    out = []
    for k in range(steps + 1):
        t = k / steps
        angle = turn * math.tau * turns * t
        cx, cy = start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t
        out.append((cx + radius * math.sin(angle), cy - radius * math.cos(angle)))
    return tuple(out)


def _pressed(drawing: Drawing, spots: list[Point], outwards: int) -> list[Point]:
    if len(spots) > 1 or not drawing.radius:
        return spots
    (x, y), r = spots[0], drawing.radius
    return [(x + dx * r * outwards, y + dy * r) for dx, dy in _PRESSES]


def _there_and_back(drawing: Drawing, spots: list[Point], index: int) -> Run:
    r = drawing.radius
    if not r:
        return tuple(spots)
    way = 1 if index == 0 else -1
    if len(spots) == 1:
        x, y = spots[0]
        return ((x - r * way, y), (x + r * way, y), (x - r * way, y))
    # From side to side across the line from point to point: hands pass each other.
    out: list[Point] = [spots[0]]
    for (ax, ay), (bx, by) in itertools.pairwise(spots):
        for k in range(1, drawing.turns + 1):
            t = k / drawing.turns
            sway = r * way * (1 if k % 2 else -1) if k < drawing.turns else 0
            out.append((ax + (bx - ax) * t + sway, ay + (by - ay) * t))
    return tuple(out)


def _beside_limb(spots: list[Point], offset: float) -> Run:
    """The path moved sideways, so that a palm lies at each side of the limb."""
    out = []
    for k, (x, y) in enumerate(spots):
        (ax, ay), (bx, by) = spots[max(k - 1, 0)], spots[min(k + 1, len(spots) - 1)]
        length = math.hypot(bx - ax, by - ay) or 1
        out.append((x - (by - ay) / length * offset, y + (bx - ax) / length * offset))
    return tuple(out)


def _free(drawing: Drawing, spots: list[Point], side: Side | None, index: int) -> Track:
    """No fixed path: a shape drawn on the back, small rubs, or simply from one part to the next."""
    r = drawing.radius or 10
    x, y = spots[0]
    if drawing.shape_drawn == "heart":
        half = [(0, -0.45), (0.45, -0.95), (1.05, -0.6), (0.8, 0.2), (0, 1.1)]
        heart = [*half, *((-a, b) for a, b in reversed(half[:-1]))]
        return Track((tuple((x + a * r, y + 18 + b * r) for a, b in heart),), side, index, closed=True)
    if drawing.shape_drawn == "sun":
        ring = circle_points((x, y + 20), r * 0.7, r * 0.7, start=0, sweep=360, steps=8)
        rays = [
            (
                circle_points((x, y + 20), r, r, start=a, sweep=0, steps=1)[0],
                circle_points((x, y + 20), r * 1.5, r * 1.5, start=a, sweep=0, steps=1)[0],
            )
            for a in (0, 60, 120, 180, 240, 300)
        ]
        return Track((tuple(ring), *rays), side, index)
    if len(spots) == 1:
        return Track(
            (tuple(circle_points(spots[0], r, r, start=0, sweep=360, steps=POINTS)),),
            side,
            index,
            closed=True,
        )
    middle = ((spots[0][0] + spots[-1][0]) / 2 + 26, (spots[0][1] + spots[-1][1]) / 2 - 30)
    return Track(((spots[0], middle, spots[-1]),), side, index)
