"""How allauth behaves in this house."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class HomeAdapter(DefaultAccountAdapter):
    """One home, few people: no sign-up by strangers, no mail."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
