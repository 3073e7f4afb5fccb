"""Under which names this home answers."""

import pytest
from django.conf import settings
from django.test import Client


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "127.0.0.1:8000", "[::1]:8000"])
def test_it_works(db, name):
    assert Client(HTTP_HOST=name).get("/health/").status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "evil.example",
        "192.168.1.5",
        "localhost.evil.example",
        "localhost:evil",
        "a b",
        "[::1",
        "",
        "😀",
        "x" * 3000,
    ],
)
def test_another_name_is_a_plain_page_without_a_traceback(db, name):
    """A page elsewhere whose name points here (DNS rebinding) reads nothing."""
    answer = Client(HTTP_HOST=name, raise_request_exception=False).get("/accounts/login/")
    assert not settings.DEBUG
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "did not arrive in one piece" in page
    assert "Traceback" not in page
    assert "DisallowedHost" not in page


def test_the_names_that_serve_has_found_are_its_own(db, settings):
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "192.168.1.5"]
    assert Client(HTTP_HOST="192.168.1.5:8000").get("/health/").status_code == 200
