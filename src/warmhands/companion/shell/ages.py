"""How old, in the words of a parent: days, then weeks, then months."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext, ngettext

from warmhands.science.units import DAYS_PER_WEEK

WEEKS_FROM_DAYS = 14  # up to here parents count days,
MONTHS_FROM_DAYS = 16 * DAYS_PER_WEEK  # up to here weeks,
YEARS_FROM_MONTHS = 24  # and up to here months


def age_words(born: date, today: date) -> str:
    """Return "5 days", "7 weeks and 2 days", "5 months", "2 years and 3 months". Dates are local ones."""
    days = (today - born).days
    if days < 1:
        return gettext("brand new")
    if days < WEEKS_FROM_DAYS:
        return _days(days)
    if days < MONTHS_FROM_DAYS:
        return _and(
            _weeks(days // DAYS_PER_WEEK), _days(days % DAYS_PER_WEEK) if days % DAYS_PER_WEEK else ""
        )
    months = whole_months(born, today)
    if months < YEARS_FROM_MONTHS:
        return _months(months)
    return _and(_years(months // 12), _months(months % 12) if months % 12 else "")


def to_go_words(due: date, today: date) -> str:
    """Return how long an expected baby still takes: "3 weeks and 2 days to go", then "any day now"."""
    days = (due - today).days
    if days < 1:
        return gettext("any day now")
    if days < WEEKS_FROM_DAYS:
        return gettext("%(time)s to go") % {"time": _days(days)}
    rest = days % DAYS_PER_WEEK
    return gettext("%(time)s to go") % {
        "time": _and(_weeks(days // DAYS_PER_WEEK), _days(rest) if rest else "")
    }


def whole_months(born: date, today: date) -> int:
    """Return the calendar months that have passed; born on a 31st, a short month is over on the 1st."""
    return (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)


def _days(n: int) -> str:
    return ngettext("%(n)s day", "%(n)s days", n) % {"n": n}


def _weeks(n: int) -> str:
    return ngettext("%(n)s week", "%(n)s weeks", n) % {"n": n}


def _months(n: int) -> str:
    return ngettext("%(n)s month", "%(n)s months", n) % {"n": n}


def _years(n: int) -> str:
    return ngettext("%(n)s year", "%(n)s years", n) % {"n": n}


def _and(first: str, second: str) -> str:
    return gettext("%(first)s and %(second)s") % {"first": first, "second": second} if second else first
