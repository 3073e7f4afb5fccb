"""The files that pages load are what the code draws: `python tools/static_pictures.py` writes them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from warmhands.charts.figures import PARTS, definitions, figures_sprite, needed
from warmhands.charts.mark import mark
from warmhands.content.loader import load

FOLDER = Path(__file__).resolve().parents[2] / "src/warmhands/companion/shell/static/shell"


@pytest.mark.parametrize(("name", "draw"), [("figures.svg", figures_sprite), ("mark.svg", mark)])
def test_the_file_is_what_the_code_draws(name, draw):
    assert (FOLDER / name).read_text(encoding="utf-8") == draw(), "run: python tools/static_pictures.py"


def test_the_sheet_holds_every_figure_and_hand():
    root = ElementTree.fromstring(figures_sprite())
    ids = {e.get("id") for e in root.iter() if e.get("id")}
    assert set(load().figures) <= ids
    assert {f"hand-{d.shape}" for d in load().drawings.values()} <= ids
    used = {e.get("href")[1:] for e in root.iter() if e.get("href")}
    assert used <= ids


def test_the_sheet_stays_small_enough_for_a_phone():
    assert len(figures_sprite()) < 48_000


def test_parts_come_before_those_that_use_them():
    order = needed(["front"])
    assert order.index("thigh") < order.index("front-leg") < order.index("front")
    assert definitions(["thigh"], "x-").count("id=") == 1


def test_the_mark_is_a_small_picture():
    ElementTree.fromstring(mark())
    assert len(mark()) < 1500


def test_every_part_is_well_formed():
    for name in PARTS:
        ElementTree.fromstring(f"<svg>{definitions([name], 'p-')}</svg>")
