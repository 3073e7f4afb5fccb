"""Every address by every method and role, and addresses that are none:
no answer is ever our mistake (scoreboard R12).
"""

import json
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from every_address import ADDRESSES, values_of

NOBODY = UUID("018f0000-0000-7000-8000-00000000abcd")
METHODS = ("get", "head", "options", "post", "put", "patch", "delete", "trace")
ODD = {
    "nonsense": "/nowhere/",
    "no slash": "/babies",
    "two slashes": "//babies//",
    "dots": "/static/../../etc/passwd",
    "no uuid": "/b/1/day/2026-11-20/",
    "upper-case uuid": f"/b/{str(NOBODY).upper()}/day/2026-11-20/",
    "no date": f"/b/{NOBODY}/day/2026-02-30/",
    "year nought": f"/b/{NOBODY}/day/0000-00-00/",
    "unknown stroke": "/strokes/no-such-stroke/",
    "unknown picture": "/strokes/no-such-stroke.svg",
    "long": "/" + "x" * 5000,
    "emoji": "/😀/",
    "null": "/strokes/a%00b/",
    "not UTF-8": "/strokes/%ff%fe/",
    "query of nonsense": "/massage/choose/?minutes=NaN&need=%00&age_days=-1&baby=x&routine[]=" + "9" * 4000,
    "static nowhere": "/static/nowhere.css",
}
BODIES = {
    "an empty form": ({}, "application/x-www-form-urlencoded"),
    "no JSON": ("{", "application/json"),
    "JSON of another shape": (json.dumps([1, {"id": None}]), "application/json"),
    "not UTF-8": (b"\xff\xfe\x00", "application/json"),
    "deep JSON": ("[" * 3000 + "]" * 3000, "application/json"),
    "a broken upload": (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
    "an upload without its boundary": (b"nonsense", "multipart/form-data"),
}


@pytest.fixture(params=["guest", "browser", "stranger_browser"])
def visitor(request, member, stranger):
    """A guest, a member, and a member of another family."""
    client = request.getfixturevalue(request.param)
    client.raise_request_exception = False
    return client


@pytest.fixture
def values(member):
    return values_of(member)


def answers(visitor, method, path, **more):
    answer = getattr(visitor, method)(path, **more)
    assert answer.status_code < 500, f"{method} {path}: {answer.status_code}"
    assert b"Traceback" not in getattr(answer, "content", b"")
    return answer


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
def test_no_method_of_no_role_breaks_it(address, visitor, values):
    for method in METHODS:
        answers(visitor, method, address.path(**values))


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
def test_no_body_breaks_it(address, browser, values):
    browser.raise_request_exception = False
    for data, kind in BODIES.values():
        more = {"data": data} if isinstance(data, dict) else {"data": data, "content_type": kind}
        answers(browser, "post", address.path(**values), **more)


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
def test_unknown_values_are_not_there(address, browser, values):
    """An id that nobody has, of the right shape."""
    browser.raise_request_exception = False
    unknown = {"baby": uuid4(), "entry": uuid4(), "token": "f" * 32, "stroke": "no_such_stroke"}
    for want in set(address.wants) & set(unknown):
        path = address.path(**(values | {want: unknown[want]}))
        codes = {answers(browser, method, path).status_code for method in ("get", "post")}
        if want in ("baby", "entry", "stroke"):
            assert 404 in codes
            assert codes <= {
                404,
                405,
            }  # a method that the address does not know is refused before the id is looked at


@pytest.mark.parametrize("path", ODD.values(), ids=ODD)
def test_what_is_no_address(path, visitor):
    for method in ("get", "post"):
        answer = answers(visitor, method, path)
        if answer.status_code == 404:
            assert b"Nothing here" in answer.content


def test_the_address_list_is_the_whole_house():
    """The walk finds the pages that the contract names; an empty walk would prove nothing."""
    names = {address.name for address in ADDRESSES}
    assert {"families:welcome", "families:babies", "health", "account_login"} <= names
    assert len(names) == len(ADDRESSES)
    assert settings.ROOT_URLCONF == "warmhands.companion.urls"
