"""A page for what did not work: one heading, one plain sentence, and a way on."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def sorry(request: HttpRequest, status: int, heading: str, sentence: str) -> HttpResponse:
    """Draw the page without asking anybody anything: neither the database nor the session may be well right now."""
    page = render_to_string("shell/sorry.html", {"heading": heading, "sentence": sentence, "status": status})
    return HttpResponse(page, status=status)
