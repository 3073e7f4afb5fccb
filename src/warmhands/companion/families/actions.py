"""What a family does. The only writers of the families' tables:
keyword-only, `by=` the one who acts, whole or not at all.
"""

from uuid import UUID

from django.contrib.auth import get_user_model, login
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest

from warmhands.companion.families.models import Baby, Caregiver, Family
from warmhands.companion.families.queries import BabyFacts, Member, baby_of, member_of_home
from warmhands.science.errors import WarmhandsError


class AlreadyAtHome(WarmhandsError):  # noqa: N818  named by what is so, as it is read aloud
    """The first account of this home has been made meanwhile."""


class NicknameTaken(WarmhandsError):  # noqa: N818
    """Another baby of this family is called so."""


def make_first_account(*, username: str, password: str, name: str, baby: BabyFacts | None) -> int:
    """Make the home's first account, its family and its first baby; return the user's id.

    A home that knows babies already (they came in by the command line) may leave `baby` out.
    Raises AlreadyAtHome when somebody was faster: a write transaction is alone, so nobody comes between
    question and answer.
    """
    users = get_user_model().objects
    hashed = make_password(password)  # slow on purpose, so outside of the transaction
    with transaction.atomic():
        if users.exists():
            raise AlreadyAtHome("The first account of this home has just been made.")
        family, _new = Family.objects.get_or_create(founding=True)
        user = users.create(username=username, password=hashed)
        card = _make_baby(family.pk, baby) if baby else None
        Caregiver.objects.create(user=user, family=family, name=name, current=card)
    return int(user.pk)


def add_caregiver(*, by: Member, username: str, password: str, name: str) -> int:
    """Make an account for another person of the family of `by`; return the user's id.

    Raises IntegrityError for a user name that somebody has.
    """
    hashed = make_password(password)
    with transaction.atomic():
        user = get_user_model().objects.create(username=username, password=hashed)
        current_id = by.current.id if by.current else None
        Caregiver.objects.create(user=user, family_id=by.family_id, name=name, current_id=current_id)
    return int(user.pk)


def sign_in(*, request: HttpRequest, user_id: int) -> None:
    """Sign the person in who has just made the first account; the session gets a new id."""
    login(request, get_user_model().objects.get(pk=user_id))


@transaction.atomic
def add_baby(*, by: Member, facts: BabyFacts) -> UUID:
    """Add a baby to the family of `by`, and turn that person's pages to it. Raises NicknameTaken."""
    baby = _make_baby(by.family_id, facts)
    if by.caregiver_id is not None:
        Caregiver.objects.filter(pk=by.caregiver_id).update(current=baby)
    return baby.pk


@transaction.atomic
def change_baby(*, by: Member, baby_id: UUID, facts: BabyFacts) -> None:
    """Write down what the family now says about its baby.

    Raises NicknameTaken, and LookupError for a stranger's baby.
    """
    if baby_of(by, baby_id) is None:
        raise LookupError(baby_id)
    if (
        Baby.objects.filter(family_id=by.family_id, nickname__iexact=facts.nickname)
        .exclude(pk=baby_id)
        .exists()
    ):
        raise NicknameTaken("Another baby of yours is called so. Choose a name that tells them apart.")
    Baby.objects.filter(pk=baby_id, family_id=by.family_id).update(**_columns(facts))


def choose_baby(*, by: Member, baby_id: UUID) -> None:
    """Turn the pages of `by` to another of the family's babies. Raises LookupError for a stranger's baby."""
    if baby_of(by, baby_id) is None:
        raise LookupError(baby_id)
    if by.caregiver_id is not None:
        Caregiver.objects.filter(pk=by.caregiver_id).update(current_id=baby_id)


@transaction.atomic
def open_home() -> Member:
    """The family of this home for the command line: made now if an import comes before the first account."""
    home = member_of_home()
    if home is None:
        Family.objects.create(founding=True)
        home = member_of_home()
    assert home is not None
    return home


@transaction.atomic
def reset_password(*, username: str, password: str) -> None:
    """Give a person a new password and end their sessions everywhere.

    Raises LookupError for an unknown name.
    """
    user = get_user_model().objects.filter(username=username).first()
    if user is None:
        raise LookupError(username)
    user.set_password(password)
    user.save(update_fields=["password"])
    # The new hash already closes them; the rows go as well, so that nothing of them stays.
    for session in Session.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()


def _make_baby(family_id: int, facts: BabyFacts) -> Baby:
    if Baby.objects.filter(family_id=family_id, nickname__iexact=facts.nickname).exists():
        raise NicknameTaken("Another baby of yours is called so. Choose a name that tells them apart.")
    return Baby.objects.create(family_id=family_id, **_columns(facts))


def _columns(facts: BabyFacts) -> dict[str, object]:
    return {
        "nickname": facts.nickname.strip(),
        "born": facts.born,
        "due": facts.due,
        "gestation_days": facts.gestation_days,
        "sex": facts.sex,
        "zone": facts.zone,
    }
