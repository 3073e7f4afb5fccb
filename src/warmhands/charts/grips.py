"""How a grown-up's hand stands on the picture: its size on each figure, its turn, left or right hand."""

from __future__ import annotations

from dataclasses import dataclass

from warmhands.charts.parts import transform
from warmhands.charts.svg import Point, el
from warmhands.charts.tracks import Track
from warmhands.content.model import Drawing, Figure, FigureId, HandShape, Rest

# A flat hand is about 95 units long; beside a baby of 400 units that is a little small for life, so that the
# baby stays visible. On close-ups hands grow as the baby does.
SIZE: dict[FigureId, float] = {
    "front": 0.86,
    "back": 0.9,
    "side": 0.9,
    "crawl": 0.9,
    "held": 1.05,
    "toddler": 0.9,
    "face": 1.35,
    "hand": 1.5,
    "hand_top": 1.5,
    "foot": 1.5,
    "foot_top": 1.5,
    "swap": 1.9,
}


@dataclass(frozen=True, slots=True)
class Grip:
    """One hand of the grown-up: which art, how big, how turned. `mirror`: a left hand."""

    shape: HandShape
    turn: float
    mirror: bool
    scale: float


def grip_of(drawing: Drawing, figure: Figure, track: Track, sides: int) -> Grip:
    """The hand that follows `track`; `sides`: on how many of the baby's sides the stroke works at once."""
    at_left = track.start[0] < figure.size[0] / 2
    scale = SIZE[figure.id] * drawing.size
    angle = drawing.angles[track.index % len(drawing.angles)]
    if sides == 2:
        return Grip(drawing.shape, -angle if at_left else angle, at_left, scale)
    second = track.index == 1
    if track.side is None:
        # One hand is the right hand; of two around the clock the first (the sun) is the left one.
        sun = drawing.motion == "circle" and drawing.hands == 2
        return Grip(drawing.shape, angle, second != sun, scale)
    return Grip(drawing.shape, -angle if at_left else angle, second != at_left, scale)


def rest_grip(rest: Rest, drawing: Drawing, figure: Figure, at: Point) -> Grip:
    """A resting hand is the left hand, mirrored on the other side of the picture."""
    at_left = at[0] < figure.size[0] / 2
    scale = SIZE[figure.id] * drawing.size
    return Grip(rest.shape, -rest.angle if at_left else rest.angle, not at_left, scale)


def hand(grip: Grip, href: str, *, at: Point = (0, 0), opacity: float | None = None) -> str:
    """A `use` of the hand. `href` is what comes before the name of a part: `#s-` or `…/figures.svg#`."""
    placed = transform(at=at, turn=grip.turn, mirror=grip.mirror, scale=grip.scale)
    return el("use", href=f"{href}hand-{grip.shape}", transform=placed, opacity=opacity)
