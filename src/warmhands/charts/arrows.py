"""Where the hands go, without moving: lines with an arrowhead, numbers, rings, in sizes of the part shown."""

from __future__ import annotations

import math

from warmhands.charts.paint import ARROW, GLOW, PAPER
from warmhands.charts.svg import Point, el, number
from warmhands.charts.timing import along, written
from warmhands.charts.tracks import Run, Track


def line(
    runs: tuple[Run, ...],
    k: float,
    *,
    both_ways: bool = False,
    heads_every: int = 0,
    straight: bool = False,
    heads: bool = True,
) -> str:
    """The runs as one line on a light casing, each with a head at its end.

    `both_ways`: also at its start. `heads_every`: also after every so many points. `straight`: with corners.
    """
    drawn = [run for run in runs if len(run) > 1]
    if not drawn:
        return ""
    data = "".join(written(run, straight=straight) for run in drawn)
    ends = [run for run in drawn if heads]
    if both_ways:
        ends += [run[::-1] for run in drawn]
    if heads_every:
        ends += [run[: n + 1] for run in drawn for n in range(heads_every, len(run) - 1, heads_every)]
    points = "".join(_head(run, k, straight=straight) for run in ends)
    return el(
        "g",
        el("path", d=data, stroke=PAPER, stroke_width=round(7 * k, 1), stroke_opacity=0.75),
        el("path", d=data, stroke=ARROW, stroke_width=round(3.4 * k, 1)),
        el("path", d=points, fill=ARROW, stroke=PAPER, stroke_width=round(1.2 * k, 1), paint_order="stroke"),
        fill="none",
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def _head(run: Run, k: float, *, straight: bool) -> str:
    """A triangle whose point lies a little beyond the end of the run."""
    fine = list(run) if straight else along(run)
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
            el(
                "text",
                str(count),
                x=round(x, 1),
                y=round(y + 4 * k, 1),
                font_size=round(11.5 * k, 1),
                fill=PAPER,
            )
        )
    return el("g", *out, text_anchor="middle", font_weight="700", font_family="sans-serif")


def sun_and_moon(sun: Point, moon: Point, k: float) -> str:
    """A small sun and a crescent beside the two ways of `sun_moon`."""
    (sx, sy), (mx, my) = sun, moon
    rays = "".join(
        f"M{number(sx + 8 * k * math.sin(a))} {number(sy - 8 * k * math.cos(a))}"
        f"L{number(sx + 12 * k * math.sin(a))} {number(sy - 12 * k * math.cos(a))}"
        for a in (math.tau * n / 8 for n in range(8))
    )
    wide, narrow, across, down = (number(v * k) for v in (9, 8, 6, 14))
    crescent = (
        f"M{number(mx + 3 * k)} {number(my - 9 * k)}a{wide} {wide} 0 1 0 {across} {down}"
        f"a{narrow} {narrow} 0 0 1-{across}-{down}Z"
    )
    return el(
        "g",
        el("circle", cx=round(sx, 1), cy=round(sy, 1), r=round(5.5 * k, 1)),
        el("path", d=rays),
        el("path", d=crescent),
        fill=GLOW,
        stroke=ARROW,
        stroke_width=round(1.8 * k, 1),
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def offer(part: str, hand: Point, href: str) -> str:
    """A round picture above an offered hand."""
    x, y = hand[0], hand[1] - 84
    disc = el("circle", cx=x, cy=y, r=36, fill=PAPER, stroke=ARROW, stroke_width=2.5)
    return disc + el("use", href=href + part, transform=f"translate({number(x)} {number(y)})")


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
