"""/massage/go/ and its table: after the check, the same on a reload, nothing of a family in the table."""

import json
import re

import pytest
from django.utils import timezone

from warmhands.companion.guide import safety_queries
from warmhands.companion.guide.table_queries import table_address
from warmhands.content.loader import load
from warmhands.science.routine import Wish, plan
from warmhands.science.safety import BabyDates, Check, judge, verdict_json

URL = "/massage/go/"


def checked(client, baby, **answers):
    """The session as the safety page leaves it: judged now, held for an hour."""
    now = timezone.now()
    check = Check(
        now=now, zone="Europe/Berlin", baby=BabyDates(born=baby.born, gestation_days=None), answers=answers
    )
    session = client.session
    session[safety_queries.CHECK] = {
        "at": now.isoformat(),
        "for": str(baby.id),
        "cleared": [],
        "verdict": verdict_json(judge(load(), check)),
    }
    session.save()
    return client


def page_of(answer):
    return json.loads(
        re.search(r'<script id="page"[^>]*>(.*?)</script>', answer.content.decode(), re.S).group(1)
    )


def table_of(client, answer):
    return json.loads(client.get(page_of(answer)["table"]).content)


def test_it_works(browser, baby):
    checked(browser, baby)
    answer = browser.get(URL, follow=True)
    assert answer.status_code == 200
    assert "routine=" in answer.request["QUERY_STRING"]
    page = page_of(answer)
    assert page["baby"] == str(baby.id)
    made = table_of(browser, answer)
    assert {step["stroke"] for step in made["planned"]} <= set(load().strokes)
    assert made["pictures"]["resting_hands"].startswith("<svg")


def test_a_reload_brings_the_same_table(browser, baby):
    checked(browser, baby)
    first = browser.get(URL, {"routine": "legs_first"})
    assert page_of(first)["table"] == page_of(browser.get(URL, {"routine": "legs_first"}))["table"]


def test_without_a_check_the_safety_page_comes_first(browser, guest):
    for client in (browser, guest):
        answer = client.get(URL, {"routine": "legs_first"})
        assert answer.status_code == 302
        assert answer["Location"].startswith("/massage/safe/?next=%2Fmassage%2Fgo%2F%3Froutine")


def test_a_check_for_another_baby_does_not_count(browser, member):
    checked(browser, member.babies[1])
    assert browser.get(URL)["Location"].startswith("/massage/safe/")


def test_what_is_not_safe_today_is_left_out_and_said(browser, baby):
    checked(browser, baby, fed_recently="yes")
    answer = browser.get(URL, {"routine": "full"})
    assert "answers leave this one out" in answer.content.decode()
    strokes = {step["stroke"] for step in table_of(browser, answer)["planned"]}
    assert not {"sun_moon", "i_love_you"} & strokes


def test_nothing_at_all_is_offered_in_an_emergency(browser, baby):
    checked(browser, baby, emergency_signs="yes")
    answer = browser.get(URL, {"routine": "legs_first"})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/massage/choose/")


def test_a_doll_needs_no_check(guest):
    answer = guest.get(URL, {"baby": "doll"}, follow=True)
    assert answer.status_code == 200
    assert page_of(answer)["doll"] is True
    assert page_of(answer)["member"] is None


@pytest.mark.parametrize("client", ["stranger_browser", "guest"])
def test_a_baby_of_others_is_not_there(client, baby, request):
    assert request.getfixturevalue(client).get(URL, {"baby": str(baby.id)}).status_code == 404


def test_the_table_holds_nothing_of_a_family(browser, baby):
    checked(browser, baby)
    answer = browser.get(URL, {"routine": "legs_first"})
    table = browser.get(page_of(answer)["table"])
    assert "public" in table["Cache-Control"]
    assert "immutable" in table["Cache-Control"]
    for secret in (str(baby.id), baby.nickname, str(baby.born)):
        assert secret not in table.content.decode()
    assert not table.cookies


@pytest.mark.parametrize("made_up", ["x", "e30:abc", "." * 400, "eyJyb3V0aW5lIjoiZnVsbCJ9:AAAA"])
def test_a_table_that_was_not_made_here_is_not_there(made_up, guest):
    assert guest.get(f"/massage/table/{made_up}/").status_code == 404


def test_how_well_a_stroke_is_known_changes_the_table_in_three_steps_only(member, baby):
    made = plan(load(), "legs_first", Wish(age_days=100))
    addresses = [table_address(made, {"leg_milk_down": times}) for times in range(12)]
    assert len(dict.fromkeys(addresses)) == 3


def test_the_page_is_private(browser, baby):
    checked(browser, baby)
    assert "no-store" in browser.get(URL, {"routine": "legs_first"})["Cache-Control"]
