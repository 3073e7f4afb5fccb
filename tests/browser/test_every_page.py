"""Every page of `make shots`: nothing that axe finds, nothing refused, nothing too small for a thumb."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"
spec = importlib.util.spec_from_file_location("shots", TOOLS / "shots.py")
assert spec
assert spec.loader
shots = importlib.util.module_from_spec(spec)
sys.modules["shots"] = shots
spec.loader.exec_module(shots)

WIDE = {"width": 1280, "height": 800}
# A link inside a sentence may be as high as its line (WCAG 2.2, 2.5.8); everything else is for a thumb.
TOO_SMALL = """() => {
  const all = "a[href], button, summary, select, textarea, input:not([type=hidden])";
  const inWords = "p, li, dd, td, blockquote, figcaption, .errorlist";
  return [...document.querySelectorAll(all)]
    .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .filter((one) => !one.closest(inWords) || one.matches(".btn, .round, .chip, .row"))
    .filter((one) => !one.classList.contains("skip"))
    .map((one) => [one, Math.round((one.closest("label") ?? one).getBoundingClientRect().height)])
    .filter(([, height]) => height < 44)
    .map(([one, height]) => `${one.outerHTML.slice(0, 120)} is ${height} px high`);
}"""


@pytest.fixture(scope="session")
def home(server):
    made = subprocess.run(
        [sys.executable, TOOLS / "shots_home.py"], env=server.env, check=True, capture_output=True, text=True
    )
    return shots.Home(server.address, **json.loads(made.stdout))


def open_page(shot, home, context_of, **options):
    context = context_of(reduced_motion="reduce", **options)
    if not shot.guest:
        context.add_cookies([{"name": "sessionid", "value": home.cookie, "url": home.address}])
    page = context.new_page()
    assert page.goto(home.fill(shot.path)).status < 400
    if shot.first:
        shot.first(page)
    return page


def test_every_address_is_looked_at():
    assert not shots.forgotten(), "add them to SHOTS or to ASIDE in tools/shots.py"


@pytest.mark.parametrize("shot", shots.SHOTS, ids=lambda shot: shot.name)
def test_a_phone_by_night_and_by_day(shot, home, context_of, axe):
    page = open_page(shot, home, context_of, color_scheme="dark")
    assert not axe(page)
    page.emulate_media(color_scheme="light")
    assert not axe(page)
    assert page.evaluate(TOO_SMALL) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("shot", shots.SHOTS, ids=lambda shot: shot.name)
def test_a_desk_by_day_and_by_night(shot, home, context_of, axe):
    page = open_page(shot, home, context_of, color_scheme="light", viewport=WIDE, has_touch=False)
    assert not axe(page)
    page.emulate_media(color_scheme="dark")
    assert not axe(page)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_light_is_switched_and_kept(home, context_of):
    page = context_of(color_scheme="light").new_page()
    page.goto("/about/")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    day = page.evaluate(ground)
    page.locator(".to-night").click()
    night = page.evaluate(ground)
    assert night != day
    page.goto("/strokes/")
    assert page.evaluate(ground) == night
    page.locator(".to-day").click()
    assert page.evaluate(ground) == day


def test_massage_now_is_one_tap_from_every_page_with_a_bar(home, context_of):
    page = context_of().new_page()
    page.goto("/strokes/")
    page.locator(".bar .now").click()
    assert "/massage/" in page.url
