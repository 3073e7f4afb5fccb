"""The JSON that `guide safe` reads and prints."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safety_cases import CONTENT, verdict

from warmhands.science.errors import BadInput
from warmhands.science.safety import (
    Check,
    check_from_json,
    check_from_text,
    judge,
    limits_from,
    limits_from_json,
    verdict_from_json,
    verdict_from_text,
    verdict_json,
)

GOOD = {
    "now": "2026-11-22T10:00:00+01:00",
    "zone": "Europe/Lisbon",
    "baby": {"born": "2026-08-01", "gestation_days": 258},
    "answers": {"fed_recently": "yes", "hernia": "unknown", "not_watched": "no"},
    "at": {"fed_recently": "2026-11-22T08:45:00Z"},
    "cleared": ["seizures"],
}


def test_it_works():
    check, _limits = check_from_text(json.dumps(GOOD), CONTENT)
    assert check.now == datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    out = verdict_json(judge(CONTENT, check))
    assert json.loads(json.dumps(out)) == out
    assert out["verdict"] == "adapt"
    assert out["until"] == "2026-11-22T09:30:00+00:00"
    assert [rule["id"] for rule in out["rules"]] == ["fed_recently", "not_watched", "corrected_age"]
    assert {"id", "action", "why"} <= set(out["rules"][0])
    assert (out["max_minutes"], out["oil"], out["unsure"]) == (5, "allowed", ["hernia"])
    assert set(out["blocked_strokes"]) | set(out["allowed_strokes"]) == set(CONTENT.strokes)


def test_only_now_zone_and_answers_are_needed():
    check = check_from_json({"now": "2026-11-22T10:00Z", "zone": "UTC", "answers": {}}, CONTENT)
    assert check == Check(now=datetime(2026, 11, 22, 10, 0, tzinfo=UTC), zone="UTC")
    null = {**GOOD, "baby": None, "at": None, "cleared": None}
    assert check_from_json(null, CONTENT).baby is None


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"now": None}, "'now' must be an instant"),
        ({"now": "2026-11-22T10:00:00"}, "offset"),
        ({"now": "2026-02-30T10:00:00Z"}, "'now' must be an instant"),
        ({"now": "9999-12-31T23:59:59Z"}, "between the years"),
        ({"now": "0001-01-01T00:00:00+14:00"}, "between the years"),
        ({"now": 1732269600}, "'now' must be an instant"),
        ({"zone": "Mars/Olympus"}, "time zone"),
        ({"zone": "../../etc/passwd"}, "time zone"),
        ({"zone": "Europe"}, "time zone"),
        ({"zone": ""}, "time zone"),
        ({"zone": 3}, "time zone"),
        ({"zone": "a\x00b"}, "time zone"),
        ({"baby": []}, "'baby' must be a JSON object"),
        ({"baby": {"born": "2026-11-23"}}, "future"),
        ({"baby": {"born": "22.11.2026"}}, "'born' must be a date"),
        ({"baby": {"born": 20261122}}, "'born' must be a date"),
        ({"baby": {"born": "1066-10-14"}}, "'born' must be a date"),
        ({"baby": {"gestation_days": 153}}, "from 154 to 308"),
        ({"baby": {"gestation_days": 309}}, "from 154 to 308"),
        ({"baby": {"gestation_days": 258.5}}, "whole number"),
        ({"baby": {"gestation_days": True}}, "whole number"),
        ({"baby": {"gestation_days": "40 weeks"}}, "whole number"),
        ({"baby": {"gestaton_days": 224}}, "must not hold 'gestaton_days'"),
        ({"answers": None, "anwsers": {}}, "must not hold 'anwsers'"),
        ({"answers": ["fever_any"]}, "'answers' must be a JSON object"),
        ({"answers": None}, "'answers' must be a JSON object"),
        ({"answers": {"fever": "yes"}}, "a rule that does not exist: 'fever'"),
        ({"answers": {"fever_any": "maybe"}}, "yes, no or unknown, not 'maybe'"),
        ({"answers": {"fever_any": True}}, "yes, no or unknown, not bool"),
        ({"answers": {"fever_any": ["yes"]}}, "yes, no or unknown, not list"),
        ({"at": {"fed_recently": "08:45"}}, "'at.fed_recently' must be an instant"),
        ({"at": {"fed_recently": "2026-11-22T11:45:00Z"}}, "lies after 'now'"),
        ({"at": {"feed": "2026-11-22T08:45:00Z"}}, "does not exist"),
        ({"at": []}, "'at' must be a JSON object"),
        ({"cleared": "seizures"}, "'cleared' must be a list"),
        ({"cleared": [["seizures"]]}, "does not exist"),
        ({"cleared": ["fits"]}, "does not exist: 'fits'"),
        ({"regions": {"lump": ["nose"]}}, "'regions.lump' must be one of"),
        ({"regions": {"lump": "legs"}}, "'regions.lump' must be a list"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(change, sentence):
    with pytest.raises(BadInput, match=sentence) as refusal:
        check_from_json({**GOOD, **change}, CONTENT)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("missing", ["now", "zone", "answers"])
def test_what_is_missing_is_named(missing):
    with pytest.raises(BadInput, match=f"lack '{missing}'"):
        check_from_json({key: value for key, value in GOOD.items() if key != missing}, CONTENT)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"now": ' + "9" * 5000 + "}", "nonsense"])
def test_a_text_that_is_no_json_is_refused(text):
    with pytest.raises(BadInput, match="not a JSON document"):
        check_from_text(text, CONTENT)


def test_a_key_said_twice_is_refused():
    twice = '{"now": "2026-11-22T10:00Z", "zone": "UTC", "answers": {"fever_any": "yes", "fever_any": "no"}}'
    with pytest.raises(BadInput, match="'fever_any' stands there twice"):
        check_from_text(twice, CONTENT)


def test_a_byte_order_mark_is_no_fault():
    assert check_from_text("\ufeff" + json.dumps(GOOD), CONTENT) == check_from_text(json.dumps(GOOD), CONTENT)


def test_a_verdict_too_deep_to_read_is_refused():
    with pytest.raises(BadInput, match="not a JSON document"):
        verdict_from_text("[" * 100_000)


@pytest.mark.parametrize("limits", [None, {}, {"vaccine_wait_hours": 48}])
def test_limits_left_out_are_the_defaults(limits):
    assert limits_from_json({**GOOD, "limits": limits}, CONTENT) == limits_from(CONTENT)


def test_limits_are_read():
    limits = limits_from_json({**GOOD, "limits": {"feed_wait_minutes": 20, "oil_from_days": 42}}, CONTENT)
    assert limits == limits_from(CONTENT, feed_wait_minutes=20, oil_from_days=42)


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        ([], "'limits' must be a JSON object"),
        ({"courage": 1}, "must not hold 'courage'"),
        ({"vaccine_wait_hours": 12}, "one of 24, 48, 72"),
        ({"vaccine_wait_hours": "48"}, "one of 24, 48, 72"),
        ({"vaccine_wait_hours": 48.0}, "one of 24, 48, 72"),
        ({"oil_from_days": True}, "one of 28, 42"),
        ({"feed_wait_minutes": None}, "one of 20, 30, 45, 60"),
        ({"feed_wait_minutes": [45]}, "one of 20, 30, 45, 60"),
    ],
)
def test_a_limit_that_is_no_option_is_refused(limits, sentence):
    with pytest.raises(BadInput, match=sentence):
        limits_from_json({**GOOD, "limits": limits}, CONTENT)


@pytest.mark.parametrize("doc", [None, [], 3, "safe", [GOOD]])
def test_a_document_that_is_no_object_is_refused(doc):
    with pytest.raises(BadInput, match="must be a JSON object"):
        check_from_json(doc, CONTENT)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.sampled_from([*GOOD, "regions"]), json_values)
def test_whatever_stands_in_a_field_is_used_or_refused(field, value):
    sentence = ""
    try:
        judge(CONTENT, check_from_json({**GOOD, field: value}, CONTENT))
    except BadInput as refusal:
        sentence = str(refusal)
    assert "\n" not in sentence


@settings(deadline=None)
@given(json_values)
def test_whatever_is_given_as_a_verdict_is_read_or_refused(value):
    good = verdict_json(verdict("fever_any"))
    for doc in (value, *({**good, key: value} for key in good), {**good, "rules": [value]}):
        try:
            verdict_from_json(doc)
        except BadInput:
            continue


def test_a_verdict_read_back_is_the_same():
    result = verdict("vaccinated", "eczema", "diarrhoea")
    assert verdict_from_json(verdict_json(result)) == result
