"""walk.js walks the same table to the same places as Python does, in a real Chromium."""

import functools
import http.server
import json
import random
import threading
from pathlib import Path

import pytest

from warmhands.content.loader import load
from warmhands.science.errors import NotOffered
from warmhands.science.routine import Wish, plan
from warmhands.science.walk import EVENTS, compile_walk, trace, walk_json, walk_packed

STATIC = Path(__file__).resolve().parents[2] / "src/warmhands/companion/guide/static/guide"
AGES = (5, 20, 60, 130, 300, 600)
SEQUENCES = 20


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="module")
def page(chromium):
    handler = functools.partial(Quiet, directory=STATIC)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/walk.js")
        page.evaluate("async () => { window.walk = await import('/walk.js'); }")
        yield page
        page.close()
        server.shutdown()


def walks():
    content = load()
    for number, routine in enumerate(content.routines):
        for age in AGES:
            wish = Wish(age_days=age, practice_days=(0, 100)[number % 2], cleared=True)
            try:
                made = plan(content, routine, wish)
            except NotOffered:
                continue
            yield compile_walk(content, made)


def sequences(dice):
    # Time goes on more often than a hand is raised, else no walk would come far; some events are unknown.
    events = [*EVENTS, *["done"] * 20, "happy", "unsure", "quiet", "nonsense", "toString", "__proto__", ""]
    return [[dice.choice(events) for _ in range(dice.randint(0, 120))] for _ in range(SEQUENCES)]


def test_the_same_table_gives_the_same_trace(page):
    dice = random.Random(20261122)
    tables, expected, asked = [], [], []
    for walk in walks():
        runs = sequences(dice)
        tables.append(walk_json(walk))
        asked.append(runs)
        expected.append([trace(walk, run) for run in runs])
    assert len(tables) > 40
    # As text: playwright is slow with large values.
    found = page.evaluate(
        """(text) => {
          const [tables, asked] = JSON.parse(text);
          return JSON.stringify(tables.map((table, i) => asked[i].map((run) => walk.trace(table, run))));
        }""",
        json.dumps([tables, asked]),
    )
    assert json.loads(found) == expected
    reached = {(i, name) for i, runs in enumerate(expected) for run in runs for name in run}
    assert len(reached) > 2_000


def test_a_packed_table_unpacks_to_the_same(page):
    for walk in walks():
        packed = json.dumps(walk_packed(walk))
        found = page.evaluate("(text) => JSON.stringify(walk.unpack(JSON.parse(text)))", packed)
        assert json.loads(found) == walk_json(walk)


def test_states_of_one_step_share_a_clock(page):
    content = load()
    walk = compile_walk(content, plan(content, "full", Wish(age_days=100)))
    names = list(walk.states)
    pairs = [(one, other) for one in names[::7] for other in names[::5]]
    found = page.evaluate(
        """(text) => {
          const [table, pairs] = JSON.parse(text);
          return pairs.map(([one, other]) => walk.sameClock(table, one, other));
        }""",
        json.dumps([walk_json(walk), pairs]),
    )
    states = walk.states
    assert found == [
        states[one].step is not None and states[one].step == states[other].step for one, other in pairs
    ]
