"""The pages of the diary: each works, and each refuses."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from warmhands.companion.diary.models import Entry
from warmhands.companion.families.queries import Member


@pytest.fixture
def home(member: Member) -> str:
    return f"/b/{member.babies[0].id}/"


def sent(**changed: object) -> dict[str, object]:
    return {"id": str(uuid4()), "kind": "feed", "on": "2026-03-01", "at": "03:15", **changed}


def test_it_works(signed_in: Client, home: str) -> None:
    answer = signed_in.post(home + "entries/", sent(way="bottle", amount="4 oz", note="half asleep"))
    entry = Entry.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"{home}day/2026-03-01/?added={entry.id}"
    assert entry.start == datetime(2026, 3, 1, 3, 15, tzinfo=UTC)
    assert entry.details == {"way": "bottle", "ml": 118, "as": "4 oz", "note": "half asleep"}
    page = signed_in.get(answer["Location"])
    assert page.status_code == 200
    text = page.content.decode()
    for words in ("03:15", "bottle", "4 oz", "half asleep", "Asha", "written down", "Undo", "<svg"):
        assert words in text


def test_a_double_tap_is_one_row(signed_in: Client, home: str) -> None:
    form = sent(kind="nappy", wet="on")
    assert [signed_in.post(home + "entries/", form).status_code for _tap in range(2)] == [302, 302]
    assert Entry.objects.get().details == {"wet": True, "dirty": False}


def test_json_says_what_it_did(signed_in: Client, home: str) -> None:
    entry = {
        "id": str(uuid4()),
        "kind": "sleep",
        "start": "2026-03-28T22:00:00+01:00",
        "end": "2026-03-29T05:30:00Z",
        "zone": "Europe/Paris",
        "details": {"place": "sling"},
    }
    answers = [
        signed_in.post(home + "entries/", entry, content_type="application/json") for _time in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert [answer.json()["created"] for answer in answers] == [True, False]
    kept = Entry.objects.get()
    assert (kept.start, kept.zone) == (datetime(2026, 3, 28, 21, tzinfo=UTC), "Europe/Paris")


def test_the_end_before_the_start_is_on_the_next_day(signed_in: Client, home: str) -> None:
    signed_in.post(home + "entries/", sent(kind="sleep", at="19:40", until="06:50", on="2026-03-28"))
    kept = Entry.objects.get()
    assert kept.end is not None
    assert kept.end - kept.start == timedelta(hours=10, minutes=10)  # the clocks jumped that night


def test_empty_means_now(signed_in: Client, home: str) -> None:
    signed_in.post(home + "entries/", sent(kind="sleep", at="", until=""))
    kept = Entry.objects.get()
    assert timedelta() <= timezone.now() - kept.start < timedelta(minutes=1)
    assert kept.end is None


def test_a_slip_is_said_beside_its_field_and_what_was_typed_stays(signed_in: Client, home: str) -> None:
    answer = signed_in.post(
        home + "entries/", sent(kind="weight", amount="0.1 kg", note="scales of the midwife")
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "it should be from 200 to 50000 g" in page
    assert 'value="0.1 kg"' in page
    assert "scales of the midwife" in page
    assert 'aria-invalid="true"' in page
    assert not Entry.objects.exists()


def test_waking_ends_the_open_sleep_once(signed_in: Client, member: Member, home: str) -> None:
    start = timezone.now().replace(microsecond=0) - timedelta(hours=2)
    sleep = Entry.objects.create(
        id=uuid4(), baby_id=member.babies[0].id, kind="sleep", start=start, zone="UTC", made_at=start
    )
    today = signed_in.get(home + "day/", follow=True)
    assert "Woke up" in today.content.decode()
    for _tap in range(2):
        assert signed_in.post(f"{home}entry/{sleep.id}/finish/", {"until": ""}).status_code == 302
    sleep.refresh_from_db()
    assert sleep.end is not None
    assert timedelta(hours=2) <= sleep.end - start < timedelta(hours=2, minutes=1)


def test_a_wrong_waking_time_is_said(signed_in: Client, member: Member, home: str) -> None:
    start = timezone.now() - timedelta(hours=30)
    sleep = Entry.objects.create(
        id=uuid4(), baby_id=member.babies[0].id, kind="sleep", start=start, zone="UTC", made_at=start
    )
    for until in ("", "25:99", "now\x00"):
        assert signed_in.post(f"{home}entry/{sleep.id}/finish/", {"until": until}).status_code == 422


def test_taking_back(signed_in: Client, home: str) -> None:
    signed_in.post(home + "entries/", sent())
    entry = Entry.objects.get()
    page = signed_in.get(f"{home}entry/{entry.id}/?undo=1").content.decode()
    assert "Yes, take it back" in page
    assert signed_in.post(f"{home}entry/{entry.id}/remove/").status_code == 302
    assert not Entry.objects.exists()
    assert signed_in.post(f"{home}entry/{entry.id}/remove/").status_code == 404


def test_words_of_people_are_only_words(signed_in: Client, home: str) -> None:
    signed_in.post(home + "entries/", sent(kind="note", note='<script>alert("x")</script>', at="10:00"))
    page = signed_in.get(home + "day/2026-03-01/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    "path",
    [
        "day/",
        "day/2026-03-01/",
        "import/",
        f"import/{'a' * 32}/",
        "entry/01890a5d-ac96-774b-bcce-b302099a8057/",
    ],
)
def test_a_stranger_sees_nothing(stranger: Member, signed_in: Client, path: str) -> None:
    other = f"/b/{stranger.babies[0].id}/"
    assert signed_in.get(other + path).status_code == 404
    assert Client().get(other + path).status_code == 404
    assert signed_in.get(f"/b/{uuid4()}/{path}").status_code == 404


def test_a_stranger_writes_nothing(member: Member, stranger: Member, signed_in: Client) -> None:
    theirs = Entry.objects.create(
        id=uuid4(),
        baby_id=stranger.babies[0].id,
        kind="sleep",
        start=datetime(2026, 3, 1, tzinfo=UTC),
        zone="UTC",
        by_id=stranger.caregiver_id,
        made_at=datetime(2026, 3, 1, tzinfo=UTC),
    )
    mine = f"/b/{member.babies[0].id}/"
    other = f"/b/{stranger.babies[0].id}/"
    for home in (mine, other):
        assert signed_in.get(f"{home}entry/{theirs.id}/").status_code == 404
        assert signed_in.post(f"{home}entry/{theirs.id}/remove/").status_code == 404
        assert signed_in.post(f"{home}entry/{theirs.id}/finish/").status_code == 404
        again = sent(id=str(theirs.id), kind="sleep")
        assert signed_in.post(home + "entries/", again).status_code == 404
        assert signed_in.post(home + "entries/", again, content_type="application/json").status_code in (
            404,
            422,
        )
    theirs.refresh_from_db()
    assert theirs.end is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"[" * 100_000,
        b'{"id": 1}',
        b'{"id": "x", "kind": [], "start": {}, "details": []}',
        b'{"kind": "sleep", "start": "0001-01-01T00:00:00+14:00"}',
        b'{"kind": "sleep", "start": "9999-12-31T23:59:59-14:00"}',
        b'{"kind": "sleep", "start": "2026-03-01T00:00", "zone": "../../etc/passwd"}',
        b'{"kind": "feed", "start": "2026-03-01T00:00", "details": {"ml": 1e400}}',
        b'{"kind": "feed", "start": "2026-03-01T00:00", "details": {"ml": NaN}}',
        b'{"kind": "note", "start": "2026-03-01T00:00", "details": {"note": "\\ud800"}}',
        b'{"kind": "\\u0000", "start": "2026-03-01T00:00"}',
        b'{"details": "' + b"x" * 600_000 + b'"}',
        b"\xff\xfe{}",
        b'{"start": ' + b"9" * 5_000 + b"}",
    ],
)
def test_hostile_json_is_answered_plainly(signed_in: Client, home: str, body: bytes) -> None:
    if body.startswith(b'{"kind"'):
        body = body.replace(b"{", b'{"id": "%s", ' % str(uuid4()).encode(), 1)
    answer = signed_in.post(home + "entries/", body, content_type="application/json")
    assert answer.status_code in (201, 422)
    assert signed_in.get(home + "day/2026-03-01/").status_code == 200


@pytest.mark.parametrize(
    "field", ["id", "kind", "on", "at", "until", "zone", "start", "end", "amount", "note", "way"]
)
@pytest.mark.parametrize(
    "value",
    ["\x00", "x" * 3_000, "-1", "99999999999999999999", "2026-02-30", "NaN", "٣", "<b>", "24:00", "../.."],
)
def test_hostile_forms_are_answered_plainly(signed_in: Client, home: str, field: str, value: str) -> None:
    answer = signed_in.post(home + "entries/", sent(**{field: value}))
    assert answer.status_code in (302, 422)


@pytest.mark.parametrize(
    "path",
    [
        "day/0000-00-00/",
        "day/2026-02-30/",
        "day/1999-12-31/",
        "day/9999-12-31/",
        "day/2101-01-01/",
        "day/٢٠٢٦-03-01/",
    ],
)
def test_days_that_never_are(signed_in: Client, home: str, path: str) -> None:
    assert signed_in.get(home + path).status_code == 404


@pytest.mark.parametrize("picked", ["2026-03-05", "", "x", "9999-99-99"])
def test_picking_a_date(signed_in: Client, home: str, picked: str) -> None:
    answer = signed_in.get(home + "day/", {"date": picked})
    assert answer.status_code == 302
    assert "/day/2" in answer["Location"]


def test_a_day_is_few_queries(signed_in: Client, home: str, django_assert_max_num_queries: object) -> None:
    for hour in range(20):
        signed_in.post(home + "entries/", sent(at=f"{hour:02}:00"))
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        signed_in.get(home + "day/2026-03-01/")


def test_a_massage_is_read_back_by_area(signed_in: Client, member: Member, home: str) -> None:
    start = datetime(2026, 3, 1, 10, tzinfo=UTC)
    events = [
        {"s": 10, "event": "yes", "state": "a", "stroke": "resting_hands", "region": "tummy"},
        {"s": 40, "event": "happy", "state": "a", "stroke": "resting_hands", "region": "tummy"},
        {"s": 70, "event": "unsure", "state": "p"},
        {"s": 100, "event": "crying", "state": "c"},
    ]
    entry = Entry.objects.create(
        id=uuid4(),
        baby_id=member.babies[0].id,
        kind="massage",
        start=start,
        end=start + timedelta(minutes=3),
        zone="Europe/London",
        made_at=start,
        details={"routine": "gone_since", "how": "loved", "favourite": "tummy"},
        timeline={"planned": [], "events": events},
    )
    page = signed_in.get(f"{home}entry/{entry.id}/").content.decode()
    for words in (
        "You listened",
        "Tummy",
        "Quiet time",
        "0:40",
        "Happy",
        "1:10",
        "Unsure",
        "Crying",
        "We loved it",
    ):
        assert words in page
    assert page.count("<svg") > 1
    assert "style=" not in page
