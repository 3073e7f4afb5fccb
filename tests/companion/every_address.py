"""Every address of Warmhands, read from the URLconf itself: a new one cannot be forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from warmhands.companion.diary.actions import add_entry

DAY = date(2026, 11, 20)
STROKE = "leg_milk_down"


@dataclass(frozen=True)
class Address:
    """One pattern: its full name, and what stands between its angle brackets."""

    name: str
    wants: tuple[str, ...]

    @property
    def names_a_baby(self) -> bool:
        return "baby" in self.wants

    def path(self, **values: object) -> str:
        return reverse(self.name, kwargs={want: values[want] for want in self.wants})


def _walk(patterns, space="") -> Iterator[Address]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield Address(f"{space}{pattern.name}", tuple(pattern.pattern.converters))


ADDRESSES = tuple(_walk(get_resolver("warmhands.companion.urls").url_patterns))


def values_of(member) -> dict:
    """The member's baby, and an entry of it that the database really has."""
    start = datetime(2026, 11, 20, 9, tzinfo=UTC)
    entry = uuid4()
    add_entry(
        by=member, baby_id=member.current.id, id=entry, kind="sleep",
        start=start, end=start + timedelta(hours=1), zone=member.zone,
    )  # fmt: skip
    made = {"baby": member.current.id, "entry": entry}
    return made | {"date": DAY, "token": "0" * 32, "stroke": STROKE, "signed": "x"}
