"""Amounts as people write them: whole numbers of one unit, and never a silent guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhands.companion.diary.logs.amounts import amount_of
from warmhands.science.errors import BadInput
from warmhands.science.units import G_PER_LB, G_PER_OZ


@pytest.mark.parametrize(
    ("kind", "text", "amount"),
    [
        ("weight", "4.2", {"g": 4200}),
        ("weight", "4,25 kg", {"g": 4250}),
        ("weight", "4250", {"g": 4250}),
        ("weight", "4250 g", {"g": 4250}),
        ("weight", "8 lb 4 oz", {"g": 3742}),
        ("weight", "8lbs, 4oz", {"g": 3742}),
        ("length", "54", {"mm": 540}),
        ("length", "21.5 in", {"mm": 546}),
        ("head", "385mm", {"mm": 385}),
        ("feed", "120", {"ml": 120}),
        ("feed", "4 OZ", {"ml": 118}),
    ],
)
def test_it_works(kind: str, text: str, amount: dict[str, int]) -> None:
    assert amount_of(kind, text) == {**amount, "as": text}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("weight", "heavy"),
        ("weight", "-5"),
        ("weight", "Infinity"),
        ("weight", "4.2 stone"),
        ("weight", "4 oz 3"),
        ("feed", "1e9"),
        ("length", "5 ft"),
        ("sleep", "3"),
    ],
)
def test_what_cannot_be_read_is_refused(kind: str, text: str) -> None:
    with pytest.raises(BadInput):
        amount_of(kind, text)


@given(grams=st.integers(200, 50_000))
def test_pounds_and_ounces_come_back_to_the_gram(grams: int) -> None:
    pounds, rest = divmod(grams, G_PER_LB)
    assert amount_of("weight", f"{pounds:.0f} lb {rest / G_PER_OZ:.4f} oz")["g"] == grams


@given(text=st.text(max_size=30), kind=st.sampled_from(["weight", "length", "head", "feed"]))
def test_any_text_is_an_amount_or_refused(text: str, kind: str) -> None:
    try:
        amount = amount_of(kind, text)
    except BadInput:
        return
    assert all(isinstance(value, (int, str)) for value in amount.values())
