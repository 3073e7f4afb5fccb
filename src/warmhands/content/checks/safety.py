"""Rules that no question reaches, and rules and strokes that disagree."""

from __future__ import annotations

from collections.abc import Iterator

from warmhands.content.model import Content, SafetyRule, Stroke


def faults(content: Content) -> Iterator[str]:
    """Yield a sentence for each rule with no place or two places, and for each stroke that forgets a rule."""
    yield from _reached(content)
    yield from _confirms(content)
    yield from _agree(content)


def blocked_by(rule: SafetyRule, stroke: Stroke) -> bool:
    """Whether the rule takes the stroke away by its region, its kind or its name."""
    by_kind = stroke.region in rule.blocks_regions or stroke.kind in rule.blocks_kinds
    return by_kind or stroke.id in rule.adapt.drop


def _reached(content: Content) -> Iterator[str]:
    for rule in content.rules:
        places = [question.id for question in content.questions if question.rule == rule]
        places += [question.id for question in content.questions if rule in question.opens]
        if not places:
            yield f"questions.yaml: no question asks the rule {rule!r}"
        if len(places) > 1:
            yield f"questions.yaml: the rule {rule!r} is asked more than once: {', '.join(places)}"


def _confirms(content: Content) -> Iterator[str]:
    for question in content.questions:
        rule = content.rules.get(question.rule)
        if rule and (rule.fires_on == "no") != (question.kind == "confirm"):
            yield (
                f"questions.yaml: {question.id}: the rule {rule.id} fires on {rule.fires_on}, "
                f"so the question cannot be a {question.kind}"
            )


def _agree(content: Content) -> Iterator[str]:
    """A stroke's `avoid_if` and what a rule blocks by region, kind or name are one set from both sides.

    A rule that blocks nothing itself (it ends the session, or asks for the area) is named by strokes only.
    """
    for rule in content.rules.values():
        blocks = bool(rule.blocks_regions or rule.blocks_kinds or rule.adapt.drop)
        for stroke in content.strokes.values():
            blocked, named = blocked_by(rule, stroke), rule.id in stroke.avoid_if
            where = f"strokes/{stroke.region}.yaml: {stroke.id}"
            if blocked and not named:
                yield f"{where}: the rule {rule.id} blocks it, but avoid_if does not name the rule"
            elif blocks and named and not blocked:
                yield f"{where}: avoid_if names {rule.id}, but that rule lets it be"
