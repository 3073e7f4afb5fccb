"""Run beside the server of `tools/shots.py`, in its home: makes a family to look at, and signs a browser in.

The demo family is taken when it is there. Prints {"cookie", "baby", "massage"} as JSON.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import uuid4

import django

ZONE = "Europe/London"
# Hours before now, minutes it lasted, kind, details.
LATELY: tuple[tuple[float, int | None, str, dict[str, object]], ...] = (
    (10.5, 190, "sleep", {}),
    (7.2, 20, "feed", {"ml": 110}),
    (7.0, None, "nappy", {}),
    (6.1, 75, "sleep", {}),
    (4.6, 15, "feed", {"ml": 120}),
    (3.9, 12, "cry", {}),
    (3.4, 95, "sleep", {}),
    (1.7, 20, "feed", {"ml": 100}),
    (1.2, None, "nappy", {}),
    (0.4, None, "sleep", {}),
)


def settle(now: datetime) -> None:
    """Make a family with twins, a day of diary and a massage."""
    from warmhands.companion.diary.actions import add_entry
    from warmhands.companion.families import actions, queries

    today = now.date()
    mila = queries.BabyFacts(nickname="Mila", born=today - timedelta(days=51), zone=ZONE)
    jonas = queries.BabyFacts(nickname="Jonas", born=today - timedelta(days=51), zone=ZONE)
    actions.make_first_account(username="anna", password=uuid4().hex, name="Anna", baby=mila)
    member = queries.member_of_home()
    assert member
    actions.add_baby(by=member, facts=jonas)
    baby = member.babies[0].id
    for hours, minutes, kind, details in LATELY:
        start = now - timedelta(hours=hours)
        end = start + timedelta(minutes=minutes) if minutes else None
        add_entry(
            by=member, baby_id=baby, id=uuid4(), kind=kind, start=start, end=end, zone=ZONE, details=details
        )
    massage(member, baby, now - timedelta(hours=2.4))


def massage(member: object, baby: object, start: datetime) -> None:
    """One invented massage, walked through its real table."""
    import numpy

    from warmhands.companion.diary.actions import add_massage
    from warmhands.content.loader import load
    from warmhands.science.routine import Wish, plan
    from warmhands.science.simulate_session import simulate_session
    from warmhands.science.walk import compile_walk

    chosen = plan(load(), "legs_first", Wish(age_days=51))
    session = simulate_session(
        compile_walk(load(), chosen), numpy.random.default_rng(7), practice_days=20, bedtime=False
    )
    add_massage(
        by=member,
        baby_id=baby,
        id=uuid4(),
        start=start,
        end=start + timedelta(seconds=session.seconds),
        zone=ZONE,
        routine="legs_first",
        timeline=session.timeline,
        details={"planned": [asdict(step) for step in chosen.steps], "how": "liked", "favourite": "feet"},
    )


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmhands.companion.settings")
    django.setup()
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
    from django.utils import timezone

    from warmhands.companion.diary.models import Entry
    from warmhands.companion.families.models import Caregiver
    from warmhands.companion.families.queries import has_accounts

    if not has_accounts():
        settle(timezone.now())
    user = get_user_model().objects.order_by("pk").first()
    assert user
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    last = Entry.objects.filter(kind="massage").order_by("-start").first()
    assert last
    Caregiver.objects.filter(user=user).update(current=last.baby_id)
    print(json.dumps({"cookie": session.session_key, "baby": str(last.baby_id), "massage": str(last.pk)}))


if __name__ == "__main__":
    main()
