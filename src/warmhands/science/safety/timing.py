"""The clock and the calendar of a check: which rules are of this baby's age, and until when a wait lasts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from warmhands.content.model import SafetyRule
from warmhands.science.safety.check import Check, Limits
from warmhands.science.units import CORRECT_UNTIL_DAYS, age_days, corrected_age_days, is_preterm


def local_day(check: Check) -> date:
    """Return the family's own date at the moment of the check."""
    return check.now.astimezone(ZoneInfo(check.zone)).date()


def ages(check: Check) -> tuple[int, int] | None:
    """Return days since birth and corrected days (equal when nothing is corrected); None: birth not known."""
    if check.baby is None or check.baby.born is None:
        return None
    today = local_day(check)
    calendar = age_days(check.baby.born, today)
    return calendar, corrected_age_days(check.baby.born, check.baby.gestation_days, today)


def age_used_days(check: Check) -> int | None:
    """Return the age that strokes go by, corrected where that is due; None when the birth is not known."""
    both = ages(check)
    return None if both is None else both[1]


def applies(rule: SafetyRule, check: Check) -> bool:
    """Return whether the rule is of this baby's age, calendar or corrected; unknown: of every band."""
    both = ages(check)
    if both is None:
        return True
    low, high = rule.ages.from_days, rule.ages.to_days
    return any((low is None or low <= age) and (high is None or age <= high) for age in both)


def fires_by_dates(rule: SafetyRule, check: Check, limits: Limits) -> bool:
    """Return whether the baby's dates alone make the rule true, asked or not."""
    both = ages(check)
    if both is None or check.baby is None:
        return False
    calendar, corrected = both
    if rule.id == "oil_under_4w":
        return corrected < limits.oil_from_days
    if rule.adapt.use_corrected_age:
        return is_preterm(check.baby.gestation_days) and calendar < CORRECT_UNTIL_DAYS
    return False


def wait_length(rule: SafetyRule, limits: Limits, feed_wait_minutes: int) -> timedelta | None:
    """Return how long an expiring wait lasts; None for a rule that holds as long as its answer is yes."""
    if rule.wait is None or not rule.wait.expires:
        return None
    if rule.id == "vaccinated":
        return timedelta(hours=limits.vaccine_wait_hours)
    if rule.id == "fed_recently":
        return timedelta(minutes=feed_wait_minutes)
    return timedelta(hours=rule.wait.hours or 0, minutes=rule.wait.minutes or 0)


def wait_end(rule: SafetyRule, check: Check, length: timedelta | None) -> datetime | None:
    """Return when the wait is over, on the family's clock: real hours after the instant that was given.

    Without an instant the wait counts from now. None for a rule that has no clock.
    """
    if length is None:
        return None
    start = check.at.get(rule.id, check.now)
    # Added in UTC: 48 hours are 48 hours, also over the night in which the clocks change.
    return (start.astimezone(UTC) + length).astimezone(ZoneInfo(check.zone))
