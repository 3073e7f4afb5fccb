"""Home: Today for a member, a warm welcome for a guest."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from warmhands.companion.families.queries import has_accounts, member_of
from warmhands.companion.today.queries import today_page


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """The first visitor of a fresh home is led to the first account; guests find the guide without one."""
    member = member_of(request)
    if member is None:
        return render(request, "today/landing.html") if has_accounts() else redirect("families:welcome")
    page = today_page(member.current, timezone.now()) if member.current else None
    return render(request, "today/today.html", {"page": page})
