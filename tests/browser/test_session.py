"""A whole massage in a real browser without voices; what speak() is asked to say is recorded."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect
from session_road import begin, kept, kind, live, run, sign, soon, spoken, to_session, until_kind

GO = "/massage/go/?routine=bedtime_15"
HIDE = """() => {
  Object.defineProperty(document, "hidden", {value: true, configurable: true});
  document.dispatchEvent(new Event("visibilitychange"));
}"""
SHOW = "() => { delete document.hidden; document.dispatchEvent(new Event('visibilitychange')); }"


@pytest.fixture
def mila(family):
    return family("Mila")


@pytest.fixture
def phone(page_of, mila):
    """Mila's parent's phone on the session page, with a clock that only the test moves."""
    page = page_of(mila)
    page.clock.install()
    to_session(page, "/massage/safe/?next=" + GO.replace("?", "%3F").replace("=", "%3D"))
    return page


def diary_today(page, baby):
    page.goto(f"/b/{baby}/day/{datetime.now(UTC).astimezone().date().isoformat()}/")
    return page.locator("main").inner_text()


def test_it_works(page_of, mila):
    """From Today in two taps, with every cue, to the diary."""
    page = page_of(mila)
    page.clock.install()
    page.goto("/")
    page.click("a.warm-card")
    to_session(page, page.url)
    begin(page)
    assert kind(page) == "ask"
    assert "Watch the answer." in spoken(page)[-1]
    sign(page, "yes")
    assert kind(page) == "hold"
    until_kind(page, "stroke")
    assert "right" in page.locator("[data-side]").inner_text().lower()
    sign(page, "happy")
    assert kind(page) == "stroke"
    said = spoken(page)[-1]
    sign(page, "unsure")
    assert kind(page) == "stroke"
    assert spoken(page)[-1] != said
    assert spoken(page)[-1].startswith("Softer now.")
    sign(page, "enough")
    assert kind(page) == "pause"
    assert "Still hands" in spoken(page)[-1]
    sign(page, "resume")
    sign(page, "crying")
    assert kind(page) == "comfort"
    sign(page, "stop")
    expect(page.locator(".after .calm:visible")).to_contain_text("You listened")
    page.click("[data-how=liked]")
    expect(page.locator("[data-thanks]")).to_be_visible()
    expect(page.locator("[data-kept=sent]")).to_be_visible()
    run(page, 10)
    soon(page, "localStorage['warmhands-kept'] === '[]'")
    assert "Massage" in diary_today(page, mila.babies[0])


def test_the_preparation_is_spoken_for_half_a_minute(phone):
    phone.click("[data-do=begin]")
    for _ in range(6):
        run(phone, 5.2)
        phone.wait_for_timeout(30)
    expect(phone.locator("section.during")).to_be_visible()
    said = spoken(phone)
    assert said[0] == "Take off rings and your watch."
    assert len(said) == 7  # six lines, then the first question
    assert phone.evaluate("sounds.length") == 7  # no voice here: a soft sound for each


def test_can_you_hear_me(phone):
    phone.click("[data-do=test]")
    expect(phone.locator("[data-hear]")).to_be_visible()
    assert spoken(phone) == ["Can you hear me?"]


def test_without_a_cue_it_asks_once_how_the_baby_looks_and_ends_by_itself(phone):
    begin(phone)
    sign(phone, "yes")
    run(phone, 200)
    assert "How does the baby look?" in spoken(phone)
    run(phone, 15 * 60)
    expect(phone.locator(".after .calm:visible")).to_contain_text("You listened")


def test_falling_asleep_ends_dark_and_asks_nothing_until_morning(phone, mila):
    begin(phone)
    sign(phone, "yes")
    run(phone, 60)
    sign(phone, "asleep")
    expect(phone.locator("[data-kind=night]:visible").first).to_contain_text("On the back. Good night.")
    expect(phone.locator("[data-questions]")).to_be_hidden()
    expect(phone.locator("html.good-night")).to_be_visible()
    phone.goto("/massage/finish/")
    phone.click("[data-how=loved]")
    if phone.locator("[data-area]:visible").count():
        phone.locator("[data-area]:visible").first.click()
    expect(phone.locator("[data-thanks]")).to_be_visible()
    soon(phone, "localStorage['warmhands-kept'] === '[]'")


def test_something_is_wrong_shows_help_and_nothing_else(phone):
    begin(phone)
    sign(phone, "wrong")
    expect(phone.locator("[data-kind=help]:visible").first).to_contain_text("Get help now")
    expect(phone.locator("[data-kind=help]:visible").first).to_contain_text(
        "Call your local emergency number"
    )
    expect(phone.locator("[data-questions]")).to_be_hidden()
    assert spoken(phone)[-1].startswith("Stop.")


def test_a_reload_in_the_middle_takes_up_the_same_step(phone):
    begin(phone)
    sign(phone, "yes")
    until_kind(phone, "stroke")
    run(phone, 12)
    before = live(phone)
    phone.reload()
    expect(phone.locator("#away")).to_be_visible()
    assert spoken(phone) == ["Go on, or finish?"]
    phone.click("[data-do=go-on]")
    after = live(phone)
    assert after["id"] == before["id"]
    assert phone.locator("[data-doing]").inner_text() != ""
    assert kind(phone) == "stroke"
    step = phone.evaluate("JSON.parse(localStorage['warmhands-live']).timeline.at(-1).stroke")
    assert step == before["timeline"][-1]["stroke"]


def test_a_phone_asleep_for_45_minutes_pauses_and_loses_no_second(phone):
    """O6: the clock jumps, as in a locked phone whose page was frozen."""
    begin(phone)
    sign(phone, "yes")
    until_kind(phone, "stroke")
    stroke = phone.locator("[data-doing]").inner_text()
    clock = live(phone)
    phone.clock.fast_forward(45 * 60 * 1000)
    expect(phone.locator("#away")).to_be_visible()
    assert live(phone)["away"] is not None
    assert kind(phone) == "pause"
    run(phone, 120)
    assert kind(phone) == "pause"  # time stands until there is an answer
    phone.click("[data-do=go-on]")
    assert phone.locator("[data-doing]").inner_text() == stroke
    assert live(phone)["id"] == clock["id"]


def test_hidden_for_15_seconds_is_a_pause_and_for_5_is_not(phone):
    begin(phone)
    sign(phone, "yes")
    until_kind(phone, "stroke")
    phone.evaluate(HIDE)
    run(phone, 5)
    phone.evaluate(SHOW)
    run(phone, 1)
    assert kind(phone) == "stroke"
    expect(phone.locator("#away")).to_be_hidden()
    phone.evaluate(HIDE)
    run(phone, 15)
    phone.evaluate(SHOW)
    expect(phone.locator("#away")).to_be_visible()
    assert kind(phone) == "pause"
    phone.click("[data-do=finish]")
    until_kind(phone, "end")
    expect(phone.locator(".after .calm:visible")).to_contain_text("You listened")


def test_dim_makes_the_lower_half_one_pause(phone):
    begin(phone)
    sign(phone, "yes")
    until_kind(phone, "stroke")
    expect(phone.locator("#player.dim")).to_be_visible()
    box = phone.locator(".lower button:visible").bounding_box()
    assert box["y"] >= 844 / 2 - 1
    assert box["height"] > 844 / 2 - 60
    assert box["width"] > 390 - 40
    phone.touchscreen.tap(200, 600)
    assert kind(phone) == "pause"
    expect(phone.locator("#player.dim")).to_have_count(0)
    run(phone, 11)
    phone.touchscreen.tap(200, 100)  # the upper half only wakes it
    assert kind(phone) == "pause"
    expect(phone.locator("#player.dim")).to_have_count(0)


def test_once_begun_nothing_more_has_to_load(phone):
    begin(phone)
    run(phone, 1)
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    sign(phone, "yes")
    run(phone, 15 * 60)
    expect(phone.locator(".after .calm:visible")).to_contain_text("You listened")
    assert [url for url in asked if "/massage/finish/" not in url] == []


def test_keys_alone(phone):
    phone.focus("[data-do=begin]")
    phone.keyboard.press("Enter")
    phone.focus("[data-do=start]")
    phone.keyboard.press("Enter")
    for key, wanted in (
        ("y", "hold"),
        ("ArrowRight", "stroke"),
        ("Space", "pause"),
        ("g", "stroke"),
        ("c", "comfort"),
    ):
        phone.keyboard.press(key)
        assert kind(phone) == wanted, key
    phone.keyboard.press("?")
    expect(phone.locator("#keys")).to_contain_text("Crying")
    phone.keyboard.press("Escape")
    phone.keyboard.press("s")
    expect(phone.locator(".after .calm:visible")).to_contain_text("You listened")


def test_reduced_motion_shows_still_pictures(page_of, mila):
    page = page_of(mila, reduced_motion="reduce")
    page.clock.install()
    to_session(page)
    begin(page)
    sign(page, "yes")
    until_kind(page, "stroke")
    expect(page.locator(".stage .still").first).to_be_visible()
    expect(page.locator(".stage .moving").first).to_be_hidden()


def test_the_line_is_down_at_the_end_and_comes_back(phone, mila, context_of):
    begin(phone)
    phone.context.set_offline(True)
    sign(phone, "stop")
    until_kind(phone, "end")
    expect(phone.locator("[data-kept=waiting]")).to_be_visible()
    assert len(kept(phone)) == 1
    phone.context.set_offline(False)
    run(phone, 130)
    # That the line was down is what Chromium complained of, and nothing else.
    context_of.complaints[:] = [
        said for said in context_of.complaints if "ERR_INTERNET_DISCONNECTED" not in said
    ]
    expect(phone.locator("[data-kept=sent]")).to_be_visible()
    assert "Massage" in diary_today(phone, mila.babies[0])


def test_the_same_massage_sent_twice_is_one_row(phone, mila):
    begin(phone)
    with phone.expect_request("**/massage/finish/") as sent:
        sign(phone, "stop")
        run(phone, 60)
    request = sent.value
    expect(phone.locator("[data-kept=sent]")).to_be_visible()
    for _ in range(2):
        again = phone.context.request.post(request.url, data=request.post_data, headers=request.headers)
        assert again.status == 200
        assert again.json()["created"] is False
    phone.goto("/")
    assert "1 massage" in phone.locator("main").inner_text()
