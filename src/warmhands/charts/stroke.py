"""One stroke as a picture: the baby, the hands at the stroke's own pace, arrows, and a still version.

`draw_stroke` is the door of this room. Two groups stand in every picture: `.moving` (SMIL, shown by default)
and `.still` (hidden by the attribute display="none", which a style sheet overrides for reduced motion and for
print).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from warmhands.charts import arrows
from warmhands.charts.figures import definitions
from warmhands.charts.grips import Grip, grip_of, hand, rest_grip
from warmhands.charts.limbs import PARTS, body, limb, unmoved, way_of
from warmhands.charts.motion import glow, moving_hand
from warmhands.charts.poses import Moved, movement
from warmhands.charts.svg import Point, el, picture
from warmhands.charts.tracks import POINTS, Run, Side, Track, point, sides_of, tracks
from warmhands.content.model import Content, Drawing, Figure, Stroke


@dataclass(frozen=True, slots=True)
class Scene:
    """All that one picture needs, worked out once."""

    stroke: Stroke
    drawing: Drawing
    figure: Figure
    tracks: tuple[Track, ...]
    grips: tuple[Grip, ...]
    rests: tuple[tuple[Point, Grip], ...]
    moved: tuple[Moved, ...]
    view: tuple[float, float, float, float]
    k: float  # marks keep their size on the screen, whatever part is shown


def scene(content: Content, stroke_id: str, side: Side | None = None) -> Scene:
    """Raises KeyError for a stroke without drawing, or an anchor that its figure lacks."""
    stroke, drawing = content.strokes[stroke_id], content.drawings[stroke_id]
    figure = content.figures[drawing.figure]
    sides = sides_of(stroke, drawing, side)
    ways = tracks(stroke, drawing, figure, side)
    first = sides[0]
    rests = []
    for rest in drawing.rests:
        at = point(figure, rest.anchor, rest.side or first)
        rests.append((at, rest_grip(rest, drawing, figure, at)))
    moved: tuple[Moved, ...] = ()
    if drawing.pose:
        moved = movement(drawing.pose, "both" if len(sides) == 2 or first is None else first)
    view = drawing.view or (0.0, 0.0, *figure.size)
    if first == "right" and len(sides) == 1 and drawing.view:
        view = (figure.size[0] - view[0] - view[2], view[1], view[2], view[3])
    return Scene(
        stroke=stroke,
        drawing=drawing,
        figure=figure,
        tracks=ways,
        grips=tuple(grip_of(drawing, figure, way, len(sides)) for way in ways),
        rests=tuple(rests),
        moved=moved,
        view=view,
        k=view[2] / 320,
    )


def seconds_of_one(stroke: Stroke) -> float:
    """Seconds of one repetition when the routine does not say otherwise."""
    return stroke.seconds_per_side / stroke.reps.default


def draw_stroke(
    content: Content,
    stroke_id: str,
    *,
    title: str,
    describe: str,
    side: Side | None = None,
    rep_seconds: float | None = None,
    figures_href: str | None = None,
    still: bool = False,
    prefix: str | None = None,
) -> str:
    """A complete, accessible <svg> text of one stroke.

    side            the baby's side for a stroke of one side (None: the left)
    rep_seconds     seconds of one repetition (None: the stroke's own)
    title, describe what a screen reader says, already translated
    figures_href    address of the shared sheet (`figures_sprite`): the picture then points to the baby and
                    the hands; None writes them into the picture
    still           only the still picture, shown
    prefix          begins every id of the picture; two pictures of one page need two
    Raises KeyError for an unknown stroke.
    """
    seen = scene(content, stroke_id, side)
    own = prefix or f"s-{stroke_id}{f'-{side}' if side else ''}"
    href = f"{figures_href}#" if figures_href else f"#{own}-"
    pace = rep_seconds or seconds_of_one(seen.stroke)
    children = [] if figures_href else [definitions(_names(seen), f"{own}-")]
    if not seen.moved:
        children.append(el("use", href=href + seen.drawing.figure))
    if not still:
        children.append(el("g", moving(seen, href, pace, own), class_="moving"))
    children.append(
        el(
            "g",
            stillness(seen, href, None if still else own),
            class_="still",
            display=None if still else "none",
        )
    )
    return picture(*children, view=seen.view, title=title, describe=describe, prefix=own)


def _names(seen: Scene) -> list[str]:
    """The parts that the picture uses."""
    if seen.moved:
        names = [part for part, _ in unmoved(seen.moved)]
        names += [part for m in seen.moved for part in PARTS[m.limb]]
    else:
        names = [str(seen.drawing.figure)]
    names += seen.drawing.offers
    names += [f"hand-{grip.shape}" for grip in seen.grips]
    names += [f"hand-{grip.shape}" for _, grip in seen.rests]
    return list(dict.fromkeys(names))


def _resting(seen: Scene, href: str) -> str:
    return "".join(hand(grip, href, at=at) for at, grip in seen.rests)


def moving(seen: Scene, href: str, pace: float, own: str) -> str:
    """What moves: limbs with the hands on them, or warmth, arrows and hands."""
    drawing = seen.drawing
    out = [body(seen.moved, href)] if seen.moved else []
    out += [limb(m, href, _holding(seen), pace) for m in seen.moved]
    if drawing.motion == "still":
        out += [glow(way, pace, seen.k) for way in seen.tracks]
    out += [el("g", lines(seen), id=f"{own}-lines"), offers(seen, href), _resting(seen, href)]
    if not _attached(seen):
        out += [
            moving_hand(way, drawing, grip, href, pace, seen.k)
            for way, grip in zip(seen.tracks, seen.grips, strict=True)
        ]
    return "".join(out)


def stillness(seen: Scene, href: str, own: str | None) -> str:
    """What stays on paper: the limb in its far pose, the hand where it starts (pale) and where it ends,
    arrows.

    `own`: the prefix under which the moving group has drawn the arrows already.
    """
    out = [body(seen.moved, href)] if seen.moved else []
    out += [limb(m, href, _holding(seen), None) for m in seen.moved]
    if seen.drawing.motion == "still":
        out += [arrows.warmth(way.start, seen.k) for way in seen.tracks]
    out += [offers(seen, href), _resting(seen, href)]
    ghosts, marks = [], [el("use", href=f"#{own}-lines") if own else lines(seen)]
    for way, grip in zip(seen.tracks, seen.grips, strict=True):
        if _attached(seen):
            continue
        in_turn = (
            seen.drawing.beats != "together"
            and len(seen.tracks) == 2
            and seen.tracks[0].side == seen.tracks[1].side
        )
        if in_turn and _travels(way):
            # One after the other on the same limb: the first is shown setting out, the second arriving.
            ghosts.append(
                hand(
                    grip, href, at=_far(way) if way.index else way.start, opacity=None if way.index else 0.55
                )
            )
            continue
        if _travels(way):
            ghosts.append(hand(grip, href, at=way.start, opacity=0.45))
        ghosts.append(hand(grip, href, at=_far(way)))
    first = seen.tracks[0] if seen.tracks else None
    if first and len(first.runs) > 1 and not seen.drawing.shape_drawn:
        marks.append(arrows.numbers([run[0] for run in first.runs], seen.k))
    return "".join([*out, *ghosts, *marks])


def lines(seen: Scene) -> str:
    """Arrows of every way, rings where it presses."""
    drawing, k = seen.drawing, seen.k
    if drawing.motion in ("still", "show"):
        return ""
    if _attached(seen):
        ways = [way_of(_plain(m) if drawing.motion == "bounce" else m) for m in seen.moved]
        if drawing.motion == "cross":
            # Two ways that meet on one line would read as one arrow with two heads.
            ways = [
                tuple((x, y + 11 * k * (1 if m.mirror else -1)) for x, y in w) for m, w in _with(seen, ways)
            ]
        return arrows.line(tuple(ways), k, both_ways=drawing.motion != "cross")
    if drawing.motion == "press":
        return arrows.dots(seen.tracks[0], k)
    # Both hands on one way: one arrow says it.
    different = {way.runs: way for way in seen.tracks}.values()
    swings = drawing.motion == "there_and_back" and not any(_loops(way) for way in different)
    runs = tuple(run[: len(run) // 2 + 1] if swings else run for way in different for run in way.runs)
    drawn = arrows.line(
        runs,
        k,
        both_ways=swings,
        heads_every=POINTS if drawing.motion == "circle" and drawing.turns > 1 else 0,
        straight=drawing.straight,
        heads=drawing.shape_drawn != "sun",
    )
    if not _two_on_the_clock(seen):
        return drawn
    x, y = seen.tracks[0].start
    return drawn + arrows.sun_and_moon((x - 26 * k, y), (x + 96 * k, y + 4), k)


def _with(seen: Scene, ways: list[Run]) -> list[tuple[Moved, Run]]:
    return list(zip(seen.moved, ways, strict=True))


def _plain(moved: Moved) -> Moved:
    """A bounce is so small that its arrow shows it larger."""
    (upper, lower), _ = moved.poses[:2]
    return replace(moved, poses=((upper - 9, lower), (upper + 9, lower)))


def _loops(way: Track) -> bool:
    """A way that comes back by another road, as the heart of `open_book`."""
    run = way.runs[0]
    return len(run) == 4 and run[1] != run[2] and run[0] == run[3]


def _two_on_the_clock(seen: Scene) -> bool:
    return seen.drawing.motion == "circle" and seen.drawing.hands == 2 and seen.tracks[0].side is None


def offers(seen: Scene, href: str) -> str:
    return "".join(
        arrows.offer(part, way.start, href)
        for part, way in zip(seen.drawing.offers, seen.tracks, strict=False)
    )


def _attached(seen: Scene) -> bool:
    """The hands hold the moving limbs and travel with them."""
    return any(m.grip for m in seen.moved)


def _holding(seen: Scene) -> Grip | None:
    if not seen.grips:
        return None
    first = seen.grips[0]
    return Grip(first.shape, -first.turn if first.mirror else first.turn, False, first.scale)


def _travels(way: Track) -> bool:
    return not way.closed and (len(way.runs) > 1 or len(way.runs[0]) > 1)


def _far(way: Track) -> Point:
    """Where a still picture shows the hand: the end of the way, or its turning point."""
    if way.closed:
        return way.start
    run = way.runs[-1]
    return run[len(run) // 2] if way.start == way.end and len(run) > 2 else way.end
