"""Every one of the strokes as a picture: it renders, it speaks, and it goes the way its words say."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from warmhands.charts.stroke import draw_stroke, scene, seconds_of_one
from warmhands.charts.timing import along, length
from warmhands.charts.tracks import Track, point
from warmhands.content.loader import load

CONTENT = load()
IDS = sorted(CONTENT.strokes)
SVG = "{http://www.w3.org/2000/svg}"
MOTIONS = (f"{SVG}animateMotion", f"{SVG}animateTransform", f"{SVG}animate")

# Hands that touch nothing, or that the child moves: no path to keep to.
UNTOUCHED = {"permission", "tod_choice", "tod_swap", "tod_draw", "tod_story"}


def drawn(stroke_id, **more):
    return draw_stroke(CONTENT, stroke_id, title="A title", describe="What is seen", **more)


def tree(stroke_id, **more):
    return ElementTree.fromstring(drawn(stroke_id, **more))


def sides(stroke_id):
    return ("left", "right") if CONTENT.strokes[stroke_id].side == "each" else (None,)


def middle(stroke_id):
    return CONTENT.figures[CONTENT.drawings[stroke_id].figure].size[0] / 2


def way(track: Track) -> list[tuple[float, float]]:
    return [spot for run in track.runs for spot in along(run)]


def turning(points: list[tuple[float, float]]) -> float:
    """Signed area of a polygon on a screen (y down): positive is clockwise as the viewer sees it."""
    ring = [*points, points[0]]
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring)) / 2


def test_it_works():
    root = tree("i_love_you")
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"


def test_there_are_as_many_drawings_as_strokes():
    assert sorted(CONTENT.drawings) == IDS


@pytest.mark.parametrize("stroke_id", IDS)
def test_it_is_complete_and_speaks(stroke_id):
    for side in sides(stroke_id):
        root = tree(stroke_id, side=side)
        title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert title.text == "A title"
        assert desc.text == "What is seen"
        assert root.get("aria-labelledby") == title.get("id")
        assert root.get("aria-describedby") == desc.get("id")
        groups = {g.get("class") for g in root.iter(f"{SVG}g")}
        assert {"moving", "still"} <= groups
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        used = {e.get("href")[1:] for e in root.iter(f"{SVG}use")}
        assert used <= set(ids), used - set(ids)


@pytest.mark.parametrize("stroke_id", IDS)
def test_a_strict_policy_allows_it(stroke_id):
    text = drawn(stroke_id)
    assert "style" not in text
    assert not re.search(r"\son\w+=", text)
    assert "@" not in text
    assert "url(" not in text
    colours = re.findall(r'(?:fill|stroke)="([^"]+)"', text)
    assert all(c == "none" or re.fullmatch(r"var\(--[a-z-]+,#[0-9a-f]{6}\)", c) for c in colours), set(
        colours
    )


@pytest.mark.parametrize("stroke_id", IDS)
def test_words_for_a_person_are_escaped(stroke_id):
    text = draw_stroke(CONTENT, stroke_id, title="Tom & <Eva>", describe='"soft"')
    assert ElementTree.fromstring(text).find(f"{SVG}title").text == "Tom & <Eva>"


def test_two_pictures_of_one_page_share_no_id():
    one, two = tree("leg_milk_down", side="left"), tree("leg_milk_down", side="right")
    ids = [{e.get("id") for e in t.iter() if e.get("id")} for t in (one, two)]
    assert not ids[0] & ids[1]
    assert 'id="mine-t"' in drawn("permission", prefix="mine")


@pytest.mark.parametrize("stroke_id", IDS)
def test_hands_keep_the_pace_that_is_asked(stroke_id):
    drawing = CONTENT.drawings[stroke_id]
    for asked in (None, 7.0):
        pace = asked or seconds_of_one(CONTENT.strokes[stroke_id])
        lasting = [
            float(e.get("dur")[:-1]) for e in tree(stroke_id, rep_seconds=asked).iter() if e.tag in MOTIONS
        ]
        assert lasting
        assert all(e.get("repeatCount") == "indefinite" for e in tree(stroke_id).iter() if e.tag in MOTIONS)
        # Small life (a step, a breath) fits whole times into one repetition; the way itself takes just one.
        assert all(math.isclose(pace / t, round(pace / t), abs_tol=0.01) for t in lasting)
        if drawing.motion != "still":
            assert any(math.isclose(t, pace, abs_tol=0.001) for t in lasting)


@pytest.mark.parametrize("stroke_id", IDS)
def test_keys_of_every_animation_fit_together(stroke_id):
    for e in tree(stroke_id).iter():
        if e.tag not in MOTIONS or not e.get("keyTimes"):
            continue
        times = [float(t) for t in e.get("keyTimes").split(";")]
        values = (e.get("keyPoints") or e.get("values")).split(";")
        assert len(times) == len(values)
        assert times[0] == 0
        assert times[-1] == 1
        assert times == sorted(times)
        if e.get("keyPoints"):
            places = [float(p) for p in values]
            assert places == sorted(places)
            assert (places[0], places[-1]) == (0, 1)


@pytest.mark.parametrize("stroke_id", IDS)
def test_the_still_picture_does_not_move_and_is_shown(stroke_id):
    root = tree(stroke_id, still=True)
    assert not [e for e in root.iter() if e.tag in MOTIONS]
    still = next(g for g in root.iter(f"{SVG}g") if g.get("class") == "still")
    assert still.get("display") is None
    hidden = next(g for g in tree(stroke_id).iter(f"{SVG}g") if g.get("class") == "still")
    assert hidden.get("display") == "none"


@pytest.mark.parametrize("stroke_id", IDS)
def test_an_overlay_is_small_and_points_to_the_shared_sheet(stroke_id):
    text = drawn(stroke_id, figures_href="/static/shell/figures.svg")
    assert "<defs>" not in text
    assert 'href="/static/shell/figures.svg#' in text
    # Moving limbs carry their own key poses; all others stay near 4 kB.
    assert len(text) <= (5500 if scene(CONTENT, stroke_id).moved else 5000)


@pytest.mark.parametrize("stroke_id", [s for s in IDS if s not in UNTOUCHED])
def test_the_way_starts_and_ends_at_its_anchors(stroke_id):
    for side in sides(stroke_id):
        seen = scene(CONTENT, stroke_id, side)
        if any(m.grip for m in seen.moved) or (seen.drawing.motion == "still" and seen.stroke.side == "none"):
            continue  # tests/charts/test_limbs.py, and the test of resting hands
        # The hand may stand beside the point: two thumbs side by side, small circles around it, nesting.
        near = max(seen.drawing.radius or 0, seen.drawing.gap, 12) * 1.6
        names = seen.drawing.visits or seen.stroke.path
        for track in seen.tracks:
            first = point(seen.figure, names[0], track.side)
            last = point(seen.figure, names[-1], track.side)
            assert math.dist(track.start, first) <= near
            if len(names) > 1 and not track.closed:
                assert math.dist(track.end, last) <= near


@pytest.mark.parametrize("stroke_id", ["resting_hands", "containment", "closing"])
def test_two_still_hands_rest_on_two_places(stroke_id):
    seen = scene(CONTENT, stroke_id)
    wanted = [point(seen.figure, name, None) for name in seen.stroke.path]
    assert [t.start for t in seen.tracks] == wanted


@pytest.mark.parametrize("stroke_id", ["sun_moon", "tummy_circle_simple", "back_ferber"])
def test_circles_turn_as_a_clock_does(stroke_id):
    for track in scene(CONTENT, stroke_id).tracks:
        assert turning(way(track)) > 200


def test_the_moon_is_a_half_circle_from_ten_to_five():
    sun, moon = scene(CONTENT, "sun_moon").tracks
    figure = CONTENT.figures["front"]
    assert sun.closed
    assert math.dist(moon.start, point(figure, "clock_10", None)) < 9
    assert math.dist(moon.end, point(figure, "clock_5", None)) < 9


def test_i_love_you_always_ends_down_the_babys_left():
    (track,) = scene(CONTENT, "i_love_you").tracks
    assert len(track.runs) == 3
    for run in track.runs:
        (ax, ay), (bx, by) = run[-2:]
        assert ax > 160  # the baby's left is at the viewer's right
        assert bx > 160
        assert by > ay + 30
    love, you = track.runs[1:]
    assert love[0][0] < 160  # from the baby's right
    assert you[0][0] < 160
    assert you[1][1] < you[0][1]  # up the baby's right side first


@pytest.mark.parametrize("stroke_id", ["water_wheel_a", "water_wheel_b"])
def test_paddles_only_go_down(stroke_id):
    for track in scene(CONTENT, stroke_id).tracks:
        heights = [y for _, y in way(track)]
        assert heights == sorted(heights)
        assert heights[0] < heights[-1]


@pytest.mark.parametrize("stroke_id", ["back_circles", "tod_back_rub"])
def test_circles_stay_off_the_spine(stroke_id):
    for track in scene(CONTENT, stroke_id).tracks:
        off = [x - middle(stroke_id) for x, _ in way(track)]
        assert min(map(abs, off)) > 8
        assert len({x > 0 for x in off}) == 1
        assert track.end[1] > track.start[1] + 30  # top to bottom


# From → to as the words of the stroke say: "out" away from the middle of the body, "in" towards it.
OUTWARDS = [
    "leg_milk_down",
    "leg_hug_glide",
    "leg_roll",
    "arm_milk_down",
    "arm_hug_glide",
    "arm_roll",
    "butterfly",
]
INWARDS = ["leg_milk_up", "arm_milk_up"]
SIDEWAYS = ["thumbs_to_side", "face_open_book", "face_eyes", "face_nose_cheek", "face_smile"]
DOWNWARDS = [
    "pit_stop",
    "legs_integrate",
    "chest_integrate",
    "body_integrate",
    "back_swoop_a",
    "back_swoop_b",
    "back_comb",
    "face_ears_chin",
]
UPWARDS = ["foot_thumb_over_thumb", "foot_top", "hand_top", "palm_finger_roll"]  # to the toes, ankle, fingers


def far(spot):
    """From the middle of the body of figure `front`."""
    return math.dist(spot, (160, 220))


@pytest.mark.parametrize("stroke_id", [s for s in OUTWARDS if s != "butterfly"])
def test_glides_outwards_leave_the_body(stroke_id):
    for side in sides(stroke_id):
        for track in scene(CONTENT, stroke_id, side).tracks:
            assert far(track.end) > far(track.start) + 30


@pytest.mark.parametrize("stroke_id", INWARDS)
def test_glides_inwards_come_to_the_body(stroke_id):
    for side in sides(stroke_id):
        for track in scene(CONTENT, stroke_id, side).tracks:
            assert far(track.end) < far(track.start) - 30


@pytest.mark.parametrize("stroke_id", SIDEWAYS)
def test_strokes_from_the_middle_go_to_the_sides(stroke_id):
    for track in scene(CONTENT, stroke_id).tracks:
        for run in track.runs:
            assert abs(run[-1][0] - 160) > abs(run[0][0] - 160) + 20


@pytest.mark.parametrize("stroke_id", DOWNWARDS)
def test_sweeps_go_down(stroke_id):
    for track in scene(CONTENT, stroke_id).tracks:
        assert track.end[1] > track.start[1] + 20


@pytest.mark.parametrize("stroke_id", UPWARDS)
def test_strokes_go_to_the_tips(stroke_id):
    for side in sides(stroke_id):
        for track in scene(CONTENT, stroke_id, side).tracks:
            assert track.runs[0][-1][1] < track.runs[0][0][1] - 30


@pytest.mark.parametrize("stroke_id", [s for s in IDS if CONTENT.drawings[s].motion == "there_and_back"])
def test_what_goes_there_comes_back(stroke_id):
    for track in scene(CONTENT, stroke_id).tracks:
        assert track.start == track.end
        assert length(track.runs[0]) > 30


def test_the_butterfly_crosses_to_the_other_shoulder():
    for track in scene(CONTENT, "butterfly").tracks:
        _, there, _ = track.runs[0]
        assert (track.start[0] - 160) * (there[0] - 160) < 0
        assert there[1] < track.start[1]


def test_walking_fingers_go_to_the_babys_left():
    (track,) = scene(CONTENT, "walking").tracks
    assert track.start[0] < 160 < track.end[0]


@pytest.mark.parametrize("side", ["left", "right"])
def test_toes_are_rolled_from_the_big_one_to_the_little_one(side):
    (track,) = scene(CONTENT, "toe_roll", side).tracks
    off = [abs(x - 160) for x, _ in track.runs[0]]
    assert off == sorted(off)  # the big toe is on the inside
    assert len(off) == 5


@pytest.mark.parametrize("stroke_id", [s for s in IDS if CONTENT.strokes[s].side == "each"])
def test_left_and_right_differ_and_lie_on_the_babys_own_side(stroke_id):
    left, right = (scene(CONTENT, stroke_id, side) for side in ("left", "right"))
    assert drawn(stroke_id, side="left", prefix="a") != drawn(stroke_id, side="right", prefix="a")
    mirrored = CONTENT.drawings[stroke_id].figure in ("back", "toddler")
    for seen, wanted in ((left, "left"), (right, "right")):
        at_right = (wanted == "left") != mirrored
        assert all((t.start[0] > middle(stroke_id)) == at_right for t in seen.tracks)


@pytest.mark.parametrize("stroke_id", [s for s in IDS if CONTENT.strokes[s].side == "both"])
def test_both_hands_mirror_each_other(stroke_id):
    seen = scene(CONTENT, stroke_id)
    passing = seen.drawing.radius and seen.drawing.motion == "there_and_back"
    if len(seen.tracks) != 2 or passing:
        return  # back_forth: the hands pass each other, they do not mirror
    one, two = seen.tracks
    width = seen.figure.size[0]
    for (ax, ay), (bx, by) in zip(way(one), way(two), strict=True):
        assert math.dist((width - ax, ay), (bx, by)) < 0.01
    assert seen.grips[0].mirror != seen.grips[1].mirror


@pytest.mark.parametrize("figure", sorted(CONTENT.figures))
def test_the_babys_left_is_where_the_viewer_sees_it(figure):
    """Facing the baby it is at the viewer's right; from behind it is at the viewer's left."""
    shown = CONTENT.figures[figure]
    behind = figure in ("back", "toddler")
    for name, anchor in shown.anchors.items():
        if anchor.left is None or anchor.right is None or name.startswith("opposite"):
            continue
        assert (anchor.left[0] < anchor.right[0]) == behind, name
        assert math.isclose(anchor.left[0] + anchor.right[0], shown.size[0], abs_tol=0.2), name


@pytest.mark.parametrize("figure", sorted(CONTENT.figures))
def test_anchors_lie_in_the_picture(figure):
    width, height = CONTENT.figures[figure].size
    for anchor in CONTENT.figures[figure].anchors.values():
        for spot in (anchor.at, anchor.left, anchor.right):
            assert spot is None or (0 <= spot[0] <= width and 0 <= spot[1] <= height)


def test_the_right_of_a_stroke_without_sides_is_the_babys_right():
    for stroke_id, right in (
        ("field_kin_arm_r", True),
        ("field_kin_leg_r", True),
        ("field_kin_leg_l", False),
    ):
        assert [m.mirror for m in scene(CONTENT, stroke_id).moved] == [right]


def test_an_unknown_stroke_is_refused():
    with pytest.raises(KeyError):
        drawn("no_such_stroke")
