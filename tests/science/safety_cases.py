"""Checks to judge, short to write: a well baby of three months and whatever the test says."""

from datetime import UTC, date, datetime, timedelta

from warmhands.content.loader import load
from warmhands.science.safety import BabyDates, Check, judge, limits_from

CONTENT = load()
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ZONE = "Europe/Lisbon"


def baby(age_days=100, gestation_days=280):
    return BabyDates(born=NOW.date() - timedelta(days=age_days), gestation_days=gestation_days)


def check(*yes, now=NOW, zone=ZONE, of=None, **more):
    """A check in which the rules `yes` are answered yes; `answers` adds others."""
    answers = dict.fromkeys(yes, "yes") | more.pop("answers", {})
    return Check(now=now, zone=zone, baby=of or baby(), answers=answers, **more)


def verdict(*yes, limits=None, **more):
    return judge(CONTENT, check(*yes, **more), limits_from(CONTENT, **(limits or {})))


def fired(result):
    return [rule.id for rule in result.rules]


def born(day):
    return BabyDates(born=date.fromisoformat(day))
