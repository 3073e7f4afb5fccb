"""The small forms of the day page.

One for each kind, one field beside the other, each with its own sentence when it slips.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy

from warmhands.companion.diary.logs.words import LABELS, MOOD_LABELS
from warmhands.companion.diary.logs.written import MAX_TEXT
from warmhands.companion.shell.ids import uuid7

ICONS: Mapping[str, str] = {
    "massage": "massage",
    "sleep": "sleepy",
    "cry": "crying",
    "feed": "bottle",
    "nappy": "nappy",
    "weight": "scale",
    "length": "ruler",
    "head": "head",
    "mood": "mood",
    "note": "note",
}
WAYS: Mapping[str, Promise] = {
    "breast": gettext_lazy("Breast"),
    "bottle": gettext_lazy("Bottle"),
    "solid": gettext_lazy("Solid food"),
}
_AT = ("at", gettext_lazy("When"), "time", gettext_lazy("Empty means now."))
_UNTIL = ("until", gettext_lazy("Until"), "time", gettext_lazy("Empty while it goes on."))
_NOTE = ("note", gettext_lazy("Note"), "text", "")
_Spec = tuple[str, Promise | str, str, Promise | str]
FIELDS: Mapping[str, tuple[_Spec, ...]] = {
    "sleep": (_AT, _UNTIL, _NOTE),
    "feed": (
        ("way", gettext_lazy("How"), "choice", ""),
        _AT,
        (
            "amount",
            gettext_lazy("How much"),
            "text",
            gettext_lazy("120 ml or 4 oz; leave it empty at the breast."),
        ),
        _NOTE,
    ),
    "nappy": (
        ("wet", gettext_lazy("Wet"), "tick", ""),
        ("dirty", gettext_lazy("Dirty"), "tick", ""),
        _AT,
        _NOTE,
    ),
    "cry": (_AT, _UNTIL, _NOTE),
    "note": (("note", gettext_lazy("What you want to remember"), "area", ""), _AT),
    "weight": (("amount", gettext_lazy("Weight"), "text", gettext_lazy("4.2 kg, or 9 lb 4 oz")), _AT, _NOTE),
    "length": (("amount", gettext_lazy("Length"), "text", gettext_lazy("54 cm, or 21 in")), _AT, _NOTE),
    "head": (
        ("amount", gettext_lazy("Around the head"), "text", gettext_lazy("38.5 cm, or 15 in")),
        _AT,
        _NOTE,
    ),
    "mood": (("mood", gettext_lazy("How are you today?"), "choice", ""), _AT, _NOTE),
}
CHOICES: Mapping[str, Mapping[str, Promise]] = {"way": WAYS, "mood": MOOD_LABELS}
# A slip of the clean entry → the field of the page that said it.
SAID_BY = {"start": "at", "end": "until", "ml": "amount", "g": "amount", "mm": "amount"}


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    name: str
    label: str
    type: str  # time, text, area, tick, choice
    hint: str
    value: str
    error: str
    choices: tuple[Choice, ...]
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickForm:
    """One kind's form. `id` makes two sendings of it one row; `error` is a slip that belongs to no field."""

    kind: str
    label: str
    icon: str
    id: UUID
    open: bool
    fields: SafeString
    error: str


def quick_forms(
    *, is_today: bool, sent: Mapping[str, str] | None = None, slips: Mapping[str, str] | None = None
) -> tuple[QuickForm, ...]:
    """Return the forms of all kinds. On another day than today they ask for a time.

    The one that was sent holds what was typed and what is to be looked at again.
    """
    was_sent = sent.get("kind") if sent else None
    return tuple(
        _form(kind, is_today, sent if sent and kind == was_sent else {}, slips or {}) for kind in FIELDS
    )


def _form(kind: str, is_today: bool, sent: Mapping[str, str], slips: Mapping[str, str]) -> QuickForm:
    told = {SAID_BY.get(name, name): sentence for name, sentence in slips.items()} if sent else {}
    if sent:
        fields = _drawn(kind, is_today, sent, told)
        told = {name: told[name] for name in told.keys() - {spec[0] for spec in FIELDS[kind]}}
    else:
        fields = _blank(kind, is_today, get_language() or "")
    return QuickForm(
        kind=kind,
        label=str(LABELS[kind]),
        icon=ICONS[kind],
        id=uuid7(),
        open=bool(sent),
        fields=fields,
        error=" ".join(told.values()),
    )


@lru_cache(maxsize=256)
def _blank(kind: str, is_today: bool, _language: str) -> SafeString:
    """Return the empty fields of a kind, drawn once for each language.

    Half the work of a day's page otherwise.
    """
    return _drawn(kind, is_today, {}, {})


def _drawn(kind: str, is_today: bool, sent: Mapping[str, str], told: Mapping[str, str]) -> SafeString:
    fields = [_field(kind, spec, sent, told.get(spec[0], "")) for spec in FIELDS[kind]]
    return render_to_string("diary/_fields.html", {"fields": fields, "is_today": is_today})


def _field(kind: str, spec: _Spec, sent: Mapping[str, str], error: str) -> Field:
    name, label, type, hint = spec
    value = sent.get(name, "")[:MAX_TEXT]
    choices = tuple(Choice(key, str(words), key == value) for key, words in CHOICES.get(name, {}).items())
    return Field(
        name=name,
        label=str(label),
        type=type,
        hint=str(hint),
        value=value,
        error=error,
        choices=choices,
        id=f"{kind}-{name}",
    )
