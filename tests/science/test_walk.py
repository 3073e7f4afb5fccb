"""A walk as a parent meets it: the cue rules, step by step, and what is said."""

import pytest

from warmhands.content.loader import load
from warmhands.science import words
from warmhands.science.routine import Wish, plan
from warmhands.science.walk import compile_walk, step, trace, walk_json


@pytest.fixture(scope="module")
def content():
    return load()


@pytest.fixture(scope="module")
def walk(content):
    return compile_walk(content, plan(content, "full", Wish(age_days=100, practice_days=10)))


def after(walk, *events):
    return walk.states[trace(walk, events)[-1]]


def at_stroke(walk, stroke, side=None):
    """The events that lead to the first ordinary state of a stroke."""
    events = []
    while not (after(walk, *events).stroke == stroke and after(walk, *events).side in (side, "both")):
        events.append("done")
    return events


def test_it_begins_with_a_question_and_goes_to_still_hands(walk):
    assert after(walk).kind == "ask"
    assert after(walk, "yes").kind == "hold"
    assert after(walk, "done").kind == "hold"  # silence: the hands rest, and are watched


def test_left_alone_it_does_every_stroke_and_ends(content, walk):
    passed = trace(walk, ["done"] * 100)
    assert walk.states[passed[-1]].kind == "end"
    done = {walk.states[name].stroke for name in passed} - {None}
    assert {s.stroke for s in content.routines["full"].steps} <= done


def test_unsure_makes_softer_then_slower_then_still(walk):
    to = at_stroke(walk, "leg_milk_down", "right")
    first, soft, slow = after(walk, *to), after(walk, *to, "unsure"), after(walk, *to, "unsure", "unsure")
    assert soft.say[0] == words.SOFTER
    assert slow.say[0] == words.SLOWER
    assert slow.rep_seconds == first.rep_seconds * 2
    assert slow.seconds == first.seconds
    assert after(walk, *to, *["unsure"] * 3).kind == "pause"


def test_unsure_is_remembered_in_the_next_stroke_and_forgotten_when_it_is_quiet_or_happy(walk):
    to = [*at_stroke(walk, "leg_milk_down", "left"), "done"]
    assert after(walk, *to[:-1], "unsure", "done", "unsure").say[0] == words.SLOWER
    for sign in ("quiet", "happy"):
        assert after(walk, *to[:-1], "unsure", sign, "unsure").say[0] == words.SOFTER


def test_enough_stills_the_hands_and_asks_for_the_next_area(walk):
    to = at_stroke(walk, "water_wheel_a")
    still = after(walk, *to, "enough")
    assert (still.kind, still.seconds, still.stroke) == ("pause", 25, None)
    asked = after(walk, *to, "enough", "done")
    assert (asked.kind, asked.region) == ("ask", "chest")
    assert after(walk, *to, "enough", "done", "yes", "enough").kind == "close"


def test_crying_comforts_and_counts_as_a_potent_sign(walk):
    to = at_stroke(walk, "water_wheel_a")
    assert after(walk, *to, "crying").kind == "comfort"
    assert after(walk, *to, "crying", "yes").region == "chest"
    assert after(walk, *to, "crying", "stop").kind == "end"
    assert after(walk, *to, "crying", "done").kind == "close"
    again = [*to, "crying", "yes", "yes", "crying"]
    assert after(walk, *again).kind == "comfort"
    assert after(walk, *again, "yes").kind == "close"
    # A first enough after crying: still hands, as ever, but then the closing.
    assert after(walk, *to, "crying", "yes", "enough").kind == "pause"
    assert after(walk, *to, "crying", "yes", "enough", "done").kind == "close"


def test_a_pause_goes_on_one_back_or_closes(walk):
    to = at_stroke(walk, "sun_moon")
    paused = [*to, "pause"]
    assert after(walk, *paused).kind == "pause"
    assert after(walk, *paused).seconds is None
    assert after(walk, *paused, "resume").stroke == "sun_moon"
    assert after(walk, *paused, "happy").stroke == "water_wheel_a"
    assert after(walk, *paused, "waited").kind == "close"
    assert after(walk, *paused).step == after(walk, *paused, "resume").step == after(walk, *to).step


def test_no_leaves_the_area_and_skip_the_stroke(walk):
    assert after(walk, "no").region == "feet"
    to = at_stroke(walk, "sun_moon")
    assert after(walk, *to, "skip").stroke == "i_love_you"
    assert after(walk, *to, "done", "skip").region == "chest"


def test_after_eight_weeks_one_question_stands_for_all(content):
    late = compile_walk(content, plan(content, "full", Wish(age_days=200, practice_days=56)))
    assert after(late, "no").kind == "close"
    kinds = [late.states[name].kind for name in trace(late, ["done"] * 100)]
    assert kinds.count("ask") == 1


def test_again_once_and_no_longer_than_the_stroke_it_takes_the_place_of(walk):
    to = at_stroke(walk, "water_wheel_a")
    more = after(walk, *to, "again")
    assert (more.stroke, more.say[0]) == ("water_wheel_a", words.AGAIN)
    assert more.seconds <= after(walk, *to, "done").seconds
    assert "again" not in more.on
    assert after(walk, *to, "again", "done").stroke == "i_love_you"


def test_the_question_how_the_baby_looks_changes_nothing(walk):
    to = at_stroke(walk, "sun_moon")
    before, asked = after(walk, *to), after(walk, *to, "prompt")
    assert asked.say == (words.PROMPT,)
    assert (asked.kind, asked.stroke, asked.seconds, asked.step) == (
        before.kind,
        before.stroke,
        before.seconds,
        before.step,
    )
    assert after(walk, *to, "prompt", "done").stroke == after(walk, *to, "done").stroke


@pytest.mark.parametrize(
    ("event", "kind"), [("asleep", "night"), ("wrong", "help"), ("hungry", "feed"), ("stop", "close")]
)
def test_the_ways_out(walk, event, kind):
    to = at_stroke(walk, "butterfly")
    assert after(walk, *to, event).kind == kind
    assert after(walk, *to, "hungry", "done").kind == "end"
    assert after(walk, *to, "stop", "stop").kind == "end"


def test_fewer_words_once_a_stroke_is_known(content):
    made = plan(content, "legs_first", Wish(age_days=100, practice_days=100))
    stroke = content.strokes["leg_milk_down"]
    said = {}
    for times in (0, 2, 3, 7, 8, 50):
        known = compile_walk(content, made, known={"leg_milk_down": times})
        said[times] = after(known, *at_stroke(known, "leg_milk_down", "right")).say[1:]
    assert said[0] == said[2] == (*stroke.how, stroke.say)
    assert said[3] == said[7] == (stroke.say,)
    assert said[8] == said[50] == (stroke.name,)
    walk = compile_walk(content, made)
    left = after(walk, *at_stroke(walk, "leg_milk_down", "left"))
    assert left.say == (words.SECOND_SIDE["legs"], stroke.name)


def test_without_oil_it_says_so_at_the_start(content):
    dry = compile_walk(content, plan(content, "first_touch", Wish(age_days=10, oil="none")))
    assert dry.states[dry.start].say[0] == words.DRY


def test_turning_over_is_said(walk):
    asked = next(s for s in walk.states.values() if s.kind == "ask" and s.region == "back")
    assert asked.say[0] == words.TURN


def test_a_plan_is_compiled_for_its_own_days_of_practice(content):
    made = plan(content, "full", Wish(age_days=100, practice_days=100))
    assert compile_walk(content, made, practice_days=100)
    with pytest.raises(ValueError, match="days of practice"):
        compile_walk(content, made, practice_days=0)


def test_everything_said_can_be_translated(content, walk):
    from warmhands.content.words import msgids

    known = {*msgids(content), *words.msgids()}
    assert {text for state in walk.states.values() for text in state.say} <= known


def test_the_json_joins_after_translating(walk):
    table = walk_json(walk, str.upper)
    assert set(table) == {"routine", "start", "states"}
    state = table["states"][walk.start]
    assert state["say"] == " ".join(text.upper() for text in walk.states[walk.start].say)
    assert set(state) == {
        *("kind", "say", "seconds", "stroke", "region", "side", "rep_seconds", "on", "step"),
    }


def test_an_event_without_an_entry_stays(walk):
    assert step(walk, walk.start, "quiet") == walk.start
    assert trace(walk, ["nonsense", "yes"]) == [walk.start, walk.start, step(walk, walk.start, "yes")]
