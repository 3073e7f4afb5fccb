"""A stranger gets 404 on every address that names a baby, and finds no baby through any other (rule 10,
scoreboard S1).

The table is the rule's: an address that names a baby and has no row here fails. So whoever adds one says what
a member sees there, and the stranger's 404 is proven with it.
"""

from uuid import uuid4

import pytest
from every_address import ADDRESSES, values_of

from warmhands.companion.diary.models import Entry
from warmhands.companion.families.models import Baby

# address → the method that a member uses there, and what they are answered
ROWS: dict[str, tuple[str, set[int]]] = {
    "families:change": ("get", {200}),
    "families:choose": ("post", {302}),
    "diary:find_day": ("get", {302, 404}),
    "diary:day": ("get", {200}),
    "diary:add": ("post", {302, 400, 422}),
    "diary:entry": ("get", {200}),
    "diary:finish": ("post", {302}),
    "diary:remove": ("post", {302}),
    "diary:import": ("get", {200}),
    "diary:preview": ("get", {302}),
    "guide:health": ("get", {200}),
}
NAMING = [address for address in ADDRESSES if address.names_a_baby]
OTHERS = [address for address in ADDRESSES if not address.names_a_baby]


def rows():
    """What a stranger could have changed."""
    return sorted(Baby.objects.values_list()), sorted(
        Entry.objects.values_list("id", "details", "end"), key=str
    )


def test_every_address_that_names_a_baby_has_a_row():
    assert sorted(ROWS) == sorted(address.name for address in NAMING)


@pytest.mark.parametrize("address", NAMING, ids=lambda address: address.name)
class TestNamingABaby:
    def test_a_member_gets_in(self, address, browser, member):
        method, expected = ROWS[address.name]
        assert getattr(browser, method)(address.path(**values_of(member))).status_code in expected

    def test_a_stranger_and_a_guest_find_nothing(self, address, member, stranger_browser, guest):
        values = values_of(member)
        path, unknown, before = address.path(**values), address.path(**(values | {"baby": uuid4()})), rows()
        for client in (stranger_browser, guest):
            assert getattr(client, ROWS[address.name][0])(path).status_code == 404
            for method in ("get", "head", "post", "put", "delete"):
                answer, nobodys = getattr(client, method)(path), getattr(client, method)(unknown)
                assert answer.status_code in (404, 405)
                # Nothing tells a stranger's baby from an id that nobody has.
                assert (answer.status_code, len(answer.content)) == (
                    nobodys.status_code,
                    len(nobodys.content),
                )
                assert b"Mila" not in answer.content
        assert rows() == before

    def test_anothers_entry_under_ones_own_baby_is_not_there(
        self, address, member, stranger, stranger_browser
    ):
        theirs, own = values_of(member), {"baby": stranger.current.id}
        path, before = address.path(**(theirs | own)), rows()
        answer = getattr(stranger_browser, ROWS[address.name][0])(path)
        assert b"Mila" not in answer.content
        assert "entry" not in address.wants or answer.status_code == 404
        assert rows() == before


@pytest.mark.parametrize("address", OTHERS, ids=lambda address: address.name)
def test_no_other_address_tells_of_a_baby_or_changes_it(address, member, stranger_browser, guest):
    """The id in the query, in the form, in a header: wherever a stranger may put it."""
    values = values_of(member)
    path, before = address.path(**values), rows()
    said = {name: str(values[name]) for name in ("baby", "entry")} | {
        "baby_id": str(values["baby"]),
        "next": f"/b/{values['baby']}/",
    }
    for client in (stranger_browser, guest):
        for answer in (
            client.get(path, said),
            client.post(path, said),
            client.post(path, said, content_type="application/json"),
            client.get(path, headers={"referer": f"http://localhost/b/{values['baby']}/"}),
        ):
            assert answer.status_code < 500
            assert b"Mila" not in answer.content
            assert b"Jonas" not in answer.content
    assert rows() == before
