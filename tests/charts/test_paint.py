"""Skin tones: each is complete, and hands can be told from the baby."""

from __future__ import annotations

import re

import pytest

from warmhands.charts import paint

NAMES = {
    re.fullmatch(r"var\(--([a-z-]+),#[0-9a-f]{6}\)", value).group(1)
    for name, value in vars(paint).items()
    if name.isupper() and isinstance(value, str)
}


def light(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tone", paint.TONES)
def test_a_tone_is_complete_and_readable(tone):
    skin, hand = paint.TONES[tone], paint.HANDS[tone]
    assert set(skin) == {"skin", "skin-shade", "line", "hair", "eye", "blush"}
    assert set(hand) == {"hand", "hand-line", "nail"}
    assert {*skin, *hand} <= NAMES
    assert contrast(skin["skin"], skin["line"]) > 2
    assert contrast(skin["skin"], hand["hand"]) > 1.3
    assert contrast(skin["skin"], hand["hand-line"]) > 3
    assert contrast(skin["skin"], skin["eye"]) > 2.5


def test_the_first_tone_is_what_stands_without_a_style_sheet():
    first = next(iter(paint.TONES))
    values = " ".join(v for v in vars(paint).values() if isinstance(v, str))
    for name, colour in {**paint.TONES[first], **paint.HANDS[first]}.items():
        assert f"var(--{name},{colour})" in values
