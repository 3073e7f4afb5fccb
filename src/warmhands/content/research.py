"""What research says and what a family can measure, as frozen values. `model` re-exports these names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSource:
    """A row of evidence/sources.csv: where the numbers behind a claim were read."""

    source_id: str
    citation: str
    doi: str
    url: str
    seen_excerpt_date: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A promise made to parents and what research says of it. `evidence/claims.csv` was the master."""

    id: str
    claim: str
    population: str
    sources: tuple[str, ...]  # ids of evidence/sources.csv
    finding: str
    certainty: Literal["high", "moderate", "low", "very low", "none found"]
    certainty_reason: str
    caveat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """An evidence card. It has no grade of its own: the certainty of a claim stands in `claims.yaml` only."""

    id: str
    source: str
    title: str
    design: str
    n: str
    age: str
    dose: str
    found: str
    limits: str
    claims: tuple[str, ...]  # ids of claims.yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One sentence over a group of claims; the grading stays with the claims."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialDose:
    use: str
    minutes: str
    per_day: str
    days: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    id: str
    construct: str
    name: str
    how: str
    unit: str
    better: str
    record_when: str
    burden_seconds: int
    norms: tuple[Mapping[str, object], ...]
    worthwhile_change: Mapping[str, object]
    within_baby_sd_guess: float | None
    personal_trial: str
    licence: str
    supports_claims: tuple[str, ...]
    sources: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Measures that a family may choose together; `items` are ids of measures or instruments."""

    id: str
    items: tuple[str, ...]
    daily_seconds: int
    for_whom: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A questionnaire of others, with what its licence allows."""

    id: str
    name: str
    licence: str
    use: str
    sources: tuple[str, ...]
    who: str = ""
    items: str = ""
    scores: str = ""
    flags: tuple[str, ...] = ()
    validity: str = ""
    mid: str = ""
    caveat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialDesign:
    """The family's own experiment, as proposed in `outcomes.yaml`; its simulation says what it can find."""

    question: str
    design: str
    control_night: str
    first_nights: str
    analysis: str
    say_when_unsure: str
    cannot_test: tuple[str, ...]
    stop_rules: tuple[str, ...]
    assumptions: str
    simulation: Mapping[str, object]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingField:
    """One field of a class listing (`classes.yaml`)."""

    field: str
    type: str
    required: bool
    why: str
    schema_org: str
    ical: str
    example: str
    sources: tuple[str, ...]
