"""The stroke library: every stroke has a page, a picture and its sources; guests see all of it."""

import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest

from tests.companion.conftest import browser_of, make_family
from warmhands.companion.guide import library_words, pictures
from warmhands.companion.guide.library_queries import library, stroke_page, suits
from warmhands.content.loader import load
from warmhands.content.model import StrokeAge

STROKES = list(load().strokes)
REGIONS = list(library_words.REGIONS)
NOW = datetime(2026, 9, 20, 12, tzinfo=UTC)


def links(page: str) -> set[str]:
    return set(re.findall(r'href="/strokes/([a-z_0-9]+)/"', page))


class TestLibrary:
    def test_it_works(self, guest):
        found = set().union(
            *(links(guest.get(f"/strokes/?area={area}").content.decode()) for area in REGIONS)
        )
        assert found == set(STROKES)

    def test_it_only_reads(self, guest):
        assert guest.post("/strokes/").status_code == 405

    def test_an_age_keeps_what_suits_it(self, guest):
        assert "resting_hands" in links(guest.get("/strokes/?weeks=0").content.decode())
        assert "tod_swap" in links(guest.get("/strokes/?area=hands").content.decode())
        assert "tod_swap" not in links(guest.get("/strokes/?area=hands&weeks=4").content.decode())

    def test_an_area_without_a_fitting_stroke_is_not_offered(self, guest):
        filled = {stroke.region for stroke in load().strokes.values() if suits(stroke, 0)}
        empty = next(area for area in REGIONS if area not in filled)
        page = guest.get(f"/strokes/?area={empty}&weeks=0").content.decode()
        assert links(page)
        assert f"area={empty}" not in page

    @pytest.mark.parametrize("area", ["", "nose", "<script>", "whole "])
    def test_an_odd_area_is_the_first(self, guest, area):
        page = guest.get("/strokes/", {"area": area}).content.decode()
        assert "resting_hands" in links(page)
        assert "<script>" not in page.split("<main")[1]

    @pytest.mark.parametrize("weeks", ["", "x", "-1", "1e3", "9999", "313", "\u00b2", "\u0663"])
    def test_an_odd_age_is_all_ages(self, guest, weeks):
        assert f"{len(STROKES)} ways" in guest.get("/strokes/", {"weeks": weeks}).content.decode()

    def test_a_member_is_offered_the_age_of_the_baby(self, db):
        member = make_family("ines", "Mila", born=date(2026, 8, 1))
        found = library(None, None, baby=member.current, now=NOW)
        assert found.ages[1].name == "Suits Mila now"
        assert found.ages[1].query == "?area=whole&weeks=7"
        assert "Suits Mila now" in browser_of(member).get("/strokes/").content.decode()

    def test_an_expected_baby_has_no_age_yet(self, db):
        member = make_family("ines", "Mila", born=date(2026, 12, 1))
        assert all("Mila" not in chip.name for chip in library(None, None, baby=member.current, now=NOW).ages)

    @pytest.mark.parametrize("area", REGIONS)
    def test_the_page_is_light(self, guest, area):
        answer = guest.get(f"/strokes/?area={area}", headers={"accept-encoding": "gzip"})
        assert len(answer.content) < 8_000

    def test_three_queries_at_most(self, browser, django_assert_max_num_queries):
        with django_assert_max_num_queries(3):  # session, user, member
            browser.get("/strokes/")


@pytest.mark.parametrize("stroke", STROKES)
class TestEveryStroke:
    def test_it_works(self, guest, stroke):
        answer = guest.get(f"/strokes/{stroke}/")
        assert answer.status_code == 200
        page = answer.content.decode()
        assert "<svg" in page
        assert "Who says so" in page
        assert "Awaiting review by a certified instructor" in page

    def test_its_picture_is_a_picture(self, guest, stroke):
        answer = guest.get(f"/strokes/{stroke}.svg")
        assert answer["Content-Type"].startswith("image/svg+xml")
        root = ElementTree.fromstring(answer.content)
        assert root.tag.endswith("svg")
        assert root.find("{*}title").text


class TestStroke:
    @pytest.mark.parametrize(
        "address", ["/strokes/no_such/", "/strokes/no_such.svg", "/strokes/permission.png"]
    )
    def test_unknown_is_not_found(self, guest, address):
        assert guest.get(address).status_code == 404

    @pytest.mark.parametrize("address", ["/strokes/permission/", "/strokes/permission.svg"])
    def test_it_only_reads(self, guest, address):
        assert guest.post(address).status_code == 405

    def test_the_right_side_is_another_picture(self, guest):
        left = guest.get("/strokes/leg_milk_down.svg?side=left").content
        assert left != guest.get("/strokes/leg_milk_down.svg?side=right").content
        assert left == guest.get("/strokes/leg_milk_down.svg?side=nonsense").content

    def test_a_stroke_without_sides_offers_none(self, guest):
        assert "?side=right" not in guest.get("/strokes/resting_hands/").content.decode()
        assert "?side=right" in guest.get("/strokes/leg_milk_down/").content.decode()

    def test_our_own_wording_is_marked(self, guest):
        ours = next(s.id for s in load().strokes.values() if s.provenance.technique == "name_sourced")
        assert "the wording is ours" in guest.get(f"/strokes/{ours}/").content.decode()

    def test_a_customary_dose_is_marked(self, guest):
        custom = next(s.id for s in load().strokes.values() if s.provenance.dose == "convention")
        sourced = next(s.id for s in load().strokes.values() if s.provenance.dose == "sourced")
        assert "customary dose" in guest.get(f"/strokes/{custom}/").content.decode()
        assert "customary dose" not in guest.get(f"/strokes/{sourced}/").content.decode()

    def test_every_rule_that_removes_it_is_named(self):
        page = stroke_page("tummy_rest", side=None)
        assert [rule.id for rule in page.rules] == list(load().strokes["tummy_rest"].avoid_if)

    def test_the_strokes_form_one_chain(self):
        seen, at = [], next(iter(STROKES))
        while stroke_page(at, side=None).before:
            at = stroke_page(at, side=None).before.id
        while at:
            seen.append(at)
            after = stroke_page(at, side=None).after
            at = after.id if after else None
        assert sorted(seen) == sorted(STROKES)


class TestPicture:
    def test_it_may_be_kept_under_its_version(self, guest):
        answer = guest.get(f"/strokes/permission.svg?v={pictures.version()}")
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"

    def test_an_old_version_is_kept_for_an_hour(self, guest):
        assert guest.get("/strokes/permission.svg?v=old")["Cache-Control"] == "public, max-age=3600"

    def test_it_sets_no_cookie(self, guest):
        assert not guest.get("/strokes/permission.svg").cookies

    def test_its_own_style_is_allowed_by_name(self, guest):
        answer = guest.get("/strokes/permission.svg")
        assert pictures.STYLE_HASH in answer["Content-Security-Policy"]
        assert "unsafe-inline" not in answer["Content-Security-Policy"]
        assert "prefers-color-scheme:dark" in answer.content.decode()

    def test_the_still_one_does_not_move(self, guest):
        assert b"<animate" in guest.get("/strokes/leg_milk_down.svg").content
        assert b"<animate" not in guest.get("/strokes/leg_milk_down.svg?still=1").content


class TestWords:
    @pytest.mark.parametrize(
        ("weeks", "until", "words"),
        [
            (0, None, "from birth"),
            (4, None, "from 4 weeks"),
            (0, 12, "from birth to 12 months"),
            (14, 36, "from 14 weeks to 3 years"),
            (26, 24, "from 6 months to 24 months"),
            (52, 72, "from 12 months to 6 years"),
            (1, None, "from 1 week"),
        ],
    )
    def test_ages(self, weeks, until, words):
        assert library_words.age_words(StrokeAge(from_weeks=weeks, to_months=until)) == words

    def test_dose(self):
        strokes = load().strokes
        assert library_words.dose_words(strokes["leg_milk_down"]).endswith("on each side")
        assert library_words.dose_words(strokes["tummy_rest"]) == "once, about 30 seconds"

    def test_every_pressure_position_and_area_has_words(self):
        for stroke in load().strokes.values():
            assert stroke.pressure in library_words.PRESSURES
            assert set(stroke.position) <= set(library_words.POSITIONS)
            assert stroke.region in library_words.REGIONS

    def test_suits_is_whole_at_its_edges(self):
        stroke = load().strokes["water_wheel_a"]  # from 4 weeks
        assert not suits(stroke, 27)
        assert suits(stroke, 28)
