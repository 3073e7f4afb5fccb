"""Write the pictures that pages load as files: the sheet of figures and the mark.

    python tools/static_pictures.py

They are drawn by `warmhands.charts`; a test compares the files with what the code draws.
"""

from __future__ import annotations

from pathlib import Path

from warmhands.charts.figures import figures_sprite
from warmhands.charts.mark import mark

FOLDER = Path(__file__).resolve().parents[1] / "src/warmhands/companion/shell/static/shell"


def main() -> None:
    (FOLDER / "figures.svg").write_text(figures_sprite(), encoding="utf-8")
    (FOLDER / "mark.svg").write_text(mark(), encoding="utf-8")


if __name__ == "__main__":
    main()
