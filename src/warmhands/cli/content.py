"""`warmhands check-content`: are the content files right, each by itself and all together?"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from warmhands.content.checks import problems
from warmhands.content.loader import HERE, read
from warmhands.content.model import Content
from warmhands.content.strict import ContentError

COUNTS = ("strokes", "cues", "rules", "routines", "sources", "unreviewed", "unsourced")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options to the command line."""
    parser = subparsers.add_parser("check-content", help="check the content files; exit 1 on a problem")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--folder", type=Path, default=HERE, help="another folder of content files")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what was counted and found. Returns 1 when there is a problem."""
    report = check(args.folder)
    if args.json:
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(report)))
    return 1 if report["problems"] else 0


def check(folder: Path = HERE) -> dict[str, Any]:
    """Return `{"strokes", "cues", "rules", "routines", "sources", "unreviewed", "problems"}` of the folder.

    A file that cannot be read at all is one problem and leaves the counts at 0.
    """
    try:
        content = read(folder)
    except ContentError as fault:
        return _report(None, [str(fault)])
    return _report(content, list(problems(content)))


def _report(content: Content | None, found: list[str]) -> dict[str, Any]:
    if content is None:
        return {**dict.fromkeys(COUNTS, 0), "problems": found}
    reviews = [
        *(stroke.review for stroke in content.strokes.values()),
        *(rule.review for rule in content.rules.values()),
        *(routine.review for routine in content.routines.values()),
    ]
    return {
        "strokes": len(content.strokes),
        "cues": len(content.cues),
        "rules": len(content.rules),
        "routines": len(content.routines),
        "sources": len(content.sources),
        "unreviewed": sum(not review.by for review in reviews),
        "unsourced": sum(not rule.sources for rule in content.rules.values()),
        "problems": found,
    }


def _lines(report: dict[str, Any]) -> list[str]:
    counts = [f"{count} {kind}" for kind, count in report.items() if kind != "problems"]
    found = report["problems"]
    return [", ".join(counts), *found, f"{len(found)} problems" if found else "no problems"]
