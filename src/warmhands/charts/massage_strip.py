"""A massage as one strip.

Its areas one after another, as wide as they were long, with the baby's signs above them.

Pure: seconds since the start in, SVG text out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from warmhands.charts.svg import el, picture, words

WIDTH, HEIGHT = 352.0, 112.0
LEFT, RIGHT = 6.0, 6.0
TOP, TALL = 44.0, 34.0
LETTER = 6.4  # about the width of one letter at this size: a name that does not fit is left to the list below
FILLS = (
    "var(--blush, #fbd9c2)",
    "var(--honey, #ffdf9e)",
    "var(--leaf-wash, #e2ebd3)",
    "var(--sky-wash, #dce8e6)",
)
REST = "var(--wash, #f6e4cb)"
SIGNS = {
    "happy": "var(--leaf, #3d6347)",
    "unsure": "var(--edge, #93705c)",
    "enough": "var(--warm, #b63f22)",
    "crying": "var(--alarm, #a3182f)",
}
SOFT = "var(--soft, #6e4b48)"
OTHER_SIGN = "var(--ink, #3b2025)"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the massage on one area (`name` "" for a pause), [start, end) in seconds."""

    region: str
    name: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the baby at `at` seconds; `name` is read by a screen reader and shown on hover."""

    event: str
    name: str
    at: float


def draw_massage(
    stretches: Sequence[Stretch], signs: Sequence[Sign], seconds: float, *, title: str, describe: str
) -> str:
    """Return the strip of a massage of `seconds` as a complete, accessible <svg>."""
    span = max(seconds, 1.0)

    def x(at: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * min(max(at / span, 0.0), 1.0)

    regions = list(dict.fromkeys(stretch.region for stretch in stretches if stretch.region))
    blocks = [
        _block(stretch, x(stretch.start), x(stretch.end), regions)
        for stretch in stretches
        if stretch.end > stretch.start
    ]
    marks = [_sign(sign, x(sign.at)) for sign in signs]
    ends = [
        el("text", "0:00", x=LEFT, y=100, font_size=12, text_anchor="start", fill=SOFT),
        el("text", _clock(seconds), x=WIDTH - RIGHT, y=100, font_size=12, text_anchor="end", fill=SOFT),
    ]
    return picture(
        *blocks, *marks, *ends, view=(0, 0, WIDTH, HEIGHT), title=title, describe=describe, prefix="massage"
    ).replace('class="stroke"', 'class="massage-strip"', 1)


def _block(stretch: Stretch, left: float, right: float, regions: Sequence[str]) -> str:
    fill = FILLS[regions.index(stretch.region) % len(FILLS)] if stretch.region else REST
    width = max(right - left - 1, 1.0)
    block = el(
        "rect",
        x=left,
        y=TOP,
        width=width,
        height=TALL,
        rx=min(7.0, width / 2),
        fill=fill,
        stroke="var(--line, #e6cdae)",
    )
    if not stretch.name or len(stretch.name) * LETTER > width:
        return block
    ink = "var(--ink, #3b2025)"
    middle = left + width / 2
    return block + el(
        "text", words(stretch.name), x=middle, y=TOP + 21, font_size=12, text_anchor="middle", fill=ink
    )


def _sign(sign: Sign, at: float) -> str:
    fill = SIGNS.get(sign.event, OTHER_SIGN)
    return el(
        "g",
        el("title", words(sign.name)),
        el("line", x1=at, x2=at, y1=24, y2=TOP, stroke=fill, stroke_width=1.5),
        el("circle", cx=at, cy=20, r=5.5, fill=fill),
        class_="sign",
    )


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
