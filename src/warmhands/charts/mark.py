"""The mark of Warmhands: two warm hands that hold a small face. Reads at 16 pixels, so it has few shapes."""

from __future__ import annotations

from warmhands.charts.paint import BLUSH, HAIR, HAND, HAND_LINE, LINE, SKIN
from warmhands.charts.svg import el

# The viewer's left hand; the right one is its mirror. Fingers cup the cheek, the wrist leaves at the bottom.
_HAND = (
    "M5 25C3.4 21.6 7.6 19.6 9.4 22.6L12.6 28.4C11.4 25 12 22.6 14 22.2C16 21.8 17 23.6 17.6 26.4"
    "C18.4 30.4 21.4 32.6 23.2 36.2C24.4 38.8 24 43 23.2 46H12.4"
    "C12.4 42.6 11.6 40 9.8 36.6C8 33 6.6 28.6 5 25Z"
)


def mark() -> str:
    """A complete picture of 48 by 48, decorative: the page names it where it stands for something."""
    left = el("path", d=_HAND)
    hands = el(
        "g",
        left,
        el("g", left, transform="translate(48 0)scale(-1 1)"),
        fill=HAND,
        stroke=HAND_LINE,
        stroke_width=1.6,
        stroke_linejoin="round",
    )
    face = el("circle", cx=24, cy=18.5, r=12, fill=SKIN, stroke=LINE, stroke_width=1.6)
    cheeks = el("g", *(el("circle", cx=x, cy=22, r=2.4) for x in (16.6, 31.4)), fill=BLUSH, fill_opacity=0.7)
    eyes = el("path", d="M18 18.6q1.7 1.9 3.4 0M26.6 18.6q1.7 1.9 3.4 0M21.4 23.4q2.6 2.4 5.2 0", stroke=LINE)
    curl = el("path", d="M24 6.6C20.6 4 22.6 1.2 25 2.2C27 3.2 26 5.6 24.6 5.2", stroke=HAIR)
    strokes = el("g", eyes, curl, fill="none", stroke_width=1.6, stroke_linecap="round")
    return (
        el("svg", face, cheeks, strokes, hands, xmlns="http://www.w3.org/2000/svg", viewBox="0 0 48 48")
        + "\n"
    )
