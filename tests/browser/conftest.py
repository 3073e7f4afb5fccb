"""A real server (`warmhands serve`, a home of its own) and a real Chromium in the size of a phone.

server      its address; one for all tests of a worker
family      makes a signed-in family: family("Mila", age_days=100) -> Family(cookie, babies, user)
page        a phone's page as a guest; page_of(family) the same, signed in. A console error, or what the
            content security policy refused, fails the test.
axe         axe(page) -> violations in words, for `assert not axe(page)`
checked     checked(page) goes through the safety page with nothing ticked, to the session page
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.error import URLError

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

HERE = Path(__file__).parent
PHONE = {"width": 390, "height": 844}
_numbers = count(1)

# What a policy refuses is told to the page as an event before any script of ours runs.
LISTEN = """
addEventListener("securitypolicyviolation", (e) => {
  console.error(`refused by the policy: ${e.violatedDirective} ${e.blockedURI}`);
});
window.spoken = []; window.sounds = [];
document.addEventListener("spoke", (e) => spoken.push(e.detail));
document.addEventListener("sounded", (e) => sounds.push(e.detail));
"""


@dataclass(frozen=True)
class Household:
    cookie: str
    babies: tuple[str, ...]
    user: str


@dataclass(frozen=True)
class Server:
    address: str
    home: Path
    env: dict[str, str]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    home = Path(tempfile.mkdtemp(prefix="warmhands-browser-"))
    env = {**os.environ, "WARMHANDS_HOME": str(home)}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    command = [str(Path(sys.executable).parent / "warmhands"), "serve", "--port", "0"]
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    try:
        address = ""
        while not address:
            line = process.stdout.readline()
            assert line, "the server ended before it said where it is"
            if found := re.search(r"http://\S+", line):
                address = found.group().rstrip("/")
        _wait_for(f"{address}/health/")
        yield Server(address, home, env)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        shutil.rmtree(home, ignore_errors=True)


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=1)
            return
        except (URLError, ConnectionError, TimeoutError):
            pass
    raise AssertionError(f"nothing answers at {address}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(
        (p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None
    )
    assert path, "The browser tests need Chromium. On Debian: apt install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--autoplay-policy=user-gesture-required"],
        )
        yield browser
        browser.close()


@pytest.fixture
def family(server: Server) -> Callable[..., Household]:
    def make(*babies: str, age_days: int = 100, zone: str = "Europe/Berlin") -> Household:
        wish = {
            "user": f"user{os.getpid()}x{next(_numbers)}",
            "babies": babies,
            "age_days": age_days,
            "zone": zone,
        }
        command = [sys.executable, str(HERE / "household.py"), json.dumps(wish)]
        made = json.loads(
            subprocess.run(command, env=server.env, check=True, capture_output=True, text=True).stdout
        )
        return Household(made["cookie"], tuple(made["babies"]), made["user"])

    return make


@pytest.fixture
def context_of(server: Server, chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes a browser context; at the end of the test each page's complaints fail it."""
    made: list[BrowserContext] = []
    complaints: list[str] = []

    def make(who: Household | None = None, **options: object) -> BrowserContext:
        options = {
            "viewport": PHONE,
            "has_touch": True,
            "locale": "en-GB",
            "timezone_id": "Europe/Berlin",
        } | options
        context = chromium.new_context(base_url=server.address, **options)
        context.set_default_timeout(8_000)
        if who:
            context.add_cookies(
                [{"name": "sessionid", "value": who.cookie, "url": server.address, "httpOnly": True}]
            )
        context.add_init_script(LISTEN)
        context.on(
            "console", lambda m: complaints.append(f"{m.text} ({m.location})") if m.type == "error" else None
        )
        context.on("weberror", lambda e: complaints.append(str(e.error)))
        made.append(context)
        return context

    make.complaints = complaints  # type: ignore[attr-defined]
    yield make
    for context in made:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page_of(context_of: Callable[..., BrowserContext]) -> Callable[..., Page]:
    return lambda who=None, **options: context_of(who, **options).new_page()


@pytest.fixture
def page(page_of: Callable[..., Page]) -> Page:
    """A guest's phone."""
    return page_of()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], str]:
    def look(page: Page) -> str:
        found = Axe().run(page).response["violations"]
        return "\n".join(
            f"{v['id']}: {v['help']}\n" + "\n".join(f"    {n['html'][:200]}" for n in v["nodes"][:5])
            for v in found
        )

    return look
