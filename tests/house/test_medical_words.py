"""Scoreboard D2: no page, no drawing and no voice claims to treat, cure, prevent or diagnose.

Every word that a person reads or hears stands in the catalogue (test_catalogue.py). A text with a medical
word must stand below, with the reason why it is no claim; a new one fails until a person has read it.
"""

import re
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "src" / "warmhands" / "companion" / "locale" / "en" / "LC_MESSAGES" / "django.po"
TEXTS = [entry.msgid for entry in polib.pofile(str(CATALOGUE)) if not entry.obsolete]
MEDICAL = re.compile(
    r"\b(treat\w*|cur(?:e|es|ed|ing)|prevent\w*|diagnos\w*|heal(?:s|ing)?|remed\w*|therap\w*|detox\w*|boost\w*|guarant\w*"
    r"|proven|immun\w*|clinically|relie(?:f|ve\w*)|symptoms?|strengthens?|stimulates?|improves?)\b",
    re.IGNORECASE,
)
# The beginning of a text → why it is no claim.
READ = {
    "3 or more suggests symptoms": "what a questionnaire measures",
    "A bleeding disorder, leukaemia, or treatment": "asks about somebody else's treatment",
    "Bleeding disorder, leukaemia or treatment": "asks about somebody else's treatment",
    "Does not show that a healthy baby": "denies the claim",
    "Do not say": "forbids the claim",
    "Five of seven trials": "a finding of trials, with its limits beside it",
    "Have feeding checked. Massage is not": "denies the claim",
    "Healthy term babies: no dependable effect": "denies the claim",
    "Hips that are treated": "asks about somebody else's treatment",
    "Hospital treatment under medical supervision": "warns off",
    "Low mood after a birth is common and can be treated": "says that doctors can, not massage",
    "Massage relieves colic": "a promise made to parents: the title of a claim that is then graded",
    "Massage strengthens": "a promise made to parents: the title of a claim that is then graded",
    "Not a doctor, a midwife or a teacher": "denies the claim",
    "Only with the treating team": "names the hospital's people",
    "Reasonable once your baby is old enough for oil": "says of an oil that it is not proven",
    "This is not treatment": "denies the claim",
    "To talk honestly about the melatonin study": "the arm of a trial",
    "Treated for hip dysplasia": "asks about somebody else's treatment",
    "Treatment keeps hips bent": "what the hospital does",
    "Wind relief after the session": "something that a parent counts",
    "You deserve help now": "denies the claim",
    "Your answer is not kept": "denies the claim",
    "contraindication vs studied treatment": "a disagreement of sources",
    "growth, bones, immunity, brain: not testable": "denies the claim",
    "therapist-given": "who did it in a trial",
}


def found() -> list[str]:
    return [text for text in TEXTS if MEDICAL.search(text)]


@pytest.mark.parametrize("text", found(), ids=lambda text: text[:40])
def test_a_medical_word_has_been_read_by_a_person(text):
    assert any(text.startswith(beginning) for beginning in READ), f"Is this a claim? {text}"


def test_nothing_is_excused_that_is_not_there():
    assert {b for b in READ if not any(text.startswith(b) for text in found())} == set()


def test_the_search_finds_a_claim():
    assert MEDICAL.search("Massage boosts immunity and cures colic.")
