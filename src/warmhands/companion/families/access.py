"""May they? Two decorators stand on every private view."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from warmhands.companion.families.queries import BabyCard, Member, baby_of, has_accounts, member_of

View = Callable[..., HttpResponseBase]


class MemberRequest(HttpRequest):
    """A request that has passed `member_needed`."""

    member: Member


class BabyRequest(MemberRequest):
    """A request that has passed `baby_needed`: the baby is one of the member's."""

    baby: BabyCard


def member_needed(view: View) -> View:
    """Let members in; lead a guest to the sign-in page and back again, and the first visitor to the
    welcome.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        member = member_of(request)
        if member is None:
            return ask_to_sign_in(request)
        request.member = member  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return guarded


def baby_needed(view: View) -> View:
    """Let in who may see the baby of the address; for everybody else the address does not exist (rule 10)."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, baby: UUID, **kwargs: object) -> HttpResponseBase:
        member = member_of(request)
        card = baby_of(member, baby)
        if card is None:
            raise Http404
        request.member = member  # type: ignore[attr-defined]
        request.baby = card  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return guarded


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and afterwards to where they wanted to go.

    Only a reading address is worth coming back to.
    """
    if not has_accounts():
        return redirect("families:welcome")
    query = "?" + urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
    return redirect(reverse("account_login") + query)
