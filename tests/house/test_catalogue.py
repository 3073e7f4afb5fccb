"""The catalogue for translators holds every word; `make messages` brings it up to date."""

import re
from pathlib import Path

import polib

from warmhands.content.loader import load
from warmhands.content.words import msgids
from warmhands.science import words

COMPANION = Path(__file__).resolve().parents[2] / "src" / "warmhands" / "companion"
CATALOGUE = COMPANION / "locale" / "en" / "LC_MESSAGES" / "django.po"
SAID = {entry.msgid for entry in polib.pofile(str(CATALOGUE)) if not entry.obsolete}


def test_what_content_and_science_say_is_there():
    assert {text for text in (*msgids(load()), *words.msgids()) if text} - SAID == set()


def test_what_the_templates_say_is_there():
    """Plain `{% translate "…" %}` texts; what xgettext finds beyond comes with the same `make messages`."""
    missing = set()
    for path in COMPANION.rglob("templates/**/*.html"):
        texts = re.findall(r'{%\s*translate\s+"([^"]+)"', path.read_text())
        missing |= {f"{path.name}: {text}" for text in texts if text not in SAID}
    assert missing == set()
