"""The pages of the diary: each works, and each refuses."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from warmhands.companion.diary.models import Entry
from warmhands.companion.families.queries import Member


@pytest.fixture
def home(member: Member) -> str:
    return f"/b/{member.babies[0].id}/"


def sent(**changed: object) -> dict[str, object]:
    return {"id": str(uuid4()), "kind": "feed", "on": "2026-03-01", "at": "03:15", **changed}


def test_it_works(signed_in: Client, home: str) -> None:
    answer = signed_in.post(home + "entries/", sent(way="bottle", amount="4 oz", note="half asleep"))
    entry = Entry.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"{home}day/2026-03-01/?added={entry.id}"
    assert entry.start == datetime(2026, 3, 1, 3, 15, tzinfo=UTC)
    assert entry.details == {"way": "bottle", "ml": 118, "as": "4 oz", "note": "half asleep"}
    page = signed_in.get(answer["Location"])
    assert page.status_code == 200
    text = page.content.decode()
    for words in ("03:15", "bottle", "4 oz", "half asleep", "Asha", "written down", "Undo", "<svg"):
        assert words in text
