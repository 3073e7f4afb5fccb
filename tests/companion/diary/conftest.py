"""Two families that know nothing of each other, each with a baby."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from warmhands.companion.families.models import Baby, Caregiver, Family
from warmhands.companion.families.queries import BabyCard, Member

MakeMember = Callable[..., Member]


@pytest.fixture
def make_member(db: None) -> MakeMember:
    def make(name: str = "Asha", zone: str = "Europe/London", born: date = date(2026, 1, 10)) -> Member:
        family = Family.objects.create()
        user = User.objects.create(username=f"{name}-{uuid4().hex[:8]}")
        baby = Baby.objects.create(family=family, nickname="Pip", born=born, zone=zone)
        caregiver = Caregiver.objects.create(user=user, family=family, name=name, current=baby)
        card = BabyCard(
            id=baby.id,
            nickname="Pip",
            born=born,
            due=None,
            gestation_days=None,
            zone=zone,
            family_id=family.pk,
        )
        return Member(
            user_id=user.pk,
            caregiver_id=caregiver.pk,
            family_id=family.pk,
            name=name,
            zone=zone,
            babies=(card,),
            current=card,
        )

    return make


@pytest.fixture
def member(make_member: MakeMember) -> Member:
    return make_member()


@pytest.fixture
def stranger(make_member: MakeMember) -> Member:
    return make_member("Bo")


@pytest.fixture
def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=member.user_id))
    return client
