"""The diary as a thumb meets it: write down, undo, wake, move in.

A real server and Chromium, axe on each page.
"""

import re
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "companion" / "diary" / "data" / "babyconnect-small.csv"


def test_write_down_and_undo(family, page_of, axe):
    home = family("Mila")
    page = page_of(home, color_scheme="dark")
    page.goto(f"/b/{home.babies[0]}/day/")
    page.locator("summary", has_text="Feed").click()
    assert not axe(page)
    page.get_by_text("Bottle").click()
    page.get_by_label("How much").fill("120 ml")
    page.get_by_role("button", name="Write it down").click()
    assert page.locator(".notice.good").inner_text().startswith("Feed: written down.")
    assert "bottle · 120 ml" in page.locator("ul.rows").inner_text()
    page.get_by_role("link", name="Undo").click()
    assert not axe(page)
    page.get_by_role("button", name="Yes, take it back").click()
    assert "Nothing is written down for this day" in page.locator("main").inner_text()


def test_a_slip_is_told_where_it_is(family, page_of, context_of, axe):
    home = family("Mila")
    page = page_of(home)
    page.goto(f"/b/{home.babies[0]}/day/")
    page.locator("summary", has_text="Weight").click()
    page.get_by_role("textbox", name=re.compile("^Weight")).fill("4 elephants")
    page.get_by_role("button", name="Write it down").click()
    field = page.locator("#weight-amount")
    assert field.get_attribute("aria-invalid") == "true"
    assert field.is_visible()
    assert field.input_value() == "4 elephants"
    assert "4.2 kg" in page.locator("#weight-amount-error").inner_text()
    assert not axe(page)
    # The browser's console tells a 422 as an error; it is what was asked for here.
    assert all("422" in complaint for complaint in context_of.complaints)
    context_of.complaints.clear()


def test_asleep_and_awake(family, page_of):
    home = family("Mila")
    page = page_of(home)
    page.goto(f"/b/{home.babies[0]}/day/")
    page.locator("summary", has_text="Sleep").click()
    page.get_by_role("button", name="Write it down").locator("visible=true").click()
    assert page.locator(".day-strip .sleep").count() == 1
    page.get_by_role("button", name="Woke up").click()
    assert page.get_by_role("button", name="Woke up").count() == 0
    assert "under a minute" in page.locator("ul.rows").inner_text()


def test_moving_in(family, page_of, axe):
    home = family("Noor", age_days=4_000, zone="Europe/London")
    page = page_of(home, color_scheme="dark")
    page.goto(f"/b/{home.babies[0]}/import/")
    for _time in range(2):
        page.get_by_label("The file").set_input_files(DATA)
        page.get_by_role("button", name="Look what is in it").click()
        assert "From 1 January 2026 to 30 March 2026." in page.locator("main").inner_text()
        page.get_by_text("All of them").click()
        assert "Line 21" in page.locator("main").inner_text()
        assert not axe(page)
        page.get_by_role("button", name="Bring it in").click()
        assert not axe(page)
        said = page.locator("h1").inner_text()
        page.goto(f"/b/{home.babies[0]}/import/")
    assert said == "It was all here already"
    page.goto(f"/b/{home.babies[0]}/day/2026-03-29/")
    assert "this day has 23 h" in page.locator("main").inner_text()
    assert "8 h 40 min" in page.locator("ul.rows").inner_text()
