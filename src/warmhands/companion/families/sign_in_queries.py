"""Who the cookie says is asking: the user and the member in one read, as every request needs both."""

from __future__ import annotations

from functools import cache
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from warmhands.companion.families.models import Caregiver
from warmhands.companion.families.queries import MEMBER_COLUMNS, remember_member

# What a request asks of a user, in the order of the table; the rest is read when somebody wants it.
_USER_COLUMNS = ("id", "password", "username", "is_active")


@cache
def _both() -> QuerySet[Caregiver, tuple[Any, ...]]:
    """The columns of both, worked out once: that costs more than the query."""
    return Caregiver.objects.values_list(*(f"user__{name}" for name in _USER_COLUMNS), *MEMBER_COLUMNS)


class HomeBackend(AuthenticationBackend):
    """allauth's rules for signing in; a signed-in request costs one query for user, family and babies."""

    def get_user(self, user_id: Any) -> AbstractBaseUser | None:
        rows = list(_both().filter(user_id=user_id))
        if not rows:  # a user without a family
            user: AbstractBaseUser | None = super().get_user(user_id)
            return user
        count = len(_USER_COLUMNS)
        found = get_user_model().from_db("default", _USER_COLUMNS, rows[0][:count])
        if not self.user_can_authenticate(found):
            return None
        remember_member(found, [row[count:] for row in rows])
        return found
