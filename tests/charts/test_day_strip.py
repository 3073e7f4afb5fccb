"""The strips of a day and of a massage: where things lie, and that they are heard as well as seen."""

import re
import xml.etree.ElementTree as ET

import pytest

from warmhands.charts.day_raster import LEFT, RIGHT, WIDTH, Hour, Mark, draw_day
from warmhands.charts.massage_strip import Sign, Stretch, draw_massage

DAY = 86_400.0
SVG = "{http://www.w3.org/2000/svg}"


def day(
    *marks: Mark, length: float = DAY, now: float | None = None, describe: str = "two sleeps"
) -> ET.Element:
    return ET.fromstring(
        draw_day(
            marks, [Hour(0, "00"), Hour(DAY / 2, "12")], length, now=now, title="The day", describe=describe
        )
    )


def shapes(svg: ET.Element, kind: str) -> list[dict[str, str]]:
    return [shape.attrib for shape in svg.iter() if shape.get("class") == kind]


def test_it_works() -> None:
    svg = day(Mark("sleep", 0, DAY / 2), Mark("feed", DAY / 2), now=DAY / 4)
    assert svg.get("role") == "img"
    assert [svg.findtext(f"{SVG}title"), svg.findtext(f"{SVG}desc")] == ["The day", "two sleeps"]
    (sleep,) = shapes(svg, "sleep")
    assert float(sleep["x"]) == LEFT
    assert float(sleep["width"]) == pytest.approx((WIDTH - LEFT - RIGHT) / 2, abs=0.01)
    (feed,) = shapes(svg, "feed")
    assert float(feed["cx"]) == pytest.approx(WIDTH / 2)
    assert len(shapes(svg, "now")) == 1


def test_what_reaches_over_midnight_is_cut_at_the_edge() -> None:
    (sleep,) = shapes(day(Mark("sleep", -3_600, 3_600)), "sleep")
    assert float(sleep["x"]) == LEFT
    assert float(sleep["width"]) == pytest.approx((WIDTH - LEFT - RIGHT) / 24, abs=0.01)
    (late,) = shapes(day(Mark("sleep", DAY - 60, DAY + 7_200)), "sleep")
    assert float(late["x"]) + float(late["width"]) <= WIDTH - RIGHT + 0.01


def test_a_short_massage_is_still_seen() -> None:
    (massage,) = shapes(day(Mark("massage", 100, 101)), "massage")
    assert float(massage["width"]) >= 2


def test_a_day_of_23_hours_fills_the_same_width() -> None:
    (sleep,) = shapes(day(Mark("sleep", 0, 23 * 3_600), length=23 * 3_600), "sleep")
    assert float(sleep["width"]) == pytest.approx(WIDTH - LEFT - RIGHT)


def test_words_are_only_words() -> None:
    svg = draw_day([], [Hour(0, "<b>")], DAY, title="<script>", describe='"&')
    assert "<script>" not in svg
    assert "style=" not in svg
    ET.fromstring(svg)


def test_a_day_that_never_was_is_drawn_empty() -> None:
    assert shapes(day(length=0), "sleep") == []


def massage(*stretches: Stretch, signs: tuple[Sign, ...] = (), seconds: float = 600) -> str:
    return draw_massage(stretches, signs, seconds, title="The massage", describe="Legs, then tummy")


def test_a_massage_area_by_area() -> None:
    drawn = massage(
        Stretch("legs", "Legs", 0, 300),
        Stretch("", "", 300, 360),
        Stretch("tummy", "Tummy", 360, 600),
        signs=(Sign("happy", "Happy 2:00", 120), Sign("crying", "Crying 9:30", 570)),
    )
    svg = ET.fromstring(drawn)
    blocks = [shape.attrib for shape in svg.iter(f"{SVG}rect")]
    assert len(blocks) == 3
    assert float(blocks[0]["width"]) > float(blocks[2]["width"]) > float(blocks[1]["width"])
    assert len({block["fill"] for block in blocks}) == 3
    assert [text.text for text in svg.iter(f"{SVG}text")] == ["Legs", "Tummy", "0:00", "10:00"]
    assert len(shapes(svg, "sign")) == 2
    assert "Happy 2:00" in drawn


def test_a_name_that_does_not_fit_is_left_to_the_list() -> None:
    assert ">Tummy<" not in massage(Stretch("tummy", "Tummy", 0, 5), Stretch("legs", "Legs", 5, 600))


def test_a_massage_of_no_length() -> None:
    drawn = massage(seconds=0)
    ET.fromstring(drawn)
    assert re.search(r"0:00", drawn)
