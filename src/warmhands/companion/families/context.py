"""What every page knows about who is looking."""

from django.http import HttpRequest

from warmhands.companion.families.queries import already_asked


def member_context(request: HttpRequest) -> dict[str, object]:
    """`member`: who looks, if the view has asked (member_needed, baby_needed or member_of).

    A template never queries.
    """
    return {"member": already_asked(request)}
