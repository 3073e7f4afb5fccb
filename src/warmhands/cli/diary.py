"""`warmhands import` and `warmhands days`: a log of another app in, the local days of the diary out.

Both work before the first account is made: the home's family is begun, and the first account joins it. JSON
is printed with `--json` and whenever a program reads along; a person at a terminal gets words.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warmhands.cli.store import open_store
from warmhands.science import units
from warmhands.science.days import local_date, zone_of
from warmhands.science.errors import BadInput

if TYPE_CHECKING:
    from warmhands.companion.diary.logs.parsed import ParsedLog
    from warmhands.companion.families.queries import BabyCard, Member

HELP_ZONE = "where the clocks of the log stood (else the baby's zone; for a new baby that of this machine)"


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add both commands and their options."""
    bring = subparsers.add_parser("import", help="bring in the log of another app")
    bring.add_argument("file", metavar="FILE", help="the export; - reads it from stdin")
    bring.add_argument("--baby", required=True, metavar="NAME", help="whose log it is; made when new")
    bring.add_argument(
        "--born", type=_date, metavar="YYYY-MM-DD", help="of a new baby (else the log's first day)"
    )
    bring.add_argument("--zone", metavar="Z", help=HELP_ZONE)
    bring.add_argument(
        "--format", default="", metavar="F", help="baby_connect (else told by the head of the file)"
    )
    bring.add_argument("--order", default="", choices=("month", "day"), help="what comes first in its dates")
    bring.add_argument("--dry-run", action="store_true", help="look only: nothing is written")
    bring.add_argument("--json", action="store_true", help="print one JSON document")
    bring.set_defaults(run=run_import)

    days = subparsers.add_parser("days", help="minutes and counts of each local day")
    days.add_argument("--baby", required=True, metavar="NAME")
    days.add_argument("--from", required=True, type=_date, dest="first", metavar="YYYY-MM-DD")
    days.add_argument("--to", required=True, type=_date, dest="last", metavar="YYYY-MM-DD")
    days.add_argument("--zone", metavar="Z", help="else the baby's zone")
    days.add_argument("--json", action="store_true", help="print one JSON document")
    days.set_defaults(run=run_days)


def run(args: argparse.Namespace) -> int:
    """Run the command that was asked for."""
    return run_import(args) if args.command == "import" else run_days(args)


def run_import(args: argparse.Namespace) -> int:
    """Bring a log in, whole or not at all. Returns 1 when the file has rows and none of them can be kept."""
    raw = _bytes_of(args.file)
    _check_name(args.baby)
    open_store()
    from warmhands.companion.diary import actions, queries
    from warmhands.companion.diary.logs.formats import read_log
    from warmhands.companion.families.queries import member_of_home

    baby = _find(member_of_home(), args.baby)
    zone, now = args.zone or (baby.zone if baby else _zone_of_machine()), datetime.now(UTC)
    born = baby.born if baby else args.born
    log = read_log(raw, zone=zone, now=now, born=born, order=args.order, format=args.format)
    if log.questions:
        raise BadInput(f"{log.questions[0].ask} Say --order month or --order day.")
    if born and born > local_date(now, zone):
        raise BadInput("The date of birth lies in the future.")
    if args.dry_run or not log.entries:
        added, known = queries.would_add(baby.id if baby else None, log)
    else:
        baby_id = baby.id if baby else _make_baby(args.baby, born, log, zone)
        done = actions.import_log(by=None, baby_id=baby_id, log=log)
        added, known = done.added, done.known
    report = {
        "format": log.format,
        "rows": log.rows,
        "added": dict(added),
        "known": known,
        "problems": [{"line": problem.line, "reason": problem.reason} for problem in log.problems],
    }
    _print(report, _import_lines(report, args.dry_run), as_json=args.json)
    _warn(log, zone)
    return 1 if log.rows and not log.entries else 0


def _bytes_of(file: str) -> bytes:
    """Return the file's bytes, one more than may be at most: a pipe without an end is refused."""
    from warmhands.companion.diary.logs.table import MAX_BYTES

    if file == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(file).open("rb") as source:
        return source.read(MAX_BYTES + 1)


def run_days(args: argparse.Namespace) -> int:
    """Print the local days of a baby's diary."""
    if args.last < args.first:
        raise BadInput("--to lies before --from.")
    open_store()
    from warmhands.companion.diary import queries
    from warmhands.companion.families.queries import member_of_home

    baby = _find(member_of_home(), args.baby)
    if baby is None:
        raise BadInput(f"No baby here is called “{args.baby}”.")
    days = queries.days(baby.id, args.first, args.last, args.zone or baby.zone)
    report = [asdict(day) | {"date": day.date.isoformat()} for day in days]
    lines = [
        f"{day.date}  asleep {day.sleep_min // 60:2}:{day.sleep_min % 60:02}  feeds {day.feeds:2}  "
        f"nappies {day.nappies:2}  massages {day.massages}"
        for day in days
    ]
    _print(report, lines, as_json=args.json)
    return 0


def _print(report: object, lines: list[str], *, as_json: bool) -> None:
    if as_json or not sys.stdout.isatty():
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        print("\n".join(lines))


def _import_lines(report: dict[str, Any], dry_run: bool) -> list[str]:
    added = ", ".join(f"{count} {kind}" for kind, count in report["added"].items()) or "nothing new"
    verb = "Would bring in" if dry_run else "Brought in"
    lines = [f"{verb} {added} of {report['rows']} rows; {report['known']} were here already."]
    return lines + [f"line {problem['line']}: {problem['reason']}" for problem in report["problems"]]


def _warn(log: ParsedLog, zone: str) -> None:
    """Say on stderr what a person should know: lengths that do not fit the zone."""
    if log.clock_doubts:
        days = ", ".join(day.isoformat() for day in log.clock_doubts[:3])
        print(
            f"The zone may be another than {zone}: around {days} the app counted an hour more or less.",
            file=sys.stderr,
        )


def _date(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as slip:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date such as 2026-03-29") from slip
    if not units.EARLIEST_YEAR <= day.year < units.LATEST_YEAR:
        raise argparse.ArgumentTypeError(f"the year {day.year} is not kept")
    return day


def _check_name(name: str) -> None:
    if not name.strip() or len(name) > 60 or not name.isprintable():
        raise BadInput("A baby's name has 1 to 60 letters.")


def _zone_of_machine() -> str:
    """Return the zone this machine is set to; UTC when it does not say."""
    for name in (os.environ.get("TZ", ""), _linked_zone()):
        try:
            zone_of(name)
        except BadInput:
            continue
        return name
    return "UTC"


def _linked_zone() -> str:
    return str(Path("/etc/localtime").resolve()).partition("/zoneinfo/")[2]


def _find(home: Member | None, name: str) -> BabyCard | None:
    wanted = name.strip().casefold()
    return next((baby for baby in home.babies if baby.nickname.casefold() == wanted), None) if home else None


def _make_baby(name: str, born: date | None, log: ParsedLog, zone: str) -> Any:
    """Make the baby and return its id. Without a birth date the log's first day stands in, and is said so."""
    from warmhands.companion.families import actions
    from warmhands.companion.families.queries import BabyFacts

    if born is None:
        born = log.first
        print(
            f"No --born: {born}, the log's first day, stands in. Mend it on the baby's page.", file=sys.stderr
        )
    return actions.add_baby(
        by=actions.open_home(), facts=BabyFacts(nickname=name.strip(), born=born, zone=zone)
    )
