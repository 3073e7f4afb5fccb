"""Everything that Warmhands refuses, as one tree.

    WarmhandsError            the sentence is fit to be shown to a person
    ├── BadInput              what came in cannot be used: the command line exits 2 with this one sentence
    └── NotOffered            a routine or stroke is not for this baby now; the sentence says why

A capability that needs a narrower kind derives it from these: `except WarmhandsError` is always enough.
"""

from __future__ import annotations


class WarmhandsError(Exception):
    """A refusal in one plain sentence."""


class BadInput(WarmhandsError):  # noqa: N818  named by what is wrong, as it is read aloud
    """What came in cannot be used."""


class NotOffered(WarmhandsError):  # noqa: N818
    """A routine or stroke is not offered for this baby now."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
