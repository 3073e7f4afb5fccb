"""What goes into the judgement and what comes out of it: plain frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from warmhands.content.model import Action, Confidence, Content, Region, Scope
from warmhands.science.errors import BadInput

Answer = Literal["yes", "no", "unknown"]
Oil = Literal["allowed", "none", "prescribed_only"]

HOLD_ONLY = frozenset({"resting_hands", "containment", "foot_hold"})  # what stays when stroking must wait
ALWAYS = frozenset({"permission", "closing"})  # asking and ending belong to whatever else is allowed
LIMITS = ("vaccine_wait_hours", "feed_wait_minutes", "oil_from_days")  # what a deployment may set


@dataclass(frozen=True, slots=True)
class BabyDates:
    """Birth date (None: not known) and days of pregnancy at birth (None: not known)."""

    born: date | None = None
    gestation_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a parent said, and when.

    now: aware instant. zone: IANA name of the family's zone. answers: rule id → answer; absent: not asked.
    at: rule id → the instant that a timed answer speaks of (the last fever, the vaccine, the feed).
    cleared: rules that a clinician has lifted. regions: rule id → where on the baby, for scope region.
    """

    now: datetime
    zone: str
    baby: BabyDates | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    at: Mapping[str, datetime] = field(default_factory=dict)
    cleared: frozenset[str] = frozenset()
    regions: Mapping[str, tuple[Region, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Limits:
    """The waits that a deployment may set within the options of `safety.yaml`, settings."""

    vaccine_wait_hours: int
    feed_wait_minutes: int
    oil_from_days: int


def limits_from(content: Content, **chosen: object) -> Limits:
    """Return the content's default limits with `chosen` in their place.

    Raises BadInput when a name is unknown or a value is not among the options.
    """
    values = {name: int(content.settings[name].default) for name in LIMITS}
    for name, value in chosen.items():
        if name not in LIMITS:
            raise BadInput(f"There is no safety limit named {name!r}; there are {', '.join(LIMITS)}.")
        if type(value) is not int or value not in content.settings[name].options:
            raise BadInput(f"{name!r} must be one of {', '.join(map(str, content.settings[name].options))}.")
        values[name] = value
    return Limits(**values)


def limits_from_texts(content: Content, chosen: Mapping[str, str], *, prefix: str = "") -> Limits:
    """Return the limits that a deployment has set as texts, limit → value; an empty text leaves the default.

    prefix: what stands before the limit's name where the operator wrote it, so that the sentence names that.
    Raises BadInput when a value is not among the options.
    """
    values: dict[str, int] = {}
    for name, text in chosen.items():
        options = {str(option): int(option) for option in content.settings[name].options}
        if text.strip() and text.strip() not in options:
            raise BadInput(
                f"{prefix}{name.upper()} must be one of {', '.join(options)}, not {ascii(text)[:40]}."
            )
        if text.strip():
            values[name] = options[text.strip()]
    return limits_from(content, **values)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiredRule:
    """One rule that fired. `until` is in the family's zone; `because`: the answer, or the baby's dates."""

    id: str
    action: Action
    scope: Scope
    message: str
    why: str
    until: datetime | None
    until_condition: str
    confidence: Confidence
    sources: tuple[str, ...]
    because: Literal["answer", "dates"] = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """May hands stroke this baby now?

    blocked_strokes and allowed_strokes together are all strokes, in the content's order. max_minutes None: no
    limit. age_used_days: corrected where that is due; None when the birth is not known.
    unsure: rules answered "don't know" that fire on yes only; they do not fire, and the page names them.
    """

    verdict: Action
    until: datetime | None
    until_condition: str
    rules: tuple[FiredRule, ...]
    blocked_strokes: tuple[str, ...]
    allowed_strokes: tuple[str, ...]
    max_minutes: int | None
    oil: Oil
    prefer: tuple[str, ...]
    age_used_days: int | None
    unsure: tuple[str, ...] = ()
