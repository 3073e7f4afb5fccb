"""What a stranger's address may ask of the library; anything else is as if it had not been asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

MOST_WEEKS = 6 * 52  # the oldest child that a stroke is written for


def read_weeks(query: Mapping[str, str]) -> int | None:
    """Return the age in weeks to filter by, or None for all ages."""
    text = query.get("weeks", "")
    weeks = int(text) if text.isascii() and text.isdecimal() and len(text) <= 3 else None
    return weeks if weeks is not None and weeks <= MOST_WEEKS else None


def read_area(query: Mapping[str, str]) -> str | None:
    """Return the area of the body that was asked for, as it was written: an unknown one is as none."""
    return query.get("area")


def read_side(query: Mapping[str, str]) -> Literal["left", "right"] | None:
    """Return the baby's side that was asked for."""
    match query.get("side"):
        case "left":
            return "left"
        case "right":
            return "right"
    return None
