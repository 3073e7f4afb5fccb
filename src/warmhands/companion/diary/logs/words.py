"""An entry in words: what a parent reads on a line of the day, and hears from a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LABELS: Mapping[str, Promise] = {
    "massage": gettext_lazy("Massage"),
    "sleep": gettext_lazy("Sleep"),
    "cry": gettext_lazy("Crying"),
    "feed": gettext_lazy("Feed"),
    "nappy": gettext_lazy("Nappy"),
    "weight": gettext_lazy("Weight"),
    "length": gettext_lazy("Length"),
    "head": gettext_lazy("Head"),
    "mood": gettext_lazy("Mood"),
    "note": gettext_lazy("Note"),
}
HOW_LABELS: Mapping[str, Promise] = {
    "loved": gettext_lazy("We loved it"),
    "liked": gettext_lazy("It was nice"),
    "unsure": gettext_lazy("Not sure"),
    "not_today": gettext_lazy("Not today"),
}
MOOD_LABELS: Mapping[str, Promise] = {
    "great": gettext_lazy("Great"),
    "good": gettext_lazy("Good"),
    "so_so": gettext_lazy("So-so"),
    "low": gettext_lazy("Low"),
    "hard": gettext_lazy("Hard"),
}
REGION_LABELS: Mapping[str, Promise] = {
    "whole": gettext_lazy("Whole body"),
    "legs": gettext_lazy("Legs"),
    "feet": gettext_lazy("Feet"),
    "tummy": gettext_lazy("Tummy"),
    "chest": gettext_lazy("Chest"),
    "arms": gettext_lazy("Arms"),
    "hands": gettext_lazy("Hands"),
    "face": gettext_lazy("Face"),
    "head": gettext_lazy("Head"),
    "back": gettext_lazy("Back"),
}


def label(kind: str) -> str:
    """Return the name of a kind of entry."""
    return str(LABELS.get(kind, kind))


def lasting(seconds: float) -> str:
    """Return a length of time in words: "under a minute", "25 min", "3 h 05 min"."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return _("under a minute")
    if minutes < 60:
        return _("%(n)d min") % {"n": minutes}
    hours, rest = divmod(minutes, 60)
    if not rest:
        return _("%(n)d h") % {"n": hours}
    return _("%(h)d h %(m)02d min") % {"h": hours, "m": rest}


def said(kind: str, details: Mapping[str, object]) -> str:
    """Return what the details of an entry say, as one line; empty when there is nothing to add.

    Notes stand apart.
    """
    parts = _PARTS[kind](details) if kind in _PARTS else []
    return " · ".join(part for part in parts if part)


def _amount(details: Mapping[str, object], unit: str) -> str:
    """Return the amount as it was written when that is known, else in its unit."""
    if details.get("as"):
        return str(details["as"])
    return f"{details[unit]} {unit}" if unit in details else ""


def _number(raw: object) -> int:
    return raw if isinstance(raw, int) else 0


def _feed(details: Mapping[str, object]) -> list[str]:
    ways = {"bottle": _("bottle"), "breast": _("breast"), "solid": _("solid food")}
    parts = [ways.get(str(details.get("way")), ""), _amount(details, "ml") or _amount(details, "g")]
    parts += [str(details.get("milk") or ""), str(details.get("food") or "")]
    for side, name in (("left_s", _("left")), ("right_s", _("right"))):
        if seconds := _number(details.get(side)):
            parts.append(f"{name} {lasting(seconds)}")
    return parts


def _nappy(details: Mapping[str, object]) -> list[str]:
    return [_("wet") if details.get("wet") else "", _("dirty") if details.get("dirty") else ""]


def _massage(details: Mapping[str, object]) -> list[str]:
    parts = [str(HOW_LABELS.get(str(details.get("how")), ""))]
    if favourite := details.get("favourite"):
        parts.append(
            _("loved: %(area)s") % {"area": str(REGION_LABELS.get(str(favourite), favourite)).lower()}
        )
    regions = details.get("regions")
    if isinstance(regions, list) and regions and not favourite:
        parts.append(", ".join(str(REGION_LABELS.get(str(region), region)) for region in regions))
    return parts


def _growth(details: Mapping[str, object]) -> list[str]:
    """Return kg or cm, with the words of the family beside it when they used another unit."""
    thousandths = f"{_number(details.get('g')) / 1000:.3f}".rstrip("0").rstrip(".")
    metric = f"{thousandths} kg" if "g" in details else f"{_number(details.get('mm')) / 10:g} cm"
    written = str(details.get("as") or "")
    same_unit = not written or written.lower().endswith(("kg", "cm", "mm")) or written[-1].isdigit()
    return [metric if same_unit else f"{metric} ({written})"]


_PARTS: Mapping[str, Callable[[Mapping[str, object]], list[str]]] = {
    "feed": _feed,
    "nappy": _nappy,
    "massage": _massage,
    "weight": _growth,
    "length": _growth,
    "head": _growth,
    "mood": lambda details: [str(MOOD_LABELS.get(str(details.get("mood")), ""))],
    "sleep": lambda details: [str(details.get("place") or "")],
}
