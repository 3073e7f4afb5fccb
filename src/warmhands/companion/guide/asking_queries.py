"""Who asks for which massage, for which baby, and what the safety check said: gathered once for a request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from warmhands.companion.diary import queries as diary
from warmhands.companion.families.queries import BabyCard, Member, baby_of, member_of
from warmhands.companion.guide import choose_queries, session_queries
from warmhands.companion.guide.asking import DOLL, Asked
from warmhands.companion.guide.safety_queries import Subject, cleared_of, subject_of, verdict_of
from warmhands.science.routine import Wish
from warmhands.science.safety import Check, Verdict, age_used_days

# The rule that a hospital routine's clearance lifts.
HOSPITAL = "nicu_or_preterm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """`verdict` None: not checked, or no longer fresh. `baby` None: a guest's, or a doll."""

    asked: Asked
    member: Member | None
    baby: BabyCard | None
    verdict: Verdict | None
    practice: diary.Practice | None
    wish: Wish
    now: datetime

    @property
    def doll(self) -> bool:
        return self.asked.doll

    @property
    def must_check(self) -> bool:
        """Whether the safety page comes first: always, but for a doll."""
        return self.verdict is None and not self.doll

    def picked(self) -> str:
        """Return the routine that fits by itself. Raises NotOffered."""
        return choose_queries.picked(self.asked, self.wish, baby=self.baby, now=self.now)

    def session(self) -> session_queries.SessionPage:
        """Return the session page. Raises NotOffered."""
        return session_queries.session(
            self.asked, self.wish, member=self.member, baby=self.baby, practice=self.practice
        )


def asking_of(request: HttpRequest, asked: Asked) -> Asking:
    """Return all that stands behind the wish `asked`. A baby that is not born yet means a doll.

    Raises LookupError for a baby that the visitor may not see.
    """
    now = timezone.now()
    member = member_of(request)
    card = _card(asked, member)
    subject = subject_of(request.session, member, card)
    if subject.kind == DOLL:
        asked = asked.for_doll()
    baby = None if asked.doll else card
    practice = diary.practice(baby.id, now) if baby else None
    verdict = None if asked.doll else verdict_of(request, subject.baby_id, now)
    wish = choose_queries.wish_of(
        asked,
        age_days=None if asked.doll else _age_days(subject, now),
        verdict=verdict,
        practice=practice,
        cleared=verdict is not None and HOSPITAL in cleared_of(request, subject.baby_id, now),
    )
    return Asking(
        asked=asked, member=member, baby=baby, verdict=verdict, practice=practice, wish=wish, now=now
    )


def _card(asked: Asked, member: Member | None) -> BabyCard | None:
    """Return the baby that the address names, else the current one; None for a guest."""
    if asked.doll or not asked.baby:
        return member.current if member else None
    try:
        card = baby_of(member, UUID(asked.baby))
    except ValueError:
        card = None
    if card is None:
        raise LookupError(asked.baby)
    return card


def _age_days(subject: Subject, now: datetime) -> int | None:
    """Return the age that strokes go by today: corrected where that is due; None when not known."""
    return age_used_days(Check(now=now, zone=subject.zone, baby=subject.dates))
