"""A baby's two ages."""

from datetime import date, timedelta

import pytest

from warmhands.science.errors import BadInput
from warmhands.science.units import CORRECT_UNTIL_DAYS, age_days, corrected_age_days, is_preterm

BORN = date(2026, 8, 1)


def test_age_is_zero_on_the_day_of_birth():
    assert age_days(BORN, BORN) == 0


def test_a_birth_in_the_future_is_refused():
    with pytest.raises(BadInput, match="future"):
        age_days(BORN, BORN - timedelta(days=1))


@pytest.mark.parametrize(
    ("gestation_days", "corrected"),
    [
        (None, 100),  # not known: not corrected
        (280, 100),
        (259, 100),  # 37 weeks 0 days is term
        (258, 78),  # 36 weeks 6 days: born 22 days before the due date
        (224, 44),  # 32 weeks: born 8 weeks early
        (168, -12),  # 24 weeks: the due date has not come
    ],
)
def test_age_is_corrected_before_37_weeks_only(gestation_days, corrected):
    assert corrected_age_days(BORN, gestation_days, BORN + timedelta(days=100)) == corrected


def test_age_is_corrected_until_24_months():
    assert corrected_age_days(BORN, 224, BORN + timedelta(days=CORRECT_UNTIL_DAYS - 1)) == 673
    assert corrected_age_days(BORN, 224, BORN + timedelta(days=CORRECT_UNTIL_DAYS)) == CORRECT_UNTIL_DAYS


@pytest.mark.parametrize("gestation_days", [153, 309, 0, -1])
def test_a_gestation_out_of_22_to_44_weeks_is_refused(gestation_days):
    with pytest.raises(BadInput, match="22 to 44"):
        corrected_age_days(BORN, gestation_days, BORN)


def test_an_unknown_gestation_counts_as_term():
    assert not is_preterm(None)
    assert is_preterm(258)
    assert not is_preterm(259)
