"""CPU, queries and bytes of single requests, in this process, through every middleware."""

import gzip
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path


def floor(request: HttpRequest) -> HttpResponse:
    """The cheapest answer that can be given behind the same middleware."""
    return HttpResponse("ok")


urlpatterns = [path("bench/floor/", floor), path("", include("warmhands.companion.urls"))]


@dataclass(frozen=True)
class Cost:
    """cpu_ms: median and the fastest tenth; sql: queries; raw and sent: bytes before and after gzip."""

    name: str
    cpu_ms: float
    best_ms: float
    sql: int
    raw: int
    sent: int
    status: int


def cost(name: str, ask: Callable[[], Any], times: int = 60) -> Cost:
    """Ask `times` times after warming up; CPU of this process only, so a busy machine does not count."""
    for _ in range(5):
        answer = ask()
    sql: list[str] = []

    def count(execute: Any, statement: str, *rest: Any) -> Any:
        if not statement.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")):
            sql.append(statement)
        return execute(statement, *rest)

    with connection.execute_wrapper(count):
        answer = ask()
    spent = []
    for _ in range(times):
        begun = time.process_time()
        ask()
        spent.append((time.process_time() - begun) * 1000)
    spent.sort()
    body = answer.content
    packed = answer.headers.get("Content-Encoding") == "gzip"
    raw = len(gzip.decompress(body)) if packed else len(body)
    return Cost(
        name, statistics.median(spent), spent[len(spent) // 10], len(sql), raw, len(body), answer.status_code
    )


def client_of(user: Any) -> Client:
    client = Client(headers={"accept-encoding": "gzip"})
    client.force_login(user)
    return client


def table(rows: list[Cost]) -> str:
    lines = [
        "| request | CPU ms (median) | best tenth | SQL | bytes | gzip | status |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {r.name} | {r.cpu_ms:.2f} | {r.best_ms:.2f} | {r.sql} | {r.raw:,} | {r.sent:,} | {r.status} |"
        for r in rows
    ]
    return "\n".join(lines)
