"""What a reader of a foreign export gives back.

Rows that can be kept, those that cannot, and what it must ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that is not kept: its line in the file (the first is 1) and the reason, one plain sentence."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Question:
    """What the file does not say: `id` is "order" (month or day first) or "zone".

    `choices` are (value, words).
    """

    id: str
    ask: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One row that can be kept. `key` is the row as written, free of zone and encoding.

    The same row has the same.
    """

    line: int
    key: str
    kind: str
    start: datetime  # UTC
    end: datetime | None
    zone: str
    details: Mapping[str, object]
    date: date  # of the start, as the clock showed it


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedLog:
    format: str
    rows: int  # rows with words in them, the head not counted
    entries: tuple[LogEntry, ...]
    problems: tuple[Problem, ...]
    questions: tuple[Question, ...] = ()
    order: str = ""  # "month" or "day" first, as it was read
    clock_doubts: tuple[date, ...] = ()  # days whose lengths fit another zone's change of clocks

    @property
    def first(self) -> date | None:
        """The first date of what can be kept, as the family's clock showed it."""
        return min((entry.date for entry in self.entries), default=None)

    @property
    def last(self) -> date | None:
        return max((entry.date for entry in self.entries), default=None)

    @property
    def counts(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for entry in self.entries:
            found[entry.kind] = found.get(entry.kind, 0) + 1
        return dict(sorted(found.items(), key=lambda item: -item[1]))
