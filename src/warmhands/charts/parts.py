"""Building blocks of the art: rounded limbs and unions of rounded shapes, in figure units.

A limb segment starts at its joint in (0, 0) and points down (+y); a rotation about the joint sets its pose,
so that the same segment lies still in a figure and moves in a bicycle. Art is text in which `@` stands for
the prefix of the ids (two pictures on one page must not share an id).
"""

from __future__ import annotations

import math

from warmhands.charts.paint import LINE, SHADE, SKIN
from warmhands.charts.svg import Point, el, number


def segment_path(length: float, start: float, end: float, bulge: float, *, closed: bool = True) -> str:
    """Outline of a limb segment: radius `start` at the joint, `end` at its far end, sides rounded by `bulge`.

    Open, it leaves out the cap at the joint, so that a fill melts into the limb before it.
    """
    n = number
    side = f"C{n(start + bulge)} {n(length * 0.3)} {n(end + bulge)} {n(length * 0.7)} {n(end)} {n(length)}"
    cap = f"A{n(end)} {n(end)} 0 0 1 {n(-end)} {n(length)}"
    back = f"C{n(-end - bulge)} {n(length * 0.7)} {n(-start - bulge)} {n(length * 0.3)} {n(-start)} 0"
    if closed:
        return f"M{n(-start)} 0A{n(start)} {n(start)} 0 0 1 {n(start)} 0{side}{cap}{back}Z"
    return f"M{n(start)} 0{side}{cap}{back}"


def segment(length: float, start: float, end: float, bulge: float, *, joint: bool = False) -> str:
    """A skin-coloured limb segment with a soft shaded edge. `joint`: outlined at its joint, too."""
    whole = segment_path(length, start, end, bulge)
    light = segment_path(length, start - 3.5, end - 3.5, bulge)
    return (
        el("path", d=whole, fill=SHADE)
        + el("path", d=light if joint else light + blob(0, 0, start), fill=SKIN)
        + outline(segment_path(length, start, end, bulge, closed=joint))
    )


def outline(data: str, *, width: float = 2.2, colour: str = LINE) -> str:
    return el(
        "path",
        d=data,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def capsule(start: Point, end: Point, radius: float, tip: float | None = None) -> str:
    """A rounded bar from point to point (radius `tip` at its end), as one closed subpath."""
    n, far = number, radius if tip is None else tip
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    nx, ny = -math.sin(angle), math.cos(angle)
    return (
        f"M{n(start[0] + nx * radius)} {n(start[1] + ny * radius)}"
        f"A{n(radius)} {n(radius)} 0 0 1 {n(start[0] - nx * radius)} {n(start[1] - ny * radius)}"
        f"L{n(end[0] - nx * far)} {n(end[1] - ny * far)}"
        f"A{n(far)} {n(far)} 0 0 1 {n(end[0] + nx * far)} {n(end[1] + ny * far)}Z"
    )


def blob(x: float, y: float, rx: float, ry: float | None = None) -> str:
    """An ellipse as one closed subpath, turning the same way as `capsule` so that unions fill."""
    n, high = number, rx if ry is None else ry
    return (
        f"M{n(x - rx)} {n(y)}a{n(rx)} {n(high)} 0 1 1 {n(2 * rx)} 0a{n(rx)} {n(high)} 0 1 1 {n(-2 * rx)} 0Z"
    )


def union(data: str, *, fill: str = SKIN, line: str = LINE, width: float = 2.2) -> str:
    """Several subpaths as one shape: the line is painted first, so only the outer edge keeps it."""
    return el(
        "path",
        d=data,
        fill=fill,
        stroke=line,
        stroke_width=2 * width,
        stroke_linejoin="round",
        paint_order="stroke",
    )


def place(part: str, *, at: Point = (0, 0), turn: float = 0, mirror: bool = False, scale: float = 1) -> str:
    """A `use` of a part at a point, turned clockwise by degrees."""
    return el(
        "use", href=f"#@{part}", transform=transform(at=at, turn=turn, mirror=mirror, scale=scale) or None
    )


def transform(*, at: Point = (0, 0), turn: float = 0, mirror: bool = False, scale: float = 1) -> str:
    steps = []
    if at != (0, 0):
        steps.append(f"translate({number(at[0])} {number(at[1])})")
    if turn:
        steps.append(f"rotate({number(turn)})")
    if mirror or scale != 1:
        across = -scale if mirror else scale
        steps.append(
            f"scale({number(across, 2)} {number(scale, 2)})" if mirror else f"scale({number(scale, 2)})"
        )
    return "".join(steps)


def group(*children: str, transform: str | None = None, id_: str | None = None) -> str:
    return el("g", *children, id=f"@{id_}" if id_ else None, transform=transform)


def heading(start: Point, end: Point) -> float:
    """Degrees by which a segment that points down must turn to point from `start` to `end`."""
    return math.degrees(math.atan2(start[0] - end[0], end[1] - start[1]))
