"""The words that all content shares: where, how sure, who has checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Confidence = Literal["guideline", "evidence", "hospital", "practitioner", "background"]
Region = Literal["whole", "legs", "feet", "tummy", "chest", "arms", "hands", "face", "head", "back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    id: str
    url: str
    title: str
    kind: str
    seen: str
    weight: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who has checked an item. Empty `by` means: awaiting review, and the pages say so."""

    needs: Literal["certified instructor", "clinician"]
    by: str = ""
    on: str = ""


AWAITS_INSTRUCTOR = Review(needs="certified instructor")
AWAITS_CLINICIAN = Review(needs="clinician")
