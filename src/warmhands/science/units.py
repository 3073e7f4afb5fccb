"""Limits and lengths of time, each with its unit in the name and its source, and a baby's two ages.

A date is the family's own local date; an instant is aware. Nothing here knows the day: `today` is given.
"""

from __future__ import annotations

from datetime import date

from warmhands.science.errors import BadInput

SECONDS_PER_MINUTE = 60
MINUTES_PER_HOUR = 60
HOURS_PER_DAY = 24
DAYS_PER_WEEK = 7
DAYS_PER_MONTH = 365.25 / 12  # a month of the WHO growth standards (2006): 30.4375 days

TERM_DAYS = 280  # 40 weeks 0 days, counted from the last period: the usual due date
PRETERM_BEFORE_DAYS = 259  # WHO: preterm is a birth before 37 completed weeks
# RCPCH growth charts correct for 1 year after a birth from 32 weeks, 2 years after an earlier one; the longer
# is used for every preterm baby here, as the younger age is the more careful one.
CORRECT_UNTIL_DAYS = 730

MIN_GESTATION_DAYS = 154  # 22 weeks 0 days: the lower edge of survival, and of the neonatal charts
MAX_GESTATION_DAYS = 308  # 44 weeks 0 days: longer is a slip of the date

EARLIEST_YEAR = 2000  # no family logs a massage before; an earlier year is a slip of the keyboard
LATEST_YEAR = 2100


def is_preterm(gestation_days: int | None) -> bool:
    """Return whether the birth was before 37 completed weeks; not known counts as not preterm."""
    return gestation_days is not None and gestation_days < PRETERM_BEFORE_DAYS


def age_days(born: date, today: date) -> int:
    """Return days since birth, 0 on the day of birth.

    Raises BadInput for a birth that lies after `today`.
    """
    age = (today - born).days
    if age < 0:
        raise BadInput("The date of birth lies in the future.")
    return age


def corrected_age_days(born: date, gestation_days: int | None, today: date) -> int:
    """Return days since the due date for a baby born before 37 weeks, until 24 months; else since birth.

    Negative before the due date. Raises BadInput for a birth after `today` or a gestation out of limits.
    """
    if gestation_days is not None and not MIN_GESTATION_DAYS <= gestation_days <= MAX_GESTATION_DAYS:
        raise BadInput("Weeks of pregnancy lie outside 22 to 44.")
    age = age_days(born, today)
    if gestation_days is None or not is_preterm(gestation_days) or age >= CORRECT_UNTIL_DAYS:
        return age
    return age - (TERM_DAYS - gestation_days)


# The diary: outside of these, what was written is a slip of the keyboard and not a baby.
DIARY_AHEAD_MINUTES = 60  # a telephone's clock may be a little fast; more is a slip of morning and evening
DIARY_BEFORE_BIRTH_DAYS = 1  # a birth near midnight, or a family that has travelled since
MAX_SPAN_HOURS = 24  # a sleep, a cry or a feed that lasts over a day has a forgotten end
MIN_WEIGHT_G, MAX_WEIGHT_G = (
    200,
    50_000,
)  # Tiniest Babies Registry (2021): 212 g; WHO at 5 years, +3 SD: 29.5 kg
MIN_LENGTH_MM, MAX_LENGTH_MM = 200, 1_400  # as above: 24 cm at birth; WHO 5 y +3 SD 123.9 cm
MIN_HEAD_MM, MAX_HEAD_MM = 150, 650  # INTERGROWTH-21st 24 weeks -3 SD 18 cm; WHO 5 y +3 SD about 55 cm
MIN_FEED_ML, MAX_FEED_ML = 1, 1_000  # the largest baby bottles hold 330 ml, a jug a litre
MAX_DAYS_AT_ONCE = 3_660  # ten years of local days in one answer

G_PER_LB = 453.59237  # international pound (1959), exact
G_PER_OZ = 28.349523125  # a sixteenth of it, exact
ML_PER_FL_OZ = (
    29.5735295625  # US fluid ounce, exact; the imperial one (28.41 ml) is not used by the apps read here
)
MM_PER_INCH = 25.4  # exact
ML_PER_TSP = 5  # a kitchen teaspoon (FDA 21 CFR 101.9: 5 ml)
