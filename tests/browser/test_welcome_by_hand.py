"""The first visitor of a fresh home, on a phone, from the empty form to Today."""

import os
import re
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def fresh(tmp_path):
    """The address of a home where nobody has been yet."""
    command = [str(Path(sys.executable).parent / "warmhands"), "serve", "--port", "0"]
    env = {**os.environ, "WARMHANDS_HOME": str(tmp_path)}
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    try:
        yield re.search(r"http://\S+(?=/)", process.stdout.readline()).group()
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)


@pytest.fixture
def phone(chromium, fresh):
    """A page there; a console error, or what the policy refused, fails the test."""
    context = chromium.new_context(
        base_url=fresh, viewport=PHONE, timezone_id="Pacific/Auckland", locale="en-GB"
    )
    context.set_default_timeout(8_000)
    page = context.new_page()
    complaints = []
    # A refused form is answered 422, which Chromium calls an error.
    page.on(
        "console", lambda m: complaints.append(m.text) if m.type == "error" and "422" not in m.text else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def test_from_the_empty_form_to_today(phone, axe):
    phone.goto("/babies/")
    assert phone.url.endswith("/welcome/")
    assert not axe(phone)
    assert phone.input_value("[name=zone]") == "Pacific/Auckland"
    said = phone.locator("#strength [role=status]")

    phone.fill("[name=password]", "milk")
    assert said.inner_text() == "Not long enough yet"
    phone.fill("[name=password]", "password123")
    assert said.inner_text() == "Easy to guess: add a word"
    phone.get_by_role("button", name="Show the password").click()
    assert phone.get_attribute("[name=password]", "type") == "text"
    phone.get_by_role("button", name="Hide the password").click()
    assert phone.get_attribute("[name=password]", "type") == "password"

    phone.get_by_role("button", name="Begin").click()
    assert "too common" in phone.inner_text("form")
    assert not axe(phone)
    assert phone.input_value("[name=password]") == "password123"

    phone.fill("[name=name]", "Mum")
    phone.fill("[name=username]", "Anna")
    phone.fill("[name=password]", "warm towels in june")
    assert said.inner_text() == "Very good"
    phone.fill("[name=nickname]", "Mila")
    phone.fill("[name=born]", (date.today() - timedelta(days=40)).isoformat())  # noqa: DTZ011
    phone.get_by_role("button", name="Begin").click()
    phone.wait_for_url(lambda address: "welcome" not in address)
    assert "Mila" in phone.inner_text("header")


def test_without_scripts_the_form_works_too(chromium, fresh):
    context = chromium.new_context(base_url=fresh, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto("/welcome/")
    said = {
        "name": "Mum",
        "username": "anna",
        "password": "warm towels in june",
        "nickname": "Mila",
        "zone": "Europe/Berlin",
    }
    for name, words in said.items():
        page.fill(f"[name={name}]", words)
    page.fill("[name=due]", (date.today() + timedelta(days=40)).isoformat())  # noqa: DTZ011
    page.get_by_role("button", name="Begin").click()
    page.goto("/babies/")
    assert "Mila" in page.inner_text("main")
    context.close()


def test_how_hard_a_password_is_to_guess(phone):
    """Words of one's own are better than tricks with digits; what repeats or counts on adds little."""
    phone.goto("/welcome/")
    levels = phone.evaluate(
        """async (words) => {
          const { level } = await import(document.querySelector("script[src*='strength']").src);
          return words.map(level);
        }""",
        [
            "abc",
            "aaaaaaaaaaaaaaaa",
            "12345678",
            "abcdefghij",
            "password1",
            "k7#xPq2!",
            "warm towels",
            "warm towels in june",
        ],
    )
    assert levels[:5] == [0, 1, 1, 1, 1]
    assert levels[5] >= 2
    assert levels[6] >= 2
    assert levels[7] == 3
