"""The safety rules and the questions that ask for them, as frozen values. `model` re-exports these names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from warmhands.content.terms import AWAITS_CLINICIAN, Confidence, Region, Review

Action = Literal["emergency", "urgent", "do_not", "ask_clinician", "wait", "adapt", "ok"]
Scope = Literal["all", "partial", "region", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """How long a `wait` lasts. `expires`: over once its time has passed since the instant of the rule."""

    until: str = ""
    hours: int | None = None
    minutes: int | None = None
    min_hours: int | None = None
    max_hours: int | None = None
    min_minutes: int | None = None
    max_minutes: int | None = None
    expires: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapt:
    allow: tuple[str, ...] | None = None  # only these strokes (None: no such limit; empty: nothing at all)
    drop: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()
    max_minutes: int | None = None
    oil: Literal["none", "prescribed_only"] | None = None
    pressure: str = ""
    use_corrected_age: bool = False
    feed_wait_minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeBand:
    """Days since birth, both ends included; None: open."""

    from_days: int | None = None
    to_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyRule:
    id: str
    group: str
    ask: str
    ask_when: Literal["once", "profile", "event", "session", "weekly"]
    action: Action
    scope: Scope
    message: str
    why: str
    confidence: Confidence
    sources: tuple[str, ...]
    fires_on: Literal["yes", "no"] = "yes"  # "no" fires on no and on don't know
    note: str = ""
    ages: AgeBand = AgeBand()
    wait: Wait | None = None
    adapt: Adapt = Adapt()
    blocks_regions: tuple[Region, ...] = ()
    blocks_kinds: tuple[str, ...] = ()
    review: Review = AWAITS_CLINICIAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One line of a safety page. Every rule is reached from exactly one question.

    kind: `tick` (ticked means yes), `confirm` (ticked means all is well: for rules that fire on no), `date`
    (filled by the baby's dates: nothing is ticked). `rule` is the rule that the line itself answers, or empty
    when the line only opens others; `opens` are the rules asked underneath once it is ticked, those of the
    baby's age only. `short` is a shorter wording of an opened rule: rule id -> text.
    """

    id: str
    page: Literal["session", "profile", "event", "once", "weekly"]
    label: str
    icon: str
    kind: Literal["tick", "confirm", "date"] = "tick"
    rule: str = ""
    opens: tuple[str, ...] = ()
    hint: str = ""
    short: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    id: str
    default: int | str
    options: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Where teachers and lists differ, what they say, and what was chosen here."""

    topic: str
    range: str
    chosen: str
    sources: tuple[str, ...]
