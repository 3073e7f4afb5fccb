"""The first account of a fresh home."""

import threading
from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.utils import timezone

from warmhands.companion.families import actions, queries
from warmhands.companion.families.models import Baby, Caregiver, Family

TODAY = timezone.now().date()
SAID = {
    "name": "Mum",
    "username": "Anna",
    "password": "warm towels in june",
    "nickname": "Mila",
    "born": str(TODAY - timedelta(days=60)),
    "due": "",
    "weeks_early": "",
    "zone": "Europe/Berlin",
}


def wrong(page, name):
    """The sentence beside the field `name`."""
    return " ".join(page.context["form"].errors.get(name, []))


def test_it_works(guest):
    assert guest.get("/welcome/").status_code == 200
    done = guest.post("/welcome/", SAID)
    assert (done.status_code, done.url) == (302, "/")
    user = get_user_model().objects.get()
    assert user.username == "anna"
    assert user.password.startswith("argon2")
    member = queries._read_member(user.pk)
    assert (member.name, member.zone, [baby.nickname for baby in member.babies]) == (
        "Mum",
        "Europe/Berlin",
        ["Mila"],
    )
    assert Family.objects.get().founding
    page = guest.get("/babies/")
    assert page.status_code == 200
    assert "Mila" in page.content.decode()


def test_a_baby_on_the_way_needs_the_due_date_only(guest):
    assert (
        guest.post("/welcome/", SAID | {"born": "", "due": str(TODAY + timedelta(days=100))}).status_code
        == 302
    )
    baby = Baby.objects.get()
    assert (baby.born, baby.due, baby.gestation_days) == (None, TODAY + timedelta(days=100), None)


def test_weeks_early_become_days_of_pregnancy(guest):
    guest.post("/welcome/", SAID | {"weeks_early": "6"})
    assert Baby.objects.get().gestation_days == 238


def test_birth_and_due_date_give_the_days_of_pregnancy(guest):
    guest.post("/welcome/", SAID | {"due": str(TODAY - timedelta(days=60) + timedelta(days=35))})
    assert Baby.objects.get().gestation_days == 245


def test_the_session_gets_a_new_id(guest):
    guest.get("/welcome/")
    session = guest.session
    session["guest"] = "was here"
    session.save()
    before = guest.cookies["sessionid"].value if "sessionid" in guest.cookies else session.session_key
    guest.post("/welcome/", SAID)
    assert guest.cookies["sessionid"].value != before


@pytest.mark.parametrize(
    ("change", "field", "word"),
    [
        ({"name": ""}, "name", "call you"),
        ({"name": "x" * 61}, "name", "60"),
        ({"username": ""}, "username", "Choose a name"),
        ({"username": "two words"}, "username", "without spaces"),
        ({"password": ""}, "password", "Choose a password"),
        ({"password": "short1!"}, "password", "at least 8"),
        ({"password": "1928374650"}, "password", "numeric"),
        ({"password": "password123"}, "password", "common"),
        ({"username": "annamaria", "password": "annamaria1"}, "password", "similar"),
        ({"nickname": ""}, "nickname", "call your baby"),
        ({"born": ""}, "born", "One of them is enough"),
        ({"born": str(TODAY + timedelta(days=3))}, "born", "still to come"),
        ({"born": "1926-11-22"}, "born", "too long ago"),
        ({"born": "yesterday"}, "born", "2026-03-21"),
        ({"born": "3/4/2026"}, "born", "2026-03-21"),
        ({"born": "", "due": str(TODAY + timedelta(days=730))}, "due", "nine months"),
        ({"born": "", "due": str(TODAY - timedelta(days=60))}, "due", "long passed"),
        ({"born": "", "due": "9999-12-31"}, "due", "nine months"),
        ({"due": str(TODAY + timedelta(days=100))}, "due", "weeks"),
        ({"weeks_early": "30"}, "weeks_early", "Between 0 and 18"),
        ({"weeks_early": "-1"}, "weeks_early", "Between 0 and 18"),
        ({"weeks_early": "9", "due": str(TODAY - timedelta(days=60))}, "weeks_early", "40 weeks"),
        ({"zone": ""}, "zone", "Europe/London"),
        ({"zone": "Middle/Earth"}, "zone", "from the list"),
        ({"zone": "../../etc/passwd"}, "zone", "from the list"),
    ],
)
def test_a_wrong_word_is_named_beside_its_field_and_nothing_is_lost(guest, change, field, word):
    said = SAID | change
    page = guest.post("/welcome/", said)
    assert page.status_code == 422
    assert word in wrong(page, field)
    assert not get_user_model().objects.exists()
    shown = page.content.decode()
    for name in ("name", "username", "nickname", "zone"):
        assert f'value="{said[name]}"' in shown or not said[name]


def test_a_home_with_an_account_is_not_fresh(guest, member):
    assert guest.get("/welcome/").url == "/accounts/login/"
    assert guest.post("/welcome/", SAID).url == "/accounts/login/"
    assert get_user_model().objects.count() == 1


def test_a_member_goes_home(browser):
    assert browser.get("/welcome/").url == "/"


def test_a_fresh_home_leads_every_private_page_here(guest):
    assert guest.get("/babies/").url == "/welcome/"
    assert guest.get("/accounts/login/").url == "/welcome/"


def test_babies_that_came_first_wait_for_their_parents(guest):
    home = actions.open_home()
    actions.add_baby(
        by=home, facts=queries.BabyFacts(nickname="Eva", born=date(2026, 5, 1), zone="Europe/Berlin")
    )
    page = guest.get("/welcome/")
    assert "Already here: Eva" in page.content.decode()
    assert (
        guest.post("/welcome/", {name: SAID[name] for name in ("name", "username", "password")}).status_code
        == 302
    )
    member = queries._read_member(get_user_model().objects.get().pk)
    assert [baby.nickname for baby in member.babies] == ["Eva"]


class TestFromAnotherMachine:
    FAR = {"REMOTE_ADDR": "192.168.1.20", "HTTP_HOST": "192.168.1.5:8000"}

    @pytest.fixture(autouse=True)
    def on_the_lan(self, settings, db):
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "192.168.1.5"]
        settings.WARMHANDS_SETUP_CODE = "4711-2809"

    def test_it_works_with_the_code_of_the_terminal(self):
        far = Client(**self.FAR)
        assert 'name="code"' in far.get("/welcome/").content.decode()
        assert far.post("/welcome/", SAID | {"code": "4711 2809"}).status_code == 302
        assert Caregiver.objects.count() == 1

    @pytest.mark.parametrize("code", ["", "4711-2808", "47112809x", "é", "0" * 41])
    def test_a_wrong_code_opens_nothing(self, code):
        page = Client(**self.FAR).post("/welcome/", SAID | {"code": code})
        assert page.status_code == 422
        assert wrong(page, "code")
        assert not get_user_model().objects.exists()

    def test_ten_tries_an_hour(self):
        far = Client(**self.FAR)
        for _ in range(10):
            far.post("/welcome/", SAID | {"code": "1"})
        page = far.post("/welcome/", SAID | {"code": "4711-2809"})
        assert "Wait an hour" in wrong(page, "code")
        assert not get_user_model().objects.exists()

    def test_without_a_code_the_door_is_shut(self, settings):
        settings.WARMHANDS_SETUP_CODE = ""
        far = Client(**self.FAR)
        assert far.get("/welcome/").status_code == 403
        page = far.post("/welcome/", SAID)
        assert page.status_code == 403
        assert "open this page there" in page.content.decode()
        assert not get_user_model().objects.exists()

    @pytest.mark.parametrize(
        "caller",
        [
            {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "192.168.1.5"},
            {"REMOTE_ADDR": "192.168.1.20", "HTTP_HOST": "localhost"},
            {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost", "HTTP_X_FORWARDED_FOR": "8.8.8.8"},
            {"REMOTE_ADDR": "", "HTTP_HOST": "localhost"},
        ],
    )
    def test_who_only_seems_near_is_asked(self, caller):
        assert 'name="code"' in Client(**caller).get("/welcome/").content.decode()

    @pytest.mark.parametrize(
        "caller", [("127.0.0.1", "localhost:8000"), ("::1", "[::1]:8000"), ("::ffff:127.0.0.1", "127.0.0.1")]
    )
    def test_who_sits_at_the_machine_is_not(self, caller):
        page = Client(REMOTE_ADDR=caller[0], HTTP_HOST=caller[1]).get("/welcome/")
        assert 'name="code"' not in page.content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_first_visitors_at_once_make_one_account(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    together = threading.Barrier(2)
    outcomes = []

    def visit(username):
        together.wait()
        try:
            actions.make_first_account(
                username=username,
                password="warm towels",
                name=username,
                baby=queries.BabyFacts(nickname="Mila", born=TODAY, zone="UTC"),
            )
            outcomes.append("made")
        except actions.AlreadyAtHome:
            outcomes.append("refused")
        finally:
            connection.close()

    visitors = [threading.Thread(target=visit, args=(name,)) for name in ("anna", "ben")]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert sorted(outcomes) == ["made", "refused"]
    assert (get_user_model().objects.count(), Family.objects.count(), Baby.objects.count()) == (1, 1, 1)


def test_the_database_itself_lets_one_founding_family_be(db):
    from django.db import IntegrityError

    Family.objects.create(founding=True)
    with pytest.raises(IntegrityError):
        Family.objects.create(founding=True)
