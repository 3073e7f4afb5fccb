"""What every answer carries, and what is said when the store is busy."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db.utils import OperationalError  # noqa: TID251  only its name: nothing here touches the database
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from warmhands.companion.shell.errors import sorry

log = logging.getLogger(__name__)

# What a page of Warmhands may ask the device for: sound and a screen that stays on. Nothing else, nowhere.
PERMISSIONS = ", ".join(
    [
        "autoplay=(self)",
        "screen-wake-lock=(self)",
        *(
            f"{feature}=()"
            for feature in (
                "accelerometer",
                "browsing-topics",
                "camera",
                "display-capture",
                "geolocation",
                "gyroscope",
                "magnetometer",
                "microphone",
                "midi",
                "payment",
                "usb",
            )
        ),
    ]
)
# Opened by itself, a static file may load nothing and stand in no frame. (A service worker takes the policy
# of its own answer: its file will need the page's.)
STATIC_POLICY = "default-src 'none'; frame-ancestors 'none'"
RETRY_AFTER_SECONDS = 5
# A log of years is under 2 MB, and the import page says its own sentence above 10 MB; what surrounds the file
# in a form is small.
MAX_BODY_BYTES = 12 * 1024 * 1024


class PrivateByDefault:
    """No answer is kept by a browser or a proxy, unless its view says `public` (a stroke's picture) or it
    is a static file.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if response.status_code in (200, 304) and request.path.startswith(settings.STATIC_URL):
            # A page has fifteen of them: what only a document obeys would weigh more than some files do.
            response.headers.setdefault("Content-Security-Policy", STATIC_POLICY)
            response.xframe_options_exempt = True  # the policy says it
            return response
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if "public" not in response.headers.get("Cache-Control", ""):
            response.headers["Cache-Control"] = "no-store, private"
        return response


class TooMuch:
    """A body over 12 MB is refused by its announced length, before anything reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _announced(request) <= MAX_BODY_BYTES:
            return self.get_response(request)
        response = sorry(
            request,
            413,
            _("That is too much at once"),
            _("Warmhands takes 12 MB at a time. Nothing was changed. Go back and choose a smaller file."),
        )
        response.headers["Connection"] = "close"  # the rest of the body is not waited for
        return response


def _announced(request: HttpRequest) -> int:
    """Bytes of the body as the browser announced them; nought where it said nothing that is a number."""
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isdecimal() else 0


class BusyStore:
    """A write that waited too long, or found the disk full, is an answer to be tried again:
    503, never 500.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        except OperationalError as error:
            return _answer(request, error)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, OperationalError):
            return _answer(request, exception)
        return None


def _answer(request: HttpRequest, error: OperationalError) -> HttpResponse:
    words = str(error)
    if "locked" in words or "busy" in words:
        sentence = _(
            "Warmhands is busy writing something else down. Nothing is lost: please try again in a moment."
        )
    elif "full" in words:
        sentence = _("The disk of this machine is full. Nothing was changed. Make some room, then try again.")
    else:
        raise error
    log.warning("answered 503 to %s %s: %s", request.method, request.path, words)
    response = sorry(request, 503, _("One moment"), sentence)
    response.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response
