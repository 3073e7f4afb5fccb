"""From what a person typed to clean values.

Each refusal is one sentence beside its field; nothing typed is lost.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib.auth import get_user_model, password_validation
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from warmhands.companion.families.doors import Door, code_fits, may_try
from warmhands.companion.families.models import NAME_MAX_LETTERS, ZONE_MAX_LETTERS
from warmhands.companion.families.queries import BabyCard, BabyFacts
from warmhands.companion.families.zones import is_zone
from warmhands.science import units

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

USERNAME_MAX_LETTERS = 60
PASSWORD_MAX_LETTERS = 1000
MIN_WEEKS = units.MIN_GESTATION_DAYS // units.DAYS_PER_WEEK
MAX_WEEKS = units.MAX_GESTATION_DAYS // units.DAYS_PER_WEEK
MOST_DAYS_APART = 2 * units.DAYS_PER_WEEK
MOST_WEEKS_EARLY = (units.TERM_DAYS - units.MIN_GESTATION_DAYS) // units.DAYS_PER_WEEK


def _day(label: StrOrPromise, hint: StrOrPromise = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        required=False,
        # What a browser's date field sends. 3/4 would be guessed wrong half the time.
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day like 2026-03-21.")},
    )


def _name(label: StrOrPromise, hint: StrOrPromise, missing: StrOrPromise, **attrs: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=NAME_MAX_LETTERS,
        widget=forms.TextInput(attrs=attrs),
        error_messages={
            "required": missing,
            "max_length": _("That is too long: %(limit_value)d letters are the most."),
        },
    )


class BabyForm(forms.Form):
    """A baby: a nickname, and the day of birth or the day it is due. All else may stay empty."""

    nickname = _name(
        _("Baby's nickname"), "", _("What do you call your baby?"), autocomplete="off", autocapitalize="words"
    )
    born = _day(_("Born on"))
    due = _day(_("Due on"), _("For a baby on the way. Or for one born early or late, if you like."))
    zone = forms.CharField(
        label=_("Where you live"),
        help_text=_("The time zone, so that your days begin at your midnight."),
        max_length=ZONE_MAX_LETTERS,
        widget=forms.TextInput(
            attrs={"list": "zones", "autocomplete": "off", "spellcheck": "false", "data-zone": ""}
        ),
        error_messages={"required": _("Choose the place nearest to you, such as Europe/London.")},
    )

    def clean_zone(self) -> str:
        zone = str(self.cleaned_data["zone"]).replace(" ", "_")
        if not is_zone(zone):
            raise ValidationError(_("Choose the place nearest to you from the list, such as Europe/London."))
        return zone

    def today(self) -> date:
        """The date at the family's home."""
        return timezone.now().astimezone(ZoneInfo(self.cleaned_data.get("zone") or "UTC")).date()

    def clean(self) -> dict[str, object]:
        super().clean()
        born, due = self.cleaned_data.get("born"), self.cleaned_data.get("due")
        if "zone" in self.cleaned_data:
            if born:
                self._check_born(born)
            if due and not born:
                self._check_expected(due)
        if not born and not due and not {"born", "due"} & set(self.errors):
            self.add_error(
                "born", _("Give the day of birth, or the day the baby is due. One of them is enough.")
            )
        return self.cleaned_data

    def _check_born(self, born: date) -> None:
        if born > self.today():
            self.add_error(
                "born", _("This day is still to come. For a baby on the way give the day it is due instead.")
            )
        elif born.year < units.EARLIEST_YEAR:
            self.add_error("born", _("That is too long ago for a baby. Is the year right?"))

    def _check_expected(self, due: date) -> None:
        if due > self.today() + timedelta(days=units.TERM_DAYS):
            self.add_error("due", _("That is more than nine months away. Is the year right?"))
        elif due < self.today() - timedelta(days=units.MAX_GESTATION_DAYS - units.TERM_DAYS):
            self.add_error("due", _("That day has long passed. If your baby is here, give the day of birth."))

    def gestation_days(self) -> int | None:
        """Days of pregnancy at birth: as said, or counted from birth and due date, or not known."""
        born, due = self.cleaned_data.get("born"), self.cleaned_data.get("due")
        if not born or not due:
            return None
        return int(units.TERM_DAYS - (due - born).days)

    def facts(self) -> BabyFacts:
        """The clean values, for `actions`."""
        said = self.cleaned_data
        return BabyFacts(
            nickname=said["nickname"],
            born=said["born"],
            due=said["due"],
            gestation_days=self.gestation_days(),
            sex=said.get("sex", ""),
            zone=said["zone"],
        )


class WholeBabyForm(BabyForm):
    """All that a family may say about a baby, on the page for one baby."""

    weeks = forms.IntegerField(
        label=_("Weeks of pregnancy at birth"),
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    days = forms.IntegerField(
        label=_("and days"),
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0, "max": 6}),
    )
    sex = forms.ChoiceField(
        label=_("Girl or boy"),
        required=False,
        choices=[("", _("Rather not say")), ("female", _("Girl")), ("male", _("Boy"))],
        help_text=_("Only for the growth charts."),
    )
    field_order = ["nickname", "born", "due", "weeks", "days", "sex", "zone"]

    @classmethod
    def for_card(cls, card: BabyCard) -> WholeBabyForm:
        """The form as it stands for a baby that is known."""
        weeks, days = (
            divmod(card.gestation_days, units.DAYS_PER_WEEK) if card.gestation_days else (None, None)
        )
        return cls(
            initial={
                "nickname": card.nickname,
                "born": card.born,
                "due": card.due,
                "weeks": weeks,
                "days": days,
                "sex": card.sex,
                "zone": card.zone,
            }
        )

    def clean_weeks(self) -> int | None:
        weeks: int | None = self.cleaned_data["weeks"]
        if weeks is not None and not MIN_WEEKS <= weeks <= MAX_WEEKS:
            raise ValidationError(
                _("Between %(least)d and %(most)d weeks, counted as your midwife or doctor counts them."),
                params={"least": MIN_WEEKS, "most": MAX_WEEKS},
            )
        return weeks

    def clean_days(self) -> int | None:
        days: int | None = self.cleaned_data["days"]
        if days is not None and not 0 <= days < units.DAYS_PER_WEEK:
            raise ValidationError(_("Between 0 and 6 days."))
        return days

    def clean(self) -> dict[str, object]:
        super().clean()
        weeks, days = self.cleaned_data.get("weeks"), self.cleaned_data.get("days")
        if days and weeks is None and "weeks" not in self.errors:
            self.add_error("weeks", _("How many weeks belong to these days?"))
        if weeks == MAX_WEEKS and days:
            self.add_error("days", _("%(most)d weeks are the most.") % {"most": MAX_WEEKS})
        _check_gestation(self, "weeks")
        return self.cleaned_data

    def gestation_days(self) -> int | None:
        weeks, days = self.cleaned_data.get("weeks"), self.cleaned_data.get("days")
        return weeks * units.DAYS_PER_WEEK + (days or 0) if weeks is not None else super().gestation_days()


class FirstAccountForm(BabyForm):
    """The first visitor of a fresh home: who you are, and who your baby is, in one form."""

    name = _name(
        _("Your name"),
        _("As your family sees it: Mum, Papa, Grandma …"),
        _("What shall we call you?"),
        autocomplete="nickname",
    )
    username = forms.CharField(
        label=_("User name"),
        help_text=_("For signing in. Letters, digits and . - _ only."),
        max_length=USERNAME_MAX_LETTERS,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
        validators=[UnicodeUsernameValidator(message=_("Letters, digits and . - _ only, without spaces."))],
        error_messages={
            "required": _("Choose a name to sign in with."),
            "max_length": _("That is too long: %(limit_value)d letters are the most."),
        },
    )
    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least 8 characters. Three or four words that only you would put together are good."),
        strip=False,
        max_length=PASSWORD_MAX_LETTERS,
        # Shown again after a refusal of something else: nothing typed is lost, and the page is never kept.
        widget=forms.PasswordInput(
            render_value=True, attrs={"autocomplete": "new-password", "data-strength": "strength"}
        ),
        error_messages={
            "required": _("Choose a password."),
            "max_length": _("That is too long: %(limit_value)d characters are the most."),
        },
    )
    weeks_early = forms.IntegerField(
        label=_("Weeks early"),
        help_text=_("If your baby was born before its time. Else leave it empty."),
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0, "max": MOST_WEEKS_EARLY}),
    )
    code = forms.CharField(
        label=_("Code from the terminal"),
        help_text=_("It stands where Warmhands was started."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Type the code that the terminal shows.")},
    )

    def __init__(self, *args: Any, door: Door, baby_known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not door.needs_code:
            del self.fields["code"]
        self.baby_known = baby_known
        if baby_known:
            for name in ("nickname", "born", "due", "zone", "weeks_early"):
                del self.fields[name]

    def clean_username(self) -> str:
        return get_user_model().normalize_username(str(self.cleaned_data["username"])).lower()

    def clean_weeks_early(self) -> int | None:
        weeks: int | None = self.cleaned_data["weeks_early"]
        if weeks is not None and not 0 <= weeks <= MOST_WEEKS_EARLY:
            raise ValidationError(_("Between 0 and %(most)d weeks."), params={"most": MOST_WEEKS_EARLY})
        return weeks

    def clean_code(self) -> str:
        if not may_try():
            raise ValidationError(
                _("That was tried too often. Wait an hour, or open Warmhands on the machine itself.")
            )
        if not code_fits(str(self.cleaned_data["code"])):
            raise ValidationError(_("That is not the code that the terminal shows."))
        return str(self.cleaned_data["code"])

    def clean(self) -> dict[str, object]:
        if not self.baby_known:
            super().clean()
            _check_gestation(self, "weeks_early")
        password = self.cleaned_data.get("password")
        if password:
            said = {name: str(self.cleaned_data.get(name, "")) for name in ("username", "name")}
            person = get_user_model()(username=said["username"], first_name=said["name"])
            try:
                password_validation.validate_password(password, person)
            except ValidationError as refused:
                self.add_error("password", refused)
        return self.cleaned_data

    def gestation_days(self) -> int | None:
        early: int | None = self.cleaned_data.get("weeks_early")
        return units.TERM_DAYS - early * units.DAYS_PER_WEEK if early else super().gestation_days()


def _check_gestation(form: BabyForm, told: str) -> None:
    """The pregnancy was of possible length, and the weeks as told agree with the two days as two scans do:
    what is safe hangs on them.
    """
    days, by_dates = form.gestation_days(), BabyForm.gestation_days(form)
    if days is None or "due" in form.errors:
        return
    if not units.MIN_GESTATION_DAYS <= days <= units.MAX_GESTATION_DAYS:
        words = _(
            "With this birthday the pregnancy would have lasted %(weeks)d weeks. "
            "Is one of the two days wrong?"
        )
        form.add_error("due", words % {"weeks": days // units.DAYS_PER_WEEK})
    elif by_dates is not None and abs(days - by_dates) > MOST_DAYS_APART:
        words = _("By the two days above it was %(weeks)d weeks. Correct one of them, or leave this empty.")
        form.add_error(told, words % {"weeks": by_dates // units.DAYS_PER_WEEK})
