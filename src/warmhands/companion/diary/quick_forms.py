"""The small forms of the day page.

One for each kind, one field beside the other, each with its own sentence when it slips.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from warmhands.companion.diary.logs.words import LABELS, MOOD_LABELS
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
    fields: tuple[Field, ...]
    error: str


def quick_forms(
    sent: Mapping[str, str] | None = None, slips: Mapping[str, str] | None = None
) -> tuple[QuickForm, ...]:
    """Return the forms of all kinds.

    The one that was sent holds what was typed and what is to be looked at again.
    """
    return tuple(
        _form(kind, sent if sent and sent.get("kind") == kind else {}, slips or {}) for kind in FIELDS
    )


def _form(kind: str, sent: Mapping[str, str], slips: Mapping[str, str]) -> QuickForm:
    told = {SAID_BY.get(name, name): sentence for name, sentence in slips.items()} if sent else {}
    fields = tuple(_field(kind, spec, sent, told.pop(spec[0], "")) for spec in FIELDS[kind])
    return QuickForm(
        kind=kind,
        label=str(LABELS[kind]),
        icon=ICONS[kind],
        id=uuid7(),
        open=bool(sent),
        fields=fields,
        error=" ".join(told.values()),
    )


def _field(kind: str, spec: _Spec, sent: Mapping[str, str], error: str) -> Field:
    name, label, type, hint = spec
    value = sent.get(name, "")[:2_000]
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
