"""Who comes to the safety pages, for which baby, and what is known of it: gathered once for a request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext

from warmhands.companion.families.queries import BabyCard, Member, baby_of, member_of
from warmhands.companion.guide import safety_queries
from warmhands.companion.guide.safety_forms import SafetyForm
from warmhands.companion.guide.safety_lines import DAYS_AGO, MINUTES_AGO, Filled, Line, lines_of, questions_of
from warmhands.companion.guide.safety_queries import Known, Subject
from warmhands.companion.guide.verdict_queries import clock, line_of
from warmhands.content.loader import load
from warmhands.science.safety import Check, judge

HEALTH_PAGES = ("profile", "event", "once")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedLine:
    """One thing that a clinician has lifted."""

    rule: str
    line: str
    by_whom: str
    cleared_on: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request to a safety page. `next`: where the way leads once massage may begin."""

    now: datetime
    member: Member | None
    subject: Subject
    known: Known
    next: str
    pages: tuple[str, ...]
    confirmed: frozenset[str]

    @property
    def check(self) -> Check:
        """The baby's age, for choosing what is asked."""
        return Check(now=self.now, zone=self.subject.zone, baby=self.subject.dates)

    @property
    def asks_dates_first(self) -> bool:
        """A guest's baby of whom nothing is known yet."""
        return self.subject.kind == "guest" and self.subject.born is None

    @property
    def asks_health_first(self) -> bool:
        return self.asks_dates_first or self.known.profile_due

    @property
    def health_address(self) -> str:
        """The health page, which leads back to the check."""
        baby = self.subject.baby_id
        page = reverse("guide:health", kwargs={"baby": baby}) if baby else reverse("guide:about_baby")
        return f"{page}?{urlencode({'next': self.here})}"

    @property
    def here(self) -> str:
        return f"{reverse('guide:safe')}?{urlencode({'next': self.next})}"

    @property
    def verdict_address(self) -> str:
        return f"{reverse('guide:verdict')}?{urlencode({'next': self.next})}"

    @property
    def care_address(self) -> str:
        return f"{reverse('guide:care')}?{urlencode({'next': self.verdict_address})}"

    @property
    def cleared(self) -> tuple[ClearedLine, ...]:
        """What clinicians have lifted, in the words of the pages."""
        return tuple(
            ClearedLine(
                rule=item.rule,
                line=line_of(item.rule),
                by_whom=item.by_whom,
                cleared_on=item.cleared_on,
                until=item.until,
            )
            for item in self.known.cleared
        )

    def form(self, data: QueryDict) -> SafetyForm:
        """The ticks that came in, to be read."""
        return SafetyForm(
            data=data,
            questions=questions_of(*self.pages),
            check=self.check,
            kept_at={rule: kept.at for rule, kept in self.known.answers.items() if kept.at},
            kept_words=self._kept_words(),
        )

    def lines(self, form: SafetyForm | None = None) -> tuple[Line, ...]:
        """The page's lines: as sent, else as remembered."""
        filled = form.filled() if form else self._remembered()
        return lines_of(questions_of(*self.pages), self.check, filled)

    def _remembered(self) -> Filled:
        running = self._running()
        timed = set(MINUTES_AGO) | set(DAYS_AGO)
        rules = {rule for rule in self.known.yes() if rule in running or rule not in timed}
        return Filled(rules=frozenset(rules) | self.confirmed, kept=self._kept_words())

    def _kept_words(self) -> dict[str, str]:
        return {
            rule: gettext("as noted: %(time)s") % {"time": clock(kept.at, self.subject, self.now)}
            for rule, kept in self.known.answers.items()
            if kept.answer == "yes" and kept.at and rule in self._running()
        }

    def _running(self) -> frozenset[str]:
        """Remembered rules that would still fire: their wait is not over."""
        yes = self.known.yes()
        at = {rule: kept.at for rule, kept in self.known.answers.items() if rule in yes and kept.at}
        check = Check(
            now=self.now,
            zone=self.subject.zone,
            baby=self.subject.dates,
            answers=dict.fromkeys(yes, "yes"),
            at=at,
        )
        return frozenset(rule.id for rule in judge(load(), check, safety_queries.limits_of_home()).rules)


def visit_of(request: HttpRequest, card: BabyCard | None = None, *, health: bool = False) -> Visit:
    """Return this request's visit. Raises LookupError when `next` names a baby they may not see."""
    now = timezone.now()
    member = member_of(request)
    default = reverse("guide:safe") if health else reverse("guide:choose")
    wanted = _own(request, request.POST.get("next") or request.GET.get("next") or "", default)
    subject = safety_queries.subject_of(request.session, member, card or _meant(member, wanted))
    weekly = ("weekly",) if safety_queries.weekly_due(request.session, now) else ()
    return Visit(
        now=now,
        member=member,
        subject=subject,
        known=safety_queries.known(request.session, subject, now),
        next=wanted,
        pages=HEALTH_PAGES if health else ("session", *weekly),
        confirmed=safety_queries.confirmed_today(request.session, subject, now),
    )


def _own(request: HttpRequest, wanted: str, default: str) -> str:
    """`wanted` when it is an address of this home, else `default`."""
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=request.is_secure())
    return wanted if ours and wanted.startswith("/") and not wanted.startswith("//") else default


def _meant(member: Member | None, wanted: str) -> BabyCard | None:
    """The baby that the address to come names, if it does: with twins not always the current one."""
    named = parse_qs(urlsplit(wanted).query).get("baby", [""])[0]
    try:
        baby_id = UUID(named)
    except ValueError:
        return None
    card = baby_of(member, baby_id)
    if card is None:
        raise LookupError(named)
    return card
