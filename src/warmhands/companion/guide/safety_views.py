"""Safe now? The tick list, its answer, the health page, a clinician's word, and care for the parent."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from warmhands.companion.families.access import BabyRequest, baby_needed
from warmhands.companion.families.queries import BabyCard
from warmhands.companion.guide import actions, safety_queries
from warmhands.companion.guide.safety_access import Visit, visit_of
from warmhands.companion.guide.safety_forms import ClearanceForm, GuestBabyForm, SafetyForm
from warmhands.companion.guide.verdict_queries import verdict_page
from warmhands.science.safety import local_day


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def safe(request: HttpRequest) -> HttpResponse:
    """The tick list of a session."""
    visit = _visit(request)
    if visit.subject.kind == "doll":
        messages.info(request, _("Your baby is on the way. Until then, practise on a doll."))
        return redirect(f"{reverse('guide:choose')}?{urlencode({'baby': 'doll'})}")
    if visit.asks_health_first:
        return redirect(visit.health_address)
    if request.method != "POST":
        return _safe_page(request, visit)
    form = visit.form(request.POST)
    if request.POST.get("for") != visit.subject.key:
        messages.info(request, _("This page was about another baby. Please look once more."))
        return redirect(visit.here)
    if not form.is_valid():
        return _safe_page(request, visit, form)
    return _judged(request, visit, form)


def _safe_page(request: HttpRequest, visit: Visit, form: SafetyForm | None = None) -> HttpResponse:
    context = {"visit": visit, "lines": visit.lines(form)}
    return render(request, "guide/safe.html", context, status=422 if form else 200)


def _judged(request: HttpRequest, visit: Visit, form: SafetyForm) -> HttpResponse:
    said = form.said()
    outcome = actions.check_now(
        by=visit.member, session=request.session, subject=visit.subject, said=said, now=visit.now
    )
    if said.answers.get("caregiver_low") == "yes":
        return redirect(visit.care_address)
    return redirect(visit.next if outcome.straight_on else visit.verdict_address)


@require_safe
@never_cache
def verdict(request: HttpRequest) -> HttpResponse:
    """The answer of the check, big and plain."""
    return _verdict_page(request, _visit(request))


def _verdict_page(request: HttpRequest, visit: Visit, form: ClearanceForm | None = None) -> HttpResponse:
    found = safety_queries.stored_verdict(request.session, visit.subject, visit.now)
    if found is None:
        return redirect(visit.here)
    context = {
        "visit": visit,
        "view": verdict_page(visit.subject, found, visit.now),
        "form": form or ClearanceForm(today=local_day(visit.check)),
    }
    return render(request, "guide/verdict.html", context, status=422 if form else 200)


@require_POST
@never_cache
def agreed(request: HttpRequest) -> HttpResponse:
    """A clinician has said yes: who, and when. The check is judged anew."""
    visit = _visit(request)
    form = ClearanceForm(request.POST, today=local_day(visit.check))
    if not form.is_valid():
        return _verdict_page(request, visit, form)
    actions.note_clearance(
        by=visit.member, session=request.session, subject=visit.subject, now=visit.now, **form.cleaned_data
    )
    actions.check_again(session=request.session, subject=visit.subject, now=visit.now)
    return redirect(visit.verdict_address)


@require_safe
@never_cache
def care(request: HttpRequest) -> HttpResponse:
    """For a parent who is low: a hand, and whom to call. Nothing of it is kept."""
    return render(request, "guide/care.html", {"visit": _visit(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def about_baby(request: HttpRequest) -> HttpResponse:
    """A guest's baby: when it was born, and its health. A member's baby has an address of its own."""
    visit = _visit(request, health=True)
    if visit.subject.baby_id:
        return redirect("guide:health", baby=visit.subject.baby_id)
    guest = (
        GuestBabyForm(request.POST) if request.method == "POST" else GuestBabyForm.for_subject(visit.subject)
    )
    if request.method != "POST" or not guest.is_valid():
        form = visit.form(request.POST) if request.method == "POST" else None
        return _health_page(request, visit, form, guest)
    actions.describe_guest(
        session=request.session,
        born=guest.cleaned_data["born"],
        gestation_days=guest.gestation_days(),
        zone=guest.cleaned_data["zone"],
    )
    return _keep_health(request, _visit(request, health=True), guest)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@baby_needed
@sensitive_post_parameters()
def health(request: BabyRequest) -> HttpResponse:
    """What stays the same from day to day: asked once a month."""
    visit = _visit(request, request.baby, health=True)
    return _keep_health(request, visit) if request.method == "POST" else _health_page(request, visit)


def _keep_health(request: HttpRequest, visit: Visit, guest: GuestBabyForm | None = None) -> HttpResponse:
    form = visit.form(request.POST)
    if not form.is_valid():
        return _health_page(request, visit, form, guest)
    actions.keep_health(
        by=visit.member,
        session=request.session,
        subject=visit.subject,
        said=form.said(),
        taken_back=frozenset(request.POST.getlist("taken_back")),
        now=visit.now,
    )
    return redirect(visit.next)


def _health_page(
    request: HttpRequest, visit: Visit, form: SafetyForm | None = None, guest: GuestBabyForm | None = None
) -> HttpResponse:
    context = {"visit": visit, "lines": visit.lines(form), "guest": guest}
    return render(request, "guide/health.html", context, status=422 if form else 200)


def _visit(request: HttpRequest, card: BabyCard | None = None, *, health: bool = False) -> Visit:
    try:
        return visit_of(request, card, health=health)
    except LookupError:
        raise Http404 from None
