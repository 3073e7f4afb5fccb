"""How allauth behaves in this house:
no sign-up by strangers, no mail, and a guess limit that never locks the owner out.
"""

import secrets

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

KNOWN_COOKIE = "known-browser"
KNOWN_SECONDS = 60 * 60 * 24 * 400  # the longest that browsers keep a cookie
_SALT = "warmhands.known-browser"


def _fingerprint(username: str) -> str:
    """A user name as the cookie holds it: it tells nothing to who reads it."""
    return salted_hmac(_SALT, username.lower()).hexdigest()[:24]


def known_browser(request: HttpRequest, username: str) -> str:
    """The mark of this browser if `username` has signed in on it before, else the empty text."""
    value = request.get_signed_cookie(KNOWN_COOKIE, default="", salt=_SALT, max_age=KNOWN_SECONDS)
    mark, _colon, whose = str(value).partition(":")
    return mark if mark and constant_time_compare(whose, _fingerprint(username)) else ""


def remember_browser(request: HttpRequest, response: HttpResponse, username: str) -> None:
    """Give this browser a mark of its own, so that guesses made elsewhere do not count against it."""
    if known_browser(request, username):
        return
    response.set_signed_cookie(
        KNOWN_COOKIE,
        f"{secrets.token_urlsafe(12)}:{_fingerprint(username)}",
        salt=_SALT,
        max_age=KNOWN_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )


class HomeAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "enter_current_password": _("That is not your password as it is now."),
        "incorrect_password": _("That is not your password."),
        "too_many_login_attempts": _(
            "That was tried too often. Wait an hour, or use a browser where you have signed in before."
        ),
        "username_password_mismatch": _("This user name and this password do not fit together."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: str) -> str:
        """Ten wrong passwords an hour for an account, whoever tries and from wherever; a browser that the
        owner has signed in on counts its own. A stranger who guesses all night so shuts out strangers
        only."""
        username = credentials.get("username", credentials.get("email", "")).lower()
        return f"{known_browser(request, username)}:{username}"

    def post_login(self, request: HttpRequest, user: object, **said: object) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **said)
        assert isinstance(user, get_user_model())
        remember_browser(request, response, user.get_username())
        return response
