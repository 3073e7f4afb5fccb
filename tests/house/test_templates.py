"""What a template may not hold: what the content security policy forbids, and words nobody can translate."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "src").rglob("templates/**/*.html"))


def ids(path: Path) -> str:
    return path.relative_to(ROOT / "src" / "warmhands" / "companion").as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=ids)
def test_nothing_that_the_policy_forbids(path):
    text = path.read_text()
    assert not re.search(r"\sstyle\s*=", text), "inline style"
    assert not re.search(r"<style\b", text), "style element"
    assert not re.search(r"\son[a-z]+\s*=", text), "inline handler"
    assert "|safe" not in text, "|safe: a query hands over SafeString where a chart made it"
    for tag in re.findall(r"<script\b[^>]*>", text):
        assert "src=" in tag, f"inline script {tag}"


@pytest.mark.parametrize("path", TEMPLATES, ids=ids)
def test_every_word_can_be_translated(path):
    """Outside of template tags no letters stand alone between two HTML tags."""
    text = path.read_text()
    text = re.sub(r"{%\s*comment.*?endcomment\s*%}", "", text, flags=re.S)
    text = re.sub(r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", "", text, flags=re.S)
    text = re.sub(r"<!--.*?-->|{#.*?#}", "", text, flags=re.S)
    # The name of a class, and names that are the same in every language.
    text = re.sub(r"{%\s*block body_class\s*%}.*?{%\s*endblock\s*%}", "", text)
    text = re.sub(r"<(code|kbd)\b.*?</\1>|<[^>]*\btranslate=\"no\"[^>]*>[^<]*<", "<", text)
    text = re.sub(r"{%.*?%}|{{.*?}}", "", text, flags=re.S)
    attributes = re.findall(r'\b(?:alt|title|aria-label|placeholder)="([^"]*[A-Za-z]{2}[^"]*)"', text)
    body = re.sub(r"<[^>]*>", "\n", text)
    # A piece that only holds attributes.
    body = re.sub(r'\b[a-z-]+="[^"]*"|\b(?:autofocus|checked|required|hidden|disabled)\b', "", body)
    loose = [
        line.strip() for line in body.splitlines() if re.search(r"[A-Za-z]{2}", re.sub(r"&[a-z]+;", "", line))
    ]
    assert not loose + attributes
