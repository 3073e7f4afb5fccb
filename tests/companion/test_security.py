"""What every answer carries (scoreboard S3), forged and hostile requests (S4, S5), and cookies."""

import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from uuid import UUID

import pytest
from django.test import Client
from every_address import ADDRESSES, values_of

from warmhands.companion.families.models import Baby

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "template": "{{ member }}{% debug %}",
    "null": "a\0b",
    "long": "x" * 10_000,
    "emoji": "👩‍🍼😀",
    "right to left": "\u202egnp.exe",
    "control": "\x80\x1b[31m",
    "SQL": "'; DROP TABLE families_baby; --",
    "number": "9" * 400,
    "formula": "=1+1",
    "lines": "a\r\nSet-Cookie: b=c",
}
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}


@pytest.fixture(params=["guest", "browser", "stranger_browser"])
def visitor(request, member, stranger):
    return request.getfixturevalue(request.param)


def check_headers(answer):
    """The strict set, on whatever came back."""
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    # A stroke's picture holds one sheet of its own, named by its hash.
    policy["style-src"] = re.sub(r" 'sha256-[A-Za-z0-9+/=]{44}'", "", policy["style-src"])
    assert POLICY.items() <= policy.items()
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert "data:" not in policy["script-src"] + policy["style-src"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] in ("same-origin", "no-referrer")
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in answer["Permissions-Policy"]
    assert "camera=()" in answer["Permissions-Policy"]


class TestHeaders:
    @pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
    def test_on_every_address(self, address, visitor, member):
        for method in ("get", "post"):
            answer = getattr(visitor, method)(address.path(**values_of(member)))
            check_headers(answer)
            assert "Strict-Transport-Security" not in answer
            kept = answer["Cache-Control"]
            # Only what is the same for everybody may be kept: the pictures of strokes.
            assert "no-store" in kept or (address.name == "guide:picture" and "public" in kept)

    @pytest.mark.parametrize(
        "path",
        ["/nowhere/", "/static/nowhere.css", f"/b/{UUID(int=7)}/day/2026-01-01/"],
    )
    def test_on_what_is_not_there(self, path, visitor):
        check_headers(visitor.get(path))

    def test_on_a_static_file(self, visitor):
        """Opened by itself it may load nothing and stand in no frame."""
        answer = visitor.get("/static/shell/base.css")
        assert answer.status_code == 200
        assert answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin"

    def test_on_a_refused_name_of_this_machine(self, guest):
        check_headers(guest.get("/health/", headers={"host": "evil.example"}))

    def test_on_a_forged_form(self, member):
        check_headers(Client(HTTP_HOST="localhost", enforce_csrf_checks=True).post("/accounts/login/"))

    def test_on_a_mistake_of_ours(self, guest, monkeypatch):
        def fail():
            raise RuntimeError("a secret of the house")

        monkeypatch.setattr("warmhands.companion.families.views.has_accounts", fail)
        guest.raise_request_exception = False
        answer = guest.get("/welcome/")
        assert answer.status_code == 500
        assert "our mistake" in answer.content.decode()
        assert "secret" not in answer.content.decode()
        check_headers(answer)

    def test_a_private_page_is_never_kept(self, browser):
        assert browser.get("/babies/")["Cache-Control"] == "no-store, private"

    def test_under_tls_browsers_are_told_to_stay_there(self, guest, member):
        answer = guest.get("/accounts/login/", secure=True)
        assert answer["Strict-Transport-Security"] == "max-age=31536000"

    @pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
    def test_no_page_needs_what_the_policy_forbids(self, address, browser, member):
        answer = browser.get(address.path(**values_of(member)), follow=True)
        page = answer.content.decode(errors="replace")
        assert not re.search(r"<[a-z]+[^>]*\s(?:on[a-z]+|style)=", page)
        for sheet in re.findall(r"<style[^>]*>(.*?)</style>", page, flags=re.S):
            named = b64encode(sha256(sheet.encode()).digest()).decode()
            assert f"'sha256-{named}'" in answer["Content-Security-Policy"]
        for tag in re.findall(r"<script\b[^>]*>", page):
            assert "src=" in tag or 'type="application/json"' in tag
        # Nobody else is asked for anything: what a page loads lies here.
        for address_loaded in re.findall(
            r'<(?:script|link|img|iframe|video|audio|use)\b[^>]*\s(?:src|href)="([^"]*)"', page
        ):
            assert address_loaded.startswith(("/", "#", "data:image/")), address_loaded
            assert not address_loaded.startswith("//")


class TestForgery:
    @pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
    def test_a_form_from_elsewhere_changes_nothing(self, address, browser, member):
        """Every address that takes a POST wants its token; the others do not take one."""
        values = values_of(member)
        forged = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
        forged.cookies = browser.cookies
        answer = forged.post(address.path(**values), {"nickname": "forged"})
        assert answer.status_code in (403, 405)
        if answer.status_code == 403:
            assert "Please send that again" in answer.content.decode()
        assert not Baby.objects.filter(nickname="forged").exists()

    def test_a_token_of_another_site_is_refused(self, browser, member):
        forged = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
        forged.cookies = browser.cookies
        token = browser.get("/babies/add/").context["csrf_token"]
        said = {"csrfmiddlewaretoken": str(token), "nickname": "forged"}
        assert (
            forged.post("/babies/add/", said, headers={"origin": "https://evil.example"}).status_code == 403
        )
        assert forged.post("/babies/add/", said, headers={"origin": "http://localhost"}).status_code == 422


class TestHostileInput:
    @pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
    def test_in_every_field_of_a_baby(self, browser, member, words):
        fields = ("nickname", "born", "due", "weeks", "days", "sex", "zone")
        good = {
            "nickname": "Frida",
            "born": "2026-09-01",
            "due": "",
            "weeks": "",
            "days": "",
            "sex": "",
            "zone": "UTC",
        }
        for field in fields:
            answer = browser.post("/babies/add/", good | {field: words})
            assert answer.status_code in (302, 422)
            self.is_harmless(answer.content.decode())
        self.is_harmless(browser.get("/babies/").content.decode())
        assert Baby.objects.filter(pk=member.current.id).exists()

    @pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
    def test_in_every_field_of_the_welcome(self, guest, db, words):
        for field in ("name", "username", "password", "nickname", "born", "due", "weeks_early", "zone"):
            answer = guest.post("/welcome/", {field: words})
            assert answer.status_code == 422
            self.is_harmless(answer.content.decode())

    @pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
    def test_in_the_query_of_every_address(self, browser, member, words):
        browser.raise_request_exception = False
        values = values_of(member)
        for address in ADDRESSES:
            said = dict.fromkeys(
                ("next", "zone", "theme", "baby", "routine", "minutes", "need", "need_id", "q", "age"), words
            )
            answer = browser.get(address.path(**values), said)
            assert answer.status_code < 500
            self.is_harmless(answer.content.decode(errors="replace"))

    @staticmethod
    def is_harmless(page: str) -> None:
        assert "<script>alert" not in page
        assert "<img src=x" not in page


class TestCookies:
    def test_they_are_for_this_server_only(self, guest, db):
        guest.get("/welcome/")
        said = {"name": "A", "username": "anna", "password": "warm towels in june", "nickname": "Mila"}
        guest.post("/welcome/", said | {"born": "2026-09-01", "due": "", "weeks_early": "", "zone": "UTC"})
        for name in ("sessionid", "csrftoken", "known-browser"):
            cookie = guest.cookies[name]
            assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Lax", "/", "")
            assert cookie["httponly"]

    def test_behind_tls_they_travel_only_there(self, tmp_path):
        code = """
import django
django.setup()
from django.conf import settings
assert settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE and settings.SESSION_COOKIE_HTTPONLY
assert settings.SECURE_PROXY_SSL_HEADER == ("HTTP_X_FORWARDED_PROTO", "https")
"""
        env = os.environ | {
            "WARMHANDS_HTTPS": "1",
            "WARMHANDS_HOME": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "warmhands.companion.settings",
        }
        assert subprocess.run([sys.executable, "-c", code], env=env, check=False).returncode == 0

    def test_a_stolen_known_browser_is_no_key(self, guest, member):
        guest.cookies["known-browser"] = "forged:value:signature"
        assert guest.get("/babies/").status_code == 302
        assert guest.post("/accounts/login/", {"login": "anna", "password": "x"}).status_code == 200


def test_a_body_over_12_mb_is_refused_before_anything_reads_it(db, client, baby):
    class Unread:
        def read(self, *sizes):
            raise AssertionError("read, though its length said enough")

        readline = read

    for address in ("/welcome/", f"/b/{baby.id}/import/", "/massage/finish/", "/nowhere/"):
        answer = client.generic(
            "POST", address, **{"CONTENT_LENGTH": str(12 * 1024 * 1024 + 1), "wsgi.input": Unread()}
        )
        assert answer.status_code == 413
        assert "choose a smaller file" in answer.content.decode()
        assert "Content-Security-Policy" in answer.headers


def test_a_length_that_is_no_number_is_no_fault_of_ours(db, client):
    assert client.generic("POST", "/welcome/", CONTENT_LENGTH="many").status_code < 500
