"""Every state of the session looked at: by axe and by a thumb, by day, by night and dimmed."""

import pytest
from session_road import begin, kind, run, sign, to_session, until_kind

DESK = {"viewport": {"width": 1280, "height": 800}, "has_touch": False}
SMALL_PHONE = {"viewport": {"width": 360, "height": 640}}
ON_ITS_SIDE = {"viewport": {"width": 844, "height": 390}}
TARGETS = """() => [...document.querySelectorAll("button, a[href], summary, select, input")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.classList.contains("skip"))
  .filter((one) => !document.querySelector("dialog[open]") || one.closest("dialog[open]"))
  .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || box.width < 44)
  .map(([one, box]) => `${one.outerHTML.slice(0, 100)} is ${box.width} x ${box.height}`)"""


def beyond(page):
    """How far the page reaches beyond the screen, to the right and below."""
    return page.evaluate("[document.body.scrollWidth - innerWidth, document.body.scrollHeight - innerHeight]")


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, DESK], ids=["day", "night", "desk"])
def test_each_state_is_fit_for_everybody(page_of, family, axe, options):
    # Still pictures: axe cannot judge a contrast while something fades.
    page = page_of(family("Mila"), reduced_motion="reduce", **options)
    page.clock.install()
    to_session(page)

    def look(name):
        page.clock.run_for(50)
        assert not axe(page), name
        assert page.evaluate(TARGETS) == [], name
        assert beyond(page)[0] <= 0, name

    look("before")
    page.click("[data-do=begin]")
    look("getting ready")
    page.click("[data-do=start]")
    look("ask")
    sign(page, "yes")
    look("hold")
    until_kind(page, "stroke")
    if page.locator("#player.dim").count():
        look("dim")
        page.mouse.click(100, 60)
    look("stroke")
    page.click("[data-open=more]")
    look("more")
    page.keyboard.press("Escape")
    page.keyboard.press("v")
    look("voice")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    look("keys")
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    look("pause")
    page.keyboard.press("g")
    page.keyboard.press("c")
    look("comfort")
    page.reload()
    page.wait_for_selector("#away[open]")
    look("away")
    page.click("[data-do=go-on]")
    page.keyboard.press("f")
    look("feed")
    page.keyboard.press("s")
    look("end")
    page.click("[data-how=loved]")
    look("told")


@pytest.mark.parametrize("key", ["a", "w"])
def test_the_other_ends_are_fit_for_everybody(page_of, family, axe, key):
    page = page_of(family("Mila"), reduced_motion="reduce")
    page.clock.install()
    to_session(page)
    begin(page)
    page.keyboard.press(key)
    page.wait_for_selector(".after .calm:visible")
    run(page, 1)
    assert not axe(page)
    assert page.evaluate(TARGETS) == []


@pytest.mark.parametrize(
    "options", [SMALL_PHONE, {}, ON_ITS_SIDE, DESK], ids=["small", "phone", "side", "desk"]
)
def test_nothing_has_to_be_scrolled_while_hands_are_busy(page_of, family, options):
    page = page_of(family("Mila"), **options)
    page.clock.install()
    to_session(page)
    begin(page)
    for event in ("yes", None, "enough"):
        if event:
            sign(page, event)
        else:
            until_kind(page, "stroke")
        assert beyond(page) == [0, 0], kind(page)
        height = page.viewport_size["height"]
        for target in page.locator(".during .signs button:visible, .during .under button:visible").all():
            box = target.bounding_box()
            assert box["y"] + box["height"] <= height
