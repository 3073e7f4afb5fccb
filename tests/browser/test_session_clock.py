"""session.js keeps the walk's clocks: the bound on time that the table proves holds on the phone too."""

import functools
import http.server
import json
import random
import threading

import pytest
from test_walk_js import STATIC, Quiet

from warmhands.content.loader import load
from warmhands.science.routine import Wish, plan
from warmhands.science.walk import compile_walk, walk_json

RUN = """(text) => {
  const [table, taps] = JSON.parse(text);
  const s = session.Session.begin(table, {}, 0);
  let now = 0;
  for (const [after, event] of taps) { now += after; s.send(event, now); if (s.over) break; }
  s.advance(now + 7_200_000);
  const rows = s.data.timeline.map((row) => [row.s, row.event, row.stroke]);
  return [s.over, s.data.end / 1000, s.data.state, rows];
}"""


@pytest.fixture(scope="module")
def page(chromium):
    handler = functools.partial(Quiet, directory=STATIC)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/walk.js")
        page.evaluate("async () => { window.session = await import('/session.js'); }")
        yield page
        page.close()
        server.shutdown()


def made():
    return plan(load(), "legs_first", Wish(age_days=100, practice_days=100, minutes=6))


def test_left_alone_it_takes_the_plan_to_the_second(page):
    over, end, _, _ = page.evaluate(RUN, json.dumps([walk_json(compile_walk(load(), made())), []]))
    assert over
    assert end == made().seconds


def test_unsure_happy_skip_and_again_never_make_it_longer(page):
    dice = random.Random(20261122)
    table = walk_json(compile_walk(load(), made()))
    for _ in range(40):
        taps = [
            [dice.randint(500, 30_000), dice.choice(["unsure", "happy", "again", "yes", "skip"])]
            for _ in range(dice.randint(1, 40))
        ]
        # Three unsure signs in a row pause; a happy one after each keeps the hands moving.
        taps = [tap for pair in ((t, [500, "happy"]) for t in taps) for tap in pair]
        over, end, _, rows = page.evaluate(RUN, json.dumps([table, taps]))
        assert over
        assert end <= made().seconds, rows


def test_after_a_pause_a_stroke_goes_on_and_a_happy_sign_leads_one_back(page):
    table = walk_json(compile_walk(load(), made()))
    steps = {step.stroke: step for step in made().steps}
    before = 15 + 30 + 40  # the question, the resting hands, the first stroke: as planned
    assert sum(step.seconds for step in made().steps[:3]) == before
    pause = [[(before + 5) * 1000, "pause"], [10_000, "resume"]]
    _, end, _, _ = page.evaluate(RUN, json.dumps([table, pause]))
    assert end == made().seconds + 10
    pause[1][1] = "happy"
    _, end, _, _ = page.evaluate(RUN, json.dumps([table, pause]))
    assert end == made().seconds + 10 + steps["leg_milk_down"].seconds
