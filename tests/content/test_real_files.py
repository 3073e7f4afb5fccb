"""The real files: what is counted, what was mended, and what every item keeps."""

import csv

import pytest

from warmhands.content.checks import problems
from warmhands.content.checks.routines import ASKS, CLOSES
from warmhands.content.loader import HERE, load, read
from warmhands.content.words import msgids

COUNTS = {
    "strokes": 76,
    "states": 6,
    "cues": 36,
    "rules": 64,
    "routines": 18,
    "sources": 221,
    "measures": 25,
    "studies": 33,
    "claims": 26,
    "drawings": 76,
}


@pytest.fixture(scope="module")
def content():
    return load()


def test_it_works(content):
    assert {kind: len(getattr(content, kind)) for kind in COUNTS} == COUNTS
    assert problems(content) == ()


def test_it_is_read_once(content):
    assert load() is content


def test_nothing_can_be_changed(content):
    with pytest.raises(TypeError):
        content.strokes["sun_moon"] = None
    with pytest.raises(AttributeError):
        content.strokes["sun_moon"].name = "Moon and sun"


def test_strokes_stand_in_the_order_of_a_full_massage(content):
    orders = [stroke.order for stroke in content.strokes.values()]
    assert orders == sorted(orders)
    assert next(iter(content.strokes)) == "permission"


def test_every_item_awaits_its_review_until_a_name_stands_there(content):
    assert {stroke.review.needs for stroke in content.strokes.values()} == {"certified instructor"}
    assert {rule.review.needs for rule in content.rules.values()} == {"clinician"}
    assert {routine.review.needs for routine in content.routines.values()} == {"certified instructor"}


def test_a_review_is_kept(plant):
    """As a person writes it: `on` is a word here, not YAML's truth, and the date stays as written."""
    signed = "    order: 19\n    review: {needs: certified instructor, by: A. Teacher, on: 2027-01-12}\n"
    folder = plant("strokes/legs.yaml", "    order: 19\n", signed)
    review = load(folder).strokes["leg_roll"].review
    assert (review.by, review.on) == ("A. Teacher", "2027-01-12")


def test_only_what_says_that_no_page_was_read_is_without_a_source(content):
    unsourced = {rule.id for rule in content.rules.values() if not rule.sources}
    assert unsourced
    assert {content.rules[rule].confidence for rule in unsourced} == {"background"}


def test_every_routine_asks_first_and_closes_last(content):
    for routine in content.routines.values():
        assert routine.steps[0].stroke in ASKS
        assert routine.steps[-1].stroke == CLOSES


def test_only_the_doll_is_practice(content):
    assert [routine.id for routine in content.routines.values() if routine.practice] == ["doll_practice"]


def test_the_rounds_of_the_wind_routine_are_written_out(content):
    strokes = [step.stroke for step in content.routines["wind_colic"].steps]
    assert strokes[1:8] == strokes[8:15] == strokes[15:22]
    assert len(strokes) == 23


def test_the_cue_timing_says_that_it_is_a_proposal(content):
    timing = content.cue_timing
    seconds = (timing.window_seconds, timing.still_seconds, timing.pause_limit_seconds, timing.prompt_seconds)
    assert seconds == (90, 25, 60, 180)
    assert timing.permission_weeks == 8
    assert timing.note.startswith("Design proposal")


def test_a_claim_is_graded_in_one_place(content):
    assert not hasattr(next(iter(content.studies.values())), "grade")
    for file in ("studies.yaml", "outcomes.yaml"):
        assert "\n    grade: " not in (HERE / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("file", ["trials.csv", "pooled.csv"])
def test_each_number_of_the_evidence_has_its_source(content, file):
    with (HERE / "evidence" / file).open(encoding="utf-8", newline="") as rows:
        named = {row["source_id"] for row in csv.DictReader(rows)}
    assert named
    assert named <= set(content.evidence_sources)


def test_each_need_can_be_met(content):
    assert {routine.need for routine in content.routines.values()} == set(content.needs)


def test_every_text_is_given_once_for_translation(content):
    texts = list(msgids(content))
    assert len(texts) == len(set(texts))
    for text in (
        content.strokes["i_love_you"].how[0],
        content.rules["hernia"].message,
        content.questions[0].label,
        content.responses["pause"].do,
        content.drawings["sun_moon"].note,
        content.claims["C17"].caveat,
    ):
        assert text in texts


def test_reading_is_not_yet_checking(plant):
    folder = plant("strokes/legs.yaml", "path: [hip, ankle]", "path: [hip, shin]")
    assert len(problems(read(folder))) == 1
