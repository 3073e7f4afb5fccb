"""Reading: what Today, the day and the guide ask, in how many questions, and right over changes of clocks."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from warmhands.companion.diary import queries
from warmhands.companion.diary.logs.words import said
from warmhands.companion.diary.models import Entry
from warmhands.companion.families.queries import Member

NOW = datetime(2026, 3, 29, 9, tzinfo=UTC)  # 10:00 in London, on the day its clocks jumped
HOUR = timedelta(hours=1)


def entry(
    member: Member, kind: str, start: datetime, end: datetime | None = None, **details: object
) -> Entry:
    return Entry.objects.create(
        id=uuid4(),
        baby_id=member.babies[0].id,
        kind=kind,
        start=start,
        end=end,
        zone="Europe/London",
        details=details,
        made_at=NOW,
        by_id=member.caregiver_id,
    )


def test_today(member: Member, django_assert_num_queries: Any) -> None:
    entry(member, "feed", NOW - 12 * HOUR, way="breast")
    entry(member, "feed", NOW - 3 * HOUR, way="bottle", ml=120)
    entry(member, "sleep", NOW - 11 * HOUR, NOW - 4 * HOUR)
    entry(member, "sleep", NOW - HOUR)
    entry(member, "weight", NOW - 200 * HOUR, g=4_200)
    entry(member, "feed", NOW + 10 * HOUR, way="breast")  # not yet
    with django_assert_num_queries(2):
        today = queries.today(member.babies[0], NOW)
    assert today.date == date(2026, 3, 29)
    assert today.counts == {"feed": 1, "sleep": 1}
    assert today.asleep_since == NOW - HOUR
    # Midnight was at 00:00Z: five hours of the night, and the hour that goes on.
    assert today.sleep_min == 5 * 60 + 60
    assert (today.last["feed"].start, today.last["feed"].said) == (NOW - 3 * HOUR, "bottle · 120 ml")
    assert (today.last["weight"].start, today.last["weight"].said) == (NOW - 200 * HOUR, None)
    assert "nappy" not in today.last


def test_today_of_an_empty_diary(member: Member) -> None:
    today = queries.today(member.babies[0], NOW)
    assert (today.last, today.counts, today.sleep_min, today.asleep_since) == ({}, {}, 0, None)


def test_a_day_holds_what_reaches_into_it(member: Member, django_assert_num_queries: Any) -> None:
    entry(member, "sleep", datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 3, 29, 6, tzinfo=UTC))
    entry(member, "sleep", datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 3, 29, 0, tzinfo=UTC))
    entry(member, "feed", datetime(2026, 3, 29, 22, 59, tzinfo=UTC))
    entry(member, "feed", datetime(2026, 3, 29, 23, tzinfo=UTC))  # midnight of the 30th
    with django_assert_num_queries(1):
        day = queries.day(member.babies[0], date(2026, 3, 29), by=member)
    assert [(line.kind, f"{line.start:%H:%M}") for line in day.lines] == [
        ("feed", "23:59"),
        ("sleep", "20:00"),
    ]
    assert (day.total.minutes_in_day, day.total.sleep_min, day.total.feeds) == (23 * 60, 6 * 60, 1)
    sleep = day.lines[1]
    assert (sleep.lasted, f"{sleep.end:%H:%M}", sleep.day, sleep.by, sleep.mine) == (
        "10 h",
        "07:00",
        date(2026, 3, 28),
        "Asha",
        True,
    )


def test_days_are_one_query(member: Member, django_assert_num_queries: Any) -> None:
    for day in range(5):
        start = datetime(2026, 3, 20 + day, 22, tzinfo=UTC)
        entry(member, "sleep", start, start + 4 * HOUR)
    with django_assert_num_queries(1):
        days = queries.days(member.babies[0].id, date(2026, 3, 21), date(2026, 3, 24), "Europe/London")
    assert [day.sleep_min for day in days] == [240, 240, 240, 240]


def test_practice_of_none(member: Member) -> None:
    assert queries.practice(member.babies[0].id, NOW) == queries.Practice(
        sessions=0, strokes={}, first_day=None, days_since_first=0, favourite=None
    )


def test_practice_reads_the_last_sixty(member: Member) -> None:
    for ago in range(65):
        start = NOW - timedelta(days=ago)
        entry(member, "massage", start, start + HOUR / 6, strokes=["new" if ago < 60 else "old"])
    practice = queries.practice(member.babies[0].id, NOW)
    assert (practice.sessions, practice.strokes, practice.days_since_first) == (65, {"new": 60}, 64)


def test_said_in_words() -> None:
    assert (
        said("feed", {"way": "breast", "left_s": 540, "right_s": 3_900})
        == "breast · left 9 min · right 1 h 05 min"
    )
    assert said("weight", {"g": 4_200, "as": "9.26 lbs"}) == "4.2 kg (9.26 lbs)"
    assert said("weight", {"g": 4_200, "as": "4.2 kg"}) == "4.2 kg"
    assert said("head", {"mm": 385}) == "38.5 cm"
    assert said("nappy", {"wet": True, "dirty": True, "note": "at last"}) == "wet · dirty"
    assert (
        said("massage", {"how": "loved", "favourite": "tummy", "regions": ["legs"]})
        == "We loved it · loved: tummy"
    )
    assert said("sleep", {}) == ""
