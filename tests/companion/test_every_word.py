"""Every word goes through gettext: with a marked catalogue no word on any page is left unmarked."""

import html
import re
import sys

import pytest
from django.utils import translation
from every_address import ADDRESSES, values_of

# What people gave names to is not ours to translate.
NAMES = {"Mila", "Jonas", "Anna", "anna", "Europe", "Berlin", "UTC"}
OPEN, CLOSE = "\u27e6", "\u27e7"  # ⟦ ⟧


def forget_what_was_drawn():
    """Pieces are drawn once for each language, and the brackets are none."""
    for name, module in list(sys.modules.items()):
        if name.startswith("warmhands.companion"):
            for thing in vars(module).values():
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()


@pytest.fixture
def marked(monkeypatch):
    """A language in which every translated text stands in brackets."""
    forget_what_was_drawn()
    yield from _bracketed(monkeypatch)
    forget_what_was_drawn()


def _bracketed(monkeypatch):

    def one(message):
        return f"{OPEN}{message}{CLOSE}"

    def many(single, plural, number):
        return one(single if number == 1 else plural)

    backend = translation._trans
    for name in ("gettext", "gettext_noop"):
        monkeypatch.setattr(backend, name, one, raising=False)
    monkeypatch.setattr(backend, "pgettext", lambda context, message: one(message), raising=False)
    monkeypatch.setattr(backend, "ngettext", many, raising=False)
    monkeypatch.setattr(backend, "npgettext", lambda context, s, p, n: many(s, p, n), raising=False)
    yield


def unmarked_words(page: str) -> list[str]:
    """Words between tags, and in the attributes that are read out, that no translation produced."""
    page = re.sub(r"<(script|style|template)\b.*?</\1>", " ", page, flags=re.S)
    spoken = " ".join(re.findall(r'\b(?:alt|title|aria-label|placeholder)="([^"]*)"', page))
    # What people typed, and names of zones, keys and programs, is not ours to translate.
    page = re.sub(
        r"<(datalist|kbd|code|samp)\b.*?</\1>|<[^>]*\btranslate=\"no\"[^>]*>[^<]*<", " <", page, flags=re.S
    )
    text = html.unescape(re.sub(r"<[^>]*>", " ", page) + " " + html.unescape(spoken))
    while True:
        shorter = re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", " ", text)
        if shorter == text:
            break
        text = shorter
    return [word for word in re.findall(r"[A-Za-z]{3,}", text) if word not in NAMES]


def test_the_check_itself_finds_a_bare_word(marked):
    assert unmarked_words("<p>⟦Hello⟧ bare</p>") == ["bare"]
    assert unmarked_words('<img alt="bare">⟦a ⟦b⟧ c⟧') == ["bare"]


PUBLIC = (
    "/",
    "/massage/",
    "/massage/safe/",
    "/massage/choose/?baby=doll",
    "/strokes/",
    "/strokes/i_love_you/",
    "/about/",
    "/look/",
    "/accounts/login/",
)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_guest_reads_only_translated_words(guest, marked, address):
    answer = guest.get(address, follow=True)
    assert answer.status_code == 200
    assert unmarked_words(answer.content.decode()) == []


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda a: a.name)
def test_a_member_reads_only_translated_words(browser, member, marked, address):
    """Every address that shows a member a page, from the list of all addresses."""
    answer = browser.get(address.path(**values_of(member)), follow=True)
    if answer.status_code in (404, 405):
        assert unmarked_words(answer.content.decode()) == []
        return
    assert answer.status_code == 200
    if answer.headers["Content-Type"].startswith("text/html"):
        assert unmarked_words(answer.content.decode()) == []
