"""Limbs that move: for each movement, where hands and knees go, as angles of the joints over one repetition.

All is worked out for a limb on the baby's left (viewer's right) of figure `front`; the right is its mirror.
Distances are figure units, angles degrees clockwise from "points down".
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from warmhands.charts import baby_front as front
from warmhands.charts.parts import heading
from warmhands.charts.svg import Point

Limb = Literal["arm", "leg"]
Pose = tuple[float, float]  # upper and lower angle, the lower one relative to the upper

HAND_AT = math.dist(front.ELBOW, front.FINGERS)  # from the elbow to the middle of the hand
JOINT: Mapping[Limb, Point] = {"arm": front.SHOULDER, "leg": front.HIP}
UPPER: Mapping[Limb, float] = {"arm": front.UPPER_ARM, "leg": front.THIGH}
LOWER: Mapping[Limb, float] = {"arm": HAND_AT, "leg": front.SHIN}


def reach(limb: Limb, target: Point, *, outwards: bool = True) -> Pose:
    """The angles that bring the end of a limb (hand or ankle) to `target`, elbow or knee outwards or inwards.

    A target out of reach is approached as far as the limb goes, nearly straight.
    """
    joint, a, b = JOINT[limb], UPPER[limb], LOWER[limb]
    far = min(max(math.dist(joint, target), abs(a - b) + 1), a + b - 0.5)
    at_joint = math.degrees(math.acos((a * a + far * far - b * b) / (2 * a * far)))
    at_middle = math.degrees(math.acos((a * a + b * b - far * far) / (2 * a * b)))
    sign = -1 if outwards else 1
    upper = heading(joint, target) + sign * at_joint
    upper, lower = near((upper, -sign * (180 - at_middle)), REST[limb])
    # An arm folds in front of the shoulder, never backwards around the elbow.
    return upper, (lower % 360 - 360 if limb == "arm" else lower)


def knee_at(target: Point, shin: float) -> Pose:
    """The thigh points to `target`; the shin points `shin` degrees from down."""
    upper = heading(front.HIP, target)
    return near((upper, shin - upper), REST["leg"])


def near(pose: Pose, rest: Pose) -> Pose:
    """The same pose with angles within half a turn of the rest pose, so that limbs turn the short way."""
    upper, lower = ((value - home + 180) % 360 - 180 + home for value, home in zip(pose, rest, strict=True))
    return upper, lower


def _rest(a: Point, b: Point, c: Point) -> Pose:
    upper = heading(a, b)
    lower = (heading(b, c) - upper + 180) % 360 - 180
    return upper, lower


REST: dict[Limb, Pose] = {
    "arm": _rest(front.SHOULDER, front.ELBOW, front.FINGERS),
    "leg": _rest(front.HIP, front.KNEE, front.ANKLE),
}


@dataclass(frozen=True, slots=True)
class Moved:
    """A limb's poses over one repetition. `mirror`: it is the baby's right limb."""

    limb: Limb
    mirror: bool
    times: tuple[float, ...]
    poses: tuple[Pose, ...]
    shown: int  # the pose of the still picture
    grip: Literal["end", "middle", ""]  # where the grown-up's hand holds it
    bends: bool = False  # it bends and straightens, it does not cross or bounce


CROSSED_ARM: Point = (114, 160)
WIDE_ARM: Point = (302, 148)
CROSSED_LEG: Point = (120, 282)
STRAIGHT_LEG: Point = (214, 387)
BELLY: Point = (181, 222)
MEETING: Point = (144, 225)  # hand and opposite knee meet over the tummy

_ARM_IN, _ARM_WIDE = reach("arm", CROSSED_ARM), reach("arm", WIDE_ARM, outwards=False)
_LEG_IN, _LEG_STRAIGHT = reach("leg", CROSSED_LEG), reach("leg", STRAIGHT_LEG)
_TUCKED = knee_at(BELLY, 8)
_ARM, _LEG = REST["arm"], REST["leg"]
_ARM_BENT, _ARM_STRAIGHT = (_ARM[0] + 6, _ARM[1] - 22), (_ARM[0] - 4, _ARM[1] + 70)
_SHAKE = (_LEG_STRAIGHT[0] + 5, _LEG_STRAIGHT[1]), (_LEG_STRAIGHT[0] - 4, _LEG_STRAIGHT[1])

_CROSS = (0, 0.12, 0.24, 0.36, 0.48, 0.6, 0.76, 0.9, 1)


def _between(a: Pose, b: Pose, t: float) -> Pose:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _crossing(limb: Limb, rest: Pose, inner: Pose, wide: Pose, *, mirror: bool) -> Moved:
    """In, half out, in, half out, in, wide open, home: three crossings in one repetition."""
    half = _between(rest, inner, 0.55)
    return Moved(limb, mirror, _CROSS, (rest, inner, half, inner, half, inner, wide, wide, rest), 1, "end")


def _both(moved: Moved) -> tuple[Moved, ...]:
    return moved, Moved(
        moved.limb, not moved.mirror, moved.times, moved.poses, moved.shown, moved.grip, moved.bends
    )


def _bend(limb: Limb, straight: Pose, bent: Pose, grip: Literal["end", "middle"]) -> Moved:
    return Moved(
        limb, False, (0, 0.4, 0.5, 0.9, 1), (straight, bent, bent, straight, straight), 1, grip, True
    )


def _pedal(first: bool) -> Moved:
    """Knees in, one after the other, then both legs shake out straight."""
    a, b = (_TUCKED, _LEG) if first else (_LEG, _TUCKED)
    shake = _SHAKE if first else _SHAKE[::-1]
    times = (0, 0.14, 0.28, 0.42, 0.56, 0.7, 0.76, 0.82, 0.88, 1)
    poses = (_LEG, a, b, a, b, _LEG_STRAIGHT, shake[0], shake[1], shake[0], _LEG)
    return Moved("leg", not first, times, poses, 1, "middle", True)


def movement(pose: str, side: Literal["left", "right", "both"]) -> tuple[Moved, ...]:
    """The limbs that a movement moves. Raises KeyError for a pose that is not drawn."""
    mirror = side == "right"
    match pose:
        case "cross_arms":
            return _both(_crossing("arm", _ARM, _ARM_IN, _ARM_WIDE, mirror=False))
        case "cross_legs":
            return _both(_crossing("leg", _LEG, _LEG_IN, _LEG_STRAIGHT, mirror=False))
        case "cross_arm_leg":
            arm = _crossing("arm", _ARM, reach("arm", MEETING), _ARM_WIDE, mirror=mirror)
            leg = _crossing("leg", _LEG, knee_at((176, 225), -4), _LEG_STRAIGHT, mirror=not mirror)
            return leg, arm
        case "knees_up":
            times = (0, 0.2, 0.62, 0.8, 0.9, 1)
            poses = (_LEG, _TUCKED, _TUCKED, _LEG_STRAIGHT, _LEG_STRAIGHT, _LEG)
            return _both(Moved("leg", False, times, poses, 1, "middle", True))
        case "bicycle":
            return _pedal(True), _pedal(False)
        case "bounce_leg":
            up, down = (_LEG[0] - 5, _LEG[1]), (_LEG[0] + 3, _LEG[1])
            times = (0, 0.2, 0.35, 0.5, 0.65, 1)
            return (Moved("leg", mirror, times, (_LEG, up, down, up, _LEG, _LEG), 1, "end"),)
        case "legs_lifted":
            lifted = reach("leg", (176, 334))
            return _both(Moved("leg", False, (0, 1), (lifted, lifted), 0, ""))
        case "bend_arm":
            arm = _bend("arm", _ARM_STRAIGHT, _ARM_BENT, "end")
            return (Moved("arm", mirror, arm.times, arm.poses, 1, "end"),)
        case "bend_leg":
            leg = _bend("leg", _LEG_STRAIGHT, _TUCKED, "end")
            one = Moved("leg", mirror, leg.times, leg.poses, 1, "end", True)
            return _both(one) if side == "both" else (one,)
    raise KeyError(pose)
