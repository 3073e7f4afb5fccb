"""Today: where a guest is welcomed, and a member sees the baby, the last massage and what was last."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from tests.companion.conftest import browser_of, make_family
from warmhands.companion.diary.actions import add_entry
from warmhands.companion.families.models import Baby
from warmhands.companion.shell.ages import age_words, to_go_words
from warmhands.companion.today.queries import today_page, when

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 9, 21, 12, 0, tzinfo=UTC)  # 14:00 in Berlin


def write(member, kind, start, end=None, **details):
    add_entry(
        by=member,
        baby_id=member.current.id,
        id=uuid4(),
        kind=kind,
        start=start,
        end=end,
        zone="Europe/Berlin",
        details=details,
    )


class TestGuest:
    def test_it_works(self, guest):
        get_user_model().objects.create(username="anna", password="!")
        page = guest.get("/").content.decode()
        assert 'href="/massage/"' in page
        assert "You need no account to start." in page

    def test_a_fresh_home_leads_to_the_first_account(self, guest):
        answer = guest.get("/")
        assert answer.status_code == 302
        assert answer["Location"] == "/welcome/"

    def test_it_only_reads(self, guest):
        assert guest.post("/").status_code == 405


class TestMember:
    def test_it_works(self, browser):
        page = browser.get("/").content.decode()
        assert "Mila" in page
        assert "Massage now" in page
        assert "Jonas" in page  # the twin, one tap away

    def test_an_empty_diary_hints_at_the_import(self, browser, baby):
        assert f"/b/{baby.id}/import/" in browser.get("/").content.decode()

    def test_a_diary_with_entries_does_not(self, browser, member):
        write(member, "nappy", timezone.now() - timedelta(minutes=5), wet=True)
        page = browser.get("/").content.decode()
        assert "Coming from another app?" not in page
        assert "Nappy 5 min ago" in page

    def test_six_queries_at_most(self, browser, member, django_assert_max_num_queries):
        write(member, "nappy", timezone.now() - timedelta(minutes=5), wet=True)
        with django_assert_max_num_queries(6):
            browser.get("/")

    def test_without_a_baby_it_asks_for_one(self, db):
        page = browser_of(make_family("ines")).get("/").content.decode()
        assert "Add your baby" in page

    def test_nothing_is_counted_against_anybody(self, browser, member):
        write(
            member,
            "massage",
            timezone.now() - timedelta(days=9),
            timezone.now() - timedelta(days=9, minutes=-4),
        )
        page = browser.get("/").content.decode().lower()
        assert "9 days ago" in page
        for word in ("streak", "goal", "score", "missed", "overdue", "!"):
            assert word not in page.split("<main")[1].split("</main>")[0].replace("<!", "")

    def test_a_nickname_is_only_text(self, browser, baby):
        Baby.objects.filter(pk=baby.id).update(nickname="<b onclick=x>")
        assert "<b onclick" not in browser.get("/").content.decode()


class TestPage:
    def test_asleep_since(self, member):
        write(member, "sleep", NOW - timedelta(minutes=80))
        fact = today_page(member.current, NOW).facts[0]
        assert fact.words == "Asleep since 12:40"
        assert fact.more == "1 h 20 min"

    def test_awake_again(self, member):
        write(member, "sleep", NOW - timedelta(hours=2), NOW - timedelta(minutes=25))
        assert today_page(member.current, NOW).facts[0].words == "Woke 25 min ago"

    def test_the_day_so_far_counts_without_judging(self, member):
        write(member, "feed", NOW - timedelta(hours=1), ml=110)
        write(member, "feed", NOW - timedelta(hours=4), ml=100)
        write(member, "feed", NOW - timedelta(hours=20), ml=100)  # yesterday, local time
        page = today_page(member.current, NOW)
        assert [fact.words for fact in page.so_far] == ["2 feeds"]
        assert page.facts[0].words == "Fed 1 h ago"
        assert "110" in page.facts[0].more

    def test_age_in_words(self, member):
        assert today_page(member.current, NOW).age == "7 weeks and 2 days"

    def test_an_expected_baby_offers_a_doll(self, db):
        member = make_family("ines", "Krümel", born=date(2026, 10, 1))
        page = today_page(member.current, NOW)
        assert not page.born
        assert page.age == "10 days to go"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=25), "25 min ago"),
        (timedelta(hours=2, minutes=5), "2 h 5 min ago"),
        (timedelta(hours=5), "5 h ago"),
        (timedelta(hours=13), "today at 01:00"),
        (timedelta(hours=15), "yesterday at 23:00"),
        (timedelta(days=5), "5 days ago"),
        (timedelta(days=14), "14 days ago"),
        (timedelta(days=265), "on 30 December 2025"),
        (timedelta(seconds=-30), "just now"),  # a telephone whose clock is a little fast
    ],
)
def test_when(before, words):
    assert when(NOW - before, NOW, BERLIN) == words


def test_the_night_of_a_clock_change_is_counted_in_hours_that_passed():
    now = datetime(2026, 10, 25, 5, 0, tzinfo=UTC)  # 06:00 in Berlin; 02:00 to 03:00 came twice
    assert when(datetime(2026, 10, 25, 0, 0, tzinfo=UTC), now, BERLIN) == "5 h ago"


class TestAges:
    BORN = date(2026, 1, 31)

    @pytest.mark.parametrize(
        ("today", "words"),
        [
            (date(2026, 1, 31), "brand new"),
            (date(2026, 2, 1), "1 day"),
            (date(2026, 2, 13), "13 days"),
            (date(2026, 2, 14), "2 weeks"),
            (date(2026, 2, 22), "3 weeks and 1 day"),
            (date(2026, 5, 30), "3 months"),
            (date(2026, 5, 31), "4 months"),
            (date(2027, 12, 31), "23 months"),
            (date(2028, 1, 31), "2 years"),
            (date(2028, 4, 30), "2 years and 2 months"),
        ],
    )
    def test_born(self, today, words):
        assert age_words(self.BORN, today) == words

    @pytest.mark.parametrize(
        ("today", "words"),
        [
            (date(2026, 1, 1), "4 weeks and 2 days to go"),
            (date(2026, 1, 30), "1 day to go"),
            (date(2026, 1, 31), "any day now"),
            (date(2026, 2, 9), "any day now"),
        ],
    )
    def test_expected(self, today, words):
        assert to_go_words(self.BORN, today) == words
