"""Signing in and out, the password, and how many guesses there are."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.test import Client

from warmhands.companion.families import actions
from warmhands.companion.families.adapter import KNOWN_COOKIE

WORD = "warm towels in june"


@pytest.fixture
def anna(member, settings):
    """Anna, with a password that is quick to check."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    user = get_user_model().objects.get(pk=member.user_id)
    user.set_password(WORD)
    user.save()
    return user


def sign_in(client, word=WORD, name="anna", **more):
    return client.post("/accounts/login/", {"login": name, "password": word} | more)


def refusal(page):
    return " ".join(page.context["form"].non_field_errors())


class TestSignIn:
    def test_it_works(self, guest, anna):
        assert guest.get("/accounts/login/").status_code == 200
        assert sign_in(guest).url == "/"
        assert guest.get("/babies/").status_code == 200

    def test_capital_letters_of_a_phones_keyboard_are_forgiven(self, guest, anna):
        assert sign_in(guest, name="Anna ").url == "/"

    def test_the_session_gets_a_new_id(self, guest, anna):
        session = guest.session
        session["was"] = "here"
        session.save()
        sign_in(guest)
        assert guest.cookies["sessionid"].value != session.session_key

    def test_back_to_where_they_wanted_to_go(self, guest, anna):
        assert sign_in(guest, next="/babies/add/").url == "/babies/add/"

    @pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
    def test_never_to_another_house(self, guest, anna, away):
        assert sign_in(guest, next=away).url == "/"

    def test_a_wrong_word_does_not_say_which_part_is_wrong(self, guest, anna):
        assert refusal(sign_in(guest, "nonsense")) == refusal(sign_in(guest, WORD, "nobody"))

    @pytest.mark.parametrize(
        "name", ["a\0b", "x" * 10_000, "😀", "<script>alert(1)</script>", "a@b.example", "' OR 1=1 --"]
    )
    def test_odd_names_are_names(self, guest, anna, name):
        page = sign_in(guest, name=name)
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()


class TestGuesses:
    def test_ten_an_hour_and_the_owners_browser_stays_open(self, anna):
        owner = Client(HTTP_HOST="localhost")
        assert sign_in(owner).url == "/"
        owner.post("/accounts/logout/")
        assert KNOWN_COOKIE in owner.cookies
        checked = []
        for turn in range(40):  # a new address each time: the limit hangs on the account
            stranger = Client(HTTP_HOST="localhost", REMOTE_ADDR=f"10.0.0.{turn}")
            checked.append("too often" not in refusal(sign_in(stranger, f"guess {turn}")))
        assert sum(checked) == 10
        assert "too often" in refusal(sign_in(Client(HTTP_HOST="localhost", REMOTE_ADDR="10.9.9.9"), WORD))
        assert sign_in(owner).url == "/"

    def test_the_owners_browser_has_ten_too(self, anna):
        owner = Client(HTTP_HOST="localhost")
        sign_in(owner)
        owner.post("/accounts/logout/")
        said = [refusal(sign_in(owner, "wrong")) for _ in range(11)]
        assert "too often" in said[10]
        assert "too often" not in said[9]

    def test_a_mark_of_one_name_opens_nothing_for_another(self, anna, stranger):
        """Whoever has signed in as themselves on a browser is still a stranger to Anna's account."""
        theirs = Client(HTTP_HOST="localhost")
        get_user_model().objects.filter(pk=stranger.user_id).update(password=anna.password)
        assert sign_in(theirs, name="stranger").url == "/"
        theirs.post("/accounts/logout/")
        for turn in range(10):
            sign_in(theirs, f"guess {turn}")
        assert "too often" in refusal(sign_in(Client(HTTP_HOST="localhost", REMOTE_ADDR="10.9.9.9")))


class TestSignOut:
    def test_it_works(self, guest, anna):
        sign_in(guest)
        assert guest.get("/accounts/logout/").status_code == 200
        assert guest.post("/accounts/logout/").url == "/"
        assert guest.get("/babies/").status_code == 302
        assert Session.objects.count() == 0


class TestNewPassword:
    NEW = "mild oil and slow hands"

    def test_it_works_and_signs_other_devices_out(self, anna):
        here, there = Client(HTTP_HOST="localhost"), Client(HTTP_HOST="localhost")
        sign_in(here)
        sign_in(there)
        assert here.get("/accounts/password/change/").status_code == 200
        done = here.post("/accounts/password/change/", {"oldpassword": WORD, "password1": self.NEW})
        assert done.url == "/babies/"
        assert here.get("/babies/").status_code == 200
        assert there.get("/babies/").status_code == 302
        assert sign_in(Client(HTTP_HOST="localhost"), self.NEW).url == "/"

    @pytest.mark.parametrize(
        ("said", "field"),
        [
            ({"oldpassword": "wrong", "password1": NEW}, "oldpassword"),
            ({"oldpassword": WORD, "password1": "short"}, "password1"),
            ({"oldpassword": WORD, "password1": "password"}, "password1"),
            ({"oldpassword": WORD, "password1": ""}, "password1"),
        ],
    )
    def test_refusals(self, guest, anna, said, field):
        sign_in(guest)
        assert guest.post("/accounts/password/change/", said).context["form"].errors[field]
        anna.refresh_from_db()
        assert anna.check_password(WORD)

    def test_a_guest_is_led_to_sign_in(self, guest, anna):
        assert guest.get("/accounts/password/change/").status_code == 302


def test_is_it_you(guest, anna):
    sign_in(guest)
    assert guest.get("/accounts/reauthenticate/").status_code == 200
    assert guest.post("/accounts/reauthenticate/", {"password": "wrong"}).status_code == 200
    assert guest.post("/accounts/reauthenticate/", {"password": WORD}).status_code == 302


def test_a_reset_on_the_command_line_ends_every_session(guest, anna, stranger_browser):
    sign_in(guest)
    actions.reset_password(username="anna", password="another word altogether")
    assert guest.get("/babies/").status_code == 302
    assert stranger_browser.get("/babies/").status_code == 200
    assert Session.objects.count() == 1


@pytest.mark.parametrize(
    "name",
    ["signup", "email", "password/reset", "inactive", "password/set", "confirm-email", "social/login", ""],
)
def test_allauths_other_pages_do_not_exist(guest, browser, name):
    for client in (guest, browser):
        assert client.get(f"/accounts/{name}/").status_code == 404
