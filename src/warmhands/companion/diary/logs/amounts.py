"""Amounts as people write them → whole numbers of one unit.

"8 lb 4 oz" → 3,742 g, "120" → 120 ml, "20.5 in" → 521 mm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from warmhands.science import units
from warmhands.science.errors import BadInput

_PART = re.compile(r"\s*(\d{1,6}(?:[.,]\d{1,4})?)\s*([a-z]*)\.?,?", re.IGNORECASE)
_WEIGHT = {"kg": 1000.0, "g": 1.0, "lb": units.G_PER_LB, "lbs": units.G_PER_LB, "oz": units.G_PER_OZ}
_LENGTH = {"cm": 10.0, "mm": 1.0, "in": units.MM_PER_INCH, "inch": units.MM_PER_INCH}
_VOLUME = {"ml": 1.0, "oz": units.ML_PER_FL_OZ, "l": 1000.0}
# kind -> name of the detail, factors to its unit, the unit meant when none is written
_KINDS: Mapping[str, tuple[str, Mapping[str, float], str]] = {
    "feed": ("ml", _VOLUME, "ml"),
    "weight": ("g", _WEIGHT, "kg"),
    "length": ("mm", _LENGTH, "cm"),
    "head": ("mm", _LENGTH, "cm"),
}
LARGEST_KG = 100  # a bare number above it is meant in grams


def amount_of(kind: str, text: str) -> dict[str, object]:
    """Return the detail that `text` says for this kind, with `as` the words themselves. Raises BadInput."""
    if kind not in _KINDS:
        raise BadInput(_("This kind of entry has no amount."))
    name, factors, usual = _KINDS[kind]
    total, at = 0.0, 0
    while at < len(text.rstrip()):
        part = _PART.match(text, at)
        if not part:
            raise BadInput(_("This amount cannot be read. Try “%(example)s”.") % {"example": _EXAMPLES[kind]})
        number, unit = float(part[1].replace(",", ".")), part[2].lower()
        if not unit and not at:
            unit = "g" if usual == "kg" and number > LARGEST_KG else usual
        if unit not in factors:
            raise BadInput(_("This amount cannot be read. Try “%(example)s”.") % {"example": _EXAMPLES[kind]})
        total, at = total + number * factors[unit], part.end()
    return {name: round(total), "as": text.strip()}


_EXAMPLES = {"feed": "120 ml", "weight": "4.2 kg", "length": "54 cm", "head": "38.5 cm"}
