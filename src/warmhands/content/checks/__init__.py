"""All faults of the content, found by reading the files against each other.

    links      ids that nothing bears, items without a source
    drawing    figures, anchors, left and right, the way of the hands
    safety     rules that no question reaches, rules and strokes that disagree
    routines   asking first and closing last, ages that hold
    texts      no id and no name of a file in what a person reads

Each check yields plain sentences: the file, the item, the fault.
"""

from __future__ import annotations

from warmhands.content.checks import drawing, links, routines, safety, texts
from warmhands.content.model import Content


def problems(content: Content) -> tuple[str, ...]:
    """Return one clear sentence for each fault, in a fixed order; empty when all is well."""
    found = [
        *links.faults(content),
        *safety.faults(content),
        *routines.faults(content),
        *drawing.faults(content),
        *texts.faults(content),
    ]
    return tuple(dict.fromkeys(found))
