"""SVG as text: escaped elements, tidy numbers, paths and an accessible frame. No dependencies."""

from __future__ import annotations

import math
from collections.abc import Iterable
from html import escape

Point = tuple[float, float]
ROUND = 5.0  # 6 is the textbook's; 5 keeps a ring of six or eight points round
Attribute = str | float | int | None


def number(value: float, places: int = 1) -> str:
    """`value` with at most `places` decimals and no useless zero: 12.0 → 12, 0.50 → 0.5, -0.04 → 0."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def el(name: str, *children: str, **attributes: Attribute) -> str:
    """One element. Children are SVG already; attribute values are escaped; None leaves an attribute out.

    `stroke_width=2` writes stroke-width="2"; a trailing underscore is dropped (`class_`).
    """
    parts = [name]
    for key, value in attributes.items():
        if value is None:
            continue
        text = value if isinstance(value, str) else number(value, 3)
        parts.append(f'{attribute_name(key)}="{escape(text, quote=True)}"')
    inner = "".join(children)
    return f"<{' '.join(parts)}>{inner}</{name}>" if inner else f"<{' '.join(parts)}/>"


def attribute_name(key: str) -> str:
    """How SVG spells a Python keyword argument."""
    key = key.rstrip("_")
    return key if key in _CAMEL else key.replace("_", "-")


_CAMEL = frozenset(
    {"viewBox", "attributeName", "repeatCount", "keyTimes", "keyPoints", "keySplines", "calcMode"}
)


def words(text: str) -> str:
    """Text for a person, safe between two tags."""
    return escape(text, quote=False)


def pair(point: Point, places: int = 1) -> str:
    return f"{number(point[0], places)} {number(point[1], places)}"


def polyline(points: Iterable[Point], *, closed: bool = False) -> str:
    """Path data of straight lines."""
    first, *rest = points
    return f"M{pair(first)}" + "".join(f"L{pair(p)}" for p in rest) + ("Z" if closed else "")


def smooth(points: list[Point], *, closed: bool = False) -> str:
    """Path data of a curve through every point (Catmull-Rom as cubic Béziers)."""
    if len(points) < 3:
        return polyline(points)
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    places = 0 if len(points) > 10 else 1  # many points need no tenths
    data = [f"M{pair(points[0], places)}"]
    for before, here, there, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        one = (here[0] + (there[0] - before[0]) / ROUND, here[1] + (there[1] - before[1]) / ROUND)
        two = (there[0] - (after[0] - here[0]) / ROUND, there[1] - (after[1] - here[1]) / ROUND)
        data.append(f"C{pair(one, places)} {pair(two, places)} {pair(there, places)}")
    return "".join(data) + ("Z" if closed else "")


def circle_points(
    centre: Point, rx: float, ry: float, *, start: float, sweep: float, steps: int
) -> list[Point]:
    """Points on an ellipse; `start` and `sweep` in degrees as on a clock: 0 is twelve, positive is
    clockwise.
    """
    turns = [math.radians(start + sweep * k / steps) for k in range(steps + 1)]
    return [(centre[0] + rx * math.sin(t), centre[1] - ry * math.cos(t)) for t in turns]


def picture(
    *children: str, view: tuple[float, float, float, float], title: str, describe: str, prefix: str
) -> str:
    """A complete <svg> that a screen reader announces by its title and describes by its description."""
    x, y, width, height = (number(v) for v in view)
    return el(
        "svg",
        f'<title id="{escape(prefix)}-t">{words(title)}</title>',
        f'<desc id="{escape(prefix)}-d">{words(describe)}</desc>',
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"{x} {y} {width} {height}",
        role="img",
        aria_labelledby=f"{prefix}-t",
        aria_describedby=f"{prefix}-d",
        class_="stroke",
    )
