"""The list of babies, one baby's page, and the switch between twins."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from warmhands.companion.families import queries
from warmhands.companion.families.models import Baby, Caregiver

TODAY = timezone.now().date()
SAID = {
    "nickname": "Frida",
    "born": str(TODAY - timedelta(days=10)),
    "due": "",
    "weeks": "",
    "days": "",
    "sex": "",
    "zone": "Europe/Berlin",
}


def wrong(page, name):
    return " ".join(page.context["form"].errors.get(name, []))


class TestList:
    def test_it_works(self, browser, member):
        page = browser.get("/babies/")
        assert page.status_code == 200
        words = page.content.decode()
        assert "Mila" in words
        assert "Jonas" in words
        assert "Signed in as Anna" in words

    def test_a_guest_is_led_to_sign_in_and_back(self, guest, member):
        assert guest.get("/babies/?a=1").url == "/accounts/login/?next=%2Fbabies%2F%3Fa%3D1"

    def test_two_queries(self, browser, django_assert_num_queries):
        with django_assert_num_queries(2):  # the session; the user with family and all babies
            browser.get("/babies/")

    def test_a_stranger_sees_their_own(self, stranger_browser, member):
        words = stranger_browser.get("/babies/").content.decode()
        assert "Otto" in words
        assert "Mila" not in words

    @pytest.mark.parametrize(
        ("card", "words"),
        [
            ({"born": date(2026, 11, 22)}, "brand new"),
            ({"born": date(2026, 11, 17)}, "5 days"),
            ({"due": date(2026, 12, 2)}, "10 days to go"),
        ],
    )
    def test_ages_in_words(self, card, words):
        facts = {"born": None, "due": None} | card
        baby = queries.BabyCard(
            id=uuid4(), nickname="A", gestation_days=None, zone="UTC", family_id=1, **facts
        )
        assert queries.age_in_words(baby, date(2026, 11, 22)) == words


class TestAdd:
    def test_it_works(self, browser, member):
        assert browser.get("/babies/add/").status_code == 200
        assert (
            browser.post("/babies/add/", SAID | {"weeks": "34", "days": "5", "sex": "female"}).url
            == "/babies/"
        )
        baby = Baby.objects.get(nickname="Frida")
        assert (baby.family_id, baby.gestation_days, baby.sex) == (member.family_id, 34 * 7 + 5, "female")
        assert baby.id.version == 7
        assert Caregiver.objects.get(pk=member.caregiver_id).current_id == baby.pk

    @pytest.mark.parametrize(
        ("change", "field", "word"),
        [
            ({"weeks": "19"}, "weeks", "Between 22 and 44"),
            ({"weeks": "45"}, "weeks", "Between 22 and 44"),
            ({"weeks": "many"}, "weeks", "whole number"),
            ({"weeks": "9" * 5000}, "weeks", ""),
            ({"days": "3"}, "weeks", "How many weeks"),
            ({"weeks": "30", "days": "7"}, "days", "Between 0 and 6"),
            ({"weeks": "44", "days": "1"}, "days", "44 weeks are the most"),
            ({"sex": "other"}, "sex", "valid choice"),
            ({"nickname": "mila"}, "nickname", "tells them apart"),
            ({"nickname": "   "}, "nickname", "call your baby"),
            ({"nickname": "a\0b"}, "nickname", "ull characters"),
            ({"born": "2026-02-30"}, "born", "2026-03-21"),
            ({"born": "0001-01-01"}, "born", "too long ago"),
        ],
    )
    def test_a_wrong_word_is_named_beside_its_field(self, browser, change, field, word):
        page = browser.post("/babies/add/", SAID | change)
        assert page.status_code == 422
        assert wrong(page, field)
        assert word in wrong(page, field)
        assert Baby.objects.count() == 2

    def test_a_guest_adds_nothing(self, guest, member):
        assert guest.post("/babies/add/", SAID).url == "/accounts/login/"
        assert Baby.objects.count() == 2


class TestChange:
    def test_it_works(self, browser, member, baby):
        page = browser.get(f"/babies/{baby.id}/")
        assert page.status_code == 200
        assert 'value="2026-08-01"' in page.content.decode()
        assert browser.post(f"/babies/{baby.id}/", SAID).url == "/babies/"
        assert Baby.objects.get(pk=baby.id).nickname == "Frida"

    def test_the_same_name_again_is_no_clash(self, browser, baby):
        assert browser.post(f"/babies/{baby.id}/", SAID | {"nickname": "MILA"}).url == "/babies/"

    def test_the_twin_keeps_the_name(self, browser, baby):
        page = browser.post(f"/babies/{baby.id}/", SAID | {"nickname": "jonas"})
        assert "tells them apart" in wrong(page, "nickname")
        assert Baby.objects.get(pk=baby.id).nickname == "Mila"

    def test_weeks_and_days_come_back_as_said(self, browser, baby):
        browser.post(f"/babies/{baby.id}/", SAID | {"weeks": "30", "days": "6"})
        words = browser.get(f"/babies/{baby.id}/").content.decode()
        assert 'value="30"' in words
        assert 'value="6"' in words

    def test_weeks_that_the_two_days_contradict_are_asked_again(self, browser, baby):
        page = browser.post(f"/babies/{baby.id}/", SAID | {"due": SAID["born"], "weeks": "30"})
        assert "40 weeks" in wrong(page, "weeks")

    def test_a_strangers_baby_is_not_there(self, stranger_browser, baby):
        assert stranger_browser.get(f"/babies/{baby.id}/").status_code == 404
        assert stranger_browser.post(f"/babies/{baby.id}/", SAID).status_code == 404
        assert Baby.objects.get(pk=baby.id).nickname == "Mila"


class TestChoose:
    def test_one_tap(self, browser, member):
        first, second = member.babies
        page = browser.get("/babies/").content.decode()
        assert f'action="/b/{second.id}/choose/"' in page
        assert browser.post(f"/b/{second.id}/choose/").url == "/"
        assert queries._read_member(member.user_id).current == second
        assert queries._read_member(member.user_id).others == (first,)

    def test_back_to_the_same_page_about_the_other_twin(self, browser, member):
        first, second = member.babies
        done = browser.post(f"/b/{second.id}/choose/", {"next": f"/b/{first.id}/day/2026-11-20/"})
        assert done.url == f"/b/{second.id}/day/2026-11-20/"

    @pytest.mark.parametrize(
        "away", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil", "x" * 5000]
    )
    def test_never_to_another_house(self, browser, baby, away):
        assert browser.post(f"/b/{baby.id}/choose/", {"next": away}).url == "/"

    def test_a_look_changes_nothing(self, browser, member):
        assert browser.get(f"/b/{member.babies[1].id}/choose/").status_code == 405

    def test_a_strangers_baby_is_not_there(self, stranger_browser, stranger, baby):
        assert stranger_browser.post(f"/b/{baby.id}/choose/").status_code == 404
        assert queries._read_member(stranger.user_id).current.nickname == "Otto"
