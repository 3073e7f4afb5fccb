"""What every page knows about the house it stands in."""

from django.conf import settings
from django.http import HttpRequest

from warmhands.companion.shell.version import program_version


def shell_context(request: HttpRequest) -> dict[str, object]:
    return {
        "demo": settings.WARMHANDS_DEMO,
        "version": program_version(),
        "emergency_number": settings.WARMHANDS_EMERGENCY_NUMBER,
        "advice_line": settings.WARMHANDS_ADVICE_LINE,
    }
