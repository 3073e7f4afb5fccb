"""People and babies: who → may they? → one action or one query → draw."""

from allauth.account.views import LoginView, LogoutView, PasswordChangeView, ReauthenticateView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from warmhands.companion.families import actions
from warmhands.companion.families.access import BabyRequest, MemberRequest, baby_needed, member_needed
from warmhands.companion.families.adapter import remember_browser
from warmhands.companion.families.doors import door_of
from warmhands.companion.families.forms import BabyForm, FirstAccountForm, WholeBabyForm
from warmhands.companion.families.queries import babies_shown, babies_waiting, has_accounts, member_of
from warmhands.companion.families.ways import way_back
from warmhands.companion.families.zones import zone_names
from warmhands.companion.shell.errors import sorry


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password", "code")
def welcome(request: HttpRequest) -> HttpResponse:
    """The first account of a fresh home, with its baby, in one form."""
    if has_accounts():
        return redirect("/" if member_of(request) else "account_login")
    door = door_of(request)
    if door.state == "shut":
        return render(request, "families/welcome_shut.html", status=403)
    waiting = babies_waiting()
    form = FirstAccountForm(request.POST or None, door=door, baby_known=bool(waiting))
    if request.method == "POST" and form.is_valid():
        return _open_home(request, form)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "zones": zone_names(), "waiting": waiting}
    return render(request, "families/welcome.html", context, status=status)


def _open_home(request: HttpRequest, form: FirstAccountForm) -> HttpResponse:
    said = form.cleaned_data
    baby = None if form.baby_known else form.facts()
    try:
        user_id = actions.make_first_account(
            username=said["username"], password=said["password"], name=said["name"], baby=baby
        )
    except actions.AlreadyAtHome:
        messages.info(request, _("Somebody in this home was a moment faster. Please sign in."))
        return redirect("account_login")
    actions.sign_in(request=request, user_id=user_id)
    response = redirect("/")
    remember_browser(request, response, said["username"])
    return response


@require_safe
@member_needed
def babies(request: MemberRequest) -> HttpResponse:
    lines = babies_shown(request.member, timezone.now())
    return render(request, "families/babies.html", {"babies": lines})


@require_http_methods(["GET", "HEAD", "POST"])
@member_needed
def add(request: MemberRequest) -> HttpResponse:
    form = (
        WholeBabyForm(request.POST)
        if request.method == "POST"
        else WholeBabyForm(initial=_same_home(request))
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_baby(by=request.member, facts=form.facts())
        except actions.NicknameTaken as taken:
            form.add_error("nickname", _(str(taken)))
        else:
            return redirect("families:babies")
    return _baby_page(request, form)


def _same_home(request: MemberRequest) -> dict[str, str]:
    return {"zone": request.member.zone} if request.member.babies else {}


@require_http_methods(["GET", "HEAD", "POST"])
@baby_needed
def change(request: BabyRequest) -> HttpResponse:
    form = WholeBabyForm(request.POST) if request.method == "POST" else WholeBabyForm.for_card(request.baby)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_baby(by=request.member, baby_id=request.baby.id, facts=form.facts())
        except actions.NicknameTaken as taken:
            form.add_error("nickname", _(str(taken)))
        else:
            return redirect("families:babies")
    return _baby_page(request, form)


def _baby_page(request: MemberRequest, form: BabyForm) -> HttpResponse:
    context = {"form": form, "zones": zone_names(), "baby": getattr(request, "baby", None)}
    return render(request, "families/baby.html", context, status=422 if form.errors else 200)


@require_POST
@baby_needed
def choose(request: BabyRequest) -> HttpResponse:
    """One tap from one twin to the other, and back to the same page about that one."""
    actions.choose_baby(by=request.member, baby_id=request.baby.id)
    return redirect(way_back(request, request.POST.get("next", ""), request.baby.id))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for an address that is not there, or not theirs: the two look the same."""
    return sorry(
        request,
        404,
        _("Nothing here"),
        _("There is no page at this address, or it is not one of yours."),
        member=member_of(request) if hasattr(request, "user") else None,
    )


class SignIn(LoginView):
    """allauth's page; the first visitor of a fresh home is led to the welcome instead."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        return super().get(request, *args, **kwargs) if has_accounts() else redirect("families:welcome")


class _ForMembers(View):
    """Asks who looks, for the bar and the twins' switch; allauth's page itself asks for no more."""

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        member_of(request)
        return super().dispatch(request, *args, **kwargs)


class NewPassword(_ForMembers, PasswordChangeView):
    """allauth's page; afterwards back to the family.

    Other browsers are signed out: their sessions hang on the old hash.
    """

    success_url = reverse_lazy("families:babies")


class SignOut(_ForMembers, LogoutView):
    pass


class AskAgain(_ForMembers, ReauthenticateView):
    pass


sign_in = SignIn.as_view()
sign_out = SignOut.as_view()
new_password = NewPassword.as_view()
ask_again = AskAgain.as_view()
