"""Routines: who is offered what, what is left out and why, and never a second more than asked."""

import pytest

from warmhands.content.loader import load
from warmhands.science import words
from warmhands.science.errors import BadInput, NotOffered
from warmhands.science.routine import LeftOut, Wish, offered, pick, plan
from warmhands.science.safety.check import ALWAYS, HOLD_ONLY


@pytest.fixture(scope="module")
def content():
    return load()


def strokes(made):
    return [step.stroke for step in made.steps]


def test_it_works(content):
    made = plan(content, "full", Wish(age_days=100, practice_days=100))
    assert strokes(made)[0] == "permission"
    assert strokes(made)[-1] == "closing"
    assert made.left_out == ()
    assert made.seconds == sum(step.seconds for step in made.steps) <= 25 * 60


def test_an_unknown_routine_is_refused(content):
    with pytest.raises(BadInput):
        plan(content, "nope", Wish(age_days=100))


def test_a_stroke_not_yet_allowed_is_left_out_with_a_sentence(content):
    made = plan(content, "bedtime_15", Wish(age_days=20))
    assert LeftOut("arm_milk_down", words.TOO_YOUNG) in made.left_out
    assert "arm_milk_down" not in strokes(made)


def test_a_stroke_that_was_grown_out_of_is_left_out(content):
    made = plan(content, "preterm_clinician", Wish(age_days=200, cleared=True))
    assert LeftOut("containment", words.TOO_OLD) in made.left_out


@pytest.mark.parametrize(
    ("routine", "age", "why"),
    [
        ("full", 41, words.ROUTINE_TOO_YOUNG),
        ("first_touch", 29, words.ROUTINE_TOO_OLD),
        ("bedtime_3step", 1_100, words.ROUTINE_TOO_OLD),
        ("preterm_clinician", 20, words.ROUTINE_CLINICIAN),
        ("full", None, words.NOT_BORN),
    ],
)
def test_a_routine_out_of_its_age_or_without_its_clearance_says_so(content, routine, age, why):
    with pytest.raises(NotOffered) as refused:
        plan(content, routine, Wish(age_days=age))
    assert refused.value.why == why


def test_both_ends_of_an_age_are_included(content):
    assert plan(content, "full", Wish(age_days=42))
    assert plan(content, "first_touch", Wish(age_days=28))


def test_a_corrected_age_before_the_due_date_counts_as_the_first_day(content):
    assert [offer.id for offer in offered(content, Wish(age_days=-20))] == [
        "first_touch",
        "quick_reset",
        "doll_practice",
    ]


def test_doll_practice_ignores_age_and_safety(content):
    made = plan(content, "doll_practice", Wish(age_days=None, allowed=frozenset(), max_minutes=1))
    assert made.left_out == ()
    assert [offer.id for offer in offered(content, Wish(age_days=None))] == ["doll_practice"]


def test_when_nothing_is_allowed_nothing_is_offered_but_the_doll(content):
    assert [o.id for o in offered(content, Wish(age_days=100, allowed=frozenset()))] == ["doll_practice"]


def test_hold_only_leaves_the_holds(content):
    wish = Wish(age_days=20, allowed=HOLD_ONLY | ALWAYS)
    made = plan(content, "first_touch", wish)
    assert set(strokes(made)) == {"permission", "containment", "resting_hands", "foot_hold", "closing"}
    with pytest.raises(NotOffered) as refused:
        plan(content, "legs_first", wish)
    assert refused.value.why == words.NOTHING_LEFT


def test_a_position_that_is_not_possible_leaves_out_what_needs_it(content):
    made = plan(content, "full", Wish(age_days=100, positions=frozenset({"prone_lap", "lap"})))
    assert LeftOut("leg_milk_down", words.POSITION) in made.left_out
    assert {"face_open_book", "back_forth"} <= set(strokes(made))


@pytest.mark.parametrize("minutes", [1, 2, 3, 5, 8, 10, 15, 20, 25, 40])
@pytest.mark.parametrize("practice_days", [0, 100])
def test_never_longer_than_the_minutes_asked(content, minutes, practice_days):
    for routine in content.routines:
        for age in (20, 60, 200, 500):
            wish = Wish(minutes=minutes, age_days=age, practice_days=practice_days, cleared=True)
            try:
                made = plan(content, routine, wish)
            except NotOffered:
                continue
            assert 0 < made.seconds <= minutes * 60
            assert any(s not in {"permission", "resting_hands", "closing"} for s in strokes(made))


def test_safety_may_shorten_it_further(content):
    made = plan(content, "full", Wish(minutes=20, age_days=100, max_minutes=5))
    assert made.seconds <= 300


def test_when_too_short_areas_go_from_the_end_and_say_so(content):
    made = plan(content, "full", Wish(minutes=6, age_days=100, practice_days=100))
    assert "leg_milk_down" in strokes(made)
    assert LeftOut("back_comb", words.NO_TIME) in made.left_out
    assert strokes(made)[-1] == "closing"


def test_far_too_short_is_refused(content):
    with pytest.raises(NotOffered) as refused:
        plan(content, "full", Wish(minutes=0.2, age_days=100))
    assert refused.value.why == words.TOO_SHORT


def test_repetitions_stay_between_the_fewest_and_the_most(content):
    for minutes in (4, 9, 14, 25):
        for step in plan(content, "full", Wish(minutes=minutes, age_days=100)).steps:
            reps = content.strokes[step.stroke].reps
            assert min(reps.min, reps.default) <= step.reps <= reps.max


def test_time_left_over_repeats_the_favourite_at_the_end_instead_of_stretching(content):
    short = plan(content, "full", Wish(minutes=17, age_days=100, practice_days=100))
    long = plan(content, "full", Wish(minutes=25, age_days=100, practice_days=100, favourite="face"))
    assert strokes(long).count("face_open_book") == 3
    assert [step.region for step in long.steps][-2] == "face"
    each = {step.stroke: step.seconds for step in short.steps}
    assert all(step.seconds <= each[step.stroke] or step.stroke == "resting_hands" for step in long.steps)


def test_a_study_protocol_is_not_repeated(content):
    made = plan(content, "wind_colic", Wish(minutes=30, age_days=60, practice_days=100))
    assert strokes(made).count("tummy_rest") == 3


def test_one_leg_whole_then_the_other(content):
    made = plan(content, "legs_first", Wish(age_days=60, practice_days=100))
    sides = [(step.stroke, step.side) for step in made.steps if step.side in ("left", "right")]
    assert [side for _, side in sides] == ["right"] * 4 + ["left"] * 4
    assert [stroke for stroke, side in sides if side == "right"] == [s for s, side in sides if side == "left"]


def test_permission_before_each_area_in_the_first_eight_weeks_only(content):
    early = plan(content, "full", Wish(age_days=100, practice_days=55))
    late = plan(content, "full", Wish(age_days=100, practice_days=56))
    assert strokes(late).count("permission") == 1
    assert strokes(early).count("permission") == len({s.region for s in early.steps[:-1]})


def test_a_toddler_who_can_answer_is_asked_in_words(content):
    assert strokes(plan(content, "toddler_back", Wish(age_days=600)))[0] == "tod_choice"


@pytest.mark.parametrize(
    ("wish", "need", "more", "expected"),
    [
        (Wish(age_days=None), None, {}, "doll_practice"),
        (Wish(age_days=5), None, {}, "first_touch"),
        (Wish(age_days=20), "wind", {}, "legs_first"),
        (Wish(age_days=30, practice_days=10), None, {}, "legs_first"),
        (Wish(age_days=60, practice_days=30), "wind", {}, "wind_colic"),
        (Wish(age_days=60, practice_days=30), None, {"hour": 20}, "bedtime_15"),
        (Wish(age_days=60, practice_days=30), None, {"hour": 11}, "full"),
        (Wish(age_days=300, practice_days=90), "sleep", {}, "bedtime_3step"),
        (Wish(age_days=60, caregiver="second"), "bonding", {}, "second_caregiver"),
        (Wish(age_days=60), "twins", {}, "twins_alternate"),
        (Wish(age_days=120), "comfort", {}, "teething_face"),
        (Wish(age_days=250), None, {"crawls": True}, "crawler_mini"),
        (Wish(age_days=500), None, {}, "toddler_back"),
        (Wish(age_days=100, minutes=2), None, {}, "quick_reset"),
        (Wish(age_days=10, max_minutes=5), None, {"preterm": True}, "first_touch"),
        (Wish(age_days=100, allowed=HOLD_ONLY | ALWAYS), None, {}, "quick_reset"),
    ],
)
def test_massage_now_picks_well_by_itself(content, wish, need, more, expected):
    assert pick(content, wish, need, **more) == expected


def test_when_nothing_fits_the_picker_says_so(content):
    with pytest.raises(NotOffered):
        pick(content, Wish(age_days=100, allowed=frozenset()))


def test_what_is_picked_is_offered(content):
    for age in range(0, 700, 45):
        for need in (None, *content.needs):
            wish = Wish(age_days=age, practice_days=age)
            assert pick(content, wish, need) in {offer.id for offer in offered(content, wish)}
