"""How the store is doing."""

from dataclasses import dataclass

from django.db import DatabaseError, connection

from warmhands.companion.shell.version import program_version
from warmhands.companion.store.base import Database
from warmhands.companion.store.version import WAL_IS_SAFE_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreHealth:
    """`note` says in plain words what an operator could do better; `fault` what is broken."""

    ok: bool
    store: str
    journal: str
    note: str = ""
    fault: str = ""

    def as_json(self) -> dict[str, object]:
        shown = {"store": self.store, "journal": self.journal, "note": self.note, "fault": self.fault}
        return {"ok": self.ok, "version": program_version()} | {
            key: words for key, words in shown.items() if words
        }


def store_health() -> StoreHealth:
    """Ask the database for something that it must know. Never raises: a broken store is an answer here."""
    try:
        version = Database.sqlite_version_info
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM django_migrations")
            cursor.execute("PRAGMA journal_mode")
            journal = str(cursor.fetchone()[0]).lower()
    except DatabaseError:
        return StoreHealth(ok=False, store="", journal="", fault="The database cannot be read.")
    note = ""
    if version < WAL_IS_SAFE_FROM:
        note = (
            "This SQLite is older than 3.51.3, whose write-ahead log can damage a database; the rollback "
            "journal is used, which is slower and safe. Installing the pysqlite3 package brings a newer one."
        )
    return StoreHealth(ok=True, store="SQLite " + ".".join(map(str, version)), journal=journal, note=note)
