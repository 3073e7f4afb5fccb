"""The zones of the world, by name."""

from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones


@cache
def zone_names() -> tuple[str, ...]:
    """One name for each zone of a country (about 420), to choose from:
    the database's own list, without its aliases.
    """
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple(sorted({row[2] for row in rows}))


@cache
def _all_names() -> frozenset[str]:
    return frozenset(available_timezones())


def is_zone(name: str) -> bool:
    """Whether `name` is a zone, an alias too: browsers still say Asia/Calcutta."""
    return name in _all_names() and name not in {"Factory", "localtime"}
