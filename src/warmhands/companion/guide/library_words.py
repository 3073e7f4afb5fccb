"""The words around a stroke that are not in the content: ages, pressure, positions, how often."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from warmhands.content.model import Stroke, StrokeAge
from warmhands.science.units import DAYS_PER_MONTH, DAYS_PER_WEEK

REGIONS: Mapping[str, Promise] = {
    "whole": _("Hello, rest and goodbye"),
    "legs": _("Legs"),
    "feet": _("Feet"),
    "tummy": _("Tummy"),
    "chest": _("Chest"),
    "arms": _("Arms"),
    "hands": _("Hands"),
    "face": _("Face"),
    "head": _("Head"),
    "back": _("Back"),
}
PRESSURES: Mapping[str, Promise] = {
    "none": _("No touch yet"),
    "still": _("Resting: warmth, no pressure"),
    "very_light": _("As light as on a closed eyelid"),
    "light": _("Light"),
    "moderate": _("Moderate: the skin moves with your hand, nothing tickles"),
    "firm_gentle": _("Firm and gentle: the hand does not slide, and never presses on the ribs"),
}
POSITIONS: Mapping[str, Promise] = {
    "supine": _("on the back"),
    "lap": _("on your lap"),
    "prone_lap": _("tummy down across your lap"),
    "prone_floor": _("tummy down on the floor, awake"),
    "side": _("on the side"),
    "held": _("in your arms"),
    "seated": _("sitting"),
}
WEEKS_SAID_UP_TO = 16  # from then on parents count in months


def from_words(weeks: int) -> str:
    """Return "from birth", "from 4 weeks", "from 6 months"."""
    if weeks == 0:
        return gettext("from birth")
    return gettext("from %(age)s") % {"age": age_of_weeks(weeks)}


def age_of_weeks(weeks: int) -> str:
    """Return an age in weeks as parents say it: "4 weeks", "6 months", "2 years"."""
    if weeks < WEEKS_SAID_UP_TO:
        return ngettext("%(n)s week", "%(n)s weeks", weeks) % {"n": weeks}
    return _months(round(weeks * DAYS_PER_WEEK / DAYS_PER_MONTH))


def age_words(age: StrokeAge) -> str:
    """Return for which ages a stroke is: "from 4 weeks", "from birth to 12 months"."""
    if age.to_months is None:
        return from_words(age.from_weeks)
    return gettext("%(start)s to %(end)s") % {
        "start": from_words(age.from_weeks),
        "end": _months(age.to_months),
    }


def dose_words(stroke: Stroke) -> str:
    """Return how often and how long: "6 times, about 30 seconds on each side"."""
    times = ngettext("once", "%(n)s times", stroke.reps.default) % {"n": stroke.reps.default}
    span = ngettext("about %(n)s second", "about %(n)s seconds", stroke.seconds_per_side) % {
        "n": stroke.seconds_per_side
    }
    whole = gettext("%(times)s, %(span)s") % {"times": times, "span": span}
    return gettext("%(dose)s on each side") % {"dose": whole} if stroke.side == "each" else whole


def _months(months: int) -> str:
    if months > 24 and months % 12 == 0:
        return ngettext("%(n)s year", "%(n)s years", months // 12) % {"n": months // 12}
    return ngettext("%(n)s month", "%(n)s months", months) % {"n": months}
