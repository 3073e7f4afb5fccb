"""A made-up family for the demonstration: months of sleep, feeds, nappies, crying, growth, and massages.

Everything is drawn from `rng`, so one seed is one family. The shapes follow published norms (the content's
outcomes: Galland for sleep, Wolke for crying, the WHO's grams a day), and no massage changes any of them: the
demonstration must not promise an effect.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from warmhands.content.model import Content, Region
from warmhands.science.routine import Plan, Wish, pick, plan
from warmhands.science.routine_fit import Step
from warmhands.science.simulate_session import Session, simulate_session
from warmhands.science.units import DAYS_PER_WEEK, SECONDS_PER_MINUTE
from warmhands.science.walk import compile_walk

if TYPE_CHECKING:
    from numpy.random import Generator

Who = Literal["first", "second"]

FIRST_AGE_DAYS = 14  # the log begins when the family is home and has found its feet
FIRST_MASSAGE_AGE_DAYS = 16
FEED_WAIT = timedelta(minutes=46)  # the default wait after a feed, and one minute
MASSAGE_SHARE = 0.75  # so often the next massage is on the next day, else a day is left out
# Of a day's crying, in one waking: two or three of eight wakings lie in the evening.
EVENING_SHARE, OTHER_SHARE = 0.34, 0.08
SHORTEST_CRY_MINUTES = 4  # shorter is not written down


@dataclass(frozen=True, slots=True)
class SimulatedBaby:
    nickname: str
    born: date
    gestation_days: int
    sex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One entry of the diary. Instants are UTC; amounts in `details` are whole g, mm, ml and seconds.

    end None: one moment, or a sleep that still goes on. by: which caregiver. routine, planned, timeline: of a
    massage only.
    """

    kind: str
    start: datetime
    end: datetime | None = None
    details: Mapping[str, object] = field(default_factory=dict)
    by: Who = "first"
    routine: str = ""
    planned: tuple[Step, ...] = ()
    timeline: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class SimulatedFamily:
    """caregivers: their names, the first one first."""

    baby: SimulatedBaby
    caregivers: tuple[str, str]
    zone: str
    moments: tuple[Moment, ...]


def simulate_family(
    content: Content, rng: Generator, *, now: datetime, zone: str, days: int = 90
) -> SimulatedFamily:
    """Return a family whose log covers the last `days` days up to the aware instant `now`."""
    today = now.astimezone(ZoneInfo(zone)).date()
    born = today - timedelta(days=days + FIRST_AGE_DAYS)
    baby = SimulatedBaby("Mika", born, 279, "")
    course = _Course(content, rng, baby, zone, now.astimezone(UTC))
    moments = [*course.life(), *_growth(rng, baby, zone, today)]
    moments = [m for m in moments if m.start <= now]
    return SimulatedFamily(
        baby, ("Noor", "Sam"), zone, tuple(sorted(moments, key=lambda m: (m.start, m.kind)))
    )


class _Course:
    """The baby's days, sleep by sleep and waking by waking."""

    def __init__(
        self, content: Content, rng: Generator, baby: SimulatedBaby, zone: str, now: datetime
    ) -> None:
        self.content, self.rng, self.baby, self.now = content, rng, baby, now
        self.zone = ZoneInfo(zone)
        self.known: dict[str, int] = {}
        self.liked: dict[str, float] = {}
        self.first_massage: date | None = None
        self.massage_hour = 17.0
        self.next_massage = baby.born + timedelta(days=FIRST_MASSAGE_AGE_DAYS)

    def life(self) -> Iterator[Moment]:
        """Yield sleeps and what happens between them, until now."""
        first = self.baby.born + timedelta(days=FIRST_AGE_DAYS)
        at = datetime.combine(first, time(6, 40), self.zone).astimezone(UTC)
        while at < self.now:
            moments, at = self._waking(at)
            yield from (moment for moment in moments if (moment.end or moment.start) <= self.now)
            if at < self.now:
                woke = at + timedelta(minutes=round(self._sleep_minutes(at)))
                yield Moment(kind="sleep", start=at, end=woke if woke <= self.now else None)
                at = woke

    def _weeks(self, at: datetime) -> float:
        return (at.astimezone(self.zone).date() - self.baby.born).days / DAYS_PER_WEEK

    def _hour(self, at: datetime) -> float:
        local = at.astimezone(self.zone)
        return local.hour + local.minute / 60

    def _sleep_minutes(self, at: datetime) -> float:
        """About 15 hours a day at two weeks, 14 at three months (Galland 2012), ever more of it at night."""
        weeks, hour = self._weeks(at), self._hour(at)
        night = hour >= 19.5 or hour < 5
        mean = min(330.0, 130 + 14 * weeks) if night else max(55.0, 88 - 2 * weeks)
        return float(min(560.0, max(18.0, mean * math.exp(self.rng.normal(-0.05, 0.32)))))

    def _waking(self, at: datetime) -> tuple[list[Moment], datetime]:
        """A feed, a nappy, perhaps a massage, perhaps crying; and when the baby falls asleep again."""
        weeks, hour = self._weeks(at), self._hour(at)
        night = hour >= 22 or hour < 5.5
        awake = float(self.rng.normal(26, 6) if night else self.rng.normal(52 + 3.2 * weeks, 14))
        asleep = at + timedelta(minutes=round(max(14.0, awake)))
        feed = self._feed(at + timedelta(minutes=2), by="second" if self.rng.random() < 0.2 else "first")
        now = feed.end or feed.start
        moments = [feed]
        if self.rng.random() < 0.85:
            now += timedelta(minutes=3)
            dirty = bool(self.rng.random() < max(0.25, 0.55 - 0.025 * weeks))
            moments.append(Moment(kind="nappy", start=now, details={"wet": True, "dirty": dirty}))
        if not night and (massage := self._massage(now + FEED_WAIT, feed.by)) is not None:
            moments.append(massage)
            now = massage.end or now
        if (cry := self._cry(now + timedelta(minutes=6), weeks, hour)) is not None:
            moments.append(cry)
            now = cry.end or now
        return moments, max(asleep, now + timedelta(minutes=2))

    def _feed(self, at: datetime, by: Who) -> Moment:
        if by == "second":
            ml = int(self.rng.integers(7, 14)) * 10
            until = at + timedelta(minutes=int(self.rng.integers(12, 25)))
            return Moment(kind="feed", start=at, end=until, details={"way": "bottle", "ml": ml}, by=by)
        left, right = (int(self.rng.integers(4, 13)) for _ in range(2))
        details = {"way": "breast", "left_s": left * 60, "right_s": right * 60}
        return Moment(kind="feed", start=at, end=at + timedelta(minutes=left + right), details=details)

    def _cry(self, at: datetime, weeks: float, hour: float) -> Moment | None:
        """Crying and fussing: 117 to 133 minutes a day to six weeks, 68 at ten to twelve (Wolke 2017)."""
        to_six = 117 + 16 * min(weeks, 6) / 6
        a_day = to_six if weeks < 6 else max(45.0, 133 - 13 * (weeks - 6))
        share = EVENING_SHARE if 16.5 <= hour < 22.5 else OTHER_SHARE
        minutes = round(float(self.rng.gamma(1.4, a_day * share / 1.4)))
        if minutes < SHORTEST_CRY_MINUTES:
            return None
        return Moment(kind="cry", start=at, end=at + timedelta(minutes=min(minutes, 100)))

    def _massage(self, at: datetime, by: Who) -> Moment | None:
        """Return a really walked session, on most days one, in the late afternoon or at bedtime."""
        day, hour = at.astimezone(self.zone).date(), self._hour(at)
        if day < self.next_massage or hour < self.massage_hour or hour > 21:
            return None
        skipped = 0 if self.rng.random() < MASSAGE_SHARE else 1
        self.next_massage = day + timedelta(days=1 + skipped)
        self.massage_hour = float(self.rng.choice([9.5, 15.0, 17.5, 18.0, 18.5]))
        self.first_massage = self.first_massage or day
        made, session = self._session(at, day, hour, by)
        details: dict[str, object] = {"ended": session.ended, "seconds": session.seconds}
        details["how"] = self._how(session)
        here = {step.region for step in made.steps}
        if (favourite := self._favourite()) in here and session.ended == "end":
            details["favourite"] = favourite
        return Moment(
            kind="massage",
            start=at,
            end=at + timedelta(seconds=session.seconds),
            details=details,
            by=by,
            routine=made.routine,
            planned=made.steps,
            timeline=session.timeline,
        )

    def _session(self, at: datetime, day: date, hour: float, by: Who) -> tuple[Plan, Session]:
        practice_days = (day - (self.first_massage or day)).days
        age = (day - self.baby.born).days
        wish = Wish(
            minutes=8.0 if practice_days < 14 else 12.0,
            age_days=age,
            oil="none" if age <= 28 else "allowed",
            practice_days=practice_days,
            favourite=self._favourite(),
            caregiver=by,
        )
        need = "bonding" if by == "second" else None
        made = plan(self.content, pick(self.content, wish, need, hour=int(hour)), wish)
        walk = compile_walk(self.content, made, known=self.known)
        session = simulate_session(walk, self.rng, practice_days=practice_days, bedtime=hour >= 18)
        for stroke, times in session.done.items():
            self.known[stroke] = self.known.get(stroke, 0) + times
        for region, seconds in session.liked.items():
            self.liked[region] = self.liked.get(region, 0.0) + seconds
        return made, session

    def _favourite(self) -> Region | None:
        known = [
            region
            for region in ("legs", "feet", "tummy", "chest", "arms", "face", "back")
            if region in self.liked
        ]
        return max(known, key=lambda region: self.liked[region], default=None)

    def _how(self, session: Session) -> str:
        if session.ended == "night" or session.seconds > 8 * SECONDS_PER_MINUTE:
            return "loved" if self.rng.random() < 0.6 else "liked"
        return "liked" if session.seconds > 3 * SECONDS_PER_MINUTE else "not_today"


def _growth(rng: Generator, baby: SimulatedBaby, zone: str, today: date) -> list[Moment]:
    """Weekly weights and monthly lengths: about 30 g a day to three months, 20 g after (content, weight)."""
    found: list[Moment] = []
    for age in range(FIRST_AGE_DAYS + 1, (today - baby.born).days + 1, DAYS_PER_WEEK):
        morning = datetime.combine(baby.born + timedelta(days=age), time(10, 5), ZoneInfo(zone)).astimezone(
            UTC
        )
        grams = 3_400 + 30 * min(age - 12, 79) + 20 * max(0, age - 91) + float(rng.normal(0, 35))
        found.append(Moment(kind="weight", start=morning, details={"g": round(grams / 10) * 10}))
        if age % 28 == 1:
            length = 502 + 1.15 * age + float(rng.normal(0, 4))
            head = 348 + 0.42 * age + float(rng.normal(0, 2))
            later = morning + timedelta(minutes=5)
            found.append(Moment(kind="length", start=later, details={"mm": round(length)}))
            found.append(Moment(kind="head", start=later, details={"mm": round(head)}))
    return found
