"""`ENGINE = "warmhands.companion.store"`: Django finds this module by its name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from warmhands.companion.store.queue import WriteQueue, queue_of
from warmhands.companion.store.version import journal_mode, newest_sqlite

with newest_sqlite():
    from django.db.backends.sqlite3 import base

_django: Any = base  # its types know only the public half
Database = _django.Database


class DatabaseWrapper(_django.DatabaseWrapper):
    """SQLite with WAL where that is safe, synchronous=FULL, IMMEDIATE transactions, and writers in a queue.

    `IMMEDIATE` asks for the right to write at the start of a transaction: one that reads, then writes, is
    never refused half way. `synchronous=FULL` puts a write on the disk before it is acknowledged.
    """

    _turn: WriteQueue | None = None

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        self.init_commands = ["PRAGMA synchronous=FULL"]
        if not self.is_in_memory_db():
            self.init_commands.insert(0, f"PRAGMA journal_mode={journal_mode(Database.sqlite_version_info)}")
        return params

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._end_turn()
            raise

    def _commit(self) -> None:
        super()._commit()
        self._end_turn()  # not reached when the commit fails: Django rolls back next

    def _rollback(self) -> None:
        self._and_end_turn(super()._rollback)

    def _close(self) -> None:
        self._and_end_turn(super()._close)

    def _and_end_turn(self, last: Callable[[], None]) -> None:
        try:
            last()
        finally:
            self._end_turn()

    def _take_turn(self) -> None:
        if self.is_in_memory_db() or self.transaction_mode != "IMMEDIATE" or self._turn is not None:
            return
        queue = queue_of(Path(self.settings_dict["NAME"]))
        if not queue.enter(float(self.settings_dict["OPTIONS"].get("timeout", 5))):
            with self.wrap_database_errors:
                raise Database.OperationalError("database is locked")
        self._turn = queue

    def _end_turn(self) -> None:
        turn, self._turn = self._turn, None
        if turn is not None:
            turn.leave()
