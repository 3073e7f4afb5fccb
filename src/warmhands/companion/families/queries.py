"""Who is asking, and which babies may they see? The only reader of the families' tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest

from warmhands.companion.families.models import Baby, Caregiver, Family
from warmhands.companion.shell.ages import age_words, to_go_words

HOME_ZONE = "UTC"  # until a baby says where home is


@dataclass(frozen=True, slots=True, kw_only=True)
class BabyCard:
    """One baby, as every page and every science function needs it. Dates are the family's own local dates."""

    id: UUID
    nickname: str
    born: date | None
    due: date | None
    gestation_days: int | None
    zone: str
    family_id: int
    sex: str = ""

    @property
    def born_or_due(self) -> date:
        """The birth date, or for an expected baby the due date:
        the database holds that one of them is there.
        """
        day = self.born or self.due
        if day is None:
            raise ValueError(f"baby {self.id} has neither a birth date nor a due date")
        return day

    @property
    def is_born(self) -> bool:
        return self.born is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person who may see one family.

    `user_id` and `caregiver_id` are None for the command line of this home.
    """

    user_id: int | None
    caregiver_id: int | None
    family_id: int
    name: str
    zone: str
    babies: tuple[BabyCard, ...]
    current: BabyCard | None

    @property
    def others(self) -> tuple[BabyCard, ...]:
        """The babies that are not the current one: those that one tap switches to."""
        return tuple(baby for baby in self.babies if baby != self.current)


@dataclass(frozen=True, slots=True, kw_only=True)
class BabyFacts:
    """What a family says about a baby. One of `born` and `due` is there; the form has seen to the limits."""

    nickname: str
    born: date | None = None
    due: date | None = None
    gestation_days: int | None = None
    sex: str = ""
    zone: str


_BABY_COLUMNS = ("id", "nickname", "born", "due", "gestation_days", "zone", "sex")
# What a member's rows hold, one row a baby, seen from the caregiver.
_COLUMNS_FROM_CAREGIVER = tuple(f"family__babies__{name}" for name in (*_BABY_COLUMNS, "made_at"))
MEMBER_COLUMNS = ("id", "family_id", "name", "current_id", *_COLUMNS_FROM_CAREGIVER)


def member_of(request: HttpRequest) -> Member | None:
    """Who is asking: the query that reads the user brings the member, then it is remembered on the request.

    None for a guest.

    A signed-in user without a family (none is made that way, but a table can be edited) is a guest too.
    """
    if not hasattr(request, "_warmhands_member"):
        request._warmhands_member = _member_behind(request.user)  # type: ignore[attr-defined]
    member: Member | None = request._warmhands_member  # type: ignore[attr-defined]
    return member


def already_asked(request: HttpRequest) -> Member | None:
    """The member if this request has asked before; never a query, so that templates may have it."""
    member: Member | None = getattr(request, "_warmhands_member", None)
    return member


def forget_member(request: HttpRequest) -> None:
    """After a change of babies the next question reads them anew."""
    if hasattr(request, "_warmhands_member"):
        del request._warmhands_member
    if hasattr(request.user, "_warmhands_member"):
        del request.user._warmhands_member


def remember_member(user: AbstractBaseUser, rows: Sequence[tuple[Any, ...]]) -> None:
    """Leave with the user, who was just read, the member that the same rows (MEMBER_COLUMNS) make."""
    user._warmhands_member = _from_rows(user.pk, rows)  # type: ignore[attr-defined]


def _member_behind(user: AbstractBaseUser | AnonymousUser) -> Member | None:
    if not user.is_authenticated:
        return None
    # Just signed in, or changed since: then it is read anew.
    there = getattr(user, "_warmhands_member", None)
    return there if there is not None else _read_member(user.pk)


def _read_member(user_id: int) -> Member | None:
    return _from_rows(user_id, list(Caregiver.objects.filter(user_id=user_id).values_list(*MEMBER_COLUMNS)))


def _from_rows(user_id: int, rows: Sequence[tuple[Any, ...]]) -> Member | None:
    if not rows:
        return None
    caregiver_id, family_id, name, current_id = rows[0][:4]
    # In the order in which they came; a handful of rows is sorted cheaper here than by the database.
    theirs = sorted((row[4:] for row in rows if row[4] is not None), key=lambda row: (row[-1], row[0]))
    babies = tuple(_card(family_id, row[:-1]) for row in theirs)
    return _member(user_id, caregiver_id, family_id, name, babies, current_id)


def member_of_user(user_id: int) -> Member:
    """The member with this user id. Raises LookupError for a user without a family."""
    member = _read_member(user_id)
    if member is None:
        raise LookupError(user_id)
    return member


def _card(family_id: int, columns: tuple) -> BabyCard:
    return BabyCard(family_id=family_id, **dict(zip(_BABY_COLUMNS, columns, strict=True)))


def _member(
    user_id: int | None,
    caregiver_id: int | None,
    family_id: int,
    name: str,
    babies: tuple[BabyCard, ...],
    current_id: UUID | None,
) -> Member:
    current = next((baby for baby in babies if baby.id == current_id), babies[0] if babies else None)
    return Member(
        user_id=user_id,
        caregiver_id=caregiver_id,
        family_id=family_id,
        name=name,
        zone=current.zone if current else HOME_ZONE,
        babies=babies,
        current=current,
    )


def baby_of(member: Member | None, baby_id: UUID) -> BabyCard | None:
    """The baby with this id if the member may see it.

    A stranger's baby and an unknown id look the same: None.
    """
    if member is None:
        return None
    return next((baby for baby in member.babies if baby.id == baby_id), None)


def member_of_home() -> Member | None:
    """The family of this home as the command line sees it (whoever can run it owns the files).

    None: no family yet.
    """
    family = Family.objects.order_by("-founding", "id").first()
    if family is None:
        return None
    rows = Baby.objects.filter(family=family).order_by("made_at", "id").values_list(*_BABY_COLUMNS)
    return _member(None, None, family.pk, "", tuple(_card(family.pk, row) for row in rows), None)


def has_accounts() -> bool:
    """Whether anybody has an account. False: this home is fresh, and its first visitor makes the first."""
    return get_user_model().objects.exists()


def babies_waiting() -> tuple[str, ...]:
    """Nicknames of babies that came in by the command line before the first account."""
    home = member_of_home()
    return tuple(baby.nickname for baby in home.babies) if home else ()


def user_names() -> tuple[str, ...]:
    """Every user name of this home, for `warmhands reset-password`."""
    return tuple(get_user_model().objects.order_by("username").values_list("username", flat=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class BabyLine:
    """A baby as the list shows it: with an age in words."""

    card: BabyCard
    age: str
    is_current: bool


def babies_shown(member: Member, now: datetime) -> tuple[BabyLine, ...]:
    """The member's babies, each as old as it is at its own home."""
    return tuple(
        BabyLine(
            card=card,
            age=age_in_words(card, now.astimezone(ZoneInfo(card.zone)).date()),
            is_current=card == member.current,
        )
        for card in member.babies
    )


def age_in_words(card: BabyCard, today: date) -> str:
    """How old, or how long still to go."""
    return age_words(card.born, today) if card.born else to_go_words(card.born_or_due, today)
