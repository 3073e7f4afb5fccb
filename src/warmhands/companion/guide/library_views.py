"""The stroke library: all strokes, one stroke, and its picture. Guests see everything."""

from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from warmhands.companion.families.queries import member_of
from warmhands.companion.guide import library_queries, pictures
from warmhands.companion.guide.library_forms import read_area, read_side, read_weeks

YEAR_SECONDS = 365 * 24 * 3600
HOUR_SECONDS = 3600


@require_safe
def strokes(request: HttpRequest) -> HttpResponse:
    """The strokes of one area (`?area=`); `?weeks=` keeps what suits that age."""
    member = member_of(request)
    baby = member.current if member else None
    area, weeks = read_area(request.GET), read_weeks(request.GET)
    page = library_queries.library(area, weeks, baby=baby, now=timezone.now())
    return render(request, "guide/strokes.html", {"library": page})


@require_safe
def stroke(request: HttpRequest, stroke: str) -> HttpResponse:
    member_of(request)
    page = library_queries.stroke_page(stroke, side=read_side(request.GET))
    if page is None:
        raise Http404
    return render(request, "guide/stroke.html", {"page": page})


@require_safe
@csp_update({"style-src": [pictures.STYLE_HASH]})  # type: ignore[arg-type]  # it knows no view with arguments
def picture(request: HttpRequest, stroke: str) -> HttpResponse:
    """The drawing alone. Under its version (`?v=`) it never changes, so a browser may keep it for a year."""
    version = pictures.version()
    drawn = pictures.picture(stroke, side=read_side(request.GET), still=request.GET.get("still") == "1")
    if drawn is None:
        raise Http404
    answer = HttpResponse(drawn, content_type="image/svg+xml; charset=utf-8")
    kept = f"{YEAR_SECONDS}, immutable" if request.GET.get("v") == version else str(HOUR_SECONDS)
    answer.headers["Cache-Control"] = f"public, max-age={kept}"
    return answer
