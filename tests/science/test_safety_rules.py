"""One verdict for each family of rules."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from safety_cases import CONTENT, NOW, ZONE, baby, check, fired, verdict

from warmhands.content.model import Region
from warmhands.science.errors import BadInput
from warmhands.science.safety import (
    ALWAYS,
    HOLD_ONLY,
    BabyDates,
    Check,
    judge,
    limits_from,
    limits_from_texts,
)

STROKES = set(CONTENT.strokes)
HOLDS = HOLD_ONLY | ALWAYS


def of(**facts):
    return {s.id for s in CONTENT.strokes.values() if all(getattr(s, k) == v for k, v in facts.items())}


def test_it_works_on_a_good_day():
    result = verdict(answers={"not_watched": "yes", "surface": "yes", "fed_recently": "no"})
    assert (result.verdict, result.rules, result.until, result.max_minutes) == ("ok", (), None, None)
    assert set(result.allowed_strokes) == STROKES
    assert result.blocked_strokes == ()
    assert (result.oil, result.age_used_days, result.unsure) == ("allowed", 100, ())


@pytest.mark.parametrize(
    ("rule", "word"),
    [
        ("emergency_signs", "emergency"),
        ("colic_red_flags", "urgent"),
        ("dehydrated", "urgent"),
        ("breathing_difficulty", "urgent"),
        ("unexplained_bruise", "urgent"),
        ("vigorous", "do_not"),
    ],
)
def test_nothing_is_allowed_in_danger(rule, word):
    result = verdict(rule)
    assert result.verdict == word
    assert result.allowed_strokes == ()
    assert set(result.blocked_strokes) == STROKES


@pytest.mark.parametrize(
    "rule", ["jaundice", "seizures", "recent_surgery", "bleeding_or_cancer", "unwell_general"]
)
def test_still_holds_stay_when_a_rule_says_no_more(rule):
    assert set(verdict(rule).allowed_strokes) == HOLDS


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ("asleep", {"resting_hands", "foot_hold"}),
        ("crying_hard", {"containment", "resting_hands", "knees_up", "tummy_rest"}),
        ("nicu_or_preterm", {"containment", "resting_hands"}),
        ("vaccinated", {"resting_hands", "containment", "foot_hold", "face_open_book"}),
        ("fever_any", HOLD_ONLY),
    ],
)
def test_a_rule_that_names_what_is_allowed_leaves_just_that(rule, kept):
    assert set(verdict(rule).allowed_strokes) == set(kept) | ALWAYS


def test_an_angry_or_dropping_parent_puts_the_baby_down():
    result = verdict("caregiver_state")
    assert result.verdict == "wait"
    assert result.allowed_strokes == ()


def test_what_two_rules_allow_is_what_both_allow():
    assert set(verdict("asleep", "crying_hard").allowed_strokes) == {"resting_hands"} | ALWAYS
    assert verdict("crying_hard", "jaundice").verdict == "ask_clinician"
    assert (
        set(verdict("crying_hard", "jaundice").allowed_strokes) == {"containment", "resting_hands"} | ALWAYS
    )


def test_a_partial_rule_only_removes_strokes():
    result = verdict("diarrhoea")
    assert result.verdict == "ok"
    assert set(result.blocked_strokes) == of(region="tummy") | {"knees_up", "cross_legs", "bicycle"}
    assert fired(result) == ["diarrhoea"]


def test_asking_and_ending_stay_with_whatever_is_left():
    assert set(verdict("hip_harness", "abdo_surgery", "chest_surgery").allowed_strokes) >= ALWAYS


def test_removed_is_what_strokes_avoid_and_what_rules_block_and_drop():
    for rule in CONTENT.rules.values():
        if rule.scope not in ("partial", "region") or rule.id == "oil_under_4w":
            continue
        answers = {rule.id: "no" if rule.fires_on == "no" else "yes"}
        gone = set(verdict(answers=answers).blocked_strokes)
        named = {s.id for s in CONTENT.strokes.values() if rule.id in s.avoid_if}
        blocked = {
            s.id
            for s in CONTENT.strokes.values()
            if s.region in rule.blocks_regions or s.kind in rule.blocks_kinds or s.id in rule.adapt.drop
        }
        assert gone == named | blocked, rule.id


def test_rules_and_strokes_agree_on_what_a_partial_rule_removes():
    for rule in CONTENT.rules.values():
        if rule.scope != "partial" or not (rule.blocks_regions or rule.blocks_kinds or rule.adapt.drop):
            continue
        for stroke in CONTENT.strokes.values():
            blocks = stroke.region in rule.blocks_regions or stroke.kind in rule.blocks_kinds
            assert (rule.id in stroke.avoid_if) == (blocks or stroke.id in rule.adapt.drop), (
                rule.id,
                stroke.id,
            )


def test_a_region_rule_removes_the_tapped_area_and_what_passes_it():
    regions: dict[str, tuple[Region, ...]] = {"lump": ("back",)}
    result = verdict("lump", regions=regions)
    assert set(result.blocked_strokes) == of(region="back") | {
        s.id for s in CONTENT.strokes.values() if s.region == "whole" and s.kind != "hold"
    }


def test_a_drip_in_the_hand_also_stops_the_strokes_of_the_arm_that_were_named_for_it():
    gone = set(verdict("cannula", regions={"cannula": ("hands",)}).blocked_strokes)
    assert of(region="hands") | {"arm_milk_down", "arm_roll"} <= gone
    assert "foot_top" not in gone
    assert "cross_arms" not in gone


def test_sore_skin_all_over_leaves_nothing():
    assert verdict("skin_broken_local", regions={"skin_broken_local": ("whole",)}).allowed_strokes == ()


def test_a_tapped_area_of_a_rule_that_has_none_changes_nothing():
    assert verdict("diarrhoea", regions={"diarrhoea": ("back",)}) == verdict("diarrhoea")


def test_advice_does_not_change_the_verdict():
    result = verdict("caregiver_low", "growth_concern")
    assert result.verdict == "ok"
    assert set(result.allowed_strokes) == STROKES
    assert fired(result) == ["growth_concern", "caregiver_low"]


@pytest.mark.parametrize("answer", ["no", "unknown"])
def test_a_rule_that_fires_on_no_fires_on_dont_know(answer):
    result = verdict(answers={"not_watched": answer, "surface": answer})
    assert fired(result) == ["not_watched", "surface"]
    assert of(region="back") <= set(result.blocked_strokes)


def test_not_asked_is_not_fired():
    assert verdict().rules == ()


def test_dont_know_is_named_and_fires_nothing():
    result = verdict(answers={"hernia": "unknown", "fever_u3m": "unknown"})
    assert result.rules == ()
    assert result.unsure == ("hernia",)  # under three months is not of this baby's age


def test_every_fired_rule_says_why():
    for rule in CONTENT.rules.values():
        for report in verdict(answers={rule.id: "no" if rule.fires_on == "no" else "yes"}).rules:
            assert report.why


# Age


@pytest.mark.parametrize(("age", "fires"), [(0, True), (90, True), (91, False), (400, False)])
def test_a_rule_of_an_age_fires_at_that_age(age, fires):
    assert ("fever_u3m" in fired(verdict("fever_u3m", of=baby(age)))) == fires


def test_a_rule_of_an_age_also_fires_at_the_corrected_age():
    early = baby(120, gestation_days=224)  # corrected 64 days
    assert {"fever_u3m", "fever_3_6m"} <= set(fired(verdict("fever_u3m", "fever_3_6m", of=early)))


def test_an_unknown_age_is_of_every_age():
    for of_ in (BabyDates(), BabyDates(born=None, gestation_days=224)):
        result = verdict("fever_u3m", "fever_3_6m", "temp_out_of_range", of=of_)
        assert fired(result) == ["fever_u3m", "fever_3_6m", "temp_out_of_range"]
        assert result.age_used_days is None


def test_no_baby_at_all_is_judged_by_the_answers():
    result = judge(CONTENT, Check(now=NOW, zone=ZONE, answers={"fever_u3m": "yes"}))
    assert (result.verdict, result.age_used_days) == ("urgent", None)


@pytest.mark.parametrize(
    ("age", "gestation", "setting", "oil"),
    [
        (27, 280, 28, "none"),
        (28, 280, 28, "allowed"),
        (41, 280, 42, "none"),
        (42, 280, 42, "allowed"),
        (60, 224, 28, "none"),  # corrected 4 days
        (84, 224, 28, "allowed"),
        (30, 259, 28, "allowed"),
    ],
)
def test_oil_waits_for_the_corrected_age(age, gestation, setting, oil):
    result = verdict(of=baby(age, gestation), limits={"oil_from_days": setting})
    assert result.oil == oil
    assert ("oil_under_4w" in fired(result)) == (oil == "none")


def test_the_age_of_a_baby_born_early_is_corrected_by_itself():
    result = verdict(of=baby(100, 258))
    report = result.rules[0]
    assert (report.id, report.because, result.verdict) == ("corrected_age", "dates", "adapt")
    assert (result.age_used_days, result.max_minutes) == (78, 5)
    assert verdict(of=baby(100, 259)).age_used_days == 100
    assert fired(verdict(of=baby(730, 224))) == []


def test_dates_speak_louder_than_a_no():
    assert "corrected_age" in fired(verdict(of=baby(100, 224), answers={"corrected_age": "no"}))


# Waits


def test_a_vaccine_waits_two_days_from_its_hour():
    given = NOW - timedelta(hours=47)
    result = verdict("vaccinated", at={"vaccinated": given})
    assert (result.verdict, result.until) == ("wait", NOW + timedelta(hours=1))
    assert fired(verdict("vaccinated", at={"vaccinated": NOW - timedelta(hours=48)})) == []
    longer = verdict("vaccinated", at={"vaccinated": given}, limits={"vaccine_wait_hours": 72})
    assert longer.until == NOW + timedelta(hours=25)


def test_without_an_hour_the_wait_counts_from_now():
    assert verdict("vaccinated").until == NOW + timedelta(hours=48)
    assert verdict("fever_any").until == NOW + timedelta(hours=24)


def test_a_feed_stops_the_tummy_for_a_while_and_nothing_else():
    result = verdict("fed_recently", at={"fed_recently": NOW - timedelta(minutes=15)})
    assert (result.verdict, result.until) == ("ok", NOW + timedelta(minutes=30))
    assert of(region="tummy") | of(region="back") | of(kind="movement") <= set(result.blocked_strokes)
    assert of(region="feet") | of(region="face") <= set(result.allowed_strokes)
    assert verdict("fed_recently", at={"fed_recently": NOW - timedelta(minutes=45)}).rules == ()


def test_reflux_lengthens_the_wait_after_a_feed():
    fed = {"fed_recently": NOW - timedelta(minutes=50)}
    assert verdict("fed_recently", at=fed).rules == ()
    assert verdict("fed_recently", "reflux", at=fed).until == NOW + timedelta(minutes=10)


def test_a_sore_spot_holds_as_long_as_the_answer_is_yes():
    result = verdict("injection_site_thigh", at={"injection_site_thigh": NOW - timedelta(days=30)})
    assert (result.rules[0].until, result.rules[0].until_condition) == (None, "not sore, usually 3 days")
    assert of(region="legs") <= set(result.blocked_strokes)


def test_the_wait_of_the_whole_session_is_told_before_that_of_a_part():
    result = verdict("vaccinated", "fever_any", "fed_recently", "asleep")
    assert result.until == NOW + timedelta(hours=48)
    assert result.until_condition == "24 h without fever; your baby is awake and calm"


def test_a_new_oil_waits_a_day_and_the_massage_goes_on_dry():
    result = verdict("oil_patch", at={"oil_patch": NOW - timedelta(hours=1)})
    assert (result.verdict, result.until, result.oil) == ("ok", None, "none")
    assert result.rules[0].until == NOW + timedelta(hours=23)
    assert verdict("oil_patch", at={"oil_patch": NOW - timedelta(hours=24)}).oil == "allowed"


@pytest.mark.parametrize(
    ("zone", "given", "until"),
    [
        # Spring: the night is an hour short, so 48 hours end an hour later on the wall.
        ("America/New_York", "2026-03-07T10:00", "2026-03-09T11:00-04:00"),
        ("Europe/Lisbon", "2026-03-28T10:00", "2026-03-30T11:00+01:00"),
        ("Australia/Lord_Howe", "2026-10-03T10:00", "2026-10-05T10:30+11:00"),
        # Autumn: the night is an hour long (half an hour on Lord Howe Island).
        ("America/New_York", "2026-10-31T10:00", "2026-11-02T09:00-05:00"),
        ("Europe/Lisbon", "2026-10-24T10:00", "2026-10-26T09:00+00:00"),
        ("Australia/Lord_Howe", "2026-04-04T10:00", "2026-04-06T09:30+10:30"),
    ],
)
def test_the_next_allowed_time_is_right_across_a_clock_change(zone, given, until):
    start = datetime.fromisoformat(given).replace(tzinfo=ZoneInfo(zone))
    result = verdict("vaccinated", now=start, zone=zone, at={"vaccinated": start}, of=BabyDates())
    assert result.until is not None
    assert result.until.isoformat() == datetime.fromisoformat(until).isoformat()


def test_the_day_of_birth_is_the_day_of_the_family():
    late = datetime.fromisoformat("2026-11-22T23:30+00:00")
    kiritimati = Check(
        now=late, zone="Pacific/Kiritimati", baby=BabyDates(born=late.date() + timedelta(days=1))
    )
    assert judge(CONTENT, kiritimati).age_used_days == 0
    with pytest.raises(BadInput, match="future"):
        judge(CONTENT, Check(now=late, zone="Europe/Lisbon", baby=kiritimati.baby))


# Clearance


def test_a_clinician_restores_what_a_rule_removed():
    assert verdict("abdo_surgery", cleared=frozenset({"abdo_surgery"})).rules == ()
    assert verdict("seizures", cleared=frozenset({"seizures"})).verdict == "ok"


@pytest.mark.parametrize("rule", ["fever_any", "emergency_signs", "diarrhoea", "vigorous", "hip_risk"])
def test_only_a_rule_that_asks_a_clinician_can_be_cleared(rule):
    assert verdict(rule, cleared=frozenset({rule})) == verdict(rule)


def test_a_clearance_lifts_its_own_rule_only():
    result = verdict("heart_condition", "chest_surgery", cleared=frozenset({"heart_condition"}))
    assert fired(result) == ["chest_surgery"]


# Limits


def test_a_limit_is_one_of_its_options():
    with pytest.raises(BadInput, match="24, 48, 72"):
        limits_from(CONTENT, vaccine_wait_hours=12)
    with pytest.raises(BadInput, match="no safety limit"):
        limits_from(CONTENT, courage=1)


def test_a_deployments_limits_are_texts():
    chosen = {"vaccine_wait_hours": " 72 ", "feed_wait_minutes": "", "oil_from_days": "42"}
    expected = limits_from(CONTENT, vaccine_wait_hours=72, oil_from_days=42)
    assert limits_from_texts(CONTENT, chosen, prefix="WARMHANDS_") == expected


@pytest.mark.parametrize("text", ["12", "48h", "4 8", "-48", "48.0", "٤٨", "nan", "9" * 5000])
def test_a_deployments_slip_names_what_was_written(text):
    with pytest.raises(
        BadInput, match=r"^WARMHANDS_VACCINE_WAIT_HOURS must be one of 24, 48, 72, not '"
    ) as slip:
        limits_from_texts(CONTENT, {"vaccine_wait_hours": text}, prefix="WARMHANDS_")
    assert len(str(slip.value)) < 120


def test_no_message_names_a_number_that_may_be_set_otherwise():
    for rule in ("vaccinated", "fed_recently", "oil_under_4w", "oil_sunflower"):
        message = CONTENT.rules[rule].message
        for said in ("48 h", "45 min", "after 4 weeks", "28 days"):
            assert said not in message, rule


def test_the_same_check_has_the_same_verdict():
    assert judge(CONTENT, check("diarrhoea", "eczema")) == judge(CONTENT, check("eczema", "diarrhoea"))


def test_oil_is_the_strictest_of_what_is_said():
    assert verdict("eczema").oil == "prescribed_only"
    assert verdict("eczema", "oil_allergy").oil == "none"
    assert verdict("oil_nut").oil == "none"
