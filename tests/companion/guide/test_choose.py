"""/massage/ and /massage/choose/: what can be done now, in plain words, for guests too."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from warmhands.companion.guide.asking import Asked
from warmhands.companion.guide.choose_queries import picked
from warmhands.science.routine import Wish

URL = "/massage/choose/"


def text(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


def test_it_works(browser):
    answer = browser.get(URL)
    assert answer.status_code == 200
    assert "Massage now" not in text(answer)
    assert "Legs and feet" in text(answer)
    assert "/massage/go/?routine=legs_first" in answer.content.decode()


def test_massage_now_begins_with_the_safety_check(browser, guest):
    for client in (browser, guest):
        answer = client.get("/massage/")
        assert answer.status_code == 302
        assert answer["Location"] == "/massage/safe/?next=%2Fmassage%2Fgo%2F"


def test_a_need_is_served_first(browser):
    answer = browser.get(URL, {"need": "sleep"})
    page = answer.content.decode()
    assert page.index("Bedtime massage") < page.index("Other massages that fit") < page.index("Legs and feet")


def test_fewer_minutes_leave_strokes_out_and_say_why(browser):
    words = text(browser.get(URL, {"minutes": "3"}))
    assert "There is no time for this one today." in words


def test_a_position_leaves_strokes_out_and_says_why(browser):
    assert "This one needs the baby to lie or be held another way." in text(
        browser.get(URL, {"position": "lap"})
    )


def test_a_wish_goes_along(browser):
    page = browser.get(
        URL, {"minutes": "5", "oil": "no", "who": "second", "position": "back"}
    ).content.decode()
    assert "minutes=5&amp;position=back&amp;oil=no&amp;who=second" in page


def test_a_doll_has_its_own_routine(browser):
    words = text(browser.get(URL, {"baby": "doll"}))
    assert "Doll practice" in words
    assert "Bedtime" not in words.split("Position")[1]


def test_twins_are_both_there(browser, member):
    page = browser.get(URL).content.decode()
    for baby in member.babies:
        assert baby.nickname in page
    second = member.babies[1]
    assert f"baby={second.id}" in browser.get(URL, {"baby": str(second.id)}).content.decode()


def test_a_guest_sees_the_page(guest):
    assert guest.get(URL).status_code == 200


@pytest.mark.parametrize("client", ["stranger_browser", "guest"])
def test_a_baby_of_others_is_not_there(client, baby, request):
    assert request.getfixturevalue(client).get(URL, {"baby": str(baby.id)}).status_code == 404


@pytest.mark.parametrize(
    "junk", ["need=<script>", "minutes=1e9", "minutes=-1", "position=%00", "oil=maybe", "routine=x"]
)
def test_what_nobody_offered_is_no_wish(junk, browser):
    assert browser.get(f"{URL}?{junk}").status_code == 200


def test_only_reading(browser):
    assert browser.post(URL).status_code == 405


def test_whoever_begins_gets_a_first_massage_not_the_longest():
    wish = Wish(age_days=100)
    now = datetime(2026, 9, 21, 10, tzinfo=UTC)
    assert picked(Asked(), wish, baby=None, now=now) == "legs_first"
    assert picked(Asked(), replace(wish, practice_days=5), baby=None, now=now) == "full"
    assert picked(Asked(minutes=20), wish, baby=None, now=now) == "full"
