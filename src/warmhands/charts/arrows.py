"""Where the hands go, without moving: lines with an arrowhead, numbers, rings. Sizes follow the part shown."""

from __future__ import annotations

import math

from warmhands.charts.paint import ARROW, GLOW, PAPER
from warmhands.charts.svg import Point, el, number, smooth
from warmhands.charts.timing import along
from warmhands.charts.tracks import Run, Track


def line(runs: tuple[Run, ...], k: float, *, both_ways: bool = False, heads_every: int = 0) -> str:
    """The runs as one line on a light casing, each with a head at its end (`both_ways`: also at its start)."""
    drawn = [run for run in runs if len(run) > 1]
    if not drawn:
        return ""
    data = "".join(smooth(list(run)) for run in drawn)
    heads = "".join(_head(run, k) for run in drawn)
    if both_ways:
        heads += "".join(_head(run[::-1], k) for run in drawn)
    if heads_every:
        heads += "".join(_head(run[: n + 1], k) for run in drawn for n in range(heads_every, len(run) - 1, heads_every))
    return el(
        "g",
        el("path", d=data, stroke=PAPER, stroke_width=round(7 * k, 1), stroke_opacity=0.75),
        el("path", d=data, stroke=ARROW, stroke_width=round(3.4 * k, 1)),
        el("path", d=heads, fill=ARROW, stroke=PAPER, stroke_width=round(1.2 * k, 1), paint_order="stroke"),
        fill="none",
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def _head(run: Run, k: float) -> str:
    """A triangle whose point lies a little beyond the end of the run."""
    fine = along(run)
    tip = fine[-1]
    tail = next((p for p in reversed(fine) if math.dist(p, tip) > 7 * k), fine[0])
    angle = math.atan2(tip[1] - tail[1], tip[0] - tail[0])

    def corner(ahead: float, aside: float) -> str:
        x = tip[0] + (ahead * math.cos(angle) - aside * math.sin(angle)) * k
        y = tip[1] + (ahead * math.sin(angle) + aside * math.cos(angle)) * k
        return f"{number(x)} {number(y)}"

    return f"M{corner(-8, -8)}L{corner(7, 0)}L{corner(-8, 8)}Z"


def dots(track: Track, k: float) -> str:
    """A ring at every point that is pressed."""
    rings = [
        el("circle", cx=round(run[0][0], 1), cy=round(run[0][1], 1), r=round(6 * k, 1)) for run in track.runs
    ]
    return el("g", *rings, fill=PAPER, fill_opacity=0.7, stroke=ARROW, stroke_width=round(2.6 * k, 1))


def numbers(spots: list[Point], k: float) -> str:
    """1, 2, 3 where each run begins."""
    out = []
    for count, (x, y) in enumerate(spots, 1):
        out.append(el("circle", cx=round(x, 1), cy=round(y, 1), r=round(8.5 * k, 1), fill=ARROW))
        out.append(
            el("text", str(count), x=round(x, 1), y=round(y + 4 * k, 1), font_size=round(11.5 * k, 1), fill=PAPER)
        )
    return el("g", *out, text_anchor="middle", font_weight="700", font_family="sans-serif")


def warmth(at: Point, k: float, *children: str, radius: float = 44) -> str:
    """A warm ring around a resting hand; children animate it."""
    return el(
        "circle",
        *children,
        cx=round(at[0], 1),
        cy=round(at[1], 1),
        r=round(radius * k, 1),
        fill=GLOW,
        fill_opacity=0.3,
        stroke=GLOW,
        stroke_width=round(2 * k, 1),
        stroke_opacity=0.7,
    )
