"""Limbs that move with the hands that hold them, for bicycle, crossings, knees to the tummy and their kin."""

from __future__ import annotations

import math
from collections.abc import Iterable

from warmhands.charts.baby_front import WIDTH
from warmhands.charts.grips import Grip, hand
from warmhands.charts.parts import transform
from warmhands.charts.poses import JOINT, LOWER, UPPER, Moved, Pose
from warmhands.charts.smil import turning
from warmhands.charts.svg import Point, el, number
from warmhands.charts.tracks import Run

PARTS = {"arm": ("arm", "forearm"), "leg": ("thigh", "shin")}


def unmoved(moved: Iterable[Moved]) -> list[tuple[str, bool]]:
    """The figure without its moving limbs, from the lowest part up: (part, mirrored)."""
    gone = {(m.limb, m.mirror) for m in moved}
    legs = [("front-leg", mirror) for mirror in (False, True) if ("leg", mirror) not in gone]
    arms = [("front-arm", mirror) for mirror in (False, True) if ("arm", mirror) not in gone]
    return [*legs, ("front-body", False), *arms, ("front-head", False)]


def body(moved: tuple[Moved, ...], href: str) -> str:
    """The figure `front` without the limbs that move."""
    flip = f"translate({number(WIDTH)} 0)scale(-1 1)"
    return "".join(
        el("use", href=f"{href}{part}", transform=flip if mirror else None) for part, mirror in unmoved(moved)
    )


def limb(moved: Moved, href: str, grip: Grip | None, duration: float | None) -> str:
    """A limb in motion (`duration` seconds for one repetition) or, with None, in its still pose."""
    upper, lower = PARTS[moved.limb]
    x, y = JOINT[moved.limb]
    uppers = [pose[0] for pose in moved.poses]
    lowers = [pose[1] for pose in moved.poses]
    hands = _held(moved, href, grip, duration) if grip and moved.grip else ""
    below = el(
        "g",
        _turn(lowers, moved, duration),
        el("use", href=href + lower),
        hands,
        transform=_pose(lowers, moved, duration),
    )
    whole = el(
        "g",
        _turn(uppers, moved, duration),
        el("use", href=href + upper),
        el("g", below, transform=f"translate(0 {number(UPPER[moved.limb])})"),
        transform=_pose(uppers, moved, duration),
    )
    flip = f"translate({number(WIDTH)} 0)scale(-1 1)" if moved.mirror else ""
    return el("g", whole, transform=f"{flip}translate({number(x)} {number(y)})")


def way_of(moved: Moved, steps: int = 4) -> Run:
    """The way of the held point (hand, ankle or knee) from the first pose to the one of the still picture."""
    first, last = moved.poses[0], moved.poses[moved.shown]
    if first == last:  # this limb is home while the other is away: show how it came
        first = moved.poses[2]
    (u0, l0), (u1, l1) = first, last
    out = []
    for n in range(steps + 1):
        t = n / steps
        x, y = held_point(moved, (u0 + (u1 - u0) * t, l0 + (l1 - l0) * t))
        out.append((WIDTH - x if moved.mirror else x, y))
    # A knee comes straight to the tummy, towards the viewer; only the flat picture swings it outwards.
    return (out[0], out[-1]) if moved.limb == "leg" and moved.bends else tuple(out)


def held_point(moved: Moved, pose: Pose) -> Point:
    """Where the held point is in a pose, for a limb on the baby's left."""
    x, y = JOINT[moved.limb]
    upper, lower = math.radians(pose[0]), math.radians(pose[0] + pose[1])
    x, y = x - UPPER[moved.limb] * math.sin(upper), y + UPPER[moved.limb] * math.cos(upper)
    if moved.grip == "middle":
        return x, y
    return x - LOWER[moved.limb] * math.sin(lower), y + LOWER[moved.limb] * math.cos(lower)


def _held(moved: Moved, href: str, grip: Grip, duration: float | None) -> str:
    """The grown-up's hand on the limb: it travels with it and keeps its own direction."""
    along = LOWER[moved.limb] * (0.72 if moved.limb == "arm" else 0.86) if moved.grip == "end" else 6.0
    against = [-(upper + lower) for upper, lower in moved.poses]
    right = Grip(grip.shape, grip.turn, False, grip.scale)
    steady = el(
        "g", _turn(against, moved, duration), hand(right, href), transform=_pose(against, moved, duration)
    )
    return el("g", steady, transform=transform(at=(0, along)))


def _turn(angles: list[float], moved: Moved, duration: float | None) -> str:
    if duration is None or len(set(angles)) == 1:
        return ""
    return turning("rotate", [number(a, 0) for a in angles], duration, times=moved.times)


def _pose(angles: list[float], moved: Moved, duration: float | None) -> str | None:
    """The rotation where nothing moves, and before the first frame."""
    angle = angles[moved.shown if duration is None else 0]
    return f"rotate({number(angle)})"
