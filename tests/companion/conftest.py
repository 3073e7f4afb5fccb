"""A family with twins, a stranger of another family, and browsers for each."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client

from warmhands.companion.families import queries
from warmhands.companion.families.models import Baby, Caregiver, Family

ZONE = "Europe/Berlin"


def make_family(
    username: str, *nicknames: str, born: date = date(2026, 8, 1), zone: str = ZONE
) -> queries.Member:
    """A family of one caregiver and babies in this order; the password is never asked (argon2 is slow on
    purpose).
    """
    user = get_user_model().objects.create(username=username, password="no hash, so no word fits")
    family = Family.objects.create()
    Caregiver.objects.create(user=user, family=family, name=username.title())
    for nickname in nicknames:
        Baby.objects.create(family=family, nickname=nickname, born=born, zone=zone)
    return member_again(user.pk)


def member_again(user_id: int) -> queries.Member:
    """The member as the database now has them."""
    member = queries._read_member(user_id)
    assert member is not None
    return member


def browser_of(member: queries.Member | None) -> Client:
    """A signed-in browser of `member`, a guest's for None."""
    client = Client(HTTP_HOST="localhost")
    if member is not None:
        client.force_login(get_user_model().objects.get(pk=member.user_id))
    return client


@pytest.fixture(autouse=True)
def nothing_counted():
    """The counters of guesses begin at nought in every test."""
    cache.clear()


@pytest.fixture
def member(db) -> queries.Member:
    """Anna, with the twins Mila (the current one) and Jonas, born 2026-08-01, at home in Berlin."""
    return make_family("anna", "Mila", "Jonas")


@pytest.fixture
def stranger(db) -> queries.Member:
    """A member of another family, with a baby of their own."""
    return make_family("stranger", "Otto")


@pytest.fixture
def baby(member) -> queries.BabyCard:
    assert member.current is not None
    return member.current


@pytest.fixture
def browser(member) -> Client:
    """Anna's browser, signed in."""
    return browser_of(member)


@pytest.fixture
def stranger_browser(stranger) -> Client:
    return browser_of(stranger)


@pytest.fixture
def guest(db) -> Client:
    """A browser that has not signed in."""
    return Client(HTTP_HOST="localhost")
