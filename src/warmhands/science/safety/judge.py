"""The judgement: which rules fire, what they take away, and the one word on top."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from warmhands.content.model import Action, Content, Region, SafetyRule, Stroke
from warmhands.science.safety.check import (
    ALWAYS,
    HOLD_ONLY,
    Check,
    FiredRule,
    Limits,
    Oil,
    Verdict,
    limits_from,
)
from warmhands.science.safety.timing import age_used_days, applies, fires_by_dates, wait_end, wait_length

NOTHING: frozenset[Action] = frozenset({"emergency", "urgent", "do_not"})  # verdicts that leave no stroke
HOLDING: frozenset[Action] = frozenset({"ask_clinician", "wait"})  # verdicts that leave still holds
# A stroke named for a rule beside the tapped area reaches into it: a drip in the hand stops the arm strokes.
BESIDE: dict[Region, frozenset[Region]] = {
    "hands": frozenset({"arms"}),
    "arms": frozenset({"hands"}),
    "feet": frozenset({"legs"}),
    "legs": frozenset({"feet"}),
    "face": frozenset({"head"}),
    "head": frozenset({"face"}),
}


def judge(content: Content, check: Check, limits: Limits | None = None) -> Verdict:
    """Return the verdict of every rule on this check. Raises BadInput for a birth after `check.now`."""
    limits = limits or limits_from(content)
    fired = _fired(content, check, limits)
    whole = [content.rules[rule.id] for rule in fired if rule.scope == "all"]
    verdict = _worst(content, whole)
    rules = [content.rules[rule.id] for rule in fired]
    allowed = _allowed(content, check, verdict, rules, whole)
    minutes = [rule.adapt.max_minutes for rule in rules if rule.adapt.max_minutes is not None]
    prefer = dict.fromkeys(stroke for rule in rules for stroke in rule.adapt.prefer)
    until, condition = _until(fired)
    return Verdict(
        verdict=verdict,
        until=until,
        until_condition=condition,
        rules=tuple(fired),
        blocked_strokes=tuple(stroke for stroke in content.strokes if stroke not in allowed),
        allowed_strokes=tuple(stroke for stroke in content.strokes if stroke in allowed),
        max_minutes=min(minutes, default=None),
        oil=_oil(rules),
        prefer=tuple(stroke for stroke in prefer if stroke in allowed),
        age_used_days=age_used_days(check),
        unsure=_unsure(content, check, {rule.id for rule in fired}),
    )


def _fired(content: Content, check: Check, limits: Limits) -> list[FiredRule]:
    """Every rule that fires, in the content's order, each with the end of its wait."""
    true = [(rule, because) for rule in content.rules.values() if (because := _because(rule, check, limits))]
    longer = [rule.adapt.feed_wait_minutes or 0 for rule, _ in true]
    feed_wait = max([limits.feed_wait_minutes, *longer])
    found = []
    for rule, because in true:
        until = wait_end(rule, check, wait_length(rule, limits, feed_wait))
        if until is not None and until <= check.now:
            continue  # the wait is over
        found.append(_report(rule, until, because))
    return found


def _because(rule: SafetyRule, check: Check, limits: Limits) -> str:
    """Why the rule is true: "answer", "dates", or "" when it is not."""
    if rule.action == "ask_clinician" and rule.id in check.cleared:
        return ""
    if fires_by_dates(rule, check, limits):
        return "dates"
    answer = check.answers.get(rule.id)
    on = ("yes",) if rule.fires_on == "yes" else ("no", "unknown")
    return "answer" if answer in on and applies(rule, check) else ""


def _report(rule: SafetyRule, until: datetime | None, because: str) -> FiredRule:
    return FiredRule(
        id=rule.id,
        action=rule.action,
        scope=rule.scope,
        message=rule.message,
        why=rule.why or rule.message,  # 24 rules carry no reason of their own: what to do is then the reason
        until=until,
        until_condition=rule.wait.until if rule.wait else "",
        confidence=rule.confidence,
        sources=rule.sources,
        because="dates" if because == "dates" else "answer",
    )


def _worst(content: Content, whole: Iterable[SafetyRule]) -> Action:
    actions = {rule.action for rule in whole}
    return next((action for action in content.severity_order if action in actions), "ok")


def _allowed(
    content: Content, check: Check, verdict: Action, rules: list[SafetyRule], whole: list[SafetyRule]
) -> frozenset[str]:
    """The strokes that remain: all, less what the rules remove, cut to what they allow."""
    if verdict in NOTHING:
        return frozenset()
    strokes = content.strokes.values()
    keep = {stroke.id for stroke in strokes if not any(_removes(rule, stroke, check) for rule in rules)}
    for rule in rules:
        if rule.adapt.allow is not None:
            keep &= ALWAYS | set(rule.adapt.allow)
    if verdict in HOLDING and any(r.action in HOLDING and r.adapt.allow is None for r in whole):
        keep &= ALWAYS | HOLD_ONLY
    return frozenset() if keep <= ALWAYS else frozenset(keep)


def _removes(rule: SafetyRule, stroke: Stroke, check: Check) -> bool:
    """Whether a fired rule takes this stroke away."""
    if stroke.id in ALWAYS:
        return False
    regions = check.regions.get(rule.id, ()) if rule.scope == "region" else ()
    if regions and _tapped(rule, stroke, regions):
        return True
    named = rule.id in stroke.avoid_if and not regions
    blocked = stroke.region in rule.blocks_regions or stroke.kind in rule.blocks_kinds
    return named or blocked or stroke.id in rule.adapt.drop


def _tapped(rule: SafetyRule, stroke: Stroke, regions: tuple[Region, ...]) -> bool:
    """Whether the stroke comes to one of the areas that the parent tapped on the body map."""
    if stroke.region in regions or "whole" in regions:
        return True
    if stroke.region == "whole":
        return stroke.kind != "hold"  # a stroke over the whole body passes every area
    beside = frozenset(near for region in regions for near in BESIDE.get(region, ()))
    return rule.id in stroke.avoid_if and stroke.region in beside


def _oil(rules: Iterable[SafetyRule]) -> Oil:
    said = {rule.adapt.oil for rule in rules}
    if "none" in said:
        return "none"
    return "prescribed_only" if "prescribed_only" in said else "allowed"


def _until(fired: Iterable[FiredRule]) -> tuple[datetime | None, str]:
    """The latest end of the waits over all, else of those over a part, and what else they wait for."""
    waits = [rule for rule in fired if rule.action == "wait" and rule.scope in ("all", "partial")]
    whole = [rule for rule in waits if rule.scope == "all"]
    chosen = whole or waits
    ends = [rule.until for rule in chosen if rule.until is not None]
    conditions = dict.fromkeys(rule.until_condition for rule in chosen if rule.until_condition)
    return max(ends, default=None), "; ".join(conditions)


def _unsure(content: Content, check: Check, fired: set[str]) -> tuple[str, ...]:
    return tuple(
        rule.id
        for rule in content.rules.values()
        if check.answers.get(rule.id) == "unknown"
        and rule.id not in fired
        and not (rule.action == "ask_clinician" and rule.id in check.cleared)
        and applies(rule, check)
    )
