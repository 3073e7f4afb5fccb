"""The session page as one frozen value: the table to walk, its pictures, and every word of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext

from warmhands.companion.diary.queries import Practice
from warmhands.companion.families.queries import BabyCard, Member
from warmhands.companion.guide import session_words as words
from warmhands.companion.guide.asking import Asked
from warmhands.companion.guide.table_queries import (
    FIGURES,
    HELD_CLOSE,
    STILL_HANDS,
    picture_key,
    table_address,
)
from warmhands.content.loader import load
from warmhands.content.model import Content
from warmhands.science.routine import Plan, Wish, plan
from warmhands.science.routine_fit import area
from warmhands.science.units import SECONDS_PER_MINUTE

# The scripts of the page: named here so that they load at once, not one after the other.
_NAMES = "device walk made session speak screen kept questions sheets player"
MODULES = tuple(f"guide/{name}.js" for name in _NAMES.split())


@dataclass(frozen=True, slots=True)
class Missing:
    """A stroke that is left out today, in the reader's language."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class AreaName:
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPage:
    """Everything that /massage/go/ needs; the table and the pictures load with it, before it begins."""

    title: str
    nickname: str
    minutes: int
    areas: str
    ready: tuple[words.Ready, ...]
    left_out: tuple[Missing, ...]
    page: Mapping[str, Any]
    area_names: tuple[AreaName, ...]
    help_signs: tuple[str, ...]
    emergency_number: str
    advice_line: str
    modules: tuple[str, ...] = MODULES


def session(
    asked: Asked, wish: Wish, *, member: Member | None, baby: BabyCard | None, practice: Practice | None
) -> SessionPage:
    """Return the page of the routine that `asked` names. Raises NotOffered."""
    content = load()
    planned = plan(content, asked.routine, wish)
    address = table_address(planned, practice.strokes if practice else {})
    return SessionPage(
        title=gettext(content.routines[asked.routine].name),
        nickname=baby.nickname if baby else "",
        minutes=max(1, round(planned.seconds / SECONDS_PER_MINUTE)),
        areas=", ".join(str(words.AREAS[name]) for name in _areas(planned)),
        ready=words.ready_lines(planned.oil),
        left_out=left_out(content, planned.left_out),
        page=_page(asked, planned, address, member=member, baby=baby),
        area_names=area_names(),
        help_signs=_listed(gettext(content.rules["emergency_signs"].ask)),
        emergency_number=settings.WARMHANDS_EMERGENCY_NUMBER,
        advice_line=settings.WARMHANDS_ADVICE_LINE,
    )


def area_names() -> tuple[AreaName, ...]:
    """Return the areas for the question which was liked best."""
    return tuple(AreaName(name, _capital(label)) for name, label in words.AREAS.items() if name != "whole")


def left_out(content: Content, missing: Sequence[Any]) -> tuple[Missing, ...]:
    """Return what a plan or an offer leaves out, in the reader's language."""
    return tuple(Missing(gettext(content.strokes[m.stroke].name), gettext(m.why)) for m in missing)


def _listed(question: str) -> tuple[str, ...]:
    """Return what a safety question counts up after its question mark: "Any of these? fits; blue lips"."""
    return tuple(_capital(sign.strip()) for sign in question.partition("?")[2].split(";"))


def _capital(label: Promise | str) -> str:
    word = str(label)
    return word[:1].upper() + word[1:]


def _areas(planned: Plan) -> tuple[str, ...]:
    """Return the areas in their order; the whole body only where there is nothing else."""
    regions = dict.fromkeys(area(step.region) for step in planned.steps)
    return tuple(name for name in regions if name != "whole") or ("whole",)


def _page(
    asked: Asked, planned: Plan, address: str, *, member: Member | None, baby: BabyCard | None
) -> dict[str, Any]:
    """Return what player.js needs beside the table, whose name lets a reload take up the same one only."""
    return {
        **device_page(member),
        "routine": planned.routine,
        "baby": str(baby.id) if baby else None,
        "doll": asked.doll,
        "table": address,
        "figures": static(FIGURES),
        "pictures": {"pause": STILL_HANDS, "comfort": HELD_CLOSE, "feed": "feed"},
        "hero": _first_picture(planned),
        "words": {
            "doing": {kind: str(label) for kind, label in words.DOING.items()},
            "areas": {name: str(label) for name, label in words.AREAS.items()},
            "keys": {key: str(label) for key, label in words.KEYS.items()},
            "nothing": gettext("You asked, and you heard the answer."),
            "goOn": gettext("Go on, or finish?"),
            "hear": gettext("Can you hear me?"),
            "space": gettext("space"),
            "pause": gettext("Pause, and go on"),
        },
    }


def _first_picture(planned: Plan) -> str:
    """Return the picture of the first stroke, for the page before the massage."""
    strokes = (step for step in planned.steps if step.stroke not in ("permission", STILL_HANDS))
    return next((picture_key(step.stroke, step.side) for step in strokes), STILL_HANDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishPage:
    """The page of the two questions: what kept.js must know, and the names of the areas."""

    page: Mapping[str, Any]
    area_names: tuple[AreaName, ...]


def finish_page(member: Member | None) -> FinishPage:
    """Return the page that asks about the last massage of this device."""
    return FinishPage(page=device_page(member), area_names=area_names())


def device_page(member: Member | None) -> dict[str, Any]:
    """Return whose device this is: kept massages go out under this name only, and join this baby's diary."""
    current = member.current if member else None
    return {
        "member": member.caregiver_id if member else None,
        "baby": str(current.id) if current else None,
        "finish": reverse("guide:finish"),
    }
