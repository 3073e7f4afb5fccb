"""The pages about Warmhands itself: how it looks, what it is, where its facts come from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from warmhands.companion.shell.look_queries import about_home, baby_figures, language_of_shapes, source_list
from warmhands.companion.shell.templatetags.look import THEMES

YEAR_SECONDS = 365 * 24 * 3600


@require_safe
def look(request: HttpRequest) -> HttpResponse:
    """The visual language on one page; `?theme=` is the day and night switch for browsers without scripts."""
    chosen = request.GET.get("theme", "")
    if chosen in THEMES:
        request.COOKIES["theme"] = chosen
    response = render(request, "shell/look.html", {"look": language_of_shapes(), "pictures": baby_figures()})
    if chosen in THEMES:
        response.set_cookie("theme", chosen, max_age=YEAR_SECONDS, samesite="Lax")
    return response


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "shell/about.html", {"about": about_home()})


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    return render(request, "shell/sources.html", {"groups": source_list()})
