"""The massage: now, chosen, walked, finished. Guests too; who may see a baby is settled by `baby_of_wish`."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_safe

from warmhands.companion.diary.actions import Refused, UnknownEntry
from warmhands.companion.families.queries import member_of
from warmhands.companion.guide import choose_queries, session_actions, session_queries, table_queries
from warmhands.companion.guide.asking_queries import Asking, asking_of
from warmhands.companion.guide.session_forms import read_asked, read_finished
from warmhands.content.loader import load
from warmhands.science.errors import BadInput, NotOffered

A_YEAR_SECONDS = 31_536_000


@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """Massage now: twenty seconds of safety, then the routine that fits by itself."""
    return redirect(_check_first(reverse("guide:go")))


@require_safe
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """The other way: need, minutes, position, oil, who, for whom. Only going needs the safety check."""
    asking = _asking(request)
    page = choose_queries.choose_page(asking.asked, asking.wish, member=asking.member, baby=asking.baby)
    return render(request, "guide/choose.html", {"view": page})


@require_safe
@never_cache
@ensure_csrf_cookie
def go(request: HttpRequest) -> HttpResponse:
    """The session. Its address names the routine, so that a reload in the middle brings the same table."""
    asking = _asking(request)
    if asking.must_check:
        return redirect(_check_first(request.get_full_path()))
    try:
        if not asking.asked.routine:
            return redirect(f"{request.path}?{asking.asked.query(routine=asking.picked())}")
        return render(request, "guide/go.html", {"view": asking.session()})
    except NotOffered as refusal:
        messages.info(request, _(refusal.why))
        return redirect(f"{reverse('guide:choose')}?{asking.asked.query(routine='')}")


@require_safe
@cache_control(public=True, max_age=A_YEAR_SECONDS, immutable=True)
def table(request: HttpRequest, signed: str) -> HttpResponse:
    """The table of a session with its pictures: made of its address alone, so a browser keeps it."""
    try:
        return JsonResponse(table_queries.table_of(signed), json_dumps_params={"separators": (",", ":")})
    except LookupError:
        raise Http404 from None


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@ensure_csrf_cookie
def finish(request: HttpRequest) -> HttpResponse:
    """GET: two questions about the last massage of this device. POST: a finished massage."""
    member = member_of(request)
    if request.method != "POST":
        return render(request, "guide/finish.html", {"view": session_queries.finish_page(member)})
    if member is None:
        return JsonResponse({"problem": _("Please sign in first.")}, status=401)
    try:
        massage = read_finished(request.body, load())
        added = session_actions.finish_massage(by=member, massage=massage)
    except (BadInput, Refused) as slip:
        return JsonResponse({"problem": str(slip)}, status=400)
    except UnknownEntry as unknown:
        return JsonResponse({"problem": str(unknown)}, status=404)
    return JsonResponse({"id": str(added.id), "created": added.created}, status=201 if added.created else 200)


def _asking(request: HttpRequest) -> Asking:
    try:
        return asking_of(request, read_asked(request.GET, load()))
    except LookupError:
        raise Http404 from None


def _check_first(then: str) -> str:
    return f"{reverse('guide:safe')}?{urlencode({'next': then})}"
