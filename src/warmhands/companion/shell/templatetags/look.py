"""What a template needs to look right: icons, day and night, the way to the diary."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.template.loader import select_template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

THEMES = ("day", "night")


@register.simple_tag
def icon(name: str, kind: str = "", label: str = "") -> SafeString:
    """One symbol of `shell/icons.svg`; without a label it is decoration and silent for a screen reader."""
    return _drawn(name, kind, str(label))


@lru_cache(maxsize=512)
def _drawn(name: str, kind: str, label: str) -> SafeString:
    """Remembered: a page has twenty icons, and each would look its sheet's address up anew."""
    voice = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="icon{}" width="24" height="24" {}><use href="{}#{}"/></svg>',
        f" {kind}" if kind else "",
        voice,
        static("shell/icons.svg"),
        name,
    )


@register.simple_tag(takes_context=True)
def theme(context: Context) -> str:
    """`day` or `night` when this visitor chose one, empty when the device decides."""
    request = context.get("request")
    chosen = request.COOKIES.get("theme", "") if isinstance(request, HttpRequest) else ""
    return chosen if chosen in THEMES else ""


@register.simple_tag(takes_context=True)
def babies_switch(context: Context) -> SafeString:
    """The current baby and, with twins, the one tap to the other; drawn by the families capability."""
    if not context.get("member"):
        return mark_safe("")
    found = select_template(["families/_babies.html", "shell/_no_babies.html"])
    drawn: SafeString = found.render(context.flatten())
    return drawn


@register.simple_tag(takes_context=True)
def diary_address(context: Context) -> str:
    """Today's page of the current baby's diary, or where a baby is added, or the way in."""
    member = context.get("member")
    if not member:
        return "/accounts/login/?next=/"
    if not member.current:
        return "/babies/"
    here = datetime.now(UTC).astimezone(ZoneInfo(member.current.zone))
    return f"/b/{member.current.id}/day/{here.date().isoformat()}/"


@register.simple_tag(takes_context=True)
def current(context: Context, *starts: str) -> SafeString:
    """`aria-current` when this page's address begins with one of `starts` ("/" itself must match whole)."""
    request = context.get("request")
    path = request.path if isinstance(request, HttpRequest) else ""
    here = any(path == start if start == "/" else path.startswith(start) for start in starts)
    return mark_safe(' aria-current="page"') if here else mark_safe("")
