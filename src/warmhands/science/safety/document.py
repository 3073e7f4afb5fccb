"""The judgement as JSON documents, in the public shape of the command line (`guide safe`)."""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from warmhands.content.model import Action, Confidence, Content, Region, Scope
from warmhands.science.errors import BadInput
from warmhands.science.safety.check import (
    LIMITS,
    Answer,
    BabyDates,
    Check,
    FiredRule,
    Limits,
    Oil,
    Verdict,
    limits_from,
)
from warmhands.science.safety.timing import local_day
from warmhands.science.units import EARLIEST_YEAR, LATEST_YEAR, MAX_GESTATION_DAYS, MIN_GESTATION_DAYS

CLOCK_DRIFT = timedelta(minutes=5)  # so far ahead of `now` may an instant lie: two clocks rarely agree
CHECK_KEYS = ("now", "zone", "baby", "answers", "at", "cleared", "regions", "limits")
BABY_KEYS = ("born", "gestation_days")


def check_from_text(text: str, content: Content) -> tuple[Check, Limits]:
    """Return the check that a JSON text describes, and the limits it names or the defaults.

    Raises BadInput, one plain sentence, when unusable.
    """
    doc = _parsed(text, "The answers are")
    return check_from_json(doc, content), limits_from_json(doc, content)


def verdict_from_text(text: str) -> Verdict:
    """Return the verdict of the JSON text that `guide safe` printed. Raises BadInput when it is not one."""
    return verdict_from_json(_parsed(text, "The verdict is"))


def limits_from_json(doc: object, content: Content) -> Limits:
    """Return the "limits" of a parsed check; what it leaves out is the default. Raises BadInput."""
    limits = _object(doc, "The answers", CHECK_KEYS).get("limits")
    return limits_from(content, **_object({} if limits is None else limits, "'limits'", LIMITS))


def _parsed(text: str, what: str) -> object:
    """Return the JSON text's value. A key said twice is refused: the second would silently win."""
    try:
        doc: object = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_said_once)
    except (ValueError, RecursionError):
        raise BadInput(f"{what} not a JSON document.") from None
    return doc


def _said_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise BadInput(f"{_shown(key)} stands there twice.")
        seen[key] = value
    return seen


def check_from_json(doc: object, content: Content) -> Check:
    """Return the check of a parsed JSON document. Raises BadInput, one plain sentence, when unusable.

    An unknown key is refused: a slip such as "answer" for "answers" must never turn into "go on".
    """
    data = _object(doc, "The answers", CHECK_KEYS)
    for key in ("now", "zone", "answers"):
        if key not in data:
            raise BadInput(f"The answers lack {key!r}.")
    now = _instant(data["now"], "now")
    answers = _by_rule(_object(data["answers"], "'answers'"), "answers", content)
    at = {rule: _instant(raw, f"at.{rule}") for rule, raw in _by_rule(data.get("at"), "at", content).items()}
    for rule, instant in at.items():
        if instant > now + CLOCK_DRIFT:
            raise BadInput(f"'at.{rule}' lies after 'now'.")
    check = Check(
        now=now,
        zone=_zone(data["zone"]),
        baby=_baby(data.get("baby")),
        answers={rule: _answer(raw, rule) for rule, raw in answers.items()},
        at=at,
        cleared=frozenset(_names(data.get("cleared"), "cleared", content)),
        regions={r: _regions(raw, r) for r, raw in _by_rule(data.get("regions"), "regions", content).items()},
    )
    if check.baby and check.baby.born and check.baby.born > local_day(check):
        raise BadInput("The date of birth lies in the future.")
    return check


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """Return the verdict as the command line prints it."""
    return {
        "verdict": verdict.verdict,
        "until": _iso(verdict.until),
        "until_condition": verdict.until_condition or None,
        "rules": [_rule_json(rule) for rule in verdict.rules],
        "blocked_strokes": list(verdict.blocked_strokes),
        "allowed_strokes": list(verdict.allowed_strokes),
        "max_minutes": verdict.max_minutes,
        "oil": verdict.oil,
        "prefer": list(verdict.prefer),
        "age_used_days": verdict.age_used_days,
        "unsure": list(verdict.unsure),
    }


def verdict_from_json(doc: object) -> Verdict:
    """Return the verdict that `verdict_json` wrote. Raises BadInput when it is not one."""
    data = _object(doc, "The verdict")
    try:
        return Verdict(
            verdict=_one_of(data["verdict"], Action, "verdict"),
            until=_until(data.get("until")),
            until_condition=_text(data.get("until_condition"), "until_condition"),
            rules=tuple(_rule(raw) for raw in _list(data.get("rules"), "rules")),
            blocked_strokes=_texts(data.get("blocked_strokes"), "blocked_strokes"),
            allowed_strokes=_texts(data["allowed_strokes"], "allowed_strokes"),
            max_minutes=_whole(data.get("max_minutes"), "max_minutes", 1, 24 * 60),
            oil=_one_of(data.get("oil", "allowed"), Oil, "oil"),
            prefer=_texts(data.get("prefer"), "prefer"),
            age_used_days=_whole(data.get("age_used_days"), "age_used_days", -366, 100 * 366),
            unsure=_texts(data.get("unsure"), "unsure"),
        )
    except KeyError as missing:
        raise BadInput(f"The verdict lacks {missing}.") from None


def _rule_json(rule: FiredRule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "action": rule.action,
        "why": rule.why,
        "scope": rule.scope,
        "message": rule.message,
        "until": _iso(rule.until),
        "until_condition": rule.until_condition or None,
        "confidence": rule.confidence,
        "sources": list(rule.sources),
        "because": rule.because,
    }


def _rule(raw: object) -> FiredRule:
    data = _object(raw, "A rule of the verdict")
    because = data.get("because", "answer")
    return FiredRule(
        id=_text(data["id"], "id"),
        action=_one_of(data["action"], Action, "action"),
        scope=_one_of(data.get("scope", "none"), Scope, "scope"),
        message=_text(data.get("message"), "message"),
        why=_text(data.get("why"), "why"),
        until=_until(data.get("until")),
        until_condition=_text(data.get("until_condition"), "until_condition"),
        confidence=_one_of(data.get("confidence", "background"), Confidence, "confidence"),
        sources=_texts(data.get("sources"), "sources"),
        because="dates" if because == "dates" else "answer",
    )


def _iso(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat(timespec="seconds")


def _until(raw: object) -> datetime | None:
    return None if raw is None else _instant(raw, "until")


def _shown(raw: object) -> str:
    """A stranger's value, short enough for one line."""
    return ascii(raw)[:40] if isinstance(raw, str) else type(raw).__name__


def _object(raw: object, what: str, keys: tuple[str, ...] = ()) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise BadInput(f"{what} must be a JSON object.")
    unknown = [key for key in raw if keys and key not in keys]
    if unknown:
        raise BadInput(f"{what} must not hold {_shown(unknown[0])}; known are {', '.join(keys)}.")
    return raw


def _by_rule(raw: object, what: str, content: Content) -> Mapping[str, Any]:
    data = _object({} if raw is None else raw, f"{what!r}")
    for rule in data:
        _known(rule, what, content)
    return data


def _known(rule: object, what: str, content: Content) -> str:
    if not isinstance(rule, str) or rule not in content.rules:
        raise BadInput(f"{what!r} names a rule that does not exist: {_shown(rule)}.")
    return rule


def _names(raw: object, what: str, content: Content) -> list[str]:
    return [_known(rule, what, content) for rule in _list(raw, what)]


def _list(raw: object, what: str) -> list[Any]:
    if raw is None:
        return []
    if not isinstance(raw, list):
        raise BadInput(f"{what!r} must be a list.")
    return raw


def _texts(raw: object, what: str) -> tuple[str, ...]:
    return tuple(_text(item, what) for item in _list(raw, what))


def _text(raw: object, what: str) -> str:
    if raw is None:
        return ""
    if not isinstance(raw, str):
        raise BadInput(f"{what!r} must be a text.")
    return raw


def _answer(raw: object, rule: str) -> Answer:
    if raw == "yes" or raw == "no" or raw == "unknown":
        return raw
    raise BadInput(f"The answer to {rule!r} must be yes, no or unknown, not {_shown(raw)}.")


def _one_of(raw: object, kind: Any, what: str) -> Any:
    if not isinstance(raw, str) or raw not in typing.get_args(kind):
        raise BadInput(f"{what!r} must be one of {', '.join(typing.get_args(kind))}.")
    return raw


def _regions(raw: object, rule: str) -> tuple[Region, ...]:
    return tuple(_one_of(item, Region, f"regions.{rule}") for item in _list(raw, f"regions.{rule}"))


def _instant(raw: object, what: str) -> datetime:
    try:
        instant = datetime.fromisoformat(raw) if isinstance(raw, str) else None
    except ValueError:
        instant = None
    if instant is None:
        raise BadInput(f"{what!r} must be an instant such as 2026-11-22T09:30:00+00:00.")
    if instant.utcoffset() is None:
        raise BadInput(f"{what!r} needs an offset from UTC, such as 2026-11-22T09:30:00+00:00.")
    if not EARLIEST_YEAR <= instant.year <= LATEST_YEAR:
        raise BadInput(f"{what!r} must lie between the years {EARLIEST_YEAR} and {LATEST_YEAR}.")
    return instant if what == "until" else instant.astimezone(UTC)


def _zone(raw: object) -> str:
    try:
        return ZoneInfo(raw).key if isinstance(raw, str) and raw else _no_zone(raw)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return _no_zone(raw)


def _no_zone(raw: object) -> str:
    raise BadInput(f"'zone' must be a time zone such as Europe/Lisbon, not {_shown(raw)}.") from None


def _baby(raw: object) -> BabyDates | None:
    if raw is None:
        return None
    data = _object(raw, "'baby'", BABY_KEYS)
    gestation = _whole(data.get("gestation_days"), "gestation_days", MIN_GESTATION_DAYS, MAX_GESTATION_DAYS)
    return BabyDates(born=_date(data.get("born")), gestation_days=gestation)


def _date(raw: object) -> date | None:
    if raw is None:
        return None
    try:
        born = date.fromisoformat(raw) if isinstance(raw, str) else None
    except ValueError:
        born = None
    if born is None or not EARLIEST_YEAR <= born.year <= LATEST_YEAR:
        raise BadInput("'born' must be a date such as 2026-09-30, or null.")
    return born


def _whole(raw: object, what: str, low: int, high: int) -> int | None:
    """A whole number within its limits, or None. Pregnancies of 22 to 44 weeks are 154 to 308 days."""
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, int) or not low <= raw <= high:
        raise BadInput(f"{what!r} must be a whole number from {low} to {high}, or null.")
    return raw
