"""What Today shows: the baby, the last massage, what was last, and the day so far. It only looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from warmhands.companion.diary import queries as diary
from warmhands.companion.diary.queries import TodayDiary
from warmhands.companion.families.queries import BabyCard
from warmhands.companion.shell.ages import age_words, to_go_words
from warmhands.science.days import local_date, zone_of
from warmhands.science.units import MINUTES_PER_HOUR, SECONDS_PER_MINUTE

COUNTED_DAYS = 14  # a log that was moved in may be years old: then its date says more than a count
ICONS = {"sleep": "sleepy", "feed": "bottle", "nappy": "nappy", "massage": "massage", "cry": "crying"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line: a picture, a sentence, and what else was written."""

    kind: str
    icon: str
    words: str
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """`age` is in words; `last_massage` is empty when there was none; `empty`: no entry at all."""

    nickname: str
    born: bool
    age: str
    last_massage: str
    facts: tuple[Fact, ...]
    so_far: tuple[Fact, ...]
    empty: bool


def today_page(baby: BabyCard, now: datetime) -> TodayPage:
    """Return the page of one baby. Two queries, both the diary's."""
    book = diary.today(baby, now)
    zone = zone_of(baby.zone)
    massage = book.last.get("massage")
    return TodayPage(
        nickname=baby.nickname,
        born=baby.born is not None and baby.born <= book.date,
        age=_age(baby, book),
        last_massage=when(massage.start, now, zone) if massage else "",
        facts=tuple(fact for fact in (_sleep(book, now, zone), *_lasts(book, now, zone)) if fact),
        so_far=tuple(_so_far(book)),
        empty=not book.last,
    )


def when(then: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return `then` as a parent says it: "25 min ago", "2 h ago", "yesterday at 14:05", "5 days ago",
    "on 12 December 2020".
    """
    minutes = max(0, int((now - then).total_seconds())) // SECONDS_PER_MINUTE
    days = (local_date(now, zone.key) - local_date(then, zone.key)).days
    if minutes < 1:
        return _("just now")
    if minutes < MINUTES_PER_HOUR:
        return ngettext("%(n)s min ago", "%(n)s min ago", minutes) % {"n": minutes}
    if days == 0 or minutes < 6 * MINUTES_PER_HOUR:
        hours = minutes // MINUTES_PER_HOUR
        return (
            _("%(span)s ago") % {"span": _span(minutes)}
            if hours < 12
            else _("today at %(time)s") % {"time": _clock(then, zone)}
        )
    if days == 1:
        return _("yesterday at %(time)s") % {"time": _clock(then, zone)}
    if days > COUNTED_DAYS:
        return _("on %(day)s") % {"day": date_format(then.astimezone(zone), "j F Y")}
    return ngettext("%(n)s day ago", "%(n)s days ago", days) % {"n": days}


def _age(baby: BabyCard, book: TodayDiary) -> str:
    if baby.born is not None and baby.born <= book.date:
        return age_words(baby.born, book.date)
    return to_go_words(baby.born_or_due, book.date)


def _sleep(book: TodayDiary, now: datetime, zone: ZoneInfo) -> Fact | None:
    """Asleep since, or awake since; nothing when no sleep was written lately."""
    if book.asleep_since:
        minutes = int((now - book.asleep_since).total_seconds()) // SECONDS_PER_MINUTE
        words = _("Asleep since %(time)s") % {"time": _clock(book.asleep_since, zone)}
        return Fact(kind="sleep", icon="sleepy", words=words, more=_span(minutes))
    last = book.last.get("sleep")
    if last is None or last.end is None:
        return (
            Fact(
                kind="sleep", icon="sleepy", words=_("Slept %(when)s") % {"when": when(last.start, now, zone)}
            )
            if last
            else None
        )
    return Fact(kind="sleep", icon="sleepy", words=_("Woke %(when)s") % {"when": when(last.end, now, zone)})


def _lasts(book: TodayDiary, now: datetime, zone: ZoneInfo) -> list[Fact]:
    said = {"feed": _("Fed %(when)s"), "nappy": _("Nappy %(when)s"), "cry": _("Cried %(when)s")}
    return [
        Fact(
            kind=kind,
            icon=ICONS[kind],
            words=said[kind] % {"when": when(last.start, now, zone)},
            more=last.said or "",
        )
        for kind in said
        if (last := book.last.get(kind))
    ]


def _so_far(book: TodayDiary) -> list[Fact]:
    """The day since midnight as a few numbers, without judging any of them."""
    found = []
    if book.sleep_min:
        found.append(
            Fact(kind="sleep", icon="sleepy", words=_("%(span)s of sleep") % {"span": _span(book.sleep_min)})
        )
    counted: dict[str, Callable[[int], str]] = {
        "feed": lambda n: ngettext("%(n)s feed", "%(n)s feeds", n),
        "nappy": lambda n: ngettext("%(n)s nappy", "%(n)s nappies", n),
        "massage": lambda n: ngettext("%(n)s massage", "%(n)s massages", n),
    }
    for kind, words in counted.items():
        if n := book.counts.get(kind, 0):
            found.append(Fact(kind=kind, icon=ICONS[kind], words=words(n) % {"n": n}))
    return found


def _clock(instant: datetime, zone: ZoneInfo) -> str:
    return date_format(instant.astimezone(zone), "H:i")


def _span(minutes: int) -> str:
    hours, rest = divmod(minutes, MINUTES_PER_HOUR)
    if not hours:
        return _("%(n)s min") % {"n": rest}
    return _("%(h)s h %(m)s min") % {"h": hours, "m": rest} if rest else _("%(h)s h") % {"h": hours}
