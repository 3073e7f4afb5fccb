"""How the diary shows a kind of entry and a time. Times come in the baby's zone and are shown as they are."""

from datetime import datetime

from django import template
from django.utils.safestring import SafeString

from warmhands.companion.diary.logs.formats import READERS
from warmhands.companion.diary.quick_forms import ICONS
from warmhands.companion.shell.templatetags.look import icon

register = template.Library()


@register.simple_tag
def kind_icon(kind: str) -> SafeString:
    """Return the symbol of a kind of entry."""
    return icon(ICONS.get(kind, "note"))


@register.filter
def clock(moment: datetime) -> str:
    """Return what the baby's clock showed. (Django's own `time` filter would turn it to UTC first.)"""
    return f"{moment:%H:%M}"


@register.filter
def iso(moment: datetime) -> str:
    """Return the instant for a machine, with its offset."""
    return moment.isoformat(timespec="minutes")


@register.filter
def source_name(source: str) -> str:
    """Return the app that an entry was brought in from, as people call it."""
    reader = READERS.get(source)
    return str(reader.NAME) if reader else source
