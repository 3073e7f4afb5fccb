"""A local day as one strip.

Sleep and crying as bars, feeds, nappies and massages as marks, hours as the clock shows them.

Pure: seconds since the day began in, SVG text out. Colours are classes of diary.css with fallbacks, so that
day, night and print each have their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from warmhands.charts.svg import el, picture, words

XScale = Callable[[float], float]
WIDTH, HEIGHT = 352.0, 96.0
LEFT, RIGHT = 4.0, 4.0
BAR_TOP, BAR_HEIGHT = 6.0, 34.0
LANES = {"feed": 52.0, "nappy": 66.0}
FOOT = 74.0  # where the lines of the hours end
MIN_BAR = 2.5  # a nap of minutes is still seen
FILLS = {
    "sleep": "var(--sky, #33586b)",
    "cry": "var(--alarm, #a3182f)",
    "massage": "var(--warm, #b63f22)",
    "feed": "var(--leaf, #3d6347)",
    "nappy": "var(--edge, #93705c)",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something of the day; seconds since the day began. `end` None: one moment.

    Parts outside the day are cut.
    """

    kind: str
    start: float
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Hour:
    """A reading of the clock: `at` seconds since the day began, and what it shows."""

    at: float
    shows: str


def draw_day(
    marks: Sequence[Mark],
    hours: Sequence[Hour],
    length: float,
    *,
    now: float | None = None,
    title: str,
    describe: str,
) -> str:
    """Return the strip of a day of `length` seconds as a complete, accessible <svg>.

    Bars lie in the order sleep, crying, massage, so that the shorter is seen on the longer. `now` draws a
    line.
    """
    span = max(length, 1.0)

    def x(seconds: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * min(max(seconds / span, 0.0), 1.0)

    paper = el(
        "rect",
        x=LEFT,
        y=BAR_TOP,
        width=WIDTH - LEFT - RIGHT,
        height=BAR_HEIGHT,
        rx=9,
        fill="var(--wash, #f6e4cb)",
    )
    ticks = "".join(_tick(x(hour.at), hour.shows) for hour in hours)
    bars = "".join(
        _bar(mark, x) for kind in ("sleep", "cry", "massage") for mark in marks if mark.kind == kind
    )
    dots = "".join(
        el("circle", cx=x(mark.start), cy=LANES[mark.kind], r=3.4, fill=FILLS[mark.kind], class_=mark.kind)
        for mark in marks
        if mark.kind in LANES and 0 <= mark.start <= span
    )
    line = ""
    if now is not None and 0 <= now <= span:
        ink = "var(--ink, #3b2025)"
        line = el(
            "line", x1=x(now), x2=x(now), y1=BAR_TOP - 4, y2=FOOT, stroke=ink, stroke_width=1.5, class_="now"
        )
    return picture(
        paper,
        bars,
        dots,
        ticks,
        line,
        view=(0, 0, WIDTH, HEIGHT),
        title=title,
        describe=describe,
        prefix="day",
    ).replace('class="stroke"', 'class="day-strip"', 1)


def _bar(mark: Mark, x: XScale) -> str:
    left, right = x(mark.start), x(mark.start if mark.end is None else mark.end)
    width = max(right - left, MIN_BAR)
    narrow = mark.kind != "sleep"
    top, height = (BAR_TOP + 7, BAR_HEIGHT - 14) if narrow else (BAR_TOP, BAR_HEIGHT)
    left = min(left, WIDTH - RIGHT - width)
    return el(
        "rect",
        x=left,
        y=top,
        width=width,
        height=height,
        rx=min(5.0, width / 2),
        fill=FILLS[mark.kind],
        class_=mark.kind,
    )


def _tick(at: float, shows: str) -> str:
    soft = "var(--soft, #6e4b48)"
    edge = "start" if at < LEFT + 12 else "end" if at > WIDTH - RIGHT - 12 else "middle"
    return el("line", x1=at, x2=at, y1=BAR_TOP + BAR_HEIGHT + 2, y2=FOOT, stroke="var(--line, #e6cdae)") + el(
        "text", words(shows), x=at, y=89, font_size=12, text_anchor=edge, fill=soft
    )
