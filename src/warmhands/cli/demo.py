"""The demo family: invented, and marked so on every page."""

from __future__ import annotations


def fill() -> None:
    """Fill an empty demo home."""
