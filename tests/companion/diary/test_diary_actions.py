"""Writing: once and only once, only one's own, only what can be true."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from warmhands.companion.diary import actions, queries
from warmhands.companion.diary.models import Entry
from warmhands.companion.families.queries import Member

START = datetime(2026, 3, 1, 3, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)


def sleep(member: Member, id: UUID | None = None, **changed: Any) -> actions.Added:
    given: dict[str, Any] = {
        "by": member,
        "baby_id": member.babies[0].id,
        "id": id or uuid4(),
        "kind": "sleep",
        "start": START,
        "end": START + HOUR,
        "zone": "Europe/London",
    }
    return actions.add_entry(**given | changed)


def massage(member: Member, id: UUID, **changed: Any) -> actions.Added:
    given: dict[str, Any] = {
        "by": member,
        "baby_id": member.babies[0].id,
        "id": id,
        "start": START,
        "end": START + HOUR / 6,
        "zone": "Europe/London",
        "routine": "first_touch",
        "timeline": [
            {"s": 0, "event": "yes", "state": "a", "stroke": "permission", "region": "whole", "side": None},
            {
                "s": 20,
                "event": "done",
                "state": "b",
                "stroke": "leg_milking",
                "region": "legs",
                "side": "left",
            },
            {
                "s": 95,
                "event": "unsure",
                "state": "c",
                "stroke": "leg_milking",
                "region": "legs",
                "side": "left",
            },
            {"s": 130, "event": "enough", "state": "d", "stroke": "", "region": "", "side": ""},
        ],
        "details": {"planned": [{"stroke": "leg_milking", "region": "legs", "side": "left", "seconds": 40}]},
    }
    return actions.add_massage(**given | changed)


def test_it_works(member: Member) -> None:
    id = uuid4()
    assert sleep(member, id) == actions.Added(id, created=True)
    entry = Entry.objects.get()
    assert (entry.kind, entry.start, entry.end, entry.zone) == ("sleep", START, START + HOUR, "Europe/London")
    assert (entry.by_id, entry.source, entry.timeline) == (member.caregiver_id, "warmhands", None)


def test_the_same_entry_twice_is_one_row(member: Member) -> None:
    id = uuid4()
    sleep(member, id)
    assert sleep(member, id) == actions.Added(id, created=False)
    assert Entry.objects.count() == 1


def test_the_same_id_with_other_words_changes_nothing(member: Member) -> None:
    id = uuid4()
    sleep(member, id)
    with pytest.raises(actions.Refused, match="with other words"):
        sleep(member, id, end=START + 2 * HOUR)
    assert Entry.objects.get().end == START + HOUR


def test_an_id_of_another_family_is_unknown(member: Member, stranger: Member) -> None:
    id = uuid4()
    sleep(member, id)
    with pytest.raises(actions.UnknownEntry):
        sleep(stranger, id)


def test_a_strangers_baby_is_unknown(member: Member, stranger: Member) -> None:
    with pytest.raises(actions.UnknownEntry):
        sleep(stranger, baby_id=member.babies[0].id)
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"kind": "hug"}, "kind"),
        ({"start": datetime(2126, 1, 1, tzinfo=UTC), "end": None}, "start"),
        ({"start": datetime(2026, 1, 1, tzinfo=UTC)}, "start"),
        ({"end": START - HOUR}, "end"),
        ({"end": START + 25 * HOUR}, "end"),
        ({"kind": "nappy"}, "end"),
        ({"kind": "massage", "end": None}, "end"),
        ({"zone": "Europe/Nowhere"}, "zone"),
        ({"zone": "../../etc/passwd"}, "zone"),
        ({"kind": "feed", "details": {"ml": 5_000}}, "ml"),
        ({"kind": "feed", "details": {"ml": True}}, "ml"),
        ({"kind": "weight", "end": None, "details": {"g": -5}}, "g"),
        ({"kind": "weight", "end": None}, "g"),
        ({"kind": "note", "end": None, "details": {"note": " "}}, "note"),
        ({"details": {"note": "x" * 3_000}}, "note"),
        ({"details": {"colour": "blue"}}, "details"),
    ],
)
def test_what_cannot_be_true_is_refused_beside_its_field(
    member: Member, changed: Mapping[str, Any], field: str
) -> None:
    with pytest.raises(actions.Refused) as refusal:
        sleep(member, **changed)
    assert field in refusal.value.slips
    assert not Entry.objects.exists()


def test_the_end_in_the_future_is_refused(member: Member) -> None:
    now = timezone.now()
    with pytest.raises(actions.Refused) as refusal:
        sleep(member, start=now - HOUR, end=now + 5 * HOUR)
    assert list(refusal.value.slips) == ["end"]


@pytest.mark.parametrize(
    "broken",
    [
        {"kind": "hug"},
        {"end": START - HOUR},
        {"kind": "note"},
        {"kind": "massage", "end": None},
        {"timeline": {"events": []}},
        {"zone": ""},
    ],
)
def test_the_database_holds_what_it_can(member: Member, broken: Mapping[str, Any]) -> None:
    row: dict[str, Any] = {
        "id": uuid4(),
        "baby_id": member.babies[0].id,
        "kind": "sleep",
        "start": START,
        "end": START + HOUR,
        "zone": "UTC",
        "made_at": START,
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(**row | broken)


def test_a_massage_keeps_its_whole_course(member: Member) -> None:
    id = uuid4()
    massage(member, id)
    entry = Entry.objects.get()
    assert [event["event"] for event in entry.timeline["events"]] == ["yes", "done", "unsure", "enough"]
    assert entry.timeline["planned"][0]["seconds"] == 40
    assert entry.details == {
        "routine": "first_touch",
        "strokes": ["permission", "leg_milking"],
        "regions": ["whole", "legs"],
    }


def test_a_massage_told_about_afterwards_is_still_the_same(member: Member) -> None:
    id = uuid4()
    massage(member, id)
    actions.tell_massage(by=member, entry_id=id, how="loved", favourite="legs")
    assert massage(member, id) == actions.Added(id, created=False)
    details = Entry.objects.get().details
    assert (details["how"], details["favourite"]) == ("loved", "legs")
    actions.tell_massage(by=member, entry_id=id, how="liked")
    assert Entry.objects.get().details["favourite"] == "legs"


def test_only_the_own_family_tells(member: Member, stranger: Member) -> None:
    id = uuid4()
    massage(member, id)
    with pytest.raises(actions.UnknownEntry):
        actions.tell_massage(by=stranger, entry_id=id, how="loved")
    with pytest.raises(actions.Refused):
        actions.tell_massage(by=member, entry_id=id, how="cured")


@pytest.mark.parametrize(
    "timeline",
    [
        [{"s": 0, "event": "yes"}] * 2_001,
        [{"s": -1, "event": "yes"}],
        [{"s": 0}],
        ["yes"],
        "yes",
        [{"s": 0, "event": "yes", "script": "x"}],
        [{"s": float("nan"), "event": "yes"}],
        [{"s": 0, "event": "x" * 100}],
    ],
)
def test_a_timeline_is_bounded(member: Member, timeline: Any) -> None:
    with pytest.raises(actions.Refused) as refusal:
        massage(member, uuid4(), timeline=timeline)
    assert "timeline" in refusal.value.slips


def test_take_back_only_what_one_wrote(member: Member, stranger: Member) -> None:
    id = uuid4()
    sleep(member, id)
    with pytest.raises(actions.UnknownEntry):
        actions.take_back(by=stranger, baby_id=stranger.babies[0].id, entry_id=id)
    actions.take_back(by=member, baby_id=member.babies[0].id, entry_id=id)
    assert not Entry.objects.exists()
    with pytest.raises(actions.UnknownEntry):
        actions.take_back(by=member, baby_id=member.babies[0].id, entry_id=id)


def test_practice_counts_massages_and_never_reads_a_timeline(
    member: Member, django_assert_num_queries: Any
) -> None:
    for days_ago in (10, 5, 0):
        massage(member, uuid4(), start=START - timedelta(days=days_ago), end=START - timedelta(days=days_ago))
    actions.tell_massage(by=member, entry_id=Entry.objects.first().id, favourite="legs")
    with django_assert_num_queries(1) as asked:
        practice = queries.practice(member.babies[0].id, now=START)
    assert "timeline" not in asked.captured_queries[0]["sql"]
    assert practice == queries.Practice(
        sessions=3,
        strokes={"permission": 3, "leg_milking": 3},
        first_day=(START - timedelta(days=10)).date(),
        days_since_first=10,
        favourite="legs",
    )
