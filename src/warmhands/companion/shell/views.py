"""Is the house well? And the pages for what did not work."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from warmhands.companion.shell.errors import sorry
from warmhands.companion.shell.queries import store_health


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """For whoever watches over this home: 200 and "ok", or 503 and why."""
    found = store_health()
    return JsonResponse(found.as_json(), status=200 if found.ok else 503)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return sorry(
        request,
        400,
        _("That did not arrive in one piece"),
        _(
            "Warmhands could not read what was sent. If you typed the address, check it; "
            "else go back and try once more."
        ),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return sorry(request, 403, _("This door is closed"), _("You cannot do this here. Nothing was changed."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return sorry(
        request,
        403,
        _("Please send that again"),
        _(
            "This page had been open for a while, or came from somewhere else. "
            "Go back, load it anew, and send it again."
        ),
    )


def our_fault(request: HttpRequest) -> HttpResponse:
    return sorry(
        request,
        500,
        _("That was our mistake"),
        _(
            "Something went wrong inside Warmhands, and it has been written down. "
            "What you saved before is safe."
        ),
    )
