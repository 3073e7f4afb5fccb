"""Every word goes through gettext: with a marked catalogue no word on any page is left unmarked."""

import html
import re

import pytest
from django import urls
from django.utils import translation

OPEN, CLOSE = "\u27e6", "\u27e7"  # ⟦ ⟧


@pytest.fixture
def marked(monkeypatch):
    """A language in which every translated text stands in brackets."""

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
    return re.findall(r"[A-Za-z]{3,}", text)


def test_the_check_itself_finds_a_bare_word(marked):
    assert unmarked_words("<p>⟦Hello⟧ bare</p>") == ["bare"]
    assert unmarked_words('<img alt="bare">⟦a ⟦b⟧ c⟧') == ["bare"]


def public_addresses() -> list[str]:
    names = [
        "/",
        "/massage/",
        "/massage/safe/",
        "/massage/choose/",
        "/strokes/",
        "/strokes/i_love_you/",
        "/about/",
        "/look/",
    ]
    for name in names:
        urls.resolve(name)  # a renamed page must not turn into a 404 that has no words
    return names


@pytest.mark.django_db
@pytest.mark.parametrize("address", public_addresses())
def test_a_guest_reads_only_translated_words(client, marked, address, db):
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    assert unmarked_words(answer.content.decode()) == []
