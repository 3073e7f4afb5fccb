"""The words of a direction and the path: which agree, on a figure small enough to see."""

from dataclasses import replace

import pytest

from warmhands.content.checks import direction
from warmhands.content.loader import load


@pytest.fixture(scope="module")
def content():
    return load()


def faults(content, stroke, path, said):
    changed = replace(content.strokes[stroke], path=path, direction=said)
    return list(direction.faults(changed, content.figures[content.drawings[stroke].figure]))


def test_twice_area_is_positive_clockwise_on_a_screen():
    assert direction.twice_area([(0, 0), (1, 0), (1, 1), (0, 1)]) == 2
    assert direction.twice_area([(0, 1), (1, 1), (1, 0), (0, 0)]) == -2


@pytest.mark.parametrize("start", range(12))
def test_a_circle_is_clockwise_from_wherever_it_starts(content, start):
    hours = [f"clock_{(start + step) % 12 + 1}" for step in range(12)]
    said = "clockwise as you face the baby"
    assert faults(content, "sun_moon", tuple(hours), said) == []
    assert faults(content, "sun_moon", tuple(reversed(hours)), said)


def test_there_and_back_turns_at_the_far_end(content):
    said = "side to side, neck to bottom and back"
    assert faults(content, "back_forth", ("upper_back", "buttocks", "upper_back"), said) == []
    assert faults(content, "back_forth", ("buttocks", "upper_back", "buttocks"), said)
    assert faults(content, "back_forth", ("upper_back", "buttocks"), said)


def test_every_direction_that_names_two_places_is_understood(content):
    """A new word in a direction needs its anchors in PLACES, or nothing would be checked."""
    unread = {"side", "down"}  # "side to side" has no way, "down to chin" is checked by height
    for stroke in content.strokes.values():
        for match in direction.FROM_TO.finditer(stroke.direction):
            assert {match["start"], match["end"]} <= set(direction.PLACES) | unread, stroke.direction
