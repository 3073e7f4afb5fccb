"""What a parent does before a massage: answers the check, tells of a baby, notes a clinician's word.

The guide's only writers. A member's answers are rows of the baby; a guest's live in the browser's session.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction

from warmhands.companion.families.queries import Member, baby_of
from warmhands.companion.guide import safety_queries as queries
from warmhands.companion.guide.models import Clearance, ProfileAnswer
from warmhands.companion.guide.safety_queries import Known, Subject
from warmhands.content.loader import load
from warmhands.content.model import Region
from warmhands.science.errors import BadInput
from warmhands.science.safety import Answer, Check, Verdict, judge, local_day, verdict_json

# Rules of the session page that outlive it: their wait goes on, or they hold until they are taken back.
LASTING = frozenset({"vaccinated", "fever_any", "injection_site_thigh"})
# What is told in confidence is judged and not written down.
NEVER_KEPT = frozenset({"caregiver_low"})
# A finding of today (a lump, a drip) may be another one next month: its clearance ends by itself.
FINDING_CLEARED_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a parent has just answered."""

    answers: Mapping[str, Answer]
    at: Mapping[str, datetime] = field(default_factory=dict)
    regions: Mapping[str, tuple[Region, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The verdict, and whether the way leads straight on: everything it says was read today already."""

    verdict: Verdict
    straight_on: bool


def check_now(
    *, by: Member | None, session: SessionBase, subject: Subject, said: Said, now: datetime
) -> Outcome:
    """Judge what was said together with what is remembered, and hold the verdict for the coming hour."""
    known = queries.known(session, subject, now)
    lasting = {
        rule: answer
        for rule, answer in said.answers.items()
        if rule in LASTING and (answer == "yes" or rule in known.answers)
    }
    if lasting:
        keep_answers(by=by, session=session, subject=subject, said=replace(said, answers=lasting), now=now)
    if "caregiver_low" in said.answers:
        session[queries.WEEKLY] = now.isoformat()
    open_said = replace(
        said, answers={r: answer for r, answer in said.answers.items() if r not in NEVER_KEPT}
    )
    return _judge(session=session, subject=subject, known=known, said=open_said, now=now)


def check_again(*, session: SessionBase, subject: Subject, now: datetime) -> Outcome | None:
    """Judge the check of the last hour anew with what is remembered now. None: there is no such check."""
    if queries.stored_verdict(session, subject, now) is None:
        return None
    kept = session[queries.CHECK]["said"]
    said = Said(
        answers=kept["answers"],
        at={rule: datetime.fromisoformat(instant) for rule, instant in kept["at"].items()},
        regions={rule: tuple(regions) for rule, regions in kept["regions"].items()},
    )
    return _judge(
        session=session, subject=subject, known=queries.known(session, subject, now), said=said, now=now
    )


def _judge(*, session: SessionBase, subject: Subject, known: Known, said: Said, now: datetime) -> Outcome:
    """The verdict of what is remembered with what was said, which speaks louder; into the session."""
    remembered = {rule: kept for rule, kept in known.answers.items() if rule not in said.answers}
    cleared = frozenset(item.rule for item in known.cleared)
    check = Check(
        now=now,
        zone=subject.zone,
        baby=subject.dates,
        answers={rule: kept.answer for rule, kept in remembered.items()} | dict(said.answers),
        at={rule: kept.at for rule, kept in remembered.items() if kept.at} | dict(said.at),
        cleared=cleared,
        regions=said.regions,
    )
    verdict = judge(load(), check, queries.limits_of_home())
    session[queries.CHECK] = {
        "at": now.isoformat(),
        "for": subject.key,
        "verdict": verdict_json(verdict),
        "cleared": sorted(cleared),
        "said": {
            "answers": dict(said.answers),
            "at": {rule: instant.isoformat() for rule, instant in said.at.items()},
            "regions": {rule: list(regions) for rule, regions in said.regions.items()},
        },
    }
    return Outcome(verdict=verdict, straight_on=_seen(session, subject, check, verdict))


def _seen(session: SessionBase, subject: Subject, check: Check, verdict: Verdict) -> bool:
    """Whether all that the verdict says was read today already; from now on it counts as read."""
    day = local_day(check).isoformat()
    confirms = [rule.id for rule in load().rules.values() if rule.fires_on == "no"]
    fired = {rule.id for rule in verdict.rules}
    calm = verdict.verdict in ("ok", "adapt") and bool(verdict.allowed_strokes) and not verdict.unsure
    seen = calm and fired <= queries.seen_today(session, subject, check.now) and "not_watched" not in fired
    session[queries.CONFIRMED] = {"day": day, "rules": [r for r in confirms if check.answers.get(r) == "yes"]}
    session[queries.SHOWN] = {"day": day, "for": subject.key, "rules": sorted(fired)}
    return seen


def keep_health(
    *,
    by: Member | None,
    session: SessionBase,
    subject: Subject,
    said: Said,
    taken_back: frozenset[str],
    now: datetime,
) -> None:
    """Remember the health page: answers, and which clearances end. A running check is judged anew."""
    with transaction.atomic():
        keep_answers(by=by, session=session, subject=subject, said=said, now=now)
        if taken_back:
            take_back_clearances(by=by, session=session, subject=subject, rules=taken_back)
    check_again(session=session, subject=subject, now=now)


def keep_answers(
    *, by: Member | None, session: SessionBase, subject: Subject, said: Said, now: datetime
) -> None:
    """Remember what was said of a baby: an answer is one row. Raises LookupError for a stranger's baby."""
    if subject.baby_id is None:
        kept = dict(session.get(queries.ANSWERS) or {})
        for rule, answer in said.answers.items():
            at = said.at.get(rule)
            kept[rule] = [answer, at.isoformat() if at else None, now.isoformat()]
        session[queries.ANSWERS] = kept
        return
    _theirs(by, subject)
    rows = [
        ProfileAnswer(
            baby_id=subject.baby_id, rule=rule, answer=answer, at=said.at.get(rule), answered_at=now
        )
        for rule, answer in said.answers.items()
    ]
    with transaction.atomic():
        ProfileAnswer.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["baby", "rule"],
            update_fields=["answer", "at", "answered_at"],
        )


def note_clearance(
    *,
    by: Member | None,
    session: SessionBase,
    subject: Subject,
    rule: str,
    by_whom: str,
    cleared_on: date,
    now: datetime,
) -> None:
    """Note that a clinician has lifted a rule that asks for one.

    Raises BadInput for any other rule, LookupError for a stranger's baby.
    """
    content = load()
    if rule not in content.rules or content.rules[rule].action != "ask_clinician":
        raise BadInput("Only what says to ask a clinician can be lifted by one.")
    finding = content.rules[rule].ask_when == "session"
    until = now.astimezone(ZoneInfo(subject.zone)).date() + FINDING_CLEARED_FOR if finding else None
    if subject.baby_id is None:
        days = [cleared_on.isoformat(), until.isoformat() if until else None]
        session[queries.CLEARED] = {**(session.get(queries.CLEARED) or {}), rule: [by_whom, *days]}
        return
    _theirs(by, subject)
    with transaction.atomic():
        Clearance.objects.update_or_create(
            baby_id=subject.baby_id,
            rule=rule,
            defaults={
                "by_whom": by_whom,
                "cleared_on": cleared_on,
                "until": until,
                "noted_by_id": by.caregiver_id if by else None,
                "noted_at": now,
            },
        )


def take_back_clearances(
    *, by: Member | None, session: SessionBase, subject: Subject, rules: frozenset[str]
) -> None:
    """The clinician's word no longer holds. Raises LookupError for a stranger's baby."""
    if subject.baby_id is None:
        said = session.get(queries.CLEARED) or {}
        session[queries.CLEARED] = {rule: row for rule, row in said.items() if rule not in rules}
        return
    _theirs(by, subject)
    Clearance.objects.filter(baby_id=subject.baby_id, rule__in=rules).delete()


def describe_guest(*, session: SessionBase, born: date, gestation_days: int | None, zone: str) -> None:
    """Remember a guest's baby in the browser's session. Another birth date is another baby: start anew."""
    before = session.get(queries.GUEST) or {}
    if before.get("born") not in (None, born.isoformat()):
        for key in (queries.ANSWERS, queries.CLEARED, queries.CHECK, queries.SHOWN):
            session.pop(key, None)
    session[queries.GUEST] = {"born": born.isoformat(), "gestation_days": gestation_days, "zone": zone}


def _theirs(by: Member | None, subject: Subject) -> None:
    """Only who may see a baby may write about it."""
    if subject.baby_id is None or baby_of(by, subject.baby_id) is None:
        raise LookupError(subject.baby_id)
