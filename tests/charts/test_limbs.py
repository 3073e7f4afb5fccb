"""Limbs really go where the words say: knees to the tummy, arms across, legs straight."""

from __future__ import annotations

import math

import pytest

from warmhands.charts import baby_front, baby_more, poses
from warmhands.charts.limbs import held_point, unmoved, way_of
from warmhands.charts.poses import REST, movement, reach
from warmhands.charts.stroke import scene
from warmhands.charts.tracks import point
from warmhands.content.loader import load

CONTENT = load()
FRONT = CONTENT.figures["front"]


def spot(name, side="left", figure=FRONT):
    return point(figure, name, side)


def test_the_art_and_the_anchors_share_their_joints():
    for name, joint in (
        ("shoulders", baby_front.SHOULDER),
        ("elbow", baby_front.ELBOW),
        ("hands", baby_front.FINGERS),
        ("hip", baby_front.HIP),
        ("knee", baby_front.KNEE),
        ("ankle", baby_front.ANKLE),
        ("toes", baby_front.TOES),
        ("opposite_shoulder", poses.CROSSED_ARM),
        ("hands_wide", poses.WIDE_ARM),
        ("opposite_hip", poses.CROSSED_LEG),
        ("stretch", poses.STRAIGHT_LEG),
        ("belly", poses.BELLY),
        ("opposite_knee", poses.MEETING),
    ):
        assert math.dist(spot(name), joint) < 0.5, name
    back = CONTENT.figures["back"]
    for name, joint in (
        ("shoulders", baby_more.SHOULDER),
        ("elbow", baby_more.ELBOW),
        ("hands", baby_more.FINGERS),
        ("hip", baby_more.HIP),
        ("knee", baby_more.KNEE),
        ("ankle", baby_more.ANKLE),
    ):
        assert math.dist(spot(name, figure=back), joint) < 0.5, name


@pytest.mark.parametrize("limb", ["arm", "leg"])
@pytest.mark.parametrize("target", [(150, 230), (214, 340), (280, 180)])
@pytest.mark.parametrize("outwards", [True, False])
def test_a_limb_reaches_its_target(limb, target, outwards):
    moved = poses.Moved(limb, False, (0, 1), (reach(limb, target, outwards=outwards),) * 2, 0, "end")
    longest = poses.UPPER[limb] + poses.LOWER[limb] - 0.5
    if math.dist(poses.JOINT[limb], target) < longest:
        assert math.dist(held_point(moved, moved.poses[0]), target) < 0.5


def test_at_rest_the_limbs_are_where_the_figure_draws_them():
    for limb, end in (("arm", baby_front.FINGERS), ("leg", baby_front.ANKLE)):
        moved = poses.Moved(limb, False, (0, 1), (REST[limb],) * 2, 0, "end")
        assert math.dist(held_point(moved, REST[limb]), end) < 1.5


@pytest.mark.parametrize("stroke_id", ["knees_up", "bicycle", "field_kin_leg_l", "field_kin_legs_both"])
def test_knees_really_come_to_the_tummy(stroke_id):
    for moved in scene(CONTENT, stroke_id).moved:
        knee = poses.Moved(moved.limb, moved.mirror, moved.times, moved.poses, moved.shown, "middle")
        nearest = min(math.dist(held_point(knee, pose), spot("belly")) for pose in moved.poses)
        assert nearest < 2


def test_the_bicycle_alternates():
    one, two = scene(CONTENT, "bicycle").moved
    assert one.mirror != two.mirror
    assert one.poses[1] == two.poses[2]
    assert one.poses[2] == two.poses[1]


@pytest.mark.parametrize(
    ("stroke_id", "limb", "crossed", "opened"),
    [
        ("cross_arms", "arm", "opposite_shoulder", "hands_wide"),
        ("cross_legs", "leg", "opposite_hip", "stretch"),
        ("cross_arm_leg", "arm", "opposite_knee", "hands_wide"),
    ],
)
def test_crossings_cross_three_times_and_open(stroke_id, limb, crossed, opened):
    moved = next(m for m in scene(CONTENT, stroke_id).moved if m.limb == limb)
    ends = [held_point(moved, pose) for pose in moved.poses]
    assert sum(math.dist(end, spot(crossed)) < 1.5 for end in ends) == 3
    assert math.dist(ends[-2], spot(opened)) < 2
    assert ends[0] == ends[-1]


def test_an_arm_and_the_opposite_leg():
    for side in ("left", "right"):
        leg, arm = scene(CONTENT, "cross_arm_leg", side).moved
        assert (leg.limb, arm.limb) == ("leg", "arm")
        assert arm.mirror == (side == "right")
        assert leg.mirror != arm.mirror
        knee = poses.Moved("leg", False, leg.times, leg.poses, leg.shown, "middle")
        x, y = held_point(knee, leg.poses[leg.shown])
        # The raised knee of the other side, in mirror image, is where the hand comes to.
        assert math.dist((baby_front.WIDTH - x, y), spot("opposite_knee")) < 4


def test_legs_bend_and_straighten():
    (leg,) = scene(CONTENT, "field_kin_leg_r").moved
    assert leg.mirror
    assert abs(leg.poses[0][1]) < 50 < abs(leg.poses[1][1])
    assert way_of(leg)[0][0] < 160  # the baby's right is at the viewer's left


def test_arms_bend_and_straighten():
    (arm,) = scene(CONTENT, "field_kin_arm_l").moved
    assert abs(arm.poses[0][1]) < 40 < abs(arm.poses[1][1])


def test_limbs_that_move_are_not_drawn_twice():
    parts = unmoved(movement("bounce_leg", "right"))
    assert ("front-leg", True) not in parts
    assert ("front-leg", False) in parts


def test_an_unknown_pose_is_refused():
    with pytest.raises(KeyError):
        movement("headstand", "left")
