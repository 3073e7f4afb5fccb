"""Figures and the points on them: what is drawn at all, and left and right the right way round."""

from __future__ import annotations

from collections.abc import Iterator

from warmhands.content.checks import direction
from warmhands.content.model import Anchor, Content, Drawing, Figure, Stroke

# Seen from behind, the baby's left lies at the viewer's left; on the others the baby faces the parent.
FROM_BEHIND = frozenset({"back", "toddler"})
# From head to feet on a baby seen from the front or from behind: y grows downwards.
HEAD_TO_FEET = (
    ("crown", "neck_base"),
    ("neck_base", "shoulders"),
    ("shoulders", "chest"),
    ("shoulders", "belly"),
    ("chest", "belly"),
    ("belly", "buttocks"),
    ("rib_line", "navel"),
    ("navel", "nappy_line"),
    ("upper_back", "lower_back"),
    ("lower_back", "buttocks"),
    ("nappy_line", "buttocks"),
    ("hip", "knee"),
    ("knee", "ankle"),
    ("ankle", "feet"),
)


def faults(content: Content) -> Iterator[str]:
    """Yield a sentence for each missing drawing or anchor, each swap of sides and each wrong way."""
    for figure in content.figures.values():
        yield from _sides(figure)
        yield from _upright(figure)
    for name in content.drawings:
        if name not in content.strokes:
            yield f"drawings.yaml: {name}: there is no such stroke"
    for stroke in content.strokes.values():
        yield from _drawn(content, stroke)


def _drawn(content: Content, stroke: Stroke) -> Iterator[str]:
    drawing = content.drawings.get(stroke.id)
    if not stroke.path:
        yield f"strokes/{stroke.region}.yaml: {stroke.id}: the path is empty"
        return
    if not drawing:
        yield f"drawings.yaml: {stroke.id}: the stroke has no drawing"
        return
    figure = content.figures.get(drawing.figure)
    if not figure:
        yield f"drawings.yaml: {stroke.id}: there is no figure {drawing.figure!r}"
        return
    missing = list(_missing(figure, drawing, stroke))
    yield from missing
    if not missing:
        yield from direction.faults(stroke, figure, drawing.visits)


def _missing(figure: Figure, drawing: Drawing, stroke: Stroke) -> Iterator[str]:
    for name in dict.fromkeys(stroke.path):
        if name not in figure.anchors:
            yield (
                f"strokes/{stroke.region}.yaml: {stroke.id}: the figure {figure.id} has no anchor {name!r}"
            )
    for name in dict.fromkeys((*drawing.visits, *(rest.anchor for rest in drawing.rests))):
        if name not in figure.anchors:
            yield f"drawings.yaml: {stroke.id}: the figure {figure.id} has no anchor {name!r}"


def _sides(figure: Figure) -> Iterator[str]:
    """The baby's left is the viewer's right on a figure that faces us, and the viewer's left from behind."""
    for name, anchor in figure.anchors.items():
        where = f"figures.yaml: {figure.id}: {name}"
        if (anchor.left is None) != (anchor.right is None):
            yield f"{where}: left and right come together"
        elif anchor.left is None and anchor.at is None:
            yield f"{where}: it has no place"
        elif anchor.left and anchor.right:
            left_is_larger = anchor.left[0] > anchor.right[0]
            # An opposite_… anchor names the hand that goes there, from the other side.
            across = name.startswith("opposite_")
            if left_is_larger == ((figure.id in FROM_BEHIND) != across):
                yield f"{where}: left and right are swapped (they are the baby's own)"
    yield from _named_sides(figure)


def _named_sides(figure: Figure) -> Iterator[str]:
    for name, anchor in figure.anchors.items():
        if not name.startswith("baby_left_"):
            continue
        other = figure.anchors.get(name.replace("baby_left_", "baby_right_"))
        if other is None or anchor.at is None or other.at is None:
            yield f"figures.yaml: {figure.id}: {name}: it has no partner on the right"
        elif (anchor.at[0] > other.at[0]) == (figure.id in FROM_BEHIND):
            yield f"figures.yaml: {figure.id}: {name}: left and right are swapped (they are the baby's own)"


def _upright(figure: Figure) -> Iterator[str]:
    if figure.id not in ("front", "back", "toddler"):
        return
    for above, below in HEAD_TO_FEET:
        high, low = figure.anchors.get(above), figure.anchors.get(below)
        if high and low and height(high) >= height(low):
            yield f"figures.yaml: {figure.id}: {above} must lie above {below}"


def height(anchor: Anchor) -> float:
    """The y of an anchor, in figure units, larger is lower; the baby's left side where it has two."""
    place = anchor.at or anchor.left
    return place[1] if place else 0.0
