"""A stroke says in words which way the hands go; its path must go the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from warmhands.content.model import Figure, Stroke

Point = tuple[float, float]

# Which anchors a word of the directions may mean.
PLACES: dict[str, tuple[str, ...]] = {
    "hip": ("hip", "thigh", "buttocks"),
    "hip or ribs": ("hip", "sides", "rib_line"),
    "ankle": ("ankle",),
    "ankles": ("ankle",),
    "heel": ("heel",),
    "toes": ("toes",),
    "big toe": ("toe_1", "toes"),
    "little toe": ("toe_5", "toes"),
    "buttocks": ("buttocks",),
    "bottom": ("buttocks", "lower_back"),
    "feet": ("feet",),
    "ribs": ("rib_line",),
    "nappy line": ("nappy_line",),
    "neck": ("neck_base", "upper_back"),
    "top": ("upper_back",),
    "chest": ("chest",),
    "shoulder": ("shoulders",),
    "shoulders": ("shoulders",),
    "opposite shoulder": ("opposite_shoulder",),
    "wrist": ("wrist",),
    "heel of hand": ("palm_heel", "palm"),
    "fingertips": ("fingers", "finger_5"),
    "chin": ("chin",),
    "baby's right": ("baby_right_mid",),
    "left": ("baby_left_mid",),
}
FROM_TO = re.compile(
    r"(?:^|, )(?P<start>[a-z' ]+?) (?P<down>down )?to (?P<end>[a-z' ]+?)(?P<back> and back)?(?=,| \(|$)"
)


def faults(stroke: Stroke, figure: Figure, visits: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield a sentence where `path` (or the finer `visits` of the drawing) goes against `direction`."""
    for way in (stroke.path, visits) if visits else (stroke.path,):
        for fault in _faults(stroke, figure, way):
            yield f"strokes/{stroke.region}.yaml: {stroke.id}: {fault}"


def _faults(stroke: Stroke, figure: Figure, way: tuple[str, ...]) -> Iterator[str]:
    said = stroke.direction
    points = [place(figure, name) for name in way]
    yield from _from_to(said, way)
    if "clockwise" in said:
        yield from _turn(said, stroke.region, figure, points)
    if "outwards" in said and not _leaves_middle(figure, points):
        yield f"it says {said!r}, but the path does not lead outwards"
    if "going down the baby's left" in said:
        yield from _ends_down_left(figure, points)
    down = any(words in said for words in ("down to", "top to bottom", "never upwards"))
    if down and len(points) > 1 and points[0][1] >= points[-1][1]:
        yield f"it says {said!r}, but the path does not lead down"
    if "baby's right to left" in said and points[0][0] >= points[-1][0]:
        yield f"it says {said!r}, but the path goes to the baby's right"
    if said == "there and back" and way[0] != way[-1]:
        yield f"it says {said!r}, but the path does not come back to {way[0]}"
    yield from _own_side(stroke)


def _from_to(said: str, way: tuple[str, ...]) -> Iterator[str]:
    """`hip to ankle`: the path begins at the hip and ends (or, with `and back`, turns) at the ankle."""
    for match in FROM_TO.finditer(said):
        if match["start"] not in PLACES or match["end"] not in PLACES or len(way) < 2:
            continue
        there = way[: (len(way) + 1) // 2] if match["back"] else way
        if there[0] not in PLACES[match["start"]] or there[-1] not in PLACES[match["end"]]:
            yield f"it says {said!r}, but the path goes from {there[0]} to {there[-1]}"
        elif match["back"] and way[0] != way[-1]:
            yield f"it says {said!r}, but the path does not come back to {way[0]}"


def _turn(said: str, region: str, figure: Figure, points: list[Point]) -> Iterator[str]:
    """Clockwise as seen by the parent: on the front figure, with y growing downwards, a positive area."""
    if figure.id != "front":
        yield f"it says {said!r}, and that can only be drawn on the figure front"
    elif "anticlockwise" in said and region == "tummy":
        yield "a circle on the tummy goes clockwise, the way of the large bowel"
    elif twice_area(points) * (-1 if "anticlockwise" in said else 1) <= 0:
        yield f"it says {said!r}, but the path turns the other way"


def _ends_down_left(figure: Figure, points: list[Point]) -> Iterator[str]:
    """The last stroke follows the large bowel: down the baby's left, the viewer's right on the front."""
    middle = figure.size[0] / 2
    before, last = points[-2:]
    if figure.id != "front" or min(before[0], last[0]) <= middle or before[1] >= last[1]:
        yield "it must end going down the baby's left side (the viewer's right)"


def _leaves_middle(figure: Figure, points: list[Point]) -> bool:
    middle = figure.size[0] / 2
    return len(points) > 1 and abs(points[0][0] - middle) < abs(points[1][0] - middle)


def _own_side(stroke: Stroke) -> Iterator[str]:
    """A stroke for one side is named for it: …_r speaks of the right, …_l of the left."""
    side, other = {"r": ("right", "left"), "l": ("left", "right")}.get(stroke.id.rpartition("_")[2], ("", ""))
    if side and (side not in stroke.say or other in stroke.say):
        yield f"left and right are swapped: it is for the {side}, and the spoken words say otherwise"


def place(figure: Figure, name: str) -> Point:
    """The point of an anchor, in figure units; the baby's left where the anchor has two sides."""
    anchor = figure.anchors[name]
    return anchor.left or anchor.at or (0.0, 0.0)


def twice_area(points: list[Point]) -> float:
    """Twice the signed area of the closed polygon; positive is clockwise on a screen."""
    pairs = zip(points, [*points[1:], *points[:1]], strict=True)
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs)
