"""All the art by name, the definitions a picture needs, and the shared sheet of figures.

`definitions(names, prefix)` writes the parts that a complete picture uses, with ids of its own.
`figures_sprite()` is the text of the static file that overlays point to (`figures.svg#front`), so that a page
loads the baby once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from warmhands.charts import baby_front, baby_more, close_up
from warmhands.charts.hands import HANDS
from warmhands.charts.svg import el

_USED = re.compile(r'href="#@([\w-]+)"')

PARTS: Mapping[str, Callable[[], str]] = {
    **baby_front.PARTS,
    **baby_more.PARTS,
    **close_up.PARTS,
    **{f"hand-{name}": art for name, art in HANDS.items()},
}


@cache
def art(name: str) -> str:
    """The art of one part, `@` standing for the prefix of ids. Raises KeyError for a part that does not
    exist.
    """
    return PARTS[name]()


def needed(names: Iterable[str]) -> list[str]:
    """The parts and all that they use, those first that others use."""
    order: list[str] = []
    for name in names:
        for inner in [*needed(_USED.findall(art(name))), name]:
            if inner not in order:
                order.append(inner)
    return order


def definitions(names: Iterable[str], prefix: str) -> str:
    """`<defs>` with the parts, their ids beginning with `prefix`."""
    return el("defs", *(el("g", art(name), id=f"@{name}").replace("@", prefix) for name in needed(names)))


def figures_sprite() -> str:
    """The sheet of all figures, parts and hands, for `<use href="…/figures.svg#front">`."""
    return el("svg", definitions(PARTS, ""), xmlns="http://www.w3.org/2000/svg") + "\n"
