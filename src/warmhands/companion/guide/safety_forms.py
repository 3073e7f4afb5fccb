"""From ticks to answers. Unknown names are not read; a slip gets one sentence."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from warmhands.companion.families.zones import is_zone
from warmhands.companion.guide.actions import Said
from warmhands.companion.guide.models import WHO_MAX_LETTERS
from warmhands.companion.guide.safety_lines import (
    DAYS_AGO,
    KEPT,
    LONGER,
    MINUTES_AGO,
    PLACED,
    PLACES,
    Filled,
    opened,
)
from warmhands.companion.guide.safety_queries import Subject
from warmhands.content.loader import load
from warmhands.content.model import Question, Region
from warmhands.science import units
from warmhands.science.safety import Answer, Check


@dataclass
class SafetyForm:
    """The ticks of a page, read. `kept_at`: rule → the remembered instant, for the pick "as noted"."""

    data: QueryDict
    questions: tuple[Question, ...]
    check: Check
    kept_at: dict[str, datetime]
    kept_words: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    at: dict[str, datetime] = field(default_factory=dict)
    regions: dict[str, tuple[Region, ...]] = field(default_factory=dict)

    def is_valid(self) -> bool:
        """Read every line; False when one needs another look (`errors`: line → sentence)."""
        for question in self.questions:
            if question.kind == "confirm":
                self.answers[question.rule] = "yes" if question.id in self._set("line") else "no"
            elif question.kind == "tick":
                self._read(question)
        return not self.errors

    def said(self) -> Said:
        return Said(answers=self.answers, at=self.at, regions=self.regions)

    def filled(self) -> Filled:
        """What was sent, to stand in the form again."""
        rules = load().rules
        return Filled(
            lines=self._set("line"),
            rules=self._set("rule"),
            unsure=self._set("unsure"),
            when={rule: self.data.get(f"when_{rule}", "") for rule in rules},
            clock={rule: clock for rule in DAYS_AGO if (clock := self._clock_text(rule))},
            kept=self.kept_words,
            places=self._set("place"),
            errors=self.errors,
        )

    def _set(self, name: str) -> frozenset[str]:
        return frozenset(self.data.getlist(name))

    def _read(self, question: Question) -> None:
        asked = opened(question, self.check)
        ticked = [rule for rule in asked if rule in self._set("rule")]
        unsure = question.page == "profile" and question.id in self._set("unsure")
        # A detail counts even when its line was left out: the safer reading.
        is_on = question.id in self._set("line") or bool(ticked) or unsure
        if question.rule:
            self.answers[question.rule] = "yes" if is_on else "no"
        elif is_on and not ticked and not unsure:
            self.errors[question.id] = gettext("Tick what fits underneath, or take this tick away.")
        for rule in asked:
            self.answers[rule] = "yes" if rule in ticked else "unknown" if unsure else "no"
        for rule in ticked:
            self._read_time(rule)
        self._read_places(question, ticked)

    def _read_places(self, question: Question, ticked: list[str]) -> None:
        placed = [rule for rule in ticked if rule in PLACED]
        tapped = tuple(place for place, _label in PLACES if place in self._set("place"))
        if placed and not tapped:
            self.errors[question.id] = gettext("Tap where it is.")
        self.regions |= dict.fromkeys(placed, tapped)

    def _read_time(self, rule: str) -> None:
        """Without a time that can be read the wait counts from now: the safer reading."""
        value = self.data.get(f"when_{rule}", "")
        if value == KEPT and rule in self.kept_at:
            self.at[rule] = self.kept_at[rule]
        elif value == LONGER and rule in MINUTES_AGO:
            self.answers[rule] = "no"
        elif rule in MINUTES_AGO and value in map(str, MINUTES_AGO[rule]):
            self.at[rule] = self.check.now - timedelta(minutes=int(value))
        elif rule in DAYS_AGO and value in map(str, DAYS_AGO[rule]):
            self.at[rule] = self._on_day(rule, int(value))
        elif rule in MINUTES_AGO or rule in DAYS_AGO:
            self.at[rule] = self.check.now

    def _on_day(self, rule: str, days_ago: int) -> datetime:
        """The hour that was given on that day; without one the day's last: the safer reading."""
        zone = ZoneInfo(self.check.zone)
        day = self.check.now.astimezone(zone).date() - timedelta(days=days_ago)
        try:
            hour = time.fromisoformat(self._clock_text(rule)).replace(tzinfo=None)
        except ValueError:
            hour = time(23, 59)
        return min(datetime.combine(day, hour, tzinfo=zone), self.check.now)

    def _clock_text(self, rule: str) -> str:
        return self.data.get(f"clock_{rule}", "")[:8]


EARLY_WEEKS = range(
    units.PRETERM_BEFORE_DAYS // units.DAYS_PER_WEEK - 1,
    units.MIN_GESTATION_DAYS // units.DAYS_PER_WEEK - 1,
    -1,
)


def _weeks() -> list[tuple[str, str]]:
    early = [(str(weeks), gettext("In week %(weeks)d") % {"weeks": weeks}) for weeks in EARLY_WEEKS]
    return [("", gettext("On time, or less than 3 weeks early")), *early]


class GuestBabyForm(forms.Form):
    """What the guide must know of a guest's baby: the day of birth, and whether it came early."""

    born = forms.DateField(
        label=_("When was your baby born?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("The day of birth, please: what is safe depends on the age."),
            "invalid": _("Write the day like 2026-03-21."),
        },
    )
    weeks = forms.ChoiceField(label=_("Born early?"), required=False, choices=_weeks)
    zone = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-zone": ""}), max_length=64)

    def clean_zone(self) -> str:
        zone = str(self.cleaned_data["zone"])
        return zone if is_zone(zone) else "UTC"  # filled by the browser, never by hand

    def clean_born(self) -> date:
        born: date = self.cleaned_data["born"]
        # A day ahead somewhere on earth is today there; the zone of a browser without script is not known.
        if born > timezone.now().date() + timedelta(days=1):
            raise ValidationError(_("This day is still to come. Until then, practise on a doll."))
        if born.year < units.EARLIEST_YEAR:
            raise ValidationError(_("That is too long ago for a baby. Is the year right?"))
        return born

    def clean(self) -> dict[str, object]:
        super().clean()
        born, zone = self.cleaned_data.get("born"), self.cleaned_data.get("zone") or "UTC"
        if born and born > timezone.now().astimezone(ZoneInfo(zone)).date():
            self.add_error("born", _("This day is still to come. Until then, practise on a doll."))
        return self.cleaned_data

    def gestation_days(self) -> int | None:
        weeks = self.cleaned_data.get("weeks")
        return int(weeks) * units.DAYS_PER_WEEK if weeks else None

    @classmethod
    def for_subject(cls, subject: Subject) -> "GuestBabyForm":
        """The form as it stands for a guest's baby that is known already."""
        weeks = str(subject.gestation_days // units.DAYS_PER_WEEK) if subject.gestation_days else ""
        return cls(
            initial={
                "born": subject.born,
                "weeks": weeks,
                "zone": "" if subject.zone == "UTC" else subject.zone,
            }
        )


class ClearanceForm(forms.Form):
    """Who has agreed, and when."""

    rule = forms.CharField(widget=forms.HiddenInput(), max_length=40)
    by_whom = forms.CharField(
        label=_("Who said yes?"),
        max_length=WHO_MAX_LETTERS,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write down who said yes, such as the midwife's name.")},
    )
    cleared_on = forms.DateField(
        label=_("When?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("On which day?"), "invalid": _("Write the day like 2026-03-21.")},
    )

    def __init__(self, *args: object, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.today = today

    def clean_rule(self) -> str:
        rule = load().rules.get(self.cleaned_data["rule"])
        if rule is None or rule.action != "ask_clinician":
            raise ValidationError(_("Only what says to ask a clinician can be lifted by one."))
        return rule.id

    def clean_cleared_on(self) -> date:
        day: date = self.cleaned_data["cleared_on"]
        if day > self.today:
            raise ValidationError(_("This day is still to come."))
        if day.year < units.EARLIEST_YEAR:
            raise ValidationError(_("That is too long ago. Is the year right?"))
        return day
