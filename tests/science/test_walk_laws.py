"""The laws of a walk, proven by searching whole tables: every path, not a sample of paths."""

import collections

import pytest
from walk_cases import content, plans, walks

from warmhands.science.routine_fit import area
from warmhands.science.walk import EVENTS, step

ENDS = {"end", "night", "help"}
IN_HAND = {"stroke", "hold"}


@pytest.fixture(scope="module")
def proven():
    return walks()


def test_it_covers_every_routine(proven):
    assert {walk.routine for walk, *_ in proven} == set(content().routines)
    assert len(proven) > 300


def reach(walk, starts, through=lambda names: True, events=None):
    """All states reached from `starts`, going on only from those for which `through` holds."""
    seen, todo = set(starts), list(starts)
    while todo:
        name = todo.pop()
        if not through({name}):
            continue
        for event, target in walk.states[name].on.items():
            if (events is None or event in events) and target not in seen:
                seen.add(target)
                todo.append(target)
    return seen


def test_every_state_is_reached_and_only_ends_have_no_way_on(proven):
    for walk, *_ in proven:
        assert reach(walk, [walk.start]) == set(walk.states)
        for name, state in walk.states.items():
            assert set(state.on) <= set(EVENTS)
            assert (state.kind in ENDS) == (not state.on), name


def test_the_laws_hold_in_every_state(proven):
    for walk, *_ in proven:
        kinds = {name: state.kind for name, state in walk.states.items()}
        for name, state in walk.states.items():
            if not state.on:
                continue
            to = {event: kinds[target] for event, target in state.on.items()}
            assert to["crying"] == "comfort", name
            assert to["wrong"] == "help", name
            assert to["asleep"] == "night", name
            assert to["hungry"] == "feed", name
            assert to["stop"] in {"close", "end"}, name
            assert to["enough"] in {"pause", "close"}, name
            assert to.get("done", "end") != "stroke" or state.seconds is not None


def test_the_first_enough_stills_the_hands_and_the_second_closes(proven):
    """Over all paths: a place is a state with the number of times that enough was said on the way."""
    for walk, *_ in proven:
        todo, seen = [(walk.start, 0)], {(walk.start, 0)}
        while todo:
            name, said = todo.pop()
            for event, target in walk.states[name].on.items():
                kind = walk.states[target].kind
                if event == "enough":
                    assert kind == ("close" if said else "pause"), (walk.routine, name, said)
                    assert said or walk.states[target].seconds == content().cue_timing.still_seconds
                place = (target, min(1, said + (event == "enough")))
                if place not in seen:
                    seen.add(place)
                    todo.append(place)


def test_every_end_is_reached_from_every_state(proven):
    for walk, *_ in proven:
        back = collections.defaultdict(set)
        for name, state in walk.states.items():
            for target in state.on.values():
                back[target].add(name)
        going = {name for name, state in walk.states.items() if state.on}
        for end in ENDS:
            (last,) = [name for name, state in walk.states.items() if state.kind == end]
            seen, todo = {last}, [last]
            while todo:
                for name in back[todo.pop()] - seen:
                    seen.add(name)
                    todo.append(name)
            assert going <= seen


def test_only_allowed_strokes_appear(proven):
    for walk, _, _, allowed, _ in proven:
        if allowed is not None:
            strokes = {state.stroke for state in walk.states.values()} - {None}
            assert strokes <= allowed | {"permission", "closing"}, walk.routine


def test_permission_before_each_new_area_in_the_first_weeks(proven):
    """No stroke or hold of a region can be reached while passing by no question for that region."""
    for walk, _, _, _, early in proven:
        states = walk.states
        assert states[walk.start].kind == "ask"
        regions = {state.region for state in states.values() if state.kind in IN_HAND}
        for region in regions if early else ():
            asks = {n for n, s in states.items() if s.kind == "ask" and s.region == region}
            unasked = reach(walk, [walk.start], asks.isdisjoint)
            touched = [n for n in unasked if states[n].kind in IN_HAND and states[n].region == region]
            assert not touched, (walk.routine, region, touched)


def leaves(walk, name, event):
    """The regions that an event leaves for good."""
    state = walk.states[name]
    if state.region is None or state.kind not in {"ask", "pause", *IN_HAND}:
        return set()
    if event in {"enough", "crying"}:
        return {s.region for s in walk.states.values() if s.region and area(s.region) == area(state.region)}
    if event == "no" and state.kind == "ask":
        return {state.region}
    return set()


def test_an_area_that_was_left_is_never_come_back_to(proven):
    for walk, *_ in proven:
        states = walk.states
        by_region = collections.defaultdict(set)
        for name, state in states.items():
            for event, target in state.on.items():
                for region in leaves(walk, name, event):
                    by_region[region].add(target)
        for region, targets in by_region.items():
            later = [states[name] for name in reach(walk, targets)]
            assert not any(s.kind in IN_HAND and s.region == region for s in later), (walk.routine, region)


def test_after_a_potent_sign_the_next_area_is_asked_for_and_no_stroke_sweeps_over_the_body(proven):
    moving = {
        s.id for s in content().strokes.values() if s.region == "whole" and s.kind in {"stroke", "movement"}
    }
    for walk, *_ in proven:
        states = walk.states
        hit = {s.on[event] for s in states.values() if s.on for event in ("enough", "crying")}
        for name in hit:
            assert states[name].stroke in {None, "closing"}  # the hands stroke nothing
            for event in ("yes", "happy", "resume", "done"):
                if event in states[name].on:
                    assert states[states[name].on[event]].kind in {"ask", "close", "end"}
        assert not any(states[name].stroke in moving for name in reach(walk, hit))


def clock(walk, name, steps):
    """A state's place in the session: `again` has a clock of its own between its step and the next."""
    state = walk.states[name]
    if state.kind == "close":
        return 1_000.0
    if state.step is None or state.seconds is None:
        return None
    return state.step if state.step < steps else state.step - steps + 0.5


def test_time_is_bounded_by_the_minutes_asked_and_the_pauses(proven):
    """States of one step share a clock; without a pause every event leads to the same step or a later one.

    So a path without a pause spends each clock at most once; the longest such path is the plan, and the plan
    is within the minutes. A pause leads back to its own stroke or, with a happy sign, to one stroke before.
    """
    for walk, made, minutes, *_ in proven:
        assert made.seconds <= minutes * 60, walk.routine
        places = {name: clock(walk, name, len(made.steps) - 1) for name in walk.states}
        ways = collections.defaultdict(set)
        seconds = {}
        for name, state in walk.states.items():
            here = places[name]
            if here is None:
                continue
            assert seconds.setdefault(here, state.seconds) == state.seconds
            for target in state.on.values():
                there = places[target]
                if there is not None and there != here:
                    assert there > here, (walk.routine, name, target)
                    ways[here].add(there)
        longest = {}
        for here in sorted(seconds, reverse=True):
            longest[here] = seconds[here] + max((longest[there] for there in ways[here]), default=0)
        assert longest[0] == made.seconds, walk.routine
        for name, state in walk.states.items():
            if state.kind == "pause" and state.seconds is None and state.step is not None:
                for event in ("resume", "yes"):
                    assert places[state.on[event]] == state.step, name
                assert places[state.on["happy"]] <= state.step


def test_time_alone_always_comes_to_an_end(proven):
    """The events of time run in no circle, so a phone left alone finishes the session."""
    for walk, *_ in proven:
        done = {name: state.on["done"] for name, state in walk.states.items() if "done" in state.on}
        finished = {name for name, state in walk.states.items() if not state.on}
        for name, state in walk.states.items():
            passed = set()
            while name not in finished:
                assert name not in passed
                passed.add(name)
                state = walk.states[name]
                name = done.get(name) or state.on["waited"]
            finished |= passed


def test_what_has_no_entry_stays(proven):
    walk = proven[0][0]
    for name in walk.states:
        for event in (*EVENTS, "nonsense", ""):
            assert step(walk, name, event) == walk.states[name].on.get(event, name)


def test_no_plan_is_walked_twice():
    keys = [(made.routine, made.steps, early) for made, _, _, early in plans()]
    assert len(set(keys)) == len(keys)
