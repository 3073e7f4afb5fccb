"""Moving in from another app: choose a file → look at what is in it → bring it in."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from warmhands.companion.diary import actions, uploads
from warmhands.companion.diary.logs.formats import names
from warmhands.companion.diary.logs.parsed import ParsedLog
from warmhands.companion.diary.logs.words import label
from warmhands.companion.families.access import BabyRequest, baby_needed
from warmhands.companion.families.zones import zone_names
from warmhands.science.errors import BadInput


@require_http_methods(["GET", "HEAD", "POST"])
@baby_needed
def choose_file(request: BabyRequest) -> HttpResponse:
    """Take the export of another app, and lead on to what is in it."""
    error = ""
    if request.method == "POST":
        try:
            token = uploads.take(
                request.FILES.get("file"), by=request.member, baby=request.baby, now=timezone.now()
            )
            return redirect("diary:preview", baby=request.baby.id, token=token)
        except BadInput as slip:
            error = str(slip)
    context = {"baby": request.baby, "apps": names(), "error": error}
    return render(request, "diary/import.html", context, status=422 if error else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@baby_needed
def look_and_import(request: BabyRequest, token: str) -> HttpResponse:
    """GET: what the file holds, and what it does not say. POST: bring it in, whole or not at all."""
    asked = request.POST if request.method == "POST" else request.GET
    zone, order = asked.get("zone") or request.baby.zone, asked.get("order", "")
    try:
        log = uploads.preview(
            request.member, token, baby=request.baby, zone=zone, order=order, now=timezone.now()
        )
    except BadInput as slip:
        messages.info(request, _(str(slip)))
        return redirect("diary:preview", baby=request.baby.id, token=token)
    if log is None:
        messages.info(request, _("That file is no longer here. Please choose it again."))
        return redirect("diary:import", baby=request.baby.id)
    if request.method != "POST" or log.questions:
        return _preview(request, log, token, zone)
    done = actions.import_log(by=request.member, baby_id=request.baby.id, log=log)
    uploads.forget(request.member, token)
    context = {"baby": request.baby, "log": log, "done": done, "counts": _named(done.added)}
    return render(request, "diary/import_done.html", context)


def _preview(request: BabyRequest, log: ParsedLog, token: str, zone: str) -> HttpResponse:
    context = {
        "baby": request.baby,
        "log": log,
        "token": token,
        "zone": zone,
        "zones": zone_names(),
        "counts": _named(log.counts),
        "doubts": ", ".join(date_format(day, "j F Y") for day in log.clock_doubts[:3]),
    }
    return render(
        request, "diary/import_preview.html", context, status=422 if request.method == "POST" else 200
    )


def _named(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(label(kind), count) for kind, count in counts.items()]
