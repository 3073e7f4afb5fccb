"""A page for what did not work: one heading, one plain sentence, and a way on."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from warmhands.companion.shell.context import shell_context


def sorry(
    request: HttpRequest, status: int, heading: str, sentence: str, *, member: object | None = None
) -> HttpResponse:
    """Draw the page without asking anybody anything: neither the database nor the session may be well right
    now.

    Whoever has asked already who is looking may give the `member`, for the bar below.
    """
    said: dict[str, object] = {
        "heading": heading,
        "sentence": sentence,
        "status": status,
        "member": member,
        "request": request,
    }
    if member is not None:
        said["csrf_token"] = get_token(request)  # for the twins' switch
    # The request is a plain value here, so that no context processor runs.
    return HttpResponse(render_to_string("shell/sorry.html", shell_context(request) | said), status=status)
