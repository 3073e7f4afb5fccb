"""How strokes are drawn, as frozen values. `model` re-exports these names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

FigureId = Literal[
    "front",
    "back",
    "side",
    "face",
    "hand",
    "hand_top",
    "foot",
    "foot_top",
    "held",
    "crawl",
    "toddler",
    "swap",
]
HandShape = Literal["flat", "open", "comb", "grip", "thumb", "finger", "pinch", "child"]
Motion = Literal[
    "still",  # hands rest, a slow breath
    "show",  # open hands are shown, nothing is touched
    "glide",  # a hand travels along the path and lifts off at its end
    "there_and_back",  # the hand travels the path, which already returns
    "circle",  # the path is one turn (or small circles at an anchor)
    "press",  # press and release at the anchors
    "roll",  # rolled between flat palms along the path
    "walk",  # fingertips or thumbs step along the path
    "bend",  # a limb bends and straightens
    "cross",  # limbs cross and open
    "bounce",  # a loose, tiny bounce
    "free",  # no fixed path: follow the child
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A named point of a figure, in the figure's own units (y grows downwards).

    `at`: a point on the middle line, or one whose name says the side. `left` and `right`: the BABY's own left
    and right. A point may have all three: `at` for one hand, left and right for a hand on each side.
    """

    at: tuple[float, float] | None = None
    left: tuple[float, float] | None = None
    right: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    id: FigureId
    name: str
    size: tuple[float, float]  # width and height of the view box
    anchors: Mapping[str, Anchor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Another hand that lies still while the stroke goes on: it supports an ankle, it waits on the bottom."""

    anchor: str
    shape: HandShape = "flat"
    angle: float = 0.0
    side: Literal["left", "right", ""] = ""  # where it rests on another side than the stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """How a stroke is drawn: on which figure, and how the hands move along the stroke's path."""

    stroke: str
    figure: FigureId
    motion: Motion
    hands: int = 1  # how many hands are drawn, 0 for none
    radius: float | None = None  # of small circles, presses, rolls or zigzags, in figure units
    note: str = ""  # one sentence for who cannot see the picture
    shape: HandShape = "flat"
    # One for each hand, in degrees clockwise from "fingers up", at the viewer's right.
    angles: tuple[float, ...] = (0.0,)
    size: float = 1.0  # of the hand
    visits: tuple[str, ...] = ()  # finer points to visit where the path is coarser than the hand
    lifts: tuple[int, ...] = ()  # places in the visits where the hand lifts off and begins a new run
    bow: float = 0.0  # how far a line from point to point bows upwards, in figure units
    straight: bool = False  # lines with corners, as in letters, instead of one smooth curve
    gap: float = 0.0  # how far apart two hands travel along one path
    turns: int = 1  # small circles, presses or crossings in one repetition
    twist: float = 0.0  # degrees by which a gliding hand turns
    # How a second hand keeps time with the first.
    beats: Literal["together", "alternate", "follow"] = "together"
    fade: bool = False  # lighter each time
    pose: str = ""  # which limbs move, a key of charts/poses.py
    # Where the drawing needs a side and the stroke gives none.
    side: Literal["left", "right", "both", ""] = ""
    rests: tuple[Rest, ...] = ()
    view: tuple[float, float, float, float] | None = None  # the part of the figure shown: x, y, width, height
    offers: tuple[str, ...] = ()  # small pictures above the hands, to choose from: parts of charts/figures.py
    shape_drawn: Literal["heart", "sun", ""] = ""  # what a finger draws where there is no path
