"""A session as one finite table: where the hands are, what is said, and where each event leads.

`compile_walk` makes the table from a plan; `step` and `trace` walk it, and so does `walk.js` in the browser,
with the same result. The words (kinds, events, laws) are those of the public command line; docs/walk.md tells
how they meet.
"""

from warmhands.science.walk_pack import walk_packed
from warmhands.science.walk_state import EVENTS, HAND_EVENTS, TIME_EVENTS, State, Walk, step, trace, walk_json
from warmhands.science.walk_table import compile_walk

__all__ = [
    "EVENTS",
    "HAND_EVENTS",
    "TIME_EVENTS",
    "State",
    "Walk",
    "compile_walk",
    "step",
    "trace",
    "walk_json",
    "walk_packed",
]
