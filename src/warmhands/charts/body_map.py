"""The baby from the front and from behind with areas to tap: where is it sore?

Each area carries `data-area` with a region of the content; a style sheet lights what is ticked beside it.
"""

from __future__ import annotations

from typing import Literal

from warmhands.charts.figures import definitions
from warmhands.charts.svg import el, words

WIDTH = 320
HEIGHT = {"front": 430, "back": 440}  # the figures' own sizes (`figures.yaml`)

# In figure units: closed shapes, and limbs as thick lines.
_SHAPES = {
    "front": {
        "head": "M104 76C108 44 132 24 160 24C188 24 212 44 216 76C182 62 138 62 104 76Z",
        "face": "M104 80C138 66 182 66 216 80C222 118 196 144 160 144C124 144 98 118 104 80Z",
        "chest": "M124 148C142 142 178 142 196 148L214 168L216 206C180 214 140 214 104 206L106 168Z",
        "tummy": "M104 210C140 218 180 218 216 210L219 252C182 266 138 266 101 252Z",
    },
    "back": {
        "head": "M160 32C194 32 218 58 218 88S194 144 160 144 102 120 102 88 126 32 160 32Z",
        "back": "M122 148C142 142 178 142 198 148L214 170L216 254C182 266 138 266 104 254L106 170Z",
    },
}
_LIMBS = {
    "front": {
        "arms": "M210 164L254 190L276 160M110 164L66 190L44 160",
        "hands": "M284 142L290 128M36 142L30 128",
        "legs": "M208 286L246 316L226 366M112 286L74 316L94 366",
        "feet": "M228 386L238 402M92 386L82 402",
    },
    "back": {
        "arms": "M106 160L66 126L74 90M214 160L254 126L246 90",
        "hands": "M77 70L79 58M243 70L241 58",
        "legs": "M116 286L100 335L110 382M204 286L220 335L210 382",
        "feet": "M112 402L112 416M208 402L208 416",
    },
}


def draw_body(figure: Literal["front", "back"], title: str) -> str:
    """One figure as a complete SVG, its areas on top. `title` is what a screen reader says."""
    prefix = f"where-{figure}-"
    areas = [el("path", d=d, data_area=area) for area, d in _SHAPES[figure].items()]
    limbs = [el("path", d=d, class_="limb", data_area=area) for area, d in _LIMBS[figure].items()]
    return el(
        "svg",
        el("title", words(title)),
        definitions([figure], prefix),
        el("use", href=f"#{prefix}{figure}"),
        *areas,
        *limbs,
        viewBox=f"0 0 {WIDTH} {HEIGHT[figure]}",
        role="img",
        class_="stroke",
    )
