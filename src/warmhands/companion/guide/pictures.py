"""The picture of a stroke: drawn once per language, then remembered."""

from __future__ import annotations

from base64 import b64encode
from functools import cache, lru_cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Literal

from django.templatetags.static import static
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from warmhands.charts.stroke import draw_stroke
from warmhands.companion.shell.look_queries import night_of_drawings
from warmhands.content.loader import load

Side = Literal["left", "right"]
_FLOORS = Path(__file__).resolve().parents[2]
# A picture that stands alone brings its own night: inside <img> it follows the light of the page around it.
_STYLE = (
    f"@media (prefers-color-scheme:dark){{svg{{{night_of_drawings()}}}}}"
    "@media (prefers-reduced-motion:reduce){.moving{display:none}.still{display:inline}}"
)
STYLE_HASH = f"'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'"


@cache
def version() -> str:
    """Return a short hash of all that the pictures are made from."""
    made_from = [*(_FLOORS / "charts").glob("*.py"), *(_FLOORS / "content").rglob("*.yaml")]
    digest = blake2b(_STYLE.encode(), digest_size=6)
    for path in sorted(made_from):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def picture(stroke_id: str, *, side: Side | None = None, still: bool = False) -> str | None:
    """Return the picture as a document of its own, or None for an unknown stroke."""
    drawn = inline(stroke_id, side=side, still=still)
    return drawn.replace("<title", f"<style>{_STYLE}</style><title", 1) if drawn else None


def inline(
    stroke_id: str, *, side: Side | None = None, still: bool = False, shared: bool = False
) -> SafeString | None:
    """Return the picture to stand in a page, or None for an unknown stroke.

    `shared`: it points to the sheet of figures, which many pictures of a page load once.
    """
    content = load()
    if stroke_id not in content.drawings:
        return None
    stroke = content.strokes[stroke_id]
    own_side = (side or "left") if stroke.side == "each" else None
    return _drawn(stroke_id, own_side, still, shared, gettext(stroke.name), gettext(stroke.say))


def address(stroke_id: str, *, still: bool = True, side: Side | None = None) -> str:
    """Return where the picture is to be had, with the version that lets a browser keep it."""
    asked = {"v": version()} | ({"still": "1"} if still else {}) | ({"side": side} if side else {})
    return f"{reverse('guide:picture', args=[stroke_id])}?{urlencode(asked)}"


@lru_cache(maxsize=512)
def _drawn(
    stroke_id: str, side: Side | None, still: bool, shared: bool, title: str, describe: str
) -> SafeString:
    drawn = draw_stroke(
        load(),
        stroke_id,
        title=title,
        describe=describe,
        side=side,
        still=still,
        figures_href=static("shell/figures.svg") if shared else None,
    )
    return mark_safe(drawn)
