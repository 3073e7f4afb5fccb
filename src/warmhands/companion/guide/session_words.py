"""The words of the session page that are not in the content. Lazy, so that each reader has their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

AREAS: Mapping[str, Promise] = {
    "whole": _("whole body"),
    "legs": _("legs"),
    "feet": _("feet"),
    "tummy": _("tummy"),
    "chest": _("chest"),
    "arms": _("arms"),
    "hands": _("hands"),
    "face": _("face"),
    "head": _("head"),
    "back": _("back"),
}

# Left and right are the BABY's own, and the words say so.
SIDES: Mapping[str, Promise] = {
    "legs-left": _("baby's left leg"),
    "legs-right": _("baby's right leg"),
    "legs-both": _("both legs"),
    "feet-left": _("baby's left foot"),
    "feet-right": _("baby's right foot"),
    "feet-both": _("both feet"),
    "arms-left": _("baby's left arm"),
    "arms-right": _("baby's right arm"),
    "arms-both": _("both arms"),
    "hands-left": _("baby's left hand"),
    "hands-right": _("baby's right hand"),
    "hands-both": _("both hands"),
    "left": _("baby's left side"),
    "right": _("baby's right side"),
}

DOING: Mapping[str, Promise] = {
    "ask": _("Ask first"),
    "pause": _("Still hands"),
    "comfort": _("Hold close"),
    "feed": _("Time for a feed"),
    "night": _("Good night"),
    "help": _("Get help now"),
    "end": _("You listened"),
}

KEYS: Mapping[str, Promise] = {
    "arrowleft": _("left arrow"),
    "arrowright": _("right arrow"),
    "?": _("question mark"),
}

POSITIONS: Mapping[str, tuple[Promise, frozenset[str]]] = {
    "back": (_("On the back"), frozenset({"supine"})),
    "lap": (_("On my lap"), frozenset({"lap", "prone_lap"})),
    "tummy": (_("On the tummy"), frozenset({"prone_lap", "prone_floor"})),
    "side": (_("On the side"), frozenset({"side"})),
    "held": (_("In my arms"), frozenset({"held"})),
    "seated": (_("Sitting"), frozenset({"seated"})),
}

MINUTES = (1, 3, 5, 8, 10, 15, 20)


class Ready(NamedTuple):
    """One line of the preparation: an icon, the words on the page, the sentence that is spoken."""

    icon: str
    short: Promise
    say: Promise


_OIL: Mapping[str, Ready] = {
    "allowed": Ready("oil", _("A little oil, if you like"), _("A little oil in your palms, if you like.")),
    "none": Ready("oil", _("No oil today"), _("No oil today: dry, warm hands.")),
    "prescribed_only": Ready(
        "oil", _("Only the prescribed cream"), _("Only the cream that your clinician prescribed.")
    ),
}


def ready_lines(oil: str) -> tuple[Ready, ...]:
    """Return the preparation in its order; `oil` is what the safety check allows."""
    return (
        Ready("clock", _("Rings and watch off"), _("Take off rings and your watch.")),
        Ready("massage", _("Warm your hands"), _("Wash your hands, and rub them warm.")),
        Ready("home", _("A towel, a warm room"), _("A soft towel under your baby, and a warm room.")),
        Ready("phone", _("Phone where you hear it"), _("Prop up the phone where you can hear it.")),
        _OIL[oil],
        Ready("heart", _("You may stop any time"), _("Look at your baby. You may stop at any time.")),
    )
