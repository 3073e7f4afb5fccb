"""The voice's road, with a stand-in for the voices that a headless browser lacks: good, mute, hanging."""

import pytest
from playwright.sync_api import expect
from session_road import begin, run, sign, spoken, to_session

# What speech synthesis does on a phone, as far as speak.js may see it. `mode` says how the voice behaves.
VOICE = """(mode) => {
  window.heard = [];
  const voice = { name: "Anna", lang: "en-GB", localService: true };
  let speaking = null;
  const synth = new EventTarget();
  Object.assign(synth, {
    getVoices: () => (window.voicesCome ? [voice] : []),
    cancel() { const lost = speaking; speaking = null; lost?.onerror?.({ error: "interrupted" }); },
    speak(words) {
      if (!words.text) return;
      speaking = words;
      if (mode === "mute") return;
      setTimeout(() => speaking === words && words.onstart?.(), 50);
      if (mode === "hanging") return;
      setTimeout(() => {
        if (speaking !== words) return;
        heard.push(words.text);
        speaking = null;
        words.onend?.();
      }, 50 + words.text.length * 60);
    },
  });
  Object.defineProperty(window, "speechSynthesis", { value: synth });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.voicesCome = true;
}"""


@pytest.fixture
def phone(page):
    def with_voice(mode, late=False):
        page.add_init_script(f"({VOICE})({mode!r}); window.voicesCome = {str(not late).lower()};")
        page.clock.install()
        to_session(page)
        return page

    return with_voice


def test_a_good_voice_is_heard_and_no_sound_is_made(phone):
    page = phone("good")
    begin(page)
    run(page, 24)
    heard = [part.strip() for part in page.evaluate("heard")]
    assert "Watch the answer." in heard[-1]  # the question is heard to its end, however long it takes
    assert page.evaluate("sounds") == []
    assert all(len(part) <= 200 for part in heard)  # long texts stop in the middle: they are said in breaths


def test_a_new_state_cuts_the_old_words_short(phone):
    page = phone("good")
    begin(page)
    run(page, 1)
    sign(page, "yes")
    run(page, 30)
    heard = " ".join(page.evaluate("heard"))
    assert "Breathe out" in heard
    assert "Watch the answer" not in heard


@pytest.mark.parametrize("mode", ["mute", "hanging"])
def test_a_voice_that_comes_to_nothing_gives_way_to_a_soft_sound(phone, mode):
    page = phone(mode)
    begin(page)
    for _ in range(60):  # a hanging sentence is given the time of the slowest voice
        run(page, 2)
        page.wait_for_timeout(5)
    assert page.evaluate("sounds.length") >= 1
    sign(page, "crying")
    run(page, 1)
    assert spoken(page)[-1].startswith("Stop. Speak softly")
    assert page.locator("[data-words]").inner_text() == spoken(page)[-1]


def test_voices_that_come_late_are_used(phone):
    page = phone("good", late=True)
    page.click("[data-do=test]")
    assert page.evaluate("sounds") == ["ask"]
    page.evaluate("window.voicesCome = true; speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    page.click("[data-open=voice]")
    expect(page.locator("#voice-name")).to_contain_text("Anna")
    page.click("#voice [data-do=test]")
    run(page, 5)
    assert page.evaluate("heard") == ["Can you hear me?"]


def test_off_is_off_and_stays_off(phone):
    page = phone("good")
    begin(page)
    page.click("[data-do=mute]")
    expect(page.locator("[data-do=mute]")).to_have_attribute("aria-pressed", "true")
    sign(page, "yes")
    run(page, 20)
    assert page.evaluate("heard") == []
    assert page.evaluate("sounds").count("go") == 1
    page.reload()
    expect(page.locator("[data-do=mute]")).to_have_attribute("aria-pressed", "true")
