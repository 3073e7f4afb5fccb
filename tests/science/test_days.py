"""Local days: a partition of time, in every zone, over every change of clocks."""

# ruff: noqa: DTZ001  a clock reading has no zone until one is asked for

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhands.science.days import (
    Happening,
    clock_hours,
    day_bounds,
    instant_of,
    is_twice,
    local_date,
    local_days,
    next_reading,
    seconds_by_day,
    union,
    zone_of,
)
from warmhands.science.errors import BadInput

# Each has a trap: half an hour, midnight jumped over or read twice, a date left out, 45 minutes, no change.
ZONES = [
    "Europe/London",
    "America/Los_Angeles",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Asia/Beirut",
    "America/Havana",
    "America/St_Johns",
    "America/Asuncion",
    "Africa/Cairo",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "Pacific/Chatham",
    "Africa/Casablanca",
    "UTC",
]


def hours_of(day: date, zone: str) -> float:
    start, end = day_bounds(day, zone)
    return (end - start).total_seconds() / 3600


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/London", date(2026, 3, 29), 23),
        ("Europe/London", date(2026, 10, 25), 25),
        ("Europe/London", date(2026, 6, 1), 24),
        ("Australia/Lord_Howe", date(2026, 4, 5), 24.5),
        ("Australia/Lord_Howe", date(2026, 10, 4), 23.5),
        ("America/Sao_Paulo", date(2018, 11, 4), 23),  # 00:00 jumps to 01:00
        ("America/Sao_Paulo", date(2018, 2, 17), 25),  # 24:00 goes back to 23:00
        ("Asia/Beirut", date(2026, 3, 29), 23),
        ("America/Havana", date(2025, 11, 2), 25),  # 01:00 goes back to 00:00
        ("Pacific/Apia", date(2011, 12, 30), 0),  # never was
        ("Asia/Kathmandu", date(2026, 3, 29), 24),
    ],
)
def test_hours_of_a_day(zone: str, day: date, hours: float) -> None:
    assert hours_of(day, zone) == hours
    assert local_days([], day, day, zone)[0].minutes_in_day == hours * 60


def test_a_day_without_midnight_begins_at_one() -> None:
    start = day_bounds(date(2018, 11, 4), "America/Sao_Paulo")[0]
    assert start.astimezone(zone_of("America/Sao_Paulo")).time() == time(1)


def test_a_gap_that_begins_before_midnight() -> None:
    # Toronto, 1919: 23:30 jumped to 00:30. Years before 2000 are refused, so the search itself is asked.
    from warmhands.science.days import _end_of_gap

    tz = zone_of("America/Toronto")
    midnight = datetime(1919, 3, 31, tzinfo=tz)
    assert _end_of_gap(midnight, tz).astimezone(tz).replace(tzinfo=None) == datetime(1919, 3, 31, 0, 30)


@given(zone=st.sampled_from(ZONES), day=st.dates(date(2000, 1, 1), date(2099, 12, 30)))
def test_days_are_a_partition(zone: str, day: date) -> None:
    start, end = day_bounds(day, zone)
    assert end == day_bounds(day + timedelta(days=1), zone)[0]
    assert timedelta(0) <= end - start <= timedelta(hours=26)
    if start < end:
        assert local_date(start, zone) == day
        assert local_date(end - timedelta(seconds=1), zone) == day


moments = st.datetimes(datetime(2010, 12, 1), datetime(2026, 12, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)
spans = st.lists(st.tuples(moments, st.integers(0, 30 * 3600)), max_size=12).map(
    lambda found: [(start, start + timedelta(seconds=length)) for start, length in found]
)


@given(spans=spans)
def test_union_is_ordered_and_apart(spans: list[tuple[datetime, datetime]]) -> None:
    merged = union(spans)
    assert all(start < end for start, end in merged)
    assert all(one[1] < two[0] for one, two in pairwise(merged))
    for start, end in spans:
        assert start == end or any(a <= start and end <= b for a, b in merged)
    assert union(merged) == merged


near = st.datetimes(datetime(2018, 2, 10), datetime(2018, 2, 25), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)


@given(
    zone=st.sampled_from(ZONES),
    spans=st.lists(st.tuples(near, st.integers(0, 24 * 3600)), max_size=12),
)
def test_the_days_together_are_the_union(zone: str, spans: list[tuple[datetime, int]]) -> None:
    found = [(start, start + timedelta(seconds=length)) for start, length in spans]
    by_day = seconds_by_day(found, date(2018, 2, 1), date(2018, 3, 5), zone)
    assert sum(by_day.values()) == sum((end - start).total_seconds() for start, end in union(found))
    for day, seconds in by_day.items():
        assert 0 <= seconds <= hours_of(day, zone) * 3600


def test_each_minute_counts_once() -> None:
    at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    hour = timedelta(hours=1)
    days = local_days(
        [
            Happening("sleep", at, at + hour),
            Happening("sleep", at + hour / 2, at + hour),
            Happening("sleep", at + hour, at + 2 * hour),
            Happening("sleep", at + 5 * hour),  # not over yet: no minutes
            Happening("cry", at, at + hour / 4),
            Happening("feed", at),
            Happening("nappy", at),
            Happening("massage", at, at + hour / 4),
            Happening("weight", at),
        ],
        date(2026, 3, 1),
        date(2026, 3, 1),
        "Europe/London",
    )
    (day,) = days
    assert (day.sleep_min, day.cry_min, day.feeds, day.nappies, day.massages) == (120, 15, 1, 1, 1)


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        (datetime(2026, 3, 28, 19, tzinfo=UTC), datetime(2026, 3, 29, 6, tzinfo=UTC), (300, 360)),
        (datetime(2026, 10, 24, 18, tzinfo=UTC), datetime(2026, 10, 25, 7, tzinfo=UTC), (300, 480)),
    ],
)
def test_a_night_of_a_clock_change_is_as_long_as_it_was(
    start: datetime, end: datetime, minutes: tuple[int, int]
) -> None:
    """19:00 to 07:00 by the clock: 11 hours in March, 13 in October (18:00Z to 07:00Z), never 12."""
    zone = "Europe/London"
    first = local_date(start, zone)
    days = local_days([Happening("sleep", start, end)], first, first + timedelta(days=1), zone)
    assert tuple(day.sleep_min for day in days) == minutes
    assert sum(minutes) * 60 == (end - start).total_seconds()


@given(zone=st.sampled_from(ZONES), moment=moments)
def test_a_clock_reading_leads_back(zone: str, moment: datetime) -> None:
    shown = moment.astimezone(zone_of(zone))
    local = shown.replace(tzinfo=None, fold=0)
    assert instant_of(local, zone, later=bool(shown.fold)) == moment
    assert not shown.fold or is_twice(local, zone)


def test_a_reading_that_was_jumped_over_is_refused() -> None:
    with pytest.raises(BadInput, match="jumped"):
        instant_of(datetime(2026, 3, 29, 1, 30), "Europe/London")


def test_a_reading_that_comes_twice() -> None:
    local = datetime(2026, 10, 25, 1, 30)
    assert is_twice(local, "Europe/London")
    assert instant_of(local, "Europe/London") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert instant_of(local, "Europe/London", later=True) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@given(zone=st.sampled_from(ZONES), moment=moments, minute=st.integers(0, 1439))
def test_the_next_reading_comes_within_two_days(zone: str, moment: datetime, minute: int) -> None:
    clock = time(minute // 60, minute % 60)
    found = next_reading(moment, clock, zone)
    assert moment <= found <= moment + timedelta(hours=50)
    assert found.astimezone(zone_of(zone)).time() == clock


def test_the_hours_on_the_clock() -> None:
    assert [hour for _at, hour in clock_hours(date(2026, 3, 29), "Europe/London", 1)] == [0, *range(2, 24)]
    assert clock_hours(date(2026, 3, 29), "Europe/London")[1] == (2 * 3600.0, 3)
    assert clock_hours(date(2026, 10, 25), "Europe/London")[1] == (4 * 3600.0, 3)


@pytest.mark.parametrize("name", ["", "Europe/Nowhere", "../etc/passwd", "Europe", "/", "x" * 300, "a\x00b"])
def test_no_zone(name: str) -> None:
    with pytest.raises(BadInput, match="time zone"):
        zone_of(name)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 3, 2), date(2026, 3, 1)),
        (date(2001, 1, 1), date(2020, 1, 1)),
        (date(1900, 1, 1), date(1900, 1, 1)),
    ],
)
def test_unlikely_ranges_are_refused(first: date, last: date) -> None:
    with pytest.raises(BadInput):
        local_days([], first, last, "UTC")
