"""The rooms of a capability: a request walks down, never back up, and a neighbour knocks at two doors only.

import-linter keeps floors and capabilities (pyproject.toml); its layers know no `library_views` beside
`safety_views`, so the rooms are kept here, by the last word of a module's name.
"""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
spec = importlib.util.spec_from_file_location("house_map", ROOT / "tools" / "house_map.py")
assert spec
assert spec.loader
house_map = importlib.util.module_from_spec(spec)
sys.modules["house_map"] = house_map
spec.loader.exec_module(house_map)

CAPABILITIES = ["shell", "families", "diary", "guide", "today"]
RANKS = {"urls": 0, "views": 1, "access": 2, "forms": 3, "actions": 3, "queries": 4, "models": 6}
# Modules beside the rooms. VALUES: plain values and pure functions, at the bottom; DRAWN: a query's result
# made into pictures or lines, between view and query. A new name here is a decision: could it be a room?
DRAWN, VALUES = 2, 7
CLOSETS = {
    "shell": {
        "ages": VALUES,
        "errors": VALUES,
        "ids": VALUES,
        "static_files": VALUES,
        "static_storage": VALUES,
        "version": VALUES,
    },
    "families": {"adapter": VALUES, "doors": VALUES, "ways": VALUES, "zones": VALUES},
    "diary": {"logs": VALUES, "pictures": DRAWN, "uploads": VALUES},
    "guide": {
        "asking": VALUES,
        "pictures": VALUES,
        "library_words": VALUES,
        "safety_lines": VALUES,
        "session_words": VALUES,
    },
    "today": {},
}
# Called by the framework, not by a room.
FRAME = {"apps", "context", "middleware", "templatetags", "management"}

MODULES = house_map.modules()


def place(name: str) -> tuple[str, str] | None:
    """The capability and the room of a module: ("guide", "library_views")."""
    parts = name.split(".")
    return (
        (parts[1], parts[2])
        if parts[0] == "companion" and len(parts) > 2 and parts[1] in CAPABILITIES
        else None
    )


def rank(capability: str, room: str) -> int | None:
    last = room.rsplit("_", 1)[-1]
    if room in CLOSETS[capability]:
        return CLOSETS[capability][room]
    return None if room in FRAME else RANKS[last]


INSIDE = sorted(name for name in MODULES if place(name))


@pytest.mark.parametrize("name", INSIDE)
def test_every_module_is_a_room_or_a_known_closet(name):
    capability, room = place(name)
    assert room in FRAME | set(CLOSETS[capability]) or room.rsplit("_", 1)[-1] in RANKS


@pytest.mark.parametrize("name", INSIDE)
def test_a_request_walks_down(name):
    capability, room = place(name)
    own = rank(capability, room)
    if own is None:
        return
    for target in house_map.imports(MODULES[name], name, set(MODULES)):
        there = place(target)
        if there is None or there[0] != capability or there[1] == room:
            continue
        below = rank(*there)
        assert below is None or below >= own, f"{name} reaches back up to {target}"
        assert not (own == 1 and below == RANKS["models"]), f"{name} is a view and sees a model"


@pytest.mark.parametrize("name", INSIDE)
def test_neighbours_are_reached_through_queries_and_actions(name):
    capability, _ = place(name)
    for target in house_map.imports(MODULES[name], name, set(MODULES)):
        there = place(target)
        if there is None or there[0] == capability or there[0] == "shell":
            continue
        last = there[1].rsplit("_", 1)[-1]
        assert last in {"queries", "actions", "access"} or there[1] in CLOSETS[there[0]], (
            f"{name} reaches into {target}"
        )
        assert last not in {"models", "views"}


def test_a_view_is_called_only_by_its_urls():
    for name, path in MODULES.items():
        for target in house_map.imports(path, name, set(MODULES)):
            there = place(target)
            if there and there[1].rsplit("_", 1)[-1] == "views":
                assert name.rsplit(".", 1)[-1].rsplit("_", 1)[-1] in {"urls", "views"}, (
                    f"{name} calls {target}"
                )
