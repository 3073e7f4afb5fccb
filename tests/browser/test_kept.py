"""What a phone keeps: a guest's massages that join a diary, what could not be sent, and whose it is."""

import json

import pytest
from playwright.sync_api import expect
from session_road import begin, kept, kind, live, run, sign, soon, to_session, until_kind


@pytest.fixture
def guest(page):
    """A guest's phone after a massage that was stopped early."""
    page.clock.install()
    to_session(page)
    begin(page)
    sign(page, "yes")
    run(page, 30)
    sign(page, "stop")
    until_kind(page, "end")
    return page


def signed_in(page, family, server):
    page.context.add_cookies(
        [{"name": "sessionid", "value": family.cookie, "url": server.address, "httpOnly": True}]
    )


def test_a_guests_massage_stays_on_the_phone(guest):
    expect(guest.locator("[data-kept=guest]")).to_be_visible()
    entries = kept(guest)
    assert len(entries) == 1
    assert entries[0]["member"] is None
    assert entries[0]["sent"] is False


def test_it_joins_the_diary_when_an_account_follows(guest, family, server):
    mila = family("Mila")
    signed_in(guest, mila, server)
    guest.goto("/")
    expect(guest.locator("[data-line=join]")).to_contain_text("1 massage")
    guest.click("[data-join]")
    expect(guest.locator("[data-line=join]")).to_be_hidden()
    soon(guest, "JSON.parse(localStorage['warmhands-kept'])[0].sent === true")
    guest.reload()
    expect(guest.locator("main")).to_contain_text("1 massage")
    # The two questions are still open, and answered they go away.
    guest.click("[data-line=ask]")
    guest.click("[data-how=unsure]")
    if guest.locator("[data-area]:visible").count():
        guest.locator("[data-area]:visible").first.click()
    soon(guest, "localStorage['warmhands-kept'] === '[]'")


def test_not_now_asks_again_another_day(guest, family, server):
    signed_in(guest, family("Mila"), server)
    guest.goto("/")
    guest.click("[data-later]")
    expect(guest.locator("[data-line=join]")).to_be_hidden()
    guest.reload()
    expect(guest.locator("[data-line=join]")).to_be_hidden()
    assert len(kept(guest)) == 1


def test_nothing_goes_out_under_another_name(guest, family, server):
    """O8: an entry of one caregiver waits on a phone that another one uses."""
    other = family("Otto")
    guest.evaluate(
        """() => { const [entry] = JSON.parse(localStorage['warmhands-kept']);
        entry.member = 999999; localStorage['warmhands-kept'] = JSON.stringify([entry]); }"""
    )
    signed_in(guest, other, server)
    sent = []
    guest.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    guest.goto("/")
    run(guest, 300)
    assert sent == []
    assert len(kept(guest)) == 1


def test_what_the_server_cannot_take_is_said(guest, family, server, context_of):
    signed_in(guest, family("Mila"), server)
    guest.evaluate(
        """() => { const [entry] = JSON.parse(localStorage['warmhands-kept']);
        entry.massage.routine = 'tickle'; localStorage['warmhands-kept'] = JSON.stringify([entry]); }"""
    )
    guest.goto("/")
    guest.click("[data-join]")
    expect(guest.locator("[data-line=refused]")).to_contain_text("a routine that is not known here")
    context_of.complaints[:] = [said for said in context_of.complaints if "400" not in said]
    guest.click("[data-forget]")
    expect(guest.locator("[data-line=refused]")).to_be_hidden()
    assert kept(guest) == []


def test_a_massage_that_nobody_came_back_to_is_kept_as_it_was_left(page_of, family):
    page = page_of(family("Mila"))
    page.clock.install()
    to_session(page)
    begin(page)
    sign(page, "yes")
    run(page, 40)
    first = live(page)["id"]
    page.goto("/massage/go/?routine=full")
    page.wait_for_selector("#player[data-running]")
    expect(page.locator("section.before")).to_be_visible()
    soon(page, "JSON.parse(localStorage['warmhands-kept'] ?? '[]').some((e) => e.sent)")
    entry = kept(page)[0]
    assert entry["massage"]["id"] == first
    assert entry["massage"]["ended"] == "left"
    begin(page)
    assert live(page)["id"] != first


def test_a_browser_that_keeps_nothing_says_so(page_of, family):
    page = page_of(family("Mila"))
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
    )
    page.clock.install()
    to_session(page)
    page.click("[data-open=voice]")
    page.locator("#voice .chip").first.click()
    page.keyboard.press("Escape")
    begin(page)
    sign(page, "stop")
    until_kind(page, "end")
    expect(page.locator("[data-kept=sent]")).to_be_visible()
    assert kind(page) == "end"


def test_a_dolls_massage_is_not_written_anywhere(page):
    page.clock.install()
    to_session(page, "/massage/go/?baby=doll")
    begin(page)
    sign(page, "stop")
    until_kind(page, "end")
    assert json.loads(page.evaluate("localStorage['warmhands-kept'] ?? '[]'")) == []
