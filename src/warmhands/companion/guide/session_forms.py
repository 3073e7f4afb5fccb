"""What a stranger sends to the session pages, made clean: the wish in an address, and a finished massage."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from warmhands.companion.guide.asking import Asked
from warmhands.companion.guide.session_words import MINUTES, POSITIONS
from warmhands.content.model import Content
from warmhands.science.errors import BadInput
from warmhands.science.walk import EVENTS

MAX_BYTES = 500_000  # 2,000 events of 200 bytes, and the plan
# What the player itself adds to the walk's events (session.js).
PLAYER_EVENTS = frozenset({"begin", "back", "over"})


def read_asked(query: Mapping[str, str], content: Content) -> Asked:
    """Return the wish of an address. What nobody offered is no wish: an old bookmark still opens."""
    minutes = query.get("minutes", "")
    return Asked(
        routine=_known(query.get("routine", ""), content.routines),
        need=_known(query.get("need", ""), content.needs),
        minutes=int(minutes) if minutes in map(str, MINUTES) else None,
        position=_known(query.get("position", ""), POSITIONS),
        oil=query.get("oil") != "no",
        who="second" if query.get("who") == "second" else "first",
        baby=query.get("baby", "")[:40],
    )


def _known(word: str, among: Mapping[str, object]) -> str:
    return word if word in among else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A finished massage as the player sends it. The diary checks the times, the areas and the lengths."""

    id: UUID
    baby_id: UUID
    start: datetime
    end: datetime
    zone: str
    routine: str
    ended: str
    planned: list[Any]
    timeline: list[Any]
    how: str
    favourite: str


FIELDS = frozenset(
    {"id", "baby", "start", "end", "zone", "routine", "ended", "planned", "timeline", "how", "favourite"}
)


def read_finished(body: bytes, content: Content) -> Finished:
    """Return the massage in a JSON body. Raises BadInput with a sentence for a person."""
    if len(body) > MAX_BYTES:
        raise BadInput(_("This massage is too long to be kept."))
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise BadInput(_("This massage cannot be read.")) from None
    if not isinstance(data, dict) or not data.keys() <= FIELDS:
        raise BadInput(_("This massage cannot be read."))
    routine = _text(data, "routine")
    if routine not in content.routines:
        raise BadInput(_("This massage follows a routine that is not known here."))
    timeline = _rows(data.get("timeline"), content)
    if any(row.get("event") not in PLAYER_EVENTS and row.get("event") not in EVENTS for row in timeline):
        raise BadInput(_("This massage has an event that is not known here."))
    return Finished(
        id=_uuid(data, "id"),
        baby_id=_uuid(data, "baby"),
        start=_instant(data, "start"),
        end=_instant(data, "end"),
        zone=_text(data, "zone"),
        routine=routine,
        ended=_text(data, "ended"),
        planned=_rows(data.get("planned", []), content),
        timeline=timeline,
        how=_text(data, "how"),
        favourite=_text(data, "favourite"),
    )


def _text(data: Mapping[str, object], name: str) -> str:
    word = data.get(name) or ""
    if not isinstance(word, str):
        raise BadInput(_("This massage cannot be read."))
    return word


def _uuid(data: Mapping[str, object], name: str) -> UUID:
    try:
        return UUID(_text(data, name))
    except ValueError:
        raise BadInput(_("This massage has no id, or no baby.")) from None


def _instant(data: Mapping[str, object], name: str) -> datetime:
    try:
        instant = datetime.fromisoformat(_text(data, name))
    except ValueError:
        raise BadInput(_("This massage does not say when it was.")) from None
    if instant.utcoffset() is None:
        raise BadInput(_("This massage does not say when it was."))
    return instant


def _rows(raw: object, content: Content) -> list[Any]:
    """Return the rows: objects whose stroke, if they name one, is known. The diary checks the rest."""
    if not isinstance(raw, list) or not all(isinstance(row, dict) for row in raw):
        raise BadInput(_("The course of the massage cannot be read."))
    for row in raw:
        stroke = row.get("stroke")
        if stroke and (not isinstance(stroke, str) or stroke not in content.strokes):
            raise BadInput(_("This massage has a stroke that is not known here."))
        if not isinstance(row.get("event", ""), str):
            raise BadInput(_("The course of the massage cannot be read."))
    return raw
