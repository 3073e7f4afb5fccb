"""`warmhands guide`: safe now? which routines? and the session as a table, as JSON."""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path
from typing import Any

from warmhands.content.loader import load
from warmhands.content.model import Content
from warmhands.science.errors import BadInput, NotOffered
from warmhands.science.routine import Offer, Wish, offered, plan
from warmhands.science.safety import check_from_text, judge, verdict_from_text, verdict_json
from warmhands.science.units import (
    CORRECT_UNTIL_DAYS,
    MAX_GESTATION_DAYS,
    MIN_GESTATION_DAYS,
    TERM_DAYS,
    is_preterm,
)
from warmhands.science.walk import compile_walk, walk_json

OLDEST_DAYS = 20 * 366  # older is a slip of the keyboard: the last stroke ends at six years
LONGEST_MINUTES = 240  # nobody massages a child for longer
MOST_PRACTICE_DAYS = 100 * 366
MOST_LETTERS = 1_000_000  # a verdict with every rule fired has 60,000


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add `guide` with its three questions."""
    guide = subparsers.add_parser("guide", help="safe now? which routine? the session as a table")
    asks = guide.add_subparsers(dest="ask", metavar="safe|routines|walk", required=True)

    safe = asks.add_parser("safe", help="answers in, the verdict out")
    safe.add_argument("file", nargs="?", default="-", metavar="FILE", help="the answers; else stdin")
    safe.set_defaults(run=run_safe)

    routines = asks.add_parser("routines", help="the routines offered at an age")
    _baby_options(routines)
    routines.set_defaults(run=run_routines)

    walk = asks.add_parser("walk", help="one routine's session as a finite table")
    walk.add_argument("routine", metavar="ROUTINE")
    _baby_options(walk)
    walk.set_defaults(run=run_walk)

    for parser in (safe, routines, walk):
        parser.add_argument("--json", action="store_true", help="one line (the answer is JSON in any case)")


def _baby_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--age-days", type=int, required=True, metavar="N", help="days since birth")
    parser.add_argument(
        "--gestation-days", type=int, metavar="G", help="length of the pregnancy, for a baby born early"
    )
    parser.add_argument("--minutes", type=float, metavar="M", help="else the routine's own")
    parser.add_argument(
        "--practice-days", type=int, default=0, metavar="N", help="days since the first massage"
    )
    parser.add_argument("--safe", metavar="FILE", help="what `guide safe` printed; - reads it from stdin")
    parser.add_argument("--cleared", action="store_true", help="a clinician has agreed to a hospital routine")
    parser.add_argument("--favourite", metavar="REGION", help="the area to come back to when time is left")


def run(args: argparse.Namespace) -> int:
    """Run what was asked."""
    return int(args.run(args))


def run_safe(args: argparse.Namespace) -> int:
    """Judge the answers and print the verdict. A verdict against massage is an answer: exit 0."""
    content = load()
    check, limits = check_from_text(_text_of(args.file), content)
    _print(verdict_json(judge(content, check, limits)), args)
    return 0


def run_routines(args: argparse.Namespace) -> int:
    """Print the routines that are offered."""
    content = load()
    _print([_offer_json(offer) for offer in offered(content, _wish(args, content))], args)
    return 0


def run_walk(args: argparse.Namespace) -> int:
    """Print a routine's table; exit 1 with the reason when it is not for this baby now."""
    content = load()
    wish = _wish(args, content)
    try:
        made = plan(content, args.routine, wish)
    except NotOffered as refused:
        _print({"routine": args.routine, "refused": refused.why}, args)
        return 1
    table = walk_json(compile_walk(content, made))
    left_out = [{"stroke": left.stroke, "why": left.why} for left in made.left_out]
    _print({**table, "planned_seconds": made.seconds, "left_out": left_out}, args)
    return 0


def _wish(args: argparse.Namespace, content: Content) -> Wish:
    """Return what was asked for. Raises BadInput when a number lies outside what a baby or a day can be."""
    _within(args.age_days, 0, OLDEST_DAYS, "The age in days")
    _within(args.practice_days, 0, MOST_PRACTICE_DAYS, "The days of practice")
    if args.minutes is not None and not (math.isfinite(args.minutes) and 0 < args.minutes <= LONGEST_MINUTES):
        raise BadInput(f"The minutes must lie above 0 and up to {LONGEST_MINUTES}.")
    regions = {stroke.region for stroke in content.strokes.values()}
    if args.favourite is not None and args.favourite not in regions:
        raise BadInput(f"The favourite must be one of {', '.join(sorted(regions))}.")
    verdict = None
    if args.safe is not None:
        verdict = verdict_from_text(_text_of(args.safe))
        unknown = sorted(set(verdict.allowed_strokes) - set(content.strokes))
        if unknown:
            raise BadInput(f"The verdict allows a stroke that does not exist: {ascii(unknown[0])[:40]}.")
    return Wish(
        minutes=args.minutes,
        age_days=_age(args.age_days, args.gestation_days),
        allowed=None if verdict is None else frozenset(verdict.allowed_strokes),
        max_minutes=None if verdict is None else verdict.max_minutes,
        oil="allowed" if verdict is None else verdict.oil,
        practice_days=args.practice_days,
        favourite=args.favourite,
        cleared=args.cleared,
    )


def _text_of(file: str) -> str:
    """Return the text, cut where no document of ours is as long: what is cut is no JSON any more."""
    if file == "-":
        return sys.stdin.read(MOST_LETTERS)
    with Path(file).open(encoding="utf-8") as source:
        return source.read(MOST_LETTERS)


def _age(age_days: int, gestation_days: int | None) -> int:
    """Return the age that counts: from the due date for a baby born before 37 weeks, until 24 months."""
    if gestation_days is None:
        return age_days
    _within(gestation_days, MIN_GESTATION_DAYS, MAX_GESTATION_DAYS, "The length of the pregnancy in days")
    corrects = is_preterm(gestation_days) and age_days < CORRECT_UNTIL_DAYS
    return age_days - (TERM_DAYS - gestation_days) if corrects else age_days


def _within(value: int, low: int, high: int, name: str) -> None:
    if not low <= value <= high:
        raise BadInput(f"{name} must lie between {low} and {high}.")


def _offer_json(offer: Offer) -> dict[str, Any]:
    return {
        "id": offer.id,
        "name": offer.name,
        "minutes": offer.minutes,
        "left_out": [{"stroke": left.stroke, "why": left.why} for left in offer.left_out],
    }


def _print(document: object, args: argparse.Namespace) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=None if args.json else 2))
