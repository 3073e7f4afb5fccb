"""The made-up family: one seed is one family, plausible, and its massages are really walked."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest

from warmhands.companion.diary.logs import written
from warmhands.content.loader import load
from warmhands.science.routine import Plan
from warmhands.science.simulate import simulate_family
from warmhands.science.walk import compile_walk, trace

NOW = datetime(2026, 6, 1, 15, 20, tzinfo=UTC)


def made(seed=7, **more):
    return simulate_family(load(), np.random.default_rng(seed), now=NOW, zone="Europe/London", **more)


@pytest.fixture(scope="module")
def family():
    return made()


def minutes_a_day(family, kind, from_week, to_week):
    born = family.baby.born
    spans = [m for m in family.moments if m.kind == kind and m.end]
    inside = [m for m in spans if from_week * 7 <= (m.start.date() - born).days < to_week * 7]
    return sum((m.end - m.start).total_seconds() for m in inside) / 60 / ((to_week - from_week) * 7)


def test_one_seed_is_one_family(family):
    assert made() == family
    assert made(seed=8) != family


def test_it_has_three_months_of_everything(family):
    counts = Counter(m.kind for m in family.moments)
    assert {"sleep", "feed", "nappy", "cry", "massage", "weight", "length", "head"} <= set(counts)
    assert counts["sleep"] > 500
    assert counts["massage"] > 50
    assert {m.by for m in family.moments} == {"first", "second"}


def test_nothing_lies_ahead_and_no_two_spans_overlap(family):
    spans = sorted((m for m in family.moments if m.end), key=lambda m: m.start)
    assert all(m.start <= m.end <= NOW for m in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(m.start <= NOW for m in family.moments)


def test_sleep_and_crying_follow_the_norms(family):
    assert 13.5 * 60 < minutes_a_day(family, "sleep", 2, 6) < 17 * 60
    assert 12.5 * 60 < minutes_a_day(family, "sleep", 10, 14) < 16 * 60
    assert 80 < minutes_a_day(family, "cry", 3, 7) < 170  # Wolke 2017: 117 to 133, sd 66 to 70
    assert minutes_a_day(family, "cry", 11, 14) < 0.7 * minutes_a_day(family, "cry", 3, 7)


def test_each_massage_is_a_walk_that_ended(family):
    for moment in family.moments:
        if moment.kind != "massage":
            continue
        plan = Plan(moment.routine, moment.planned, (), 0, 0 if _asks(moment.planned) > 1 else 100)
        walk = compile_walk(load(), plan)
        events = [row["event"] for row in moment.timeline[1:]]
        states = [row["state"] for row in moment.timeline]
        assert trace(walk, events) == states
        assert not walk.states[states[-1]].on
        assert moment.end - moment.start == timedelta(seconds=moment.timeline[-1]["s"])


def _asks(steps):
    return sum(step.stroke == "permission" for step in steps)


def test_the_diary_takes_every_entry_as_it_is(family):
    for moment in family.moments:
        clean, slips = written.clean_details(moment.kind, dict(moment.details))
        assert not slips
        assert clean == moment.details
        assert not written.slips(
            moment.kind, moment.start, moment.end, born=family.baby.born, zone=family.zone, now=NOW
        )
        if moment.timeline:
            written.clean_timeline(moment.timeline)


def test_it_promises_nothing(family):
    """Days with a massage have no less crying: nothing in the draw knows of it."""
    massaged = {m.start.date() for m in family.moments if m.kind == "massage"}
    total = {True: 0.0, False: 0.0}
    days = {True: 0, False: 0}
    for number in range(20, 90):
        day = family.baby.born + timedelta(days=number)
        with_massage = day in massaged
        days[with_massage] += 1
        total[with_massage] += sum(
            (m.end - m.start).total_seconds()
            for m in family.moments
            if m.kind == "cry" and m.start.date() == day
        )
    assert min(days.values()) > 5
    ratio = (total[True] / days[True]) / (total[False] / days[False])
    assert 0.5 < ratio < 2
