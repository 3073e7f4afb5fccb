"""The moving group of a picture: every hand on its way, at the stroke's own pace."""

from __future__ import annotations

from warmhands.charts import arrows
from warmhands.charts.grips import Grip, hand
from warmhands.charts.smil import animate, listed, travelling, turning
from warmhands.charts.svg import Point, el, number, pair
from warmhands.charts.timing import timing
from warmhands.charts.tracks import Track
from warmhands.content.model import Drawing

BREATH_SECONDS = 6.0  # a slow breath of a grown-up at rest: ten a minute


def breath(rep_seconds: float) -> float:
    """The length of a breath near six seconds that fits whole times into a repetition."""
    return rep_seconds / max(1, round(rep_seconds / BREATH_SECONDS))


def phase(drawing: Drawing, index: int) -> float:
    """How far the hand is ahead, in parts of a repetition."""
    if drawing.beats == "alternate":
        return 0.5 if index else 0.0
    if drawing.beats == "follow":
        return 0.0 if index else 0.12
    return 0.0


def moving_hand(track: Track, drawing: Drawing, grip: Grip, href: str, rep_seconds: float, k: float) -> str:
    """One hand with its animation. `k`: the size of marks in the part shown."""
    match drawing.motion:
        case "still":
            return _resting(track.start, grip, href, rep_seconds)
        case "show":
            return _shown(track.start, grip, href, rep_seconds)
    lifts = drawing.motion in ("glide", "walk", "roll") or len(track.runs) > 1
    if drawing.motion == "press":
        lift, dwell = 0.3, 0.7
    elif drawing.motion == "circle" and track.closed:
        lift, dwell = 0.0, 0.0
    else:
        lift, dwell = (0.22 if lifts or not _returns(track) else 0.0), (0.6 if len(track.runs) > 3 else 0.0)
    if drawing.beats == "alternate" and drawing.motion == "glide":
        lift = 0.4  # while one hand is away, the other strokes
    way = timing(track, lift=lift, dwell=dwell)
    ahead = phase(drawing, track.index)
    fades = ""
    if way.lifts:
        seen = (
            [v * (1 - 0.6 * t) for v, t in zip(way.opacity, way.times, strict=True)]
            if drawing.fade
            else way.opacity
        )
        fades = animate("opacity", listed(seen, 2), rep_seconds, times=way.times, phase=ahead)
    return el(
        "g",
        travelling(way.path, way.places, way.times, rep_seconds, phase=ahead),
        fades,
        _lively(drawing, track, grip, href, rep_seconds),
    )


def _returns(track: Track) -> bool:
    return track.closed or track.start == track.end


def _resting(at: Point, grip: Grip, href: str, rep_seconds: float) -> str:
    slow = breath(rep_seconds)
    swell = turning("scale", ["1", "1.035", "1"], slow)
    return el("g", el("g", swell, hand(grip, href)), transform=f"translate({pair(at)})")


def _shown(at: Point, grip: Grip, href: str, rep_seconds: float) -> str:
    """Rubbed together first, then opened and shown."""
    near = 34 * grip.scale * (-1 if grip.mirror else 1)
    middle = 160.0
    x = middle + near * 0.7 - at[0]
    steps = [(x, 4), (x, -7), (x, 4), (x, -7), (x, 0), (0, 0), (0, 0), (x, 4)]
    times = (0, 0.07, 0.14, 0.21, 0.28, 0.42, 0.9, 1)
    lead = -1 if grip.mirror else 1
    values = [f"{number(a)} {number(b * lead)}" for a, b in steps]
    return el(
        "g",
        el("g", turning("translate", values, rep_seconds, times=times), hand(grip, href)),
        transform=f"translate({pair(at)})",
    )


def _lively(drawing: Drawing, track: Track, grip: Grip, href: str, rep_seconds: float) -> str:
    """The hand itself, with the small life that its motion has: a press, a step, a roll, a twist."""
    plain = hand(grip, href)
    match drawing.motion:
        case "press":
            return el("g", turning("scale", ["1", ".93", "1"], rep_seconds / len(track.runs)), plain)
        case "walk":
            return el("g", turning("translate", ["0 0", "0 -6", "0 0"], rep_seconds / 6), plain)
        case "roll" if drawing.hands == 2:
            far = 7 if track.index else -7
            return el(
                "g", turning("translate", [f"0 {-far}", f"0 {far}", f"0 {-far}"], rep_seconds / 4), plain
            )
        case "roll":
            return el("g", turning("rotate", ["-7", "7", "-7"], rep_seconds / 12), plain)
    if drawing.twist:
        angle = drawing.twist * (-1 if track.index else 1)
        return el("g", turning("rotate", [number(-angle), number(angle), number(-angle)], rep_seconds), plain)
    return plain


def glow(track: Track, rep_seconds: float, k: float) -> str:
    """Warmth under a resting hand, swelling with the breath."""
    slow = breath(rep_seconds)
    return arrows.warmth(
        track.start,
        k,
        animate("r", f"{number(38 * k)};{number(52 * k)};{number(38 * k)}", slow),
        animate("stroke-opacity", ".8;.15;.8", slow),
    )
