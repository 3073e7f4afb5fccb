"""Safe now? From the first tick to the answer, for members and guests, and everything that is refused."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from warmhands.companion.families.models import Baby, Caregiver
from warmhands.companion.guide.models import Clearance, ProfileAnswer
from warmhands.companion.guide.safety_lines import DAYS_AGO, MINUTES_AGO
from warmhands.content.loader import load
from warmhands.science.safety import Verdict, verdict_from_json

SAFE, ANSWER, ABOUT, AGREED, CARE = (
    "/massage/safe/",
    "/massage/safe/answer/",
    "/massage/safe/baby/",
    "/massage/safe/agreed/",
    "/massage/safe/you/",
)
WELL = {"line": ["watching", "place"]}
GO = "/massage/go/"


@pytest.fixture
def young(baby):
    """Mila, fourteen weeks old, born on time."""
    Baby.objects.filter(pk=baby.id).update(
        born=timezone.now().date() - timedelta(days=100), gestation_days=280
    )
    return baby


@pytest.fixture
def ready(browser, young):
    """Anna's browser after the monthly questions."""
    browser.post(f"/b/{young.id}/health/", {"next": SAFE})
    return browser


def _key(browser) -> str:
    """For whom the page asks."""
    found = re.search(r'name="for" value="([^"]+)"', browser.get(SAFE, {"next": GO}).content.decode())
    return found.group(1) if found else ""


def send(browser, *lines, rules=(), key=None, **more):
    """Tick `lines` and `rules` on the session page and send it."""
    data = {
        "next": GO,
        "for": key or _key(browser),
        "line": [*WELL["line"], *lines],
        "rule": list(rules),
        **more,
    }
    return browser.post(SAFE, data)


def judged(browser) -> Verdict:
    return verdict_from_json(browser.session["guide_check"]["verdict"])


def fired(browser):
    return [rule.id for rule in judged(browser).rules]


def test_nobody_watching_is_no_yes(ready):
    page = ready.post(SAFE, {"next": GO, "for": _key(ready), "line": ["place"]}, follow=True).content.decode()
    assert "First: stay right here" in page
    assert "#line-watching" in page, "the way on is the tick that is missing"
    assert "Yes, with" not in page
    assert ">Begin<" not in page


def test_an_emergency_speaks_of_nothing_else(ready):
    page = send(ready, "emergency").headers["Location"]
    page = ready.get(page).content.decode()
    assert page.count('class="card told') == 1


def test_it_works(ready):
    page = ready.get(SAFE)
    assert page.status_code == 200
    assert b"None of these: begin" in page.content
    assert b"Mila" in page.content
    answer = send(ready)
    assert (answer.status_code, answer.url) == (302, GO)
    assert (judged(ready).verdict, fired(ready)) == ("ok", [])


def test_a_second_session_on_a_good_day_is_two_taps(ready):
    send(ready)
    page = ready.get(SAFE).content.decode()
    for line in WELL["line"]:
        assert re.search(rf'value="{line}" checked', page)
    assert page.count(" checked") == 2
    assert send(ready).url == GO


def test_what_is_new_is_shown_before_the_massage_begins(ready):
    answer = send(ready, "ready", rules=["fed_recently"], when_fed_recently="15")
    assert answer.url == f"{ANSWER}?next=%2Fmassage%2Fgo%2F"
    page = ready.get(answer.url).content.decode()
    assert "Yes, with a few changes" in page
    assert "Feet, hands and face can start sooner" in page
    assert "no tummy" in page
    assert 'href="/massage/go/"' in page
    assert "Awaiting review by a clinician" in page
    assert load().sources["cradle_timing"].url in page.replace("&amp;", "&")


def test_advice_that_was_read_today_is_not_read_again(ready, young):
    ready.post(f"/b/{young.id}/health/", {"next": SAFE, "rule": ["eczema"]})
    assert send(ready).url.startswith(ANSWER)
    assert send(ready).url == GO


def test_the_answer_without_a_check_asks_first(ready):
    assert ready.get(ANSWER).url.startswith(SAFE)


def test_an_answer_holds_for_an_hour(ready):
    send(ready)
    session = ready.session
    session["guide_check"]["at"] = (timezone.now() - timedelta(minutes=61)).isoformat()
    session.save()
    assert ready.get(ANSWER).url.startswith(SAFE)


def test_an_answer_is_for_its_own_twin(ready, member):
    send(ready)
    other = next(card for card in member.babies if card != member.current)
    Caregiver.objects.filter(pk=member.caregiver_id).update(current=other.id)
    ready.post(f"/b/{other.id}/health/", {"next": SAFE})
    assert ready.get(ANSWER).url.startswith(SAFE)
    assert send(ready, key=str(member.current.id)).url.startswith(SAFE)
    page = ready.get(SAFE, {"next": f"{GO}?baby={member.current.id}"}).content.decode()
    assert "Mila" in page


def test_the_monthly_questions_come_first_and_again_after_a_month(browser, young):
    first = browser.get(SAFE)
    assert first.url.startswith(f"/b/{young.id}/health/")
    assert browser.get(first.url).status_code == 200
    assert browser.post(first.url, {"next": SAFE}).url == SAFE
    assert browser.get(SAFE).status_code == 200
    ProfileAnswer.objects.update(answered_at=timezone.now() - timedelta(days=31))
    assert browser.get(SAFE).url.startswith(f"/b/{young.id}/health/")


def test_a_condition_is_remembered_in_one_row(ready, young):
    for _ in range(2):
        ready.post(f"/b/{young.id}/health/", {"next": SAFE, "rule": ["hernia"], "unsure": ["hips"]})
    assert ProfileAnswer.objects.get(rule="hernia").answer == "yes"
    assert ProfileAnswer.objects.get(rule="hip_risk").answer == "unknown"
    send(ready)
    assert fired(ready) == ["hernia"]
    assert set(judged(ready).unsure) == {"hip_harness", "hip_risk"}
    page = ready.get(ANSWER).content.decode()
    assert "You were not sure about" in page
    assert "A harness, a brace or a cast" in page


def test_an_emergency_has_one_thing_to_do(ready, settings):
    settings.WARMHANDS_EMERGENCY_NUMBER = "112"
    send(ready, "emergency", "parent")
    page = ready.get(ANSWER).content.decode()
    assert '<a class="call" href="tel:112">' in page
    assert "Begin" not in page
    settings.WARMHANDS_EMERGENCY_NUMBER = ""
    page = ready.get(ANSWER).content.decode()
    assert "Call your local emergency number now" in page
    assert "tel:" not in page


@pytest.mark.parametrize(
    ("line", "rule", "heading"),
    [
        ("unwell", "breathing_difficulty", "No massage. Call a doctor today"),
        ("unwell", "unwell_general", "Not just now"),
        ("unwell", "fever_any", "Wait until"),
        ("ready", "hungry", "Feed first"),
        ("ready", "asleep", "Let your baby sleep"),
        ("crying", "hair_tourniquet", "Comfort first"),
        ("vaccine", "vaccinated", "Wait until"),
    ],
)
def test_the_answer_is_plain(ready, line, rule, heading):
    send(ready, line, rules=[rule])
    page = ready.get(ANSWER).content.decode()
    assert heading in page
    assert rule in fired(ready)


def test_an_angry_parent_is_first_and_nothing_begins(ready):
    send(ready, "parent")
    page = ready.get(ANSWER).content.decode()
    assert "First a moment for you" in page
    assert "Never shake a baby" in page
    assert f'href="{GO}"' not in page


def test_not_staying_with_the_baby_begins_nothing(ready):
    key = judged_key(ready)
    answer = ready.post(SAFE, {"next": GO, "for": key, "line": ["place"]})
    page = ready.get(answer.url).content.decode()
    assert "Only with you right there" in page
    assert f'href="{GO}"' not in page


def judged_key(browser):
    return re.search(r'name="for" value="([^"]+)"', browser.get(SAFE).content.decode()).group(1)


def test_a_line_that_only_opens_wants_a_detail(ready):
    answer = send(ready, "skin")
    assert answer.status_code == 422
    assert b"Tick what fits underneath" in answer.content
    answer = send(ready, "skin", rules=["lump"])
    assert answer.status_code == 422
    assert b"Tap where it is" in answer.content
    assert send(ready, "skin", rules=["lump"], place=["back"]).status_code == 302
    assert "tod_draw" in judged(ready).blocked_strokes
    assert "foot_top" in judged(ready).allowed_strokes


def test_a_detail_counts_even_when_its_line_was_left_out(ready):
    send(ready, rules=["dehydrated"])
    assert judged(ready).verdict == "urgent"


def test_questions_of_another_age_are_not_asked(ready):
    page = ready.get(SAFE).content.decode()
    assert "fever_3_6m" in page
    assert "fever_u3m" not in page


def test_a_vaccine_is_remembered_until_its_wait_is_over(ready):
    send(ready, "vaccine", rules=["vaccinated"], when_vaccinated="1", clock_vaccinated="00:00")
    kept = ProfileAnswer.objects.get(rule="vaccinated")
    assert (kept.answer, kept.at is not None) == ("yes", True)
    page = ready.get(SAFE).content.decode()
    assert re.search(r'value="vaccinated" checked', page)
    assert "as noted" in page
    send(ready, "vaccine", rules=["vaccinated"], when_vaccinated="kept")
    assert ProfileAnswer.objects.get(rule="vaccinated").at == kept.at
    ProfileAnswer.objects.filter(rule="vaccinated").update(at=timezone.now() - timedelta(hours=49))
    assert not re.search(r'value="vaccinated" checked', ready.get(SAFE).content.decode())
    assert send(ready).url == GO


def test_the_homes_own_waits_are_used(ready, settings):
    send(ready, rules=["fed_recently"], when_fed_recently="0")
    default = judged(ready).until
    settings.WARMHANDS_LIMITS = {"vaccine_wait_hours": "", "feed_wait_minutes": "20", "oil_from_days": ""}
    send(ready, rules=["fed_recently"], when_fed_recently="0")
    assert timedelta(minutes=24) < default - judged(ready).until < timedelta(minutes=26)


def test_a_vaccine_ticked_by_mistake_can_be_taken_back(ready):
    send(ready, "vaccine", rules=["vaccinated"])
    send(ready)
    assert ProfileAnswer.objects.get(rule="vaccinated").answer == "no"
    assert judged(ready).verdict == "ok"


def test_longer_ago_is_not_recently(ready):
    send(ready, "ready", rules=["fed_recently", "hiccups"], when_fed_recently="longer")
    assert fired(ready) == ["hiccups"]


def test_longer_ago_is_longer_than_any_wait():
    content = load()
    waits = {"fed_recently": max(content.settings["feed_wait_minutes"].options)}
    waits["fed_recently"] = max(
        waits["fed_recently"], *(rule.adapt.feed_wait_minutes or 0 for rule in content.rules.values())
    )
    for rule, picks in MINUTES_AGO.items():
        wait = content.rules[rule].wait
        assert max(picks) >= waits.get(rule, (wait.hours or 0) * 60), rule
    assert (max(DAYS_AGO["vaccinated"]) + 1) * 24 > max(content.settings["vaccine_wait_hours"].options)


@pytest.mark.parametrize("when", ["", "now", "-5", "9" * 400, "\x00", "kept", "1e3"])
def test_a_time_that_cannot_be_read_counts_from_now(ready, when):
    send(ready, "ready", rules=["fed_recently"], when_fed_recently=when)
    until = judged(ready).until
    assert until is not None
    assert until > timezone.now() + timedelta(minutes=44)


def test_a_clinicians_word_lifts_a_rule(ready, young, member):
    ready.post(f"/b/{young.id}/health/", {"next": SAFE, "rule": ["seizures"]})
    send(ready)
    assert judged(ready).verdict == "ask_clinician"
    assert b"A clinician has agreed" in ready.get(ANSWER).content
    today = timezone.now().date().isoformat()
    answer = ready.post(AGREED, {"next": GO, "rule": "seizures", "by_whom": "Dr Amaral", "cleared_on": today})
    assert answer.url.startswith(ANSWER)
    assert judged(ready).verdict == "ok"
    noted = Clearance.objects.get()
    assert (noted.by_whom, noted.until, noted.noted_by_id) == ("Dr Amaral", None, member.caregiver_id)
    assert b"Dr Amaral" in ready.get(f"/b/{young.id}/health/").content
    taken = {"next": SAFE, "rule": ["seizures"], "taken_back": ["seizures"]}
    ready.post(f"/b/{young.id}/health/", taken)
    assert judged(ready).verdict == "ask_clinician"


def test_a_finding_of_today_is_cleared_for_a_month_only(ready):
    send(ready, "skin", rules=["lump"], place=["back"])
    today = timezone.now().date()
    ready.post(AGREED, {"next": GO, "rule": "lump", "by_whom": "GP", "cleared_on": today.isoformat()})
    assert Clearance.objects.get().until - today <= timedelta(days=31)
    Clearance.objects.update(cleared_on=today - timedelta(days=60), until=today - timedelta(days=2))
    send(ready, "skin", rules=["lump"], place=["back"])
    assert fired(ready) == ["lump"]


@pytest.mark.parametrize(
    "slip",
    [
        {"by_whom": ""},
        {"by_whom": "   "},
        {"by_whom": "x" * 81},
        {"by_whom": "a\x00b"},
        {"cleared_on": ""},
        {"cleared_on": "soon"},
        {"cleared_on": "2999-01-01"},
        {"cleared_on": "0001-01-01"},
        {"rule": "fever_any"},
        {"rule": "nonsense"},
        {"rule": ""},
    ],
)
def test_a_word_without_who_when_and_what_is_refused(ready, young, slip):
    ready.post(f"/b/{young.id}/health/", {"next": SAFE, "rule": ["seizures"]})
    send(ready)
    good = {"next": GO, "rule": "seizures", "by_whom": "GP", "cleared_on": "2026-01-05"}
    assert ready.post(AGREED, good | slip).status_code == 422
    assert not Clearance.objects.exists()


def test_a_parent_who_is_low_gets_a_hand_and_nothing_is_kept(ready, settings):
    settings.WARMHANDS_ADVICE_LINE = "0800 111"
    answer = send(ready, "low")
    assert answer.url.startswith(CARE)
    page = ready.get(answer.url).content.decode()
    assert "You matter too" in page
    assert "tel:0800 111" in page
    assert "caregiver_low" not in str(ready.session["guide_check"])
    assert not ProfileAnswer.objects.filter(rule="caregiver_low").exists()
    assert "caregiver_low" not in ready.get(SAFE).content.decode()  # asked again in a week
    session = ready.session
    session["guide_weekly"] = (timezone.now() - timedelta(days=8)).isoformat()
    session.save()
    assert 'value="low"' in ready.get(SAFE).content.decode()


def test_a_baby_on_the_way_practises_on_a_doll(ready, young):
    Baby.objects.filter(pk=young.id).update(born=None, due=timezone.now().date() + timedelta(days=30))
    assert ready.get(SAFE).url == "/massage/choose/?baby=doll"


# Guests


def about(guest, **more):
    born = (timezone.now().date() - timedelta(days=100)).isoformat()
    return guest.post(ABOUT, {"next": SAFE, "born": born, "weeks": "", "zone": "Europe/Lisbon"} | more)


def test_a_guest_needs_no_account(guest):
    first = guest.get(SAFE)
    assert first.url.startswith(ABOUT)
    assert guest.get(first.url).status_code == 200
    assert about(guest).url == SAFE
    assert send(guest).url == GO
    assert fired(guest) == []
    send(guest, "vaccine", rules=["vaccinated"], when_vaccinated="0")
    assert "as noted" in guest.get(SAFE).content.decode()
    assert not ProfileAnswer.objects.exists()


def test_a_guests_baby_born_early_counts_from_its_due_date(guest):
    about(guest, weeks="32")
    send(guest)
    assert judged(guest).age_used_days == 44
    assert "corrected_age" in fired(guest)


def test_a_clinicians_word_for_a_guest(guest):
    about(guest, rule=["seizures"])
    send(guest)
    guest.post(AGREED, {"next": GO, "rule": "seizures", "by_whom": "GP", "cleared_on": "2026-01-05"})
    assert judged(guest).verdict == "ok"
    assert b"GP" in guest.get(ABOUT).content
    about(guest, rule=["seizures"], taken_back=["seizures"])
    assert judged(guest).verdict == "ask_clinician"


def test_another_birth_date_is_another_baby(guest):
    about(guest, rule=["hernia"])
    assert "checked" in guest.get(ABOUT).content.decode()
    about(guest, born=(timezone.now().date() - timedelta(days=50)).isoformat())
    send(guest)
    assert fired(guest) == []


@pytest.mark.parametrize(
    "slip",
    [
        {"born": ""},
        {"born": "yesterday"},
        {"born": "2999-01-01"},
        {"born": "0001-01-01"},
        {"weeks": "3"},
        {"weeks": "x"},
        {"zone": "x" * 100},
    ],
)
def test_a_guests_slip_gets_a_sentence(guest, slip):
    assert about(guest, **slip).status_code == 422
    assert "guide_guest" not in guest.session


def test_an_unknown_zone_is_utc(guest):
    about(guest, zone="../../etc/passwd")
    assert guest.session["guide_guest"]["zone"] == "UTC"


def test_a_member_goes_to_the_babys_own_page(browser, young):
    assert browser.get(ABOUT).url == f"/b/{young.id}/health/"


# Refusals


def test_a_stranger_sees_nothing(stranger_browser, guest, young):
    for visitor in (stranger_browser, guest):
        for method in (visitor.get, visitor.post):
            assert method(f"/b/{young.id}/health/").status_code == 404
            assert method(SAFE, {"next": f"{GO}?baby={young.id}"}).status_code == 404
    assert not ProfileAnswer.objects.exists()


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "x"]
)
def test_the_way_on_stays_at_home(ready, wanted):
    assert send(ready, next=wanted).url == "/massage/choose/"


def test_ticks_travel_by_post_only(ready):
    assert ready.get(AGREED).status_code == 405
    assert ready.post(ANSWER).status_code == 405
    assert ready.post(CARE).status_code == 405
    assert ready.put(SAFE).status_code == 405


def test_a_form_of_another_site_is_refused(young, member):
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(SAFE, {"line": "watching"}).status_code == 403


@pytest.mark.parametrize(
    "junk", ["", "\x00", "'; drop table--", "é" * 5000, "<script>alert(1)</script>", "-1"]
)
def test_hostile_ticks_are_never_a_fault(ready, guest, young, junk):
    about(guest)
    names = (
        "line",
        "rule",
        "unsure",
        "place",
        "when_fed_recently",
        "clock_vaccinated",
        "next",
        "for",
        "taken_back",
    )
    for browser in (ready, guest):
        for page in (SAFE, ABOUT, f"/b/{young.id}/health/", AGREED):
            answer = browser.post(page, dict.fromkeys(names, junk))
            assert answer.status_code < 500
            assert b"<script>alert" not in answer.content


def test_pages_ask_the_database_little(ready, django_assert_max_num_queries):
    send(ready)
    for page, most in ((SAFE, 5), (ANSWER, 5)):
        with django_assert_max_num_queries(most):
            ready.get(page)


def test_every_rule_of_a_page_is_drawn_on_it(ready, young):
    """The walk of all 64 rules ends on real pages: those of another age are drawn for a baby of that age."""
    drawn = ""
    for days in (5, 100):
        Baby.objects.filter(pk=young.id).update(born=timezone.now().date() - timedelta(days=days))
        drawn += ready.get(SAFE).content.decode() + ready.get(f"/b/{young.id}/health/").content.decode()
    for question in load().questions:
        if question.kind == "date":
            continue
        assert f'value="{question.id}"' in drawn
        for rule in question.opens:
            assert f'name="rule" value="{rule}"' in drawn, rule
