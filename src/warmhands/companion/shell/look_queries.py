"""What the pages about Warmhands show: tokens and icons as the files have them, and counts of the content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from warmhands.charts.stroke import draw_stroke
from warmhands.content.loader import load
from warmhands.content.model import Source

STATIC = Path(__file__).parent / "static" / "shell"
# Which words stand on which grounds anywhere in Warmhands; the test measures exactly these.
GROUNDS = ("paper", "sheet", "wash", "blush", "honey", "leaf-wash", "alarm-wash", "sky-wash")
WORDS = ("ink", "soft", "link", "leaf", "alarm", "sky")
SIZES = ("xxl", "xl", "l", "m", "s")
# One stroke for each figure: front, back, side, face, hand and foot.
SHOWN = (
    "resting_hands",
    "back_swoop_a",
    "closing",
    "face_smile",
    "palm_finger_roll",
    "foot_thumb_over_thumb",
)
WEIGHTS = {
    "A": _("Reviews of many studies, and official guidelines"),
    "B": _("Single studies, and hospital pages"),
    "C": _("Pages by trained practitioners"),
    "D": _("Blogs, stories and makers"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """`day` and `night`: token name to colour."""

    day: dict[str, str]
    night: dict[str, str]
    icons: tuple[str, ...]
    grounds: tuple[str, ...] = GROUNDS
    words: tuple[str, ...] = WORDS
    sizes: tuple[str, ...] = SIZES


@dataclass(frozen=True, slots=True)
class About:
    strokes: int
    cues: int
    rules: int
    routines: int
    sources: int
    strokes_waiting: int
    rules_waiting: int
    worded_by_us: int
    customary_doses: int


@dataclass(frozen=True, slots=True)
class SourceGroup:
    weight: str
    title: str
    sources: tuple[Source, ...]


@cache
def language_of_shapes() -> Look:
    """Read the tokens from the sheet and the names from the sprite: what is shown is what is used."""
    sheet = (STATIC / "base.css").read_text(encoding="utf-8")
    sprite = (STATIC / "icons.svg").read_text(encoding="utf-8")
    day = sheet[sheet.index(":root {") :].split("}")[0]
    night = sheet[sheet.index(':root[data-theme="night"] {') :].split("}")[0]
    return Look(
        day=_colours(day),
        night=_colours(night),
        icons=tuple(re.findall(r'<symbol id="([a-z-]+)"', sprite)),
    )


def baby_figures() -> tuple[SafeString, ...]:
    """Return one still picture for each figure, in the reader's language."""
    content = load()
    strokes = [content.strokes[name] for name in SHOWN]
    return tuple(
        mark_safe(draw_stroke(content, s.id, title=gettext(s.name), describe=gettext(s.say), still=True))
        for s in strokes
    )


@cache
def night_of_drawings() -> str:
    """The colours that drawings take at night, as the sheet has them."""
    sheet = (STATIC / "base.css").read_text(encoding="utf-8")
    start = sheet.index(':root[data-theme="night"] :is(.stroke, .scene) {')
    return sheet[start:].split("{", 1)[1].split("}", 1)[0].strip()


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block))


@cache
def about_home() -> About:
    content = load()
    strokes, rules = content.strokes.values(), content.rules.values()
    return About(
        strokes=len(content.strokes),
        cues=len(content.cues),
        rules=len(content.rules),
        routines=len(content.routines),
        sources=len(content.sources),
        strokes_waiting=sum(not stroke.review.by for stroke in strokes),
        rules_waiting=sum(not rule.review.by for rule in rules),
        worded_by_us=sum(stroke.provenance.technique == "name_sourced" for stroke in strokes),
        customary_doses=sum(stroke.provenance.dose == "convention" for stroke in strokes),
    )


@cache
def source_list() -> tuple[SourceGroup, ...]:
    """Every source, the weightiest kind first, each kind in the order of the file."""
    sources = load().sources.values()
    return tuple(
        SourceGroup(weight, title, tuple(source for source in sources if source.weight == weight))
        for weight, title in WEIGHTS.items()
    )
