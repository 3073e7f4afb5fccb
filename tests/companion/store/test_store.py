"""The embedded store: many writers, none lost, none refused (scoreboard R1)."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import OperationalError, connection, connections, transaction
from django.db.models import F

from warmhands.companion.store.base import Database
from warmhands.companion.store.queue import Line, WriteQueue, queue_of
from warmhands.companion.store.version import journal_mode, newest_sqlite

WRITERS, WRITES = 32, 5


def pragma(name: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


class TestVersion:
    def test_a_current_sqlite_is_used(self, db):
        assert Database.sqlite_version_info >= (3, 51, 3)
        assert pragma("journal_mode") == "wal"
        assert pragma("synchronous") == 2  # FULL
        assert pragma("foreign_keys") == 1

    @pytest.mark.parametrize(
        ("version", "mode"),
        [((3, 51, 2), "DELETE"), ((3, 40, 1), "DELETE"), ((3, 51, 3), "WAL"), ((4, 0, 0), "WAL")],
    )
    def test_an_older_one_gets_the_rollback_journal(self, version, mode):
        assert journal_mode(version) == mode

    def test_others_keep_the_standard_module(self):
        with newest_sqlite():
            import sqlite3 as inside
        assert inside.__name__ == "pysqlite3"
        assert sys.modules["sqlite3"] is sqlite3
        assert sqlite3.__name__ == "sqlite3"

    def test_without_the_newer_one_an_old_sqlite_still_works_and_says_so(self, tmp_path):
        """The whole program on the standard module: rollback journal where it is old, and /health/ tells."""
        code = """
import sys
sys.modules["pysqlite3"] = None
import django
django.setup()
from django.core.management import call_command
from django.test import Client
import sqlite3
call_command("migrate", verbosity=0)
health = Client(HTTP_HOST="localhost").get("/health/").json()
old = sqlite3.sqlite_version_info < (3, 51, 3)
assert health["store"] == "SQLite " + sqlite3.sqlite_version, health
assert health["journal"] == ("delete" if old else "wal"), health
assert ("rollback journal" in health.get("note", "")) == old, health
"""
        env = os.environ | {
            "WARMHANDS_HOME": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "warmhands.companion.settings",
        }
        done = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-2000:]


def in_threads(count, work):
    """Run `work(number)` in that many threads at once; return what they raised."""
    problems = []
    together = threading.Barrier(count)

    def run(number):
        together.wait()
        try:
            work(number)
        except Exception as error:  # noqa: BLE001  reported by the test
            problems.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return problems


@pytest.mark.django_db(transaction=True)
class TestManyWriters:
    def test_threads_that_read_then_write_lose_nothing(self):
        counter = Group.objects.create(name="0")

        def add(_number):
            for _ in range(WRITES):
                with transaction.atomic():
                    row = Group.objects.get(pk=counter.pk)
                    row.name = str(int(row.name) + 1)
                    with transaction.atomic():  # a savepoint inside must not wait for itself
                        row.save()

        assert in_threads(WRITERS, add) == []
        assert Group.objects.get(pk=counter.pk).name == str(WRITERS * WRITES)

    def test_processes_that_read_then_write_lose_nothing(self):
        counter = Group.objects.create(name="0")
        code = f"""
import django
django.setup()
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import connection, transaction
connection.settings_dict["NAME"] = {str(connection.settings_dict["NAME"])!r}
for _ in range({WRITES * 2}):
    with transaction.atomic():
        row = Group.objects.get(pk={counter.pk})
        row.name = str(int(row.name) + 1)
        row.save()
"""
        env = os.environ | {"DJANGO_SETTINGS_MODULE": "warmhands.companion.settings"}
        writers = [
            subprocess.Popen([sys.executable, "-c", code], env=env, stderr=subprocess.PIPE, text=True)
            for _ in range(4)
        ]
        said = [writer.communicate()[1] for writer in writers]
        assert [writer.returncode for writer in writers] == [0] * 4, said
        assert Group.objects.get(pk=counter.pk).name == str(4 * WRITES * 2)

    def test_a_failed_write_gives_its_turn_back(self):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            Group.objects.create(name=str(1 // 0))
        assert in_threads(2, lambda number: Group.objects.create(name=f"after {number}")) == []
        assert Group.objects.count() == 2

    def test_a_connection_closed_in_the_middle_gives_its_turn_back(self):
        with transaction.atomic():
            Group.objects.create(name="never")
            connection.close()
        assert in_threads(2, lambda number: Group.objects.create(name=f"after {number}")) == []

    def test_a_refused_commit_gives_its_turn_back(self):
        """A broken foreign key is found at the commit:
        the transaction fails there, and the next writer gets in.
        """
        from django.db import IntegrityError

        from warmhands.companion.families.models import Baby

        with pytest.raises(IntegrityError), transaction.atomic():
            Baby.objects.create(family_id=999, nickname="A", born="2026-01-01", zone="UTC")
        assert in_threads(1, lambda number: Group.objects.create(name="after")) == []

    def test_who_waits_too_long_is_told_so(self, monkeypatch):
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.1)
        queue = queue_of(Path(connection.settings_dict["NAME"]))
        assert queue.enter(1)
        try:
            with pytest.raises(OperationalError, match="database is locked"), transaction.atomic():
                pass
        finally:
            queue.leave()
        with transaction.atomic():
            Group.objects.create(name="after")

    def test_readers_never_wait(self):
        began = time.monotonic()
        with transaction.atomic():
            Group.objects.create(name="held")
            assert in_threads(4, lambda _number: list(Group.objects.filter(name=F("name")))) == []
        assert time.monotonic() - began < 5


class TestLine:
    def test_first_come_first_served(self):
        line, order = Line(), []
        assert line.enter(1)
        threads = []
        for number in range(5):
            thread = threading.Thread(target=lambda n=number: (line.enter(5), order.append(n), line.leave()))
            thread.start()
            while len(line._waiting) <= number:
                time.sleep(0.001)
            threads.append(thread)
        line.leave()
        for thread in threads:
            thread.join()
        assert order == [0, 1, 2, 3, 4]

    def test_who_gives_up_leaves_the_line(self):
        line = Line()
        assert line.enter(0)
        assert not line.enter(0.01)
        line.leave()
        assert line.enter(0)


def test_two_processes_take_turns(tmp_path):
    """Two queues on one file, as two processes have them: each opens the file for itself."""
    here, there = WriteQueue(tmp_path / "db"), WriteQueue(tmp_path / "db")
    assert here.enter(0)
    assert not there.enter(0.05)
    here.leave()
    assert there.enter(0.05)
    there.leave()


def test_a_database_in_memory_has_no_queue():
    from warmhands.companion.store.base import DatabaseWrapper

    facts = connections["default"].settings_dict | {
        "NAME": ":memory:",
        "OPTIONS": {"transaction_mode": "IMMEDIATE"},
    }
    memory = DatabaseWrapper(facts, alias="default")
    memory._take_turn()
    assert memory._turn is None
    assert settings.DATABASES["default"]["ENGINE"] == "warmhands.companion.store"


class TestBusy:
    """A store that is busy or full is an answer to be tried again."""

    @pytest.mark.parametrize(
        ("words", "shown"), [("database is locked", "busy"), ("database or disk is full", "disk")]
    )
    def test_it_is_503_with_retry_after_and_a_plain_sentence(self, browser, monkeypatch, words, shown):
        def refuse(**_said):
            raise OperationalError(words)

        monkeypatch.setattr("warmhands.companion.families.actions.choose_baby", refuse)
        baby = browser.get("/babies/").context["babies"][1].card
        answer = browser.post(f"/b/{baby.id}/choose/")
        assert answer.status_code == 503
        assert answer["Retry-After"] == "5"
        assert shown in answer.content.decode()

    def test_anything_else_is_a_mistake_of_ours(self, browser, monkeypatch):
        def refuse(**_said):
            raise OperationalError("no such table: nonsense")

        monkeypatch.setattr("warmhands.companion.families.actions.choose_baby", refuse)
        browser.raise_request_exception = False
        baby = browser.get("/babies/").context["babies"][1].card
        answer = browser.post(f"/b/{baby.id}/choose/")
        assert answer.status_code == 500
        assert "nonsense" not in answer.content.decode()
        assert "our mistake" in answer.content.decode()
