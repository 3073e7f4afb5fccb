"""`make bench`: what pages cost at 30 and 365 days of diary, beside an empty view behind the same walls."""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench.road import good_day

HOME = tempfile.mkdtemp(prefix="warmhands-bench-")
os.environ["WARMHANDS_HOME"] = HOME
os.environ["WARMHANDS_HOSTS"] = "testserver"
os.environ["DJANGO_SETTINGS_MODULE"] = "warmhands.companion.settings"


def main() -> int:
    import django
    from django.conf import settings

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    settings.ROOT_URLCONF = "bench.pages"
    from bench import browser, family, pages

    today = datetime.now(UTC).date()
    homes = {days: family.settle(days, today) for days in (30, 365)}
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores; CPU of the server; medians of 60\n")
    floor = pages.cost("floor: an empty view, nobody signed in", lambda: pages.Client().get("/bench/floor/"))
    rows = [floor]
    for days, home in homes.items():
        rows += _requests(pages, home, days, today)
    print(pages.table(rows), end="\n\n")
    print(browser.table(_weights(browser, homes[365], today)), end="\n\n")
    print(_import_line(), end="\n\n")
    print(_science_lines())
    return 0


def _requests(pages, home, days: int, today: date) -> list:
    client = pages.client_of(home.user)
    baby = home.baby
    day = today - timedelta(days=1)
    session = good_day(client)

    def post():
        body = {
            "id": str(uuid.uuid4()),
            "kind": "nappy",
            "start": (datetime.now(UTC) - timedelta(minutes=5)).isoformat(),
            "zone": "Europe/Lisbon",
        }
        return client.post(f"/b/{baby}/entries/", body, content_type="application/json")

    return [
        pages.cost(f"Today, {days} days ({home.rows:,} rows)", lambda: client.get("/")),
        pages.cost(f"a day, {days} days", lambda: client.get(f"/b/{baby}/day/{day}/")),
        pages.cost(f"session page, {days} days", lambda: client.get(session)),
        pages.cost(f"POST entry, {days} days", post),
    ]


def _weights(browser, home, today: date) -> list:
    from playwright.sync_api import sync_playwright

    from bench import pages

    client = pages.client_of(home.user)
    session = good_day(client)
    from django.db import connection

    connection.close()
    port = 8791
    server = subprocess.Popen(
        [Path(sys.executable).parent / "warmhands", "serve", "--port", str(port)],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "warmhands.companion.settings"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    base = f"http://127.0.0.1:{port}"
    cookies = [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": base}]
    day = today - timedelta(days=1)
    wanted = {
        "Today": "/",
        "a day": f"/b/{home.baby}/day/{day}/",
        "safe now?": "/massage/safe/",
        "choose": "/massage/choose/",
        "session": session,
        "session, longest": "/massage/go/?routine=full&minutes=20",
        "strokes": "/strokes/",
        "a stroke": "/strokes/i_love_you/",
    }
    try:
        _until_up(base)
        with sync_playwright() as play:
            chromium = play.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            return [browser.weigh(chromium, base, name, address, cookies) for name, address in wanted.items()]
    finally:
        server.terminate()
        server.wait(20)


def _until_up(base: str) -> None:
    import urllib.error
    import urllib.request

    for _ in range(100):
        try:
            urllib.request.urlopen(base + "/health/", timeout=2)
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise SystemExit("The server did not start.")


def _import_line() -> str:
    real = Path(__file__).resolve().parents[2] / "shared" / "real" / "babyconnect-eva.csv"
    if not real.exists():
        return "Import of the real log: not measured (the file is not beside the checkout)."
    begun = time.perf_counter()
    command = [
        "import",
        str(real),
        "--baby",
        "Real",
        "--born",
        "2019-12-18",
        "--zone",
        "America/New_York",
        "--json",
    ]
    done = subprocess.run(
        [Path(sys.executable).parent / "warmhands", *command],
        env=os.environ,
        capture_output=True,
        check=False,
    )
    spent = time.perf_counter() - begun
    took = f"{spent:.2f} s, exit {done.returncode}"
    return f"Import of the real log, 4,207 rows, with the program's start: {took}"


def _science_lines() -> str:
    import gzip
    import json

    from warmhands.content.loader import load
    from warmhands.science.routine import Wish, plan
    from warmhands.science.walk import compile_walk, walk_json

    load.cache_clear()
    begun = time.process_time()
    content = load()
    loaded = (time.process_time() - begun) * 1000
    begun = time.process_time()
    table = compile_walk(content, plan(content, "full", Wish(minutes=20, age_days=120, practice_days=10)))
    compiled = (time.process_time() - begun) * 1000
    packed = len(gzip.compress(json.dumps(walk_json(table), separators=(",", ":")).encode()))
    return (
        f"Content loaded and checked: {loaded:.0f} ms CPU. Full routine compiled: {compiled:.1f} ms CPU, "
        f"{len(table.states)} states, {packed:,} bytes gzip."
    )


if __name__ == "__main__":
    try:
        code = main()
    finally:
        shutil.rmtree(HOME, ignore_errors=True)
    raise SystemExit(code)
