"""The road that browser tests walk: the safety page, the preparation, the massage in fast time."""

import json

from playwright.sync_api import Page, expect

SECOND = 1_000


def to_session(page: Page, start: str = "/massage/") -> None:
    """From "Massage now" through the safety pages with nothing ticked, all confirmed, to the session page."""
    page.goto(start)
    for _ in range(5):
        if "/massage/go/" in page.url:
            break
        born = page.locator("input[name=born]")
        if born.count() and not born.input_value():
            born.fill(page.evaluate("new Date(Date.now() - 100 * 864e5).toISOString().slice(0, 10)"))
        for line in page.locator(".confirms label.choice:visible").all():
            if not line.locator("input").first.is_checked():
                line.click()
        page.locator(
            "main form button.wide:visible, main a.btn.big.wide:visible, main form button:visible"
        ).first.click()
        page.wait_for_load_state()
    expect(page.locator("#player[data-running]")).to_be_visible()


def begin(page: Page) -> None:
    """Begin, and skip what is left of the preparation."""
    page.click("[data-do=begin]")
    page.click("[data-do=start]")
    expect(page.locator("section.during")).to_be_visible()


def run(page: Page, seconds: float) -> None:
    page.clock.run_for(int(seconds * SECOND))


def sign(page: Page, event: str) -> None:
    """A touch on the target of an event, behind "More" where it stands there."""
    if page.locator("#player.dim").count():
        page.mouse.click(195, 120)
    target = page.locator(f".during [data-event={event}]:visible").first
    if not target.count():
        page.click("[data-open=more]")
        target = page.locator(f"#more [data-event={event}]")
    target.click()


def kind(page: Page) -> str:
    return page.locator("#player").get_attribute("data-kind") or ""


def live(page: Page) -> dict:
    return json.loads(page.evaluate("localStorage['warmhands-live'] ?? 'null'"))


def kept(page: Page) -> list[dict]:
    return json.loads(page.evaluate("localStorage['warmhands-kept'] ?? '[]'"))


def spoken(page: Page) -> list[str]:
    return page.evaluate("spoken")


def until_kind(page: Page, wanted: str, *, at_most: int = 900) -> None:
    """Let the time run, second by second, until the massage is in a state of this kind."""
    for _ in range(at_most // 5):
        if kind(page) == wanted:
            return
        run(page, 5)
    raise AssertionError(f"never came to {wanted}, but to {kind(page)}")


def soon(page: Page, expression: str) -> None:
    """Wait, five seconds at most, until the page says that `expression` is true.

    Not `wait_for_function`: it asks again by eval, which our content security policy refuses.
    """
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"not within five seconds: {expression}")
