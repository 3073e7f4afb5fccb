"""Content texts are English msgids; `{{ stroke.name|say }}` shows them in the reader's language."""

from django import template
from django.utils.translation import gettext

register = template.Library()


@register.filter
def say(text: str) -> str:
    """The content text `text` in the language of this request; an empty text stays empty."""
    return gettext(text) if text else ""
