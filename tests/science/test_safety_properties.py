"""What holds for every baby, every answer and every hour."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from safety_cases import CONTENT

from warmhands.content.model import Region
from warmhands.science.safety import BabyDates, Check, judge, limits_from, verdict_from_json, verdict_json
from warmhands.science.units import corrected_age_days

RULES = sorted(CONTENT.rules)
SEVERITY = {action: rank for rank, action in enumerate(reversed(CONTENT.severity_order))}
STRICT = {"allowed": 0, "prescribed_only": 1, "none": 2}
REGIONS: tuple[Region, ...] = ("legs", "feet", "tummy", "chest", "arms", "hands", "face", "head", "back")
ZONES = ("America/New_York", "Europe/Lisbon", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")


def unsafe(rule):
    return "no" if CONTENT.rules[rule].fires_on == "no" else "yes"


START = datetime(2026, 1, 1, tzinfo=UTC)
instants = st.integers(0, 2 * 366 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
babies = st.one_of(
    st.none(),
    st.builds(
        BabyDates,
        st.none() | st.dates(date(2022, 1, 1), date(2025, 12, 30)),
        st.none() | st.integers(154, 308),
    ),
)


@st.composite
def checks(draw):
    now = draw(instants)
    answers = draw(st.dictionaries(st.sampled_from(RULES), st.sampled_from(["yes", "no", "unknown"])))
    ago = draw(st.dictionaries(st.sampled_from(RULES), st.integers(0, 5 * 24 * 60)))
    tapped = st.lists(st.sampled_from(REGIONS), max_size=3).map(tuple)
    return Check(
        now=now,
        zone=draw(st.sampled_from(ZONES)),
        baby=draw(babies),
        answers=answers,
        at={rule: now - timedelta(minutes=minutes) for rule, minutes in ago.items()},
        cleared=frozenset(draw(st.lists(st.sampled_from(RULES), max_size=4))),
        regions=draw(st.dictionaries(st.sampled_from(["skin_broken_local", "lump", "cannula"]), tapped)),
    )


limits = st.builds(
    lambda hours, minutes, days: limits_from(
        CONTENT, vaccine_wait_hours=hours, feed_wait_minutes=minutes, oil_from_days=days
    ),
    st.sampled_from(CONTENT.settings["vaccine_wait_hours"].options),
    st.sampled_from(CONTENT.settings["feed_wait_minutes"].options),
    st.sampled_from(CONTENT.settings["oil_from_days"].options),
)


def with_answer(check, rule, answer):
    return Check(
        now=check.now,
        zone=check.zone,
        baby=check.baby,
        answers={**check.answers, rule: answer},
        at=check.at,
        cleared=check.cleared,
        regions=check.regions,
    )


@settings(deadline=None)
@given(checks(), limits)
def test_an_emergency_outranks_everything(check, wait):
    result = judge(CONTENT, with_answer(check, "emergency_signs", "yes"), wait)
    assert result.verdict == "emergency"
    assert result.allowed_strokes == ()


@settings(deadline=None)
@given(checks(), limits)
def test_no_matching_rule_is_dropped(check, wait):
    """An oracle of its own: answered for danger, of the age, not cleared, its wait not over."""
    fired = {rule.id for rule in judge(CONTENT, check, wait).rules}
    born = check.baby.born if check.baby else None
    today = check.now.astimezone(ZoneInfo(check.zone)).date()
    ages = born and {(today - born).days, corrected_age_days(born, check.baby.gestation_days, today)}
    for rule in CONTENT.rules.values():
        low, high = rule.ages.from_days or 0, 10**6 if rule.ages.to_days is None else rule.ages.to_days
        of_age = not ages or any(age <= high and (age >= low or not low) for age in ages)
        answered = check.answers.get(rule.id) in ({"yes"} if rule.fires_on == "yes" else {"no", "unknown"})
        cleared = rule.action == "ask_clinician" and rule.id in check.cleared
        if not answered or not of_age or cleared:
            continue
        if rule.wait and rule.wait.expires and rule.id in check.at:
            continue  # whether it is over yet: the next test
        assert rule.id in fired


@settings(deadline=None)
@given(checks(), limits)
def test_a_wait_ends_at_its_hour_and_not_before(check, wait):
    hours = {"vaccinated": wait.vaccine_wait_hours, "fever_any": 24, "oil_patch": 24}
    result = judge(CONTENT, check, wait)
    fired = {rule.id: rule for rule in result.rules}
    for rule, length in hours.items():
        if check.answers.get(rule) != "yes":
            continue
        end = check.at.get(rule, check.now) + timedelta(hours=length)
        assert (rule in fired) == (end > check.now)
        if rule in fired:
            assert fired[rule].until == end
            assert fired[rule].until.utcoffset() == end.astimezone(ZoneInfo(check.zone)).utcoffset()


@settings(deadline=None, max_examples=300)
@given(checks(), limits, st.sampled_from(RULES))
def test_one_more_answer_of_danger_never_makes_it_safer(check, wait, rule):
    before = judge(CONTENT, check, wait)
    after = judge(CONTENT, with_answer(check, rule, unsafe(rule)), wait)
    assert SEVERITY[after.verdict] >= SEVERITY[before.verdict]
    assert set(after.allowed_strokes) <= set(before.allowed_strokes)
    assert STRICT[after.oil] >= STRICT[before.oil]
    assert (after.max_minutes or 10**6) <= (before.max_minutes or 10**6)
    assert {r.id for r in before.rules} <= {r.id for r in after.rules}


@settings(deadline=None)
@given(checks(), limits)
def test_the_verdict_is_whole_and_in_order(check, wait):
    result = judge(CONTENT, check, wait)
    order = {stroke: place for place, stroke in enumerate(CONTENT.strokes)}
    assert sorted([*result.allowed_strokes, *result.blocked_strokes], key=order.__getitem__) == list(order)
    assert list(result.allowed_strokes) == sorted(result.allowed_strokes, key=order.__getitem__)
    assert not set(result.allowed_strokes) or set(result.allowed_strokes) > {"permission", "closing"}
    assert set(result.prefer) <= set(result.allowed_strokes)
    whole = [SEVERITY[rule.action] for rule in result.rules if rule.scope == "all"]
    assert SEVERITY[result.verdict] == max(whole, default=SEVERITY["ok"])


@settings(deadline=None)
@given(checks(), limits)
def test_a_verdict_survives_being_written_and_read(check, wait):
    result = judge(CONTENT, check, wait)
    written = verdict_json(result)
    assert verdict_json(verdict_from_json(written)) == written
