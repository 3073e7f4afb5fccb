"""The diary's pages: who → may they? → one action or one query → draw."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from warmhands.companion.diary import actions, forms, massage_queries, queries
from warmhands.companion.diary.logs.words import lasting
from warmhands.companion.diary.pictures import day_picture, massage_picture
from warmhands.companion.diary.quick_forms import quick_forms
from warmhands.companion.families.access import BabyRequest, baby_needed
from warmhands.science.days import local_date
from warmhands.science.errors import BadInput


@require_safe
@baby_needed
def day(request: BabyRequest, date: date) -> HttpResponse:
    """A local day: its picture, its entries newest first, and a small form for each kind."""
    return _day_page(request, date)


@require_safe
@baby_needed
def find_day(request: BabyRequest) -> HttpResponse:
    """Go to the date that was picked, or to today."""
    try:
        picked = date.fromisoformat(request.GET.get("date", ""))
    except ValueError:
        picked = local_date(timezone.now(), request.baby.zone)
    return redirect("diary:day", baby=request.baby.id, date=picked)


@require_POST
@baby_needed
def add(request: BabyRequest) -> HttpResponse:
    """Keep one entry, sent by a form of the day page or as JSON. The same entry twice is one row."""
    as_json, now, zone = request.content_type == "application/json", timezone.now(), request.baby.zone
    try:
        read = forms.sent_json(request.body, zone=zone, now=now) if as_json else None
        sent = read or forms.sent_form(request.POST.dict(), zone=zone, now=now)
        added = actions.add_entry(by=request.member, baby_id=request.baby.id, **forms.fields(sent))
    except (forms.Unreadable, actions.Refused) as refusal:
        return _refused(request, refusal.slips, as_json)
    except actions.UnknownEntry as unknown:
        raise Http404 from unknown
    if as_json:
        return JsonResponse(
            {"id": str(added.id), "created": added.created}, status=201 if added.created else 200
        )
    return _to_day(request, local_date(sent.start, zone), f"?added={added.id}")


@require_safe
@baby_needed
def entry(request: BabyRequest, entry: UUID) -> HttpResponse:
    """One entry; a massage with its course, area by area."""
    found = massage_queries.entry(request.baby, entry, request.member)
    if found is None:
        raise Http404
    massage = found if isinstance(found, massage_queries.MassagePage) else None
    line = massage.line if massage else found
    context: dict[str, object] = {
        "baby": request.baby,
        "line": line,
        "massage": massage,
        "undo": "undo" in request.GET,
    }
    if massage:
        context["picture"] = massage_picture(massage)
    return render(request, "diary/entry.html", context)


@require_POST
@baby_needed
def finish(request: BabyRequest, entry: UUID) -> HttpResponse:
    """Say when a sleep or a cry ended."""
    try:
        day = actions.finish_entry(
            by=request.member,
            baby_id=request.baby.id,
            entry_id=entry,
            until=forms.clock_of(request.POST.get("until", "")),
        )
    except actions.UnknownEntry as unknown:
        raise Http404 from unknown
    except (forms.Unreadable, actions.Refused) as refusal:
        today = local_date(timezone.now(), request.baby.zone)
        return _day_page(request, today, sent={"finish": str(entry)}, slips=refusal.slips)
    return _to_day(request, day)


@require_POST
@baby_needed
def remove(request: BabyRequest, entry: UUID) -> HttpResponse:
    """Take back an entry that one has written."""
    try:
        day = actions.take_back(by=request.member, baby_id=request.baby.id, entry_id=entry)
    except actions.UnknownEntry as unknown:
        raise Http404 from unknown
    return _to_day(request, day)


def _day_page(
    request: BabyRequest,
    date: date,
    sent: Mapping[str, str] | None = None,
    slips: Mapping[str, str] | None = None,
) -> HttpResponse:
    now = timezone.now()
    try:
        found = queries.day(request.baby, date, by=request.member, now=now)
    except BadInput as no_such_day:
        raise Http404 from no_such_day
    minutes, today = found.total.minutes_in_day, local_date(now, request.baby.zone)
    context = {
        "baby": request.baby,
        "day": found,
        "picture": day_picture(found, now),
        "today": today,
        "slept": lasting(found.total.sleep_min * 60),
        "clock_change": lasting(minutes * 60) if minutes != 1_440 else "",
        "forms": quick_forms(is_today=date == today, sent=sent, slips=slips),
        "just_added": found.line(request.GET.get("added", "")),
        "slips": slips or {},
        "finish_slip": (sent or {}).get("finish", ""),
    }
    return render(request, "diary/day.html", context, status=422 if slips else 200)


def _refused(request: BabyRequest, slips: Mapping[str, str], as_json: bool) -> HttpResponse:
    if as_json:
        return JsonResponse({"slips": dict(slips)}, status=422)
    try:
        on = date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        on = local_date(timezone.now(), request.baby.zone)
    return _day_page(request, on, sent=request.POST.dict(), slips=slips)


def _to_day(request: BabyRequest, date: date, more: str = "") -> HttpResponse:
    response = redirect("diary:day", baby=request.baby.id, date=date)
    response["Location"] += more
    return response
