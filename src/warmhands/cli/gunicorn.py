"""gunicorn in the foreground:
one process that serves with threads, as SQLite likes it, and one that watches over it.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication

REQUEST_SECONDS = 60
LAST_WORDS_SECONDS = 10


class _House(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from warmhands.companion.wsgi import application
        from warmhands.content.loader import load

        load()  # read the content once, before the first parent waits for it
        return application


def serve_until_stopped(listener: socket.socket, *, threads: int, ready: Callable[[], None]) -> None:
    """Serve on a bound socket until SIGTERM or SIGINT; `ready` is called once the door is open.

    Leaves by SystemExit: 0 after a clean stop.
    """
    from django.db import connections  # noqa: TID251  to close them, not to ask

    connections.close_all()  # no open database goes through the fork
    listener.set_inheritable(True)
    _House(
        {
            "bind": f"fd://{listener.fileno()}",
            "workers": 1,
            "worker_class": "gthread",
            "threads": threads,
            "preload_app": True,
            "timeout": REQUEST_SECONDS,
            "graceful_timeout": LAST_WORDS_SECONDS,
            "keepalive": 5,
            "loglevel": "warning",
            "control_socket_disable": True,
            "worker_tmp_dir": "/dev/shm" if os.path.isdir("/dev/shm") else None,
            "when_ready": lambda _arbiter: ready(),
        }
    ).run()
