"""Which walks are proven: every routine, many ages, every safety outcome, before and after eight weeks.

The full product (18 routines, 601 ages, 2 to the 64 sets of answers) is too large. Ages: both sides of every
age at which a stroke or a routine begins or ends, and a few between. Answers: none, each rule alone, and a
seeded sample of pairs; only their different outcomes count. Equal plans are walked once.

WARMHANDS_PROVE=all (about a minute) lets every answer set meet every one of these ages, term and early born,
with every routine at its own length, before and after eight weeks.
"""

import functools
import itertools
import os
import random
from datetime import UTC, datetime, timedelta

from warmhands.content.loader import load
from warmhands.science.errors import NotOffered
from warmhands.science.routine import Wish, plan
from warmhands.science.safety import BabyDates, Check, judge
from warmhands.science.safety.check import HOLD_ONLY
from warmhands.science.walk import compile_walk

NOW = datetime(2026, 6, 1, 10, tzinfo=UTC)
AGES = (
    0,
    6,
    7,
    10,
    11,
    13,
    14,
    20,
    21,
    27,
    28,
    29,
    41,
    42,
    55,
    56,
    84,
    85,
    97,
    98,
    130,
    181,
    182,
    183,
    211,
    214,
)
AGES += (273, 280, 300, 363, 366, 455, 546, 560, 600)
PAIRS = 60
ALL = os.environ.get("WARMHANDS_PROVE") == "all"


@functools.cache
def content():
    return load()


def outcome(answers, born_days_ago, gestation_days=None):
    """The safety outcome that the walk sees: allowed strokes, most minutes, oil, the age used."""
    facts = content()
    said = {rule: ("no" if facts.rules[rule].fires_on == "no" else "yes") for rule in answers}
    born = (NOW - timedelta(days=born_days_ago)).date()
    verdict = judge(facts, Check(now=NOW, zone="UTC", baby=BabyDates(born, gestation_days), answers=said))
    return frozenset(verdict.allowed_strokes), verdict.max_minutes, verdict.oil, verdict.age_used_days


def answer_sets():
    rules = list(content().rules)
    dice = random.Random(20261122)
    pairs = list(itertools.combinations(rules, 2))
    return [(), *((rule,) for rule in rules), *dice.sample(pairs, PAIRS)]


def wishes():
    """Every different wish: (age, outcome) pairs without repetition."""
    seen = set()
    for index, answers in enumerate(answer_sets()):
        # A rule meets every fifth age (each age is met by 25 rules and pairs), no answer meets them all.
        ages = AGES if ALL or not answers else AGES[index % 5 :: 5]
        for age in ages:
            for gestation in (None, 238) if ALL or index % 4 == 0 else (None,):
                seen.add((age if gestation is None else -1, *outcome(answers, age, gestation)))
    for age in AGES[::3]:
        seen.add((age, frozenset(HOLD_ONLY | {"permission", "closing"}), None, "allowed", age))
    return sorted(seen, key=repr)


@functools.cache
def plans():
    """Every different plan with the minutes it may take, keyed by what the compiler sees."""
    found = {}
    for number, (_, allowed, most, oil, age) in enumerate(wishes()):
        drawn = (0, 55, 56, 400)[number % 4 if number % 3 else 0]
        practised = (0, 400) if ALL else (drawn,)
        for routine, practice_days in itertools.product(content().routines.values(), practised):
            minutes = None if ALL else (None, None, 3, 8)[number % 4]
            wish = Wish(
                minutes=minutes,
                age_days=age,
                allowed=allowed,
                max_minutes=most,
                oil=oil,
                practice_days=practice_days,
                favourite=(None, "legs", "face", "back", "tummy")[number % 5],
                cleared=True,
            )
            try:
                made = plan(content(), routine.id, wish)
            except NotOffered:
                continue
            limit = minutes or routine.target_minutes
            if most is not None and not routine.practice:
                limit = min(limit, most)
            early = wish.practice_days < 56
            key = (routine.id, made.steps, early)
            found.setdefault(key, (made, limit, None if routine.practice else allowed, early))
    return tuple(found.values())


@functools.cache
def walks():
    return tuple((compile_walk(content(), made), made, *rest) for made, *rest in plans())
