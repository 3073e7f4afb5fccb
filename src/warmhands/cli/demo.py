"""The demonstration's family: invented, drawn from one seed, made anew on each day."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from warmhands.science.errors import BadInput

if TYPE_CHECKING:
    from warmhands.companion.families.queries import Member
    from warmhands.science.simulate import Moment

SEED = 20261122
ZONE = "Europe/London"
DAYS = 90
USERNAME, PASSWORD = "demo", "warm hands"
SIGN_IN = f"Sign in as {USERNAME} with the password: {PASSWORD}"
_MARK = "made-up-family"  # a home that holds this file may be emptied


def prepare(home: Path) -> bool:
    """Empty a demonstration of another day; return whether the home is now empty and wants to be filled.

    Raises BadInput for a home that is not a demonstration: a family's data stays.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    database, mark = home / "warmhands.sqlite3", home / _MARK
    if not mark.exists() and database.exists():
        raise BadInput(
            f"{home} holds a real family. Choose another folder for the demonstration with --home."
        )
    if mark.exists() and mark.read_text() == _today():
        return False
    mark.write_text("")  # from here on until it is filled this is an empty demonstration
    for name in ("", "-wal", "-shm", "-journal"):
        database.with_name(database.name + name).unlink(missing_ok=True)
    return True


def _today() -> str:
    return datetime.now(ZoneInfo(ZONE)).date().isoformat()


def fill(home: Path) -> None:
    """Write three months of the invented family into an empty home, by the actions that parents use."""
    from django.db import transaction  # noqa: TID251  one write for all: thousands would take a minute
    from numpy.random import default_rng

    from warmhands.companion.families.queries import BabyFacts, member_of_home
    from warmhands.content.loader import load
    from warmhands.science.simulate import simulate_family

    now = datetime.now(UTC) - timedelta(minutes=1)
    family = simulate_family(load(), default_rng(SEED), now=now, zone=ZONE, days=DAYS)
    baby = family.baby
    facts = BabyFacts(
        nickname=baby.nickname, born=baby.born, gestation_days=baby.gestation_days, sex=baby.sex, zone=ZONE
    )
    with transaction.atomic():
        by = _move_in(family.caregivers, facts)
        made = member_of_home()
        assert made is not None
        _write(family.moments, by, made.babies[0].id)
    (home / _MARK).write_text(_today())


def _move_in(names: tuple[str, str], facts: object) -> dict[str, Member]:
    """Make both caregivers' accounts; return them as the diary asks for them."""
    from warmhands.companion.families import actions, queries

    assert isinstance(facts, queries.BabyFacts)
    first = actions.make_first_account(username=USERNAME, password=PASSWORD, name=names[0], baby=facts)
    second = actions.add_caregiver(
        by=queries.member_of_user(first),
        username=names[1].lower(),
        password=os.urandom(16).hex(),
        name=names[1],
    )
    return {"first": queries.member_of_user(first), "second": queries.member_of_user(second)}


def _write(moments: Iterable[Moment], by: dict[str, Member], baby_id: UUID) -> None:
    from warmhands.companion.diary import actions
    from warmhands.companion.shell.ids import uuid7

    for moment in moments:
        told = {"by": by[moment.by], "baby_id": baby_id, "id": uuid7(), "start": moment.start, "zone": ZONE}
        if moment.kind == "massage":
            planned = [asdict(step) for step in moment.planned]
            actions.add_massage(
                **told,  # type: ignore[arg-type]
                end=moment.end or moment.start,
                routine=moment.routine,
                timeline=moment.timeline,
                details={**moment.details, "planned": planned},
            )
        else:
            actions.add_entry(**told, kind=moment.kind, end=moment.end, details=moment.details)  # type: ignore[arg-type]
