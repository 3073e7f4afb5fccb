"""Whom is the massage for, what is known of them, and what did the last check say?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from warmhands.companion.families.queries import BabyCard, Member
from warmhands.companion.guide.models import Clearance, ProfileAnswer
from warmhands.content.loader import load
from warmhands.science.errors import BadInput
from warmhands.science.safety import (
    Answer,
    BabyDates,
    Limits,
    Verdict,
    limits_from_texts,
    verdict_from_json,
)

# What the browser's session holds; a guest has nothing else.
GUEST, ANSWERS, CLEARED, CHECK, CONFIRMED, SHOWN, WEEKLY = (
    "guide_guest",
    "guide_answers",
    "guide_cleared",
    "guide_check",
    "guide_confirmed",
    "guide_shown",
    "guide_weekly",
)
CHECK_HOLDS = timedelta(minutes=60)  # after an hour a baby has fed, slept or changed its mind
PROFILE_HOLDS = timedelta(days=30)  # safety.yaml: baby details are asked again monthly
WEEKLY_HOLDS = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whom the massage is for: a member's baby, a guest's baby, or a doll. `born` None: not known."""

    kind: Literal["baby", "guest", "doll"]
    baby_id: UUID | None
    nickname: str
    born: date | None
    gestation_days: int | None
    zone: str

    @property
    def key(self) -> str:
        """What a stored check must name to be this one's."""
        return str(self.baby_id) if self.baby_id else self.kind

    @property
    def dates(self) -> BabyDates:
        return BabyDates(born=self.born, gestation_days=self.gestation_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One remembered answer."""

    answer: Answer
    at: datetime | None
    answered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """What a clinician has lifted."""

    rule: str
    by_whom: str
    cleared_on: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that is remembered of a subject at an instant."""

    answers: Mapping[str, Kept]
    cleared: tuple[Cleared, ...]
    profile_due: bool

    def yes(self) -> frozenset[str]:
        return frozenset(rule for rule, kept in self.answers.items() if kept.answer == "yes")


def limits_of_home() -> Limits:
    """Return the waits that this home's operator has set. Raises BadInput for a value that is no option."""
    return limits_from_texts(load(), settings.WARMHANDS_LIMITS, prefix="WARMHANDS_")


def subject_of(session: SessionBase, member: Member | None, baby: BabyCard | None = None) -> Subject:
    """Whom the massage is for: `baby`, else the member's current one, else the guest's.

    A baby that is not born yet cannot be massaged: its parents practise on a doll.
    """
    card = baby or (member.current if member else None)
    if card is None:
        return _guest(session)
    return subject_of_baby(card) if card.is_born else _doll(card.zone)


def subject_of_baby(card: BabyCard) -> Subject:
    """A member's baby."""
    return Subject(
        kind="baby",
        baby_id=card.id,
        nickname=card.nickname,
        born=card.born,
        gestation_days=card.gestation_days,
        zone=card.zone,
    )


def _doll(zone: str) -> Subject:
    return Subject(kind="doll", baby_id=None, nickname="", born=None, gestation_days=None, zone=zone)


def _guest(session: SessionBase) -> Subject:
    said = session.get(GUEST) or {}
    return Subject(
        kind="guest",
        baby_id=None,
        nickname="",
        born=date.fromisoformat(said["born"]) if said.get("born") else None,
        gestation_days=said.get("gestation_days"),
        zone=said.get("zone") or "UTC",
    )


def verdict_of(request: HttpRequest, baby_id: UUID | None, now: datetime) -> Verdict | None:
    """The verdict of the last hour for this baby (None: the guest's); None: not checked, or not any more."""
    return _stored(request.session, str(baby_id) if baby_id else "guest", now)


def stored_verdict(session: SessionBase, subject: Subject, now: datetime) -> Verdict | None:
    """The verdict of the last hour for this subject; None: not checked, or not any more."""
    return _stored(session, subject.key, now)


def cleared_of(request: HttpRequest, baby_id: UUID | None, now: datetime) -> frozenset[str]:
    """The rules that a clinician had lifted at the check of the last hour; none without such a check."""
    if verdict_of(request, baby_id, now) is None:
        return frozenset()
    return frozenset(request.session[CHECK]["cleared"])


def _stored(session: SessionBase, key: str, now: datetime) -> Verdict | None:
    said = session.get(CHECK)
    if not isinstance(said, dict) or said.get("for") != key:
        return None
    if not timedelta(0) <= now - datetime.fromisoformat(said["at"]) < CHECK_HOLDS:
        return None
    try:
        return verdict_from_json(said["verdict"])
    except BadInput:  # written by an older version
        return None


def checked_at(session: SessionBase) -> datetime | None:
    """When the stored check was made."""
    said = session.get(CHECK)
    return datetime.fromisoformat(said["at"]) if isinstance(said, dict) else None


def known(session: SessionBase, subject: Subject, now: datetime) -> Known:
    """What is remembered of the subject: two queries for a member's baby, none for a guest."""
    answers = _answers(session, subject)
    today = now.astimezone(ZoneInfo(subject.zone)).date()
    cleared = [item for item in _cleared(session, subject) if item.until is None or item.until >= today]
    rules = {
        rule
        for line in load().questions
        if line.page == "profile" and line.kind == "tick"
        for rule in (line.rule, *line.opens)
        if rule
    }
    oldest = min((answers[rule].answered_at for rule in rules if rule in answers), default=None)
    due = not rules <= set(answers) or oldest is None or now - oldest >= PROFILE_HOLDS
    return Known(answers=answers, cleared=tuple(cleared), profile_due=due)


def _answers(session: SessionBase, subject: Subject) -> dict[str, Kept]:
    rules = load().rules
    if subject.baby_id:
        columns = ("rule", "answer", "at", "answered_at")
        rows = list(ProfileAnswer.objects.filter(baby_id=subject.baby_id).values_list(*columns))
    else:
        said = session.get(ANSWERS) or {}
        rows = [(rule, row[0], _instant(row[1]), _instant(row[2])) for rule, row in said.items()]
    return {
        rule: Kept(answer=answer, at=at, answered_at=answered_at)
        for rule, answer, at, answered_at in rows
        if rule in rules
    }


def _cleared(session: SessionBase, subject: Subject) -> list[Cleared]:
    if subject.baby_id:
        columns = ("rule", "by_whom", "cleared_on", "until")
        rows = list(Clearance.objects.filter(baby_id=subject.baby_id).order_by("rule").values_list(*columns))
    else:
        said = session.get(CLEARED) or {}
        rows = [(rule, row[0], _day(row[1]), _day(row[2])) for rule, row in sorted(said.items())]
    return [Cleared(rule=rule, by_whom=who, cleared_on=on, until=until) for rule, who, on, until in rows]


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def weekly_due(session: SessionBase, now: datetime) -> bool:
    """Whether the weekly question to the parent is due. Its answer is never kept, only when it was asked."""
    asked = session.get(WEEKLY)
    return not asked or now - datetime.fromisoformat(asked) >= WEEKLY_HOLDS


def confirmed_today(session: SessionBase, subject: Subject, now: datetime) -> frozenset[str]:
    """The confirmations that were ticked today already: they come ticked, to be looked at."""
    said = session.get(CONFIRMED) or {}
    today = now.astimezone(ZoneInfo(subject.zone)).date().isoformat()
    return frozenset(said.get("rules", ())) if said.get("day") == today else frozenset()


def seen_today(session: SessionBase, subject: Subject, now: datetime) -> frozenset[str]:
    """The rules whose advice for this subject was on the verdict page today."""
    said = session.get(SHOWN) or {}
    today = now.astimezone(ZoneInfo(subject.zone)).date().isoformat()
    same = said.get("day") == today and said.get("for") == subject.key
    return frozenset(said.get("rules", ())) if same else frozenset()
