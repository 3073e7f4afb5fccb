"""The tiny builder: tidy numbers, escaped text, curves through their points."""

from __future__ import annotations

import math

import pytest

from warmhands.charts.svg import circle_points, el, number, picture, polyline, smooth
from warmhands.charts.timing import timing
from warmhands.charts.tracks import Track


@pytest.mark.parametrize(
    ("value", "text"),
    [(12.0, "12"), (0.5, "0.5"), (-0.04, "0"), (3.14159, "3.1"), (-2.0, "-2"), (100, "100")],
)
def test_numbers_are_tidy(value, text):
    assert number(value) == text


def test_attributes_are_escaped_and_none_is_left_out():
    assert el("a", title='"<&>"', x=None, stroke_width=2, class_="b") == (
        '<a title="&quot;&lt;&amp;&gt;&quot;" stroke-width="2" class="b"/>'
    )
    assert el("animate", attributeName="r", keyTimes="0;1").startswith('<animate attributeName="r" keyTimes=')


def test_a_curve_goes_through_its_points():
    data = smooth([(0, 0), (10, 5), (20, 0)])
    assert data.startswith("M0 0C")
    assert data.endswith("20 0")
    assert smooth([(0, 0), (1, 1)]) == polyline([(0, 0), (1, 1)])


def test_a_circle_starts_at_twelve_and_turns_as_a_clock_does():
    ring = circle_points((100, 100), 10, 10, start=0, sweep=360, steps=4)
    assert [(round(x), round(y)) for x, y in ring] == [
        (100, 90),
        (110, 100),
        (100, 110),
        (90, 100),
        (100, 90),
    ]


def test_a_picture_has_title_and_description():
    text = picture("<g/>", view=(0, 0, 10, 10), title="A & B", describe="c", prefix="p")
    assert '<title id="p-t">A &amp; B</title><desc id="p-d">c</desc>' in text


def test_a_hand_that_lifts_fades_out_and_in():
    track = Track((((0, 0), (10, 0)), ((0, 20), (10, 20))), None, 0)
    way = timing(track, lift=0.3)
    assert way.lifts
    assert way.times[0] == 0
    assert way.times[-1] == 1
    assert way.places[-1] == 1
    assert way.opacity[-1] == 0
    assert math.isclose(max(way.opacity), 1)


def test_a_closed_way_never_lifts():
    ring = tuple(circle_points((0, 0), 5, 5, start=0, sweep=360, steps=6))
    assert not timing(Track((ring,), None, 0, closed=True), lift=0.0).lifts
