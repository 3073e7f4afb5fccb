"""The same table, packed for the page: what repeats is written once, states name others by their distance.

Neighbouring strokes have the same shape, so their rows become alike and gzip folds them. `unpack` in walk.js
gives back exactly what `walk_json` gives; nothing is decided there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from warmhands.science.walk_state import EVENTS, Walk, walk_json

FIELDS = ("kind", "say", "seconds", "stroke", "region", "side", "rep_seconds", "step")
FAR = 10_000  # from here on a target is counted from the first of the states that belong to no step


def walk_packed(walk: Walk, tr: Callable[[str], str] = str) -> dict[str, Any]:
    """Return the walk as plain values, to be unpacked in the order written.

    apart: where the states begin that belong to no step. values: for each field its different values in the
    order of their first use; the first field, id, is a pattern with # in the place of a number. rows, one a
    state: for each field 0 for the next new value, or how many values back; what to add to the number of the
    id before; then an event's index and its target in turn. A target is the distance from this state, or
    `far` plus the distance from `apart`.
    """
    table = walk_json(walk, tr)
    states: dict[str, dict[str, Any]] = table["states"]
    place = {name: index for index, name in enumerate(states)}
    apart = next(index for index, state in enumerate(states.values()) if state["step"] is None)
    values: dict[str, dict[Any, int]] = {field: {} for field in ("id", *FIELDS)}
    rows = []
    before = 0
    for index, (name, state) in enumerate(states.items()):
        number = re.search(r"\d+", name)
        after = int(number.group()) if number else before
        row = [_back(values["id"], re.sub(r"\d+", "#", name, count=1))]
        row += [_back(values[field], state[field]) for field in FIELDS]
        row.append(after - before)
        before = after
        for event, target in state["on"].items():
            to = place[target]
            row += [EVENTS.index(event), FAR + to - apart if to >= apart else to - index]
        rows.append(row)
    return {
        "routine": walk.routine,
        "start": walk.start,
        "apart": apart,
        "far": FAR,
        "events": list(EVENTS),
        "values": {field: list(seen) for field, seen in values.items()},
        "rows": rows,
    }


def _back(seen: dict[Any, int], value: Any) -> int:
    """Return 0 for a new value, which is then known, else how far back from the newest it lies, from 1 on."""
    if value in seen:
        return len(seen) - seen[value]
    seen[value] = len(seen)
    return 0
