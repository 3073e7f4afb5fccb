"""Every text of the content that a person may see or hear, for the catalogue of translations.

Ids, file words (`supine`, `moderate`) and the names of sources are not texts: pages have labels of their own
for them, and the title of a paper keeps its language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from warmhands.content.model import Content

# The fields of each kind of item that are shown or spoken.
STROKE = ("name", "aka", "how", "say", "direction", "purpose", "tip", "watch_for")
STATE = ("name", "signs", "do")
CUE = ("label", "look_for", "note")
RULE = ("ask", "message", "why", "note")
QUESTION = ("label", "hint", "short")
ROUTINE = ("name", "caregiver", "when", "frequency", "tips", "stop", "note")
MEASURE = ("name", "how", "unit", "record_when", "note")
CLAIM = ("claim", "population", "finding", "certainty", "certainty_reason", "caveat")
STUDY = ("title", "design", "n", "age", "dose", "found", "limits")
INSTRUMENT = ("name", "who", "items", "scores", "licence", "use", "caveat")
TRIAL = (
    "question",
    "design",
    "control_night",
    "first_nights",
    "say_when_unsure",
    "cannot_test",
    "stop_rules",
)


def msgids(content: Content) -> Iterator[str]:
    """Yield each text once, in the order of the content."""
    yield from dict.fromkeys(text for text in _all(content) if text.strip())


def _all(content: Content) -> Iterator[str]:
    yield from _texts(content.strokes.values(), *STROKE)
    yield from _texts(content.figures.values(), "name")
    yield from _texts(content.drawings.values(), "note")
    yield from _texts(content.states.values(), *STATE)
    yield from _texts(content.cues.values(), *CUE)
    yield from _texts(content.responses.values(), "label", "do")
    yield from _texts((content.cue_timing, content.preterm_extra), "note")
    yield from _texts(content.rules.values(), *RULE)
    yield from _texts((rule.wait for rule in content.rules.values() if rule.wait), "until")
    yield from _texts(content.questions, *QUESTION)
    yield from _texts(content.disagreements, "topic", "range", "chosen")
    yield from _texts(content.needs.values(), "label")
    yield from _texts(content.start_conditions.values(), "label")
    yield from _texts((content.best_time,) if content.best_time else (), "note")
    yield from _texts(content.routines.values(), *ROUTINE)
    yield from _texts(content.course, "theme", "learn")
    yield from _research(content)


def _research(content: Content) -> Iterator[str]:
    yield from _texts(content.doses, "use", "minutes", "per_day", "days")
    yield from _texts(content.measures.values(), *MEASURE)
    yield from _texts(content.bundles.values(), "for_whom", "note")
    yield from _texts(content.instruments.values(), *INSTRUMENT)
    yield from _texts((content.family_trial,) if content.family_trial else (), *TRIAL)
    yield from _texts(content.claims.values(), *CLAIM)
    yield from content.reading_guide
    yield from _texts(content.headlines, "text")
    yield from _texts(content.studies.values(), *STUDY)


def _texts(items: Iterable[object], *fields: str) -> Iterator[str]:
    """The named fields of each item: a text, a list of texts or a mapping to texts. A number is no text."""
    for item in items:
        for field in fields:
            value = getattr(item, field)
            many = (
                value.values()
                if isinstance(value, Mapping)
                else (value,)
                if isinstance(value, str)
                else value
            )
            yield from (text for text in many if any(letter.isalpha() for letter in text))
