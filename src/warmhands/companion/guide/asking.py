"""A wish for a massage, as an address carries it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlencode

DOLL = "doll"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A wish, as /massage/go/ and /massage/choose/ carry it in their addresses. Empty: the guide picks.

    baby: "" the current one, "doll", or an id. minutes None: the routine's own.
    """

    routine: str = ""
    need: str = ""
    minutes: int | None = None
    position: str = ""
    oil: bool = True
    who: Literal["first", "second"] = "first"
    baby: str = ""

    @property
    def doll(self) -> bool:
        return self.baby == DOLL

    def for_doll(self) -> Asked:
        """Return the same wish, for a doll."""
        return replace(self, baby=DOLL)

    def query(self, **change: str) -> str:
        """Return the wish as the query of an address, what is empty left out."""
        words = {
            "routine": self.routine,
            "need": self.need,
            "minutes": str(self.minutes or ""),
            "position": self.position,
            "oil": "" if self.oil else "no",
            "who": "" if self.who == "first" else self.who,
            "baby": self.baby,
        }
        return urlencode({name: word for name, word in (words | change).items() if word})
