"""/massage/finish/: a finished massage goes into the diary once, and nothing else does."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from warmhands.companion.diary import queries as diary
from warmhands.companion.shell.ids import uuid7

URL = "/massage/finish/"
START = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=20)


@pytest.fixture
def massage(baby):
    """As player.js sends it."""
    return {
        "id": str(uuid7()),
        "baby": str(baby.id),
        "start": START.isoformat().replace("+00:00", "Z"),
        "end": (START + timedelta(minutes=9)).isoformat().replace("+00:00", "Z"),
        "zone": "Europe/Berlin",
        "routine": "legs_first",
        "ended": "close",
        "planned": [
            {
                "stroke": "leg_milk_down",
                "region": "legs",
                "side": "right",
                "seconds": 40,
                "reps": 6,
                "rep_seconds": 6.7,
            }
        ],
        "timeline": [
            {"s": 0, "event": "begin", "state": "0", "stroke": "permission", "region": "legs", "side": None},
            {
                "s": 12,
                "event": "yes",
                "state": "1",
                "stroke": "resting_hands",
                "region": "legs",
                "side": None,
            },
            {
                "s": 40,
                "event": "done",
                "state": "2",
                "stroke": "leg_milk_down",
                "region": "legs",
                "side": "right",
            },
            {"s": 90, "event": "enough", "state": "still#", "stroke": None, "region": "legs", "side": None},
            {"s": 540, "event": "done", "state": "end", "stroke": None, "region": None, "side": None},
        ],
    }


def send(client, massage):
    body = massage if isinstance(massage, str | bytes) else json.dumps(massage)
    return client.post(URL, data=body, content_type="application/json")


def massages(baby):
    return diary.practice(baby.id)


def test_it_works(browser, baby, massage):
    answer = send(browser, massage)
    assert answer.status_code == 201
    assert answer.json() == {"id": massage["id"], "created": True}
    known = massages(baby)
    assert known.sessions == 1
    assert known.strokes["leg_milk_down"] == 1
    assert known.favourite is None


def test_sent_twice_is_one_row(browser, baby, massage):
    send(browser, massage)
    answer = send(browser, massage)
    assert answer.status_code == 200
    assert answer.json()["created"] is False
    assert massages(baby).sessions == 1


def test_what_was_told_later_is_added(browser, baby, massage):
    send(browser, massage)
    answer = send(browser, massage | {"how": "loved", "favourite": "legs"})
    assert answer.status_code == 200
    assert massages(baby).favourite == "legs"


def test_told_at_once(browser, baby, massage):
    assert send(browser, massage | {"how": "liked", "favourite": "legs"}).status_code == 201
    assert massages(baby).favourite == "legs"


def test_a_guest_is_asked_to_sign_in(guest, massage, baby):
    answer = send(guest, massage)
    assert answer.status_code == 401
    assert "sign in" in answer.json()["problem"]
    assert massages(baby).sessions == 0


@pytest.mark.parametrize("where", ["stranger", "unknown"])
def test_a_baby_of_others_is_not_there(where, stranger_browser, browser, massage, baby):
    if where == "unknown":
        answer = send(browser, massage | {"baby": str(uuid4())})
    else:
        answer = send(stranger_browser, massage)
    assert answer.status_code == 404
    assert massages(baby).sessions == 0


def test_a_row_of_another_baby_is_not_told_about(browser, stranger_browser, stranger, massage, baby):
    send(browser, massage)
    theirs = massage | {"baby": str(stranger.current.id), "how": "not_today"}
    assert send(stranger_browser, theirs).status_code == 404


ROW = {"s": 1, "event": "yes", "state": "1"}
BROKEN = {
    "no json": b"{",
    "not an object": "[]",
    "deep": "[" * 100_000,
    "binary": b"\xff\xfe\x00",
    "unknown field": {"streak": 7},
    "no id": {"id": ""},
    "id of another kind": {"id": 7},
    "baby of another kind": {"baby": ["x"]},
    "unknown routine": {"routine": "tickle_fight"},
    "unknown stroke": {"timeline": [ROW | {"stroke": "karate"}]},
    "unknown event": {"timeline": [ROW | {"event": "explode"}]},
    "event of another kind": {"timeline": [ROW | {"event": ["yes"]}]},
    "stroke of another kind": {"timeline": [ROW | {"stroke": {"a": 1}}]},
    "unknown region": {"timeline": [ROW | {"region": "engine"}]},
    "rows of another kind": {"timeline": [1, 2]},
    "unknown name in a row": {"timeline": [ROW | {"x": 1}]},
    "too many rows": {"timeline": [ROW] * 2_001},
    "no timeline": {"timeline": None},
    "seconds below zero": {"timeline": [ROW | {"s": -1}]},
    "seconds of another kind": {"timeline": [ROW | {"s": "1"}]},
    "no end": {"end": ""},
    "end before start": {"end": (START - timedelta(minutes=1)).isoformat()},
    "longer than a day": {"start": (START - timedelta(days=3)).isoformat()},
    "to come": {
        "start": (START + timedelta(days=2)).isoformat(),
        "end": (START + timedelta(days=2)).isoformat(),
    },
    "before the birth": {"start": "2001-01-01T00:00:00Z", "end": "2001-01-01T00:10:00Z"},
    "no offset": {"start": "2026-11-22T10:00:00", "end": "2026-11-22T10:10:00"},
    "no such zone": {"zone": "Mars/Olympus"},
    "how of another kind": {"how": "8/10"},
    "favourite of another kind": {"favourite": "engine"},
    "planned of another kind": {"planned": [{"stroke": "leg_milk_down", "seconds": 10**9}]},
    "too long": {"ended": "x" * 600_000},
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_kept_is_refused_in_a_sentence(name, browser, massage, baby):
    broken = BROKEN[name]
    answer = send(browser, massage | broken if isinstance(broken, dict) else broken)
    assert answer.status_code == 400, answer.content
    assert answer.json()["problem"].rstrip().endswith((".", "!"))
    assert massages(baby).sessions == 0


def test_the_page_asks_two_questions(browser):
    page = browser.get(URL)
    assert page.status_code == 200
    assert "How was it for the two of you?" in page.content.decode()


def test_a_guest_may_open_the_page(guest):
    assert guest.get(URL).status_code == 200


def test_a_forged_request_is_refused(member, massage, baby):
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(get_user_model().objects.get(pk=member.user_id))
    assert send(client, massage).status_code == 403
    assert massages(baby).sessions == 0
