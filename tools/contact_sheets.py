"""Contact sheets of all the strokes, as `make shots` writes them: still, one frame of the motion, night.

python tools/contact_sheets.py [FOLDER]      (default: shots)
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from warmhands.charts.stroke import draw_stroke, seconds_of_one
from warmhands.content.loader import load
from warmhands.content.model import Content

PER_SHEET = 20
SHEET = Path(__file__).resolve().parents[1] / "src/warmhands/companion/shell/static/shell/base.css"
PAGE = (
    "<!doctype html><meta charset=utf-8><style>body{{margin:12px;display:grid;"
    "grid-template-columns:repeat(5,1fr);gap:10px;"
    "font:13px sans-serif;background:{paper};color:{ink};{more}}}figure{{margin:0;text-align:center}}"
    "svg{{width:100%;height:250px}}</style>{cells}"
)


def night() -> str:
    """The colours that the style sheet gives the drawings at night."""
    sheet = SHEET.read_text(encoding="utf-8")
    return sheet.split(':root[data-theme="night"] :is(.stroke, .scene) {')[1].split("}")[0]


def cells(content: Content, ids: list[str], *, still: bool) -> str:
    out = []
    for stroke_id in ids:
        stroke = content.strokes[stroke_id]
        drawn = draw_stroke(content, stroke_id, title=stroke.name, describe=stroke.direction, still=still)
        out.append(
            f"<figure>{drawn}<figcaption>{escape(stroke_id)}: {escape(stroke.name)}</figcaption></figure>"
        )
    return "".join(out)


def main(folder: Path) -> None:
    content = load()
    folder.mkdir(parents=True, exist_ok=True)
    ids = sorted(content.strokes, key=lambda name: content.strokes[name].order)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1250, "height": 900})
        for kind in ("still", "moving", "night"):
            look = {"paper": "#1c1310", "ink": "#e8cdb8", "more": night()} if kind == "night" else {}
            for start in range(0, len(ids), PER_SHEET):
                part = ids[start : start + PER_SHEET]
                text = cells(content, part, still=kind != "moving")
                page.set_content(
                    PAGE.format(**({"paper": "#fdf6ec", "ink": "#4a3226", "more": ""} | look), cells=text)
                )
                if kind == "moving":
                    # Each picture at its own 40 %: a frame of the motion that does not depend on the clock.
                    page.evaluate(
                        "t => document.querySelectorAll('svg').forEach("
                        "(s, i) => {s.pauseAnimations(); s.setCurrentTime(t[i])})",
                        [seconds_of_one(content.strokes[i]) * 0.4 for i in part],
                    )
                page.screenshot(path=folder / f"strokes-{kind}-{start // PER_SHEET + 1}.png", full_page=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "shots"))
