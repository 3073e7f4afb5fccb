"""Which SQLite, and is its write-ahead log safe?

SQLite 3.7.0 to 3.51.2 can corrupt a database in WAL mode (a race of checkpoint and writer, mended in 3.51.3),
and Debian's Python brings such a one. The `pysqlite3` wheel brings a newer; without it the rollback journal
is used.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

WAL_IS_SAFE_FROM = (3, 51, 3)


def journal_mode(sqlite_version: tuple[int, int, int]) -> str:
    """Return "WAL" where the write-ahead log is safe, else "DELETE" (the rollback journal:

    slower, never corrupt).
    """
    return "WAL" if sqlite_version >= WAL_IS_SAFE_FROM else "DELETE"


@contextmanager
def newest_sqlite() -> Iterator[None]:
    """While Django's backend is imported, `import sqlite3` finds pysqlite3 if it is there and newer.

    Only for that moment: every other user of the standard module keeps the standard module.
    """
    import sqlite3

    try:
        newer = importlib.import_module("pysqlite3")
        newer_dbapi2 = importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        yield
        return
    if newer_dbapi2.sqlite_version_info <= sqlite3.sqlite_version_info:
        yield
        return
    kept: dict[str, ModuleType] = {
        name: sys.modules[name] for name in ("sqlite3", "sqlite3.dbapi2") if name in sys.modules
    }
    sys.modules["sqlite3"], sys.modules["sqlite3.dbapi2"] = newer, newer_dbapi2
    try:
        yield
    finally:
        sys.modules.update(kept)
