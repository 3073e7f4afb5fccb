"""The verdict page: the plain answer, every rule that spoke and why, what is still fine, and whom to call."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from warmhands.companion.guide.safety_queries import Subject
from warmhands.content.loader import load
from warmhands.content.model import Action
from warmhands.science.safety import ALWAYS, HOLD_ONLY, FiredRule, Verdict
from warmhands.science.units import MINUTES_PER_HOUR, SECONDS_PER_MINUTE

NOT_WATCHED = "not_watched"  # partial in the content, but nothing begins before somebody watches
SLEPT_ON = timedelta(hours=20)  # farther away than this, a wait names its day
END_OF_DAY = (23, 59)  # what a day without an hour counts as (safety_forms)
AREAS = {
    "legs": gettext_noop("legs"),
    "feet": gettext_noop("feet"),
    "tummy": gettext_noop("tummy"),
    "chest": gettext_noop("chest"),
    "arms": gettext_noop("arms"),
    "hands": gettext_noop("hands"),
    "face": gettext_noop("face"),
    "head": gettext_noop("head"),
    "back": gettext_noop("back"),
}
# What comes first when nothing but the moment is wrong; the parent before the baby.
FIRST = {
    "caregiver_state": gettext_noop("First a moment for you"),
    "hungry": gettext_noop("Feed first"),
    "crying_hard": gettext_noop("Comfort first"),
    "asleep": gettext_noop("Let your baby sleep"),
}
CONFIDENCE = {
    "guideline": gettext_noop("Public health or hospital guidance"),
    "evidence": gettext_noop("A trial, a review or case reports"),
    "hospital": gettext_noop("Hospital practice"),
    "practitioner": gettext_noop("Teachers' practice: a precaution"),
    "background": gettext_noop("General practice, no source read yet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLink:
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One rule that fired, in words."""

    id: str
    action: Action
    line: str  # what the parent said
    message: str
    why: str
    until: str
    confidence: str
    sources: tuple[SourceLink, ...]
    reviewed: bool
    can_be_cleared: bool
    by_dates: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictPage:
    """The answer. `tone` is emergency, urgent, never, ask, wait, stay, changes or go."""

    tone: str
    nickname: str
    heading: str
    lead: str
    told: tuple[Told, ...]
    unsure: tuple[str, ...]
    holds: tuple[str, ...]  # what is still fine when stroking is not
    resting: tuple[str, ...]  # areas that rest today
    minutes: int | None
    oil: str
    begin: bool
    begin_quietly: bool
    doll: bool  # there is time to practise on a doll meanwhile
    emergency_number: str
    advice_line: str
    zone: str


def verdict_page(subject: Subject, verdict: Verdict, now: datetime) -> VerdictPage:
    """Return the page of a verdict in the family's own time."""
    tone = _tone(verdict)
    # In an emergency nothing else is read.
    spoken = [r for r in _worst_first(verdict) if tone != "emergency" or r.action == "emergency"]
    told = tuple(_told(rule, subject, now) for rule in spoken)
    watching = all(rule.id != NOT_WATCHED for rule in verdict.rules)
    held = set(verdict.allowed_strokes) - ALWAYS
    only_holds = bool(held) and tone in ("wait", "ask")
    return VerdictPage(
        tone=tone,
        nickname=subject.nickname,
        heading=_heading(tone, verdict, subject, now),
        lead=_lead(tone, verdict, subject, now),
        told=told,
        unsure=tuple(line_of(rule) for rule in verdict.unsure),
        holds=tuple(load().strokes[name].name for name in verdict.allowed_strokes if name in held)
        if only_holds
        else (),
        resting=_resting(verdict) if tone in ("changes", "go") else (),
        minutes=verdict.max_minutes if held and tone != "stay" else None,
        oil=verdict.oil if held and tone != "stay" and not held <= HOLD_ONLY else "",
        begin=bool(held) and watching,
        begin_quietly=only_holds,
        doll=tone in ("wait", "ask") and "caregiver_state" not in {rule.id for rule in verdict.rules},
        emergency_number=settings.WARMHANDS_EMERGENCY_NUMBER,
        advice_line=settings.WARMHANDS_ADVICE_LINE,
        zone=subject.zone,
    )


def _worst_first(verdict: Verdict) -> list[FiredRule]:
    """What speaks about the whole session first, the gravest on top; then what speaks about a part."""
    order = {action: place for place, action in enumerate(load().severity_order)}
    first = {rule: place for place, rule in enumerate(FIRST)}
    return sorted(
        verdict.rules,
        key=lambda rule: (
            rule.scope != "all" and rule.id != NOT_WATCHED,
            order[rule.action],
            first.get(rule.id, len(first)),
        ),
    )


def _tone(verdict: Verdict) -> str:
    tones = {
        "emergency": "emergency",
        "urgent": "urgent",
        "do_not": "never",
        "ask_clinician": "ask",
        "wait": "wait",
    }
    if verdict.verdict in tones:
        return tones[verdict.verdict]
    if any(rule.id == NOT_WATCHED for rule in verdict.rules):
        return "stay"  # no "yes" without a way to begin
    changed = verdict.blocked_strokes or verdict.max_minutes or verdict.oil != "allowed"
    return "changes" if changed or verdict.verdict == "adapt" else "go"


def _heading(tone: str, verdict: Verdict, subject: Subject, now: datetime) -> str:
    number = settings.WARMHANDS_EMERGENCY_NUMBER
    if tone == "emergency":
        return (
            _("Call %(number)s now") % {"number": number}
            if number
            else _("Call your local emergency number now")
        )
    first = next((rule for rule in FIRST if rule in {fired.id for fired in verdict.rules}), "")
    if tone == "wait" and first and not verdict.until:
        return _(FIRST[first])
    if tone == "wait" and verdict.until:
        return _("Wait until %(time)s") % {"time": clock(verdict.until, subject, now)}
    return {
        "urgent": _("No massage. Call a doctor today"),
        "never": _("Not like this"),
        "ask": _("Ask first"),
        "wait": _("Not just now"),
        "stay": _("First: stay right here"),
        "changes": _("Yes, with a few changes"),
        "go": _("Yes, go on"),
    }[tone]


def _lead(tone: str, verdict: Verdict, subject: Subject, now: datetime) -> str:
    if tone == "wait":
        return _wait_lead(verdict, now)
    return {
        "emergency": _("Stop. Stay with your baby, and call."),
        "urgent": _("Stay close, hold your baby if that is a comfort, and call now if it gets worse."),
        "never": _("Gentle is the only way. Nothing of this is needed for a good massage."),
        "ask": _("A midwife or doctor who knows your baby can say whether massage is fine."),
        "stay": _(
            "Someone awake has to be with your baby the whole time. Once that is so, tick it and begin."
        ),
        "changes": _("What must rest today is left out by itself."),
        "go": _("All is well. Your baby says how long."),
    }[tone]


def _wait_lead(verdict: Verdict, now: datetime) -> str:
    condition = _until_words(verdict.until_condition)
    said = []
    if verdict.until:
        said.append(_("That is in %(time)s.") % {"time": in_words(verdict.until - now)})
    if condition:
        said.append(_("Wait for this: %(condition)s.") % {"condition": condition})
    return " ".join(said) or _("A little later will be better.")


def _until_words(condition: str) -> str:
    """Content texts joined by a semicolon, each in the reader's language."""
    return "; ".join(_(part) for part in condition.split("; ") if part)


def in_words(wait: timedelta) -> str:
    """A wait as a parent would say it: minutes up to an hour and a half, then hours."""
    minutes = max(1, round(wait.total_seconds() / SECONDS_PER_MINUTE))
    if minutes <= 1.5 * MINUTES_PER_HOUR:
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    hours = round(minutes / MINUTES_PER_HOUR)
    return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}


def clock(instant: datetime, subject: Subject, now: datetime) -> str:
    """An instant on the family's clock: the hour, with the weekday once it is far away."""
    local = instant.astimezone(ZoneInfo(subject.zone))
    far = instant - now > SLEPT_ON or local.date() != now.astimezone(ZoneInfo(subject.zone)).date()
    if far and (local.hour, local.minute) == END_OF_DAY:
        return _("the end of %(day)s") % {"day": date_format(local, "l")}
    return date_format(local, "l, H:i") if far else date_format(local, "H:i")


def _told(rule: FiredRule, subject: Subject, now: datetime) -> Told:
    content = load()
    until = clock(rule.until, subject, now) if rule.until else ""
    return Told(
        id=rule.id,
        action=rule.action,
        line=line_of(rule.id),
        message=rule.message,
        why=rule.why if rule.why != rule.message else "",
        until=until,
        confidence=CONFIDENCE[rule.confidence],
        sources=tuple(
            SourceLink(title=content.sources[source].title, url=content.sources[source].url)
            for source in rule.sources
            if source in content.sources
        ),
        reviewed=bool(content.rules[rule.id].review.by),
        can_be_cleared=rule.action == "ask_clinician",
        by_dates=rule.because == "dates",
    )


def line_of(rule: str) -> str:
    """What the parent ticked, in the words of the page."""
    for question in load().questions:
        if rule in question.short:
            return question.short[rule]
        if question.rule == rule:
            return question.label
    return load().rules[rule].ask


def _resting(verdict: Verdict) -> tuple[str, ...]:
    """Areas of which no stroke is left."""
    strokes = load().strokes
    left = {strokes[name].region for name in verdict.allowed_strokes}
    return tuple(name for region, name in AREAS.items() if region not in left)
