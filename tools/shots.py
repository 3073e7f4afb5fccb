"""Screenshots of every page: 390 by 844 and 1280 by 800, by day and by night, from the real server.

    python tools/shots.py [FOLDER] [WORD ...]     (default: shots; a word keeps the pages whose name has it)

Fails when an address of the URLconf stands in neither list below: a page is looked at, or it is said why not.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

HERE = Path(__file__).resolve().parent
SIZES = {"390": {"width": 390, "height": 844}, "1280": {"width": 1280, "height": 800}}
TALLEST = 6000
LIGHTS = {"day": "light", "night": "dark"}


@dataclass(frozen=True)
class Home:
    address: str
    cookie: str
    baby: str
    massage: str

    def fill(self, path: str) -> str:
        """The address of a page that is about the baby."""
        return path.format(baby=self.baby, massage=self.massage, today=datetime.now(UTC).date().isoformat())


@dataclass(frozen=True)
class Shot:
    """`route`: its name in the URLconf. `guest`: not signed in. `first`: what is done before the picture."""

    name: str
    route: str
    path: str
    guest: bool = False
    whole: bool = True
    first: Callable[[Page], None] | None = None


def press_on(page: Page) -> None:
    """Press the one big button of a safety page, with whatever must be confirmed confirmed."""
    for line in ("watching", "place"):
        box = page.locator(f'form.safety input[name="line"][value="{line}"]:not(:checked)')
        if box.count():
            box.first.evaluate("box => box.click()")
    with page.expect_navigation():
        page.locator("form.safety button.begin").click()


def to_the_check(page: Page) -> None:
    """Past the questions about the baby's health, which are asked once, to those of today."""
    for _ in range(3):
        if page.url.split("?")[0].endswith("/massage/safe/"):
            return
        press_on(page)


def tick_unwell(page: Page) -> None:
    """The check of today with its first line ticked: what it opens is seen too."""
    to_the_check(page)
    page.locator('form.safety input[name="line"]').first.evaluate("box => box.click()")


TICK = """(rule, on) => [rule.closest(".line").querySelector("[name=line]"), rule]
  .forEach((box) => box.checked !== on && box.click())"""


def tick_vaccinated(page: Page, on: bool) -> None:
    """The line and what it opens, both ticked or neither."""
    page.locator('form.safety input[name="rule"][value="vaccinated"]').evaluate(TICK, on)


def vaccinated(page: Page) -> None:
    """To an answer that takes something away: a vaccination the other day."""
    to_the_check(page)
    tick_vaccinated(page, True)
    press_on(page)


def to_the_session(page: Page) -> None:
    """Through the check with nothing ticked, as on a good day; what another picture ticked is taken back."""
    to_the_check(page)
    tick_vaccinated(page, False)
    for _ in range(3):
        if "/massage/go/" in page.url:
            return
        press_on(page)


def begin(page: Page) -> None:
    """Into the session: past half a minute of preparation, and the first yes."""
    to_the_session(page)
    page.locator('[data-do="begin"]').click()
    page.locator('[data-do="start"]').click()
    page.locator(".sign.yes").click()
    page.wait_for_timeout(1500)


SHOTS = [
    Shot("today", "today", "/"),
    Shot("landing", "today", "/", guest=True),
    Shot("sign-in", "account_login", "/accounts/login/", guest=True),
    Shot("sign-out", "account_logout", "/accounts/logout/"),
    Shot("password", "account_change_password", "/accounts/password/change/"),
    Shot("family", "families:babies", "/babies/"),
    Shot("baby-add", "families:add", "/babies/add/"),
    Shot("baby-change", "families:change", "/babies/{baby}/"),
    Shot("day", "diary:day", "/b/{baby}/day/{today}/"),
    Shot("entry", "diary:entry", "/b/{baby}/entry/{massage}/"),
    Shot("import", "diary:import", "/b/{baby}/import/"),
    Shot("safe", "guide:safe", "/massage/safe/", first=to_the_check),
    Shot("safe-guest", "guide:safe", "/massage/safe/", guest=True),
    Shot("safe-ticked", "guide:safe", "/massage/safe/", first=tick_unwell),
    Shot("verdict", "guide:verdict", "/massage/safe/", first=vaccinated),
    Shot("care", "guide:care", "/massage/safe/you/", guest=True),
    Shot("about-baby", "guide:about_baby", "/massage/safe/baby/", guest=True),
    Shot("health-of-baby", "guide:health", "/b/{baby}/health/"),
    Shot("choose", "guide:choose", "/massage/choose/"),
    Shot("session-before", "guide:go", "/massage/", first=to_the_session),
    Shot("session", "guide:go", "/massage/", whole=False, first=begin),
    Shot("finish", "guide:finish", "/massage/finish/"),
    Shot("strokes", "guide:strokes", "/strokes/", whole=False),
    Shot("stroke", "guide:stroke", "/strokes/i_love_you/"),
    Shot("look", "look", "/look/"),
    Shot("about", "about", "/about/"),
    Shot("sources", "sources", "/about/sources/", whole=False),
]
# No picture, and why.
ASIDE = {
    "health": "an answer for machines",
    "families:welcome": "seen by the first visitor of a fresh home only: taken by itself, below",
    "account_reauthenticate": "asked in the middle of another thing",
    "families:choose": "POST only",
    "diary:find_day": "leads on to a day",
    "diary:add": "POST only",
    "diary:finish": "POST only",
    "diary:remove": "POST only",
    "diary:preview": "needs an upload that is waiting",
    "guide:picture": "a drawing: seen on the pages of the strokes, and on the contact sheets",
    "guide:now": "leads on to the check or to the session",
    "guide:agreed": "POST only",
    "guide:table": "the walk of a session, for the player",
}


def routes() -> set[str]:
    """Every name in the URLconf."""
    import django
    from django.urls import URLPattern, URLResolver, get_resolver

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmhands.companion.settings")
    django.setup()

    def walk(resolver: URLResolver, spaces: str) -> Iterator[str]:
        for one in resolver.url_patterns:
            if isinstance(one, URLResolver):
                yield from walk(one, f"{spaces}{one.namespace}:" if one.namespace else spaces)
            elif isinstance(one, URLPattern):
                yield f"{spaces}{one.name}"

    return set(walk(get_resolver(), ""))


def forgotten() -> set[str]:
    """Addresses that nobody looks at."""
    return routes() - {shot.route for shot in SHOTS} - set(ASIDE)


@contextmanager
def served(command: str, env: dict[str, str]) -> Iterator[str]:
    """The address of a real server in a home of its own."""
    program = str(Path(sys.executable).parent / "warmhands")
    process = subprocess.Popen([program, command, "--port", "0"], env=env, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        for line in process.stdout:
            if found := re.search(r"http://\S+", line):
                break
        else:
            raise SystemExit("The server ended before it said where it is.")
        yield found.group().rstrip("/")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def take(browser: Browser, home: Home, shots: list[Shot], folder: Path) -> list[str]:
    """Write the pictures; return what went wrong."""
    wrong = []
    for size, viewport in SIZES.items():
        for light, scheme in LIGHTS.items():
            for shot in shots:
                context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
                if not shot.guest:
                    context.add_cookies([{"name": "sessionid", "value": home.cookie, "url": home.address}])
                page = context.new_page()
                page.set_default_timeout(8_000)
                name = f"{shot.name}-{size}-{light}"
                try:
                    picture(page, home, shot, folder / f"{name}.png")
                except (AssertionError, PlaywrightError) as error:  # the other pages are still taken
                    wrong.append(f"{name}: {str(error).splitlines()[0]}")
                context.close()
    return wrong


def picture(page: Page, home: Home, shot: Shot, target: Path) -> None:
    answer = page.goto(home.address + home.fill(shot.path))
    assert answer
    assert answer.status < 400, f"answers {answer.status}"
    if shot.first:
        shot.first(page)
    page.wait_for_timeout(250)
    broader = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert broader <= 0, f"is {broader} px broader than the screen"
    if shot.whole:  # the screen grows, so that the bar stays at its foot
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": page.viewport_size["width"], "height": min(height, TALLEST)})
    page.screenshot(path=target)


def main(folder: Path, words: list[str]) -> int:
    if missing := forgotten():
        print(f"Nobody looks at: {', '.join(sorted(missing))}. Add them to tools/shots.py.", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    shots = [shot for shot in SHOTS if not words or any(word in shot.name for word in words)]
    with tempfile.TemporaryDirectory(prefix="warmhands-shots-") as kept, sync_playwright() as driver:
        env = {**os.environ, "WARMHANDS_HOME": kept, "PYTHONUNBUFFERED": "1"}
        browser = driver.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        wrong = []
        with served("serve", env) as address:
            fresh = Home(address, "", "", "")
            if not words or any(word in "welcome" for word in words):
                wrong += take(
                    browser, fresh, [Shot("welcome", "families:welcome", "/welcome/", guest=True)], folder
                )
            made = subprocess.run(
                [sys.executable, HERE / "shots_home.py"], env=env, check=True, capture_output=True, text=True
            )
            home = Home(address, **json.loads(made.stdout))
            wrong += take(browser, home, shots, folder)
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder.resolve()}")
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(Path(given[0] if given else "shots"), given[1:]))
