"""Ids that nothing bears, and items without a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from warmhands.content.model import Action, Content

# What the science and the pages read by name.
SETTINGS = ("vaccine_wait_hours", "feed_wait_minutes", "oil_from_days", "emergency_number", "advice_line")


def faults(content: Content) -> Iterator[str]:
    """Yield a sentence for each dangling id and each missing source."""
    yield from _strokes(content)
    yield from _cues(content)
    yield from _rules(content)
    yield from _questions(content)
    yield from _settings(content)
    yield from _routines(content)
    yield from _around_routines(content)
    yield from _research(content)
    yield from _outcomes(content)


def _dangling(where: str, kind: str, ids: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    there = frozenset(known)
    for name in ids:
        if name not in there:
            yield f"{where}: there is no {kind} {name!r}"


def _sources(content: Content, where: str, ids: tuple[str, ...], *, needed: bool = True) -> Iterator[str]:
    if needed and not ids:
        yield f"{where}: a source is missing"
    yield from _dangling(where, "source", ids, content.sources)


def _strokes(content: Content) -> Iterator[str]:
    purposes = [word for need in content.needs.values() for word in need.purposes]
    for stroke in content.strokes.values():
        where = f"strokes/{stroke.region}.yaml: {stroke.id}"
        yield from _dangling(where, "safety rule", stroke.avoid_if, content.rules)
        yield from _sources(content, where, stroke.sources)
        yield from _dangling(where, "need in routines.yaml for the purpose", stroke.purpose, purposes)
    served = {word for stroke in content.strokes.values() for word in stroke.purpose}
    for need in content.needs.values():
        yield from _dangling(
            f"routines.yaml: need {need.id}", "stroke for the purpose", need.purposes, served
        )
    orders = [stroke.order for stroke in content.strokes.values()]
    for order in sorted({order for order in orders if orders.count(order) > 1}):
        same = ", ".join(stroke.id for stroke in content.strokes.values() if stroke.order == order)
        yield f"strokes: the order {order} is given to {same}"


def _cues(content: Content) -> Iterator[str]:
    for state in content.states.values():
        yield from _sources(content, f"cues.yaml: {state.id}", state.sources)
    for cue in content.cues.values():
        where = f"cues.yaml: {cue.id}"
        yield from _dangling(where, "response", cue.response, content.responses)
        yield from _sources(content, where, cue.sources)
    yield from _sources(content, "cues.yaml: timing", content.cue_timing.sources)
    yield from _sources(content, "cues.yaml: preterm_extra", content.preterm_extra.sources)


def _rules(content: Content) -> Iterator[str]:
    for rule in content.rules.values():
        where = f"safety.yaml: {rule.id}"
        # `background` says that no page was read; the pages show such a rule as unsourced.
        yield from _sources(content, where, rule.sources, needed=rule.confidence != "background")
        named = (*(rule.adapt.allow or ()), *rule.adapt.drop, *rule.adapt.prefer)
        yield from _dangling(where, "stroke", named, content.strokes)
    for item in content.disagreements:
        yield from _sources(content, f"safety.yaml: disagreement {item.topic!r}", item.sources)
    actions = get_args(Action)
    if sorted(content.severity_order) != sorted(actions):
        yield f"safety.yaml: severity_order must name each action once: {', '.join(actions)}"


def _questions(content: Content) -> Iterator[str]:
    for question in content.questions:
        where = f"questions.yaml: {question.id}"
        own = (question.rule,) if question.rule else ()
        yield from _dangling(where, "safety rule", (*own, *question.opens), content.rules)
        yield from _dangling(where, "opened rule for the short text", question.short, question.opens)


def _settings(content: Content) -> Iterator[str]:
    yield from _dangling("safety.yaml: settings", "setting", SETTINGS, content.settings)
    yield from _dangling("safety.yaml: settings", "use for the setting", content.settings, SETTINGS)
    for setting in content.settings.values():
        if setting.options and setting.default not in setting.options:
            yield f"safety.yaml: setting {setting.id}: the default is not one of the options"


def _routines(content: Content) -> Iterator[str]:
    measured = (*content.measures, *content.instruments)
    for routine in content.routines.values():
        where = f"routines.yaml: {routine.id}"
        yield from _dangling(where, "need", (routine.need,), content.needs)
        yield from _dangling(where, "stroke", (step.stroke for step in routine.steps), content.strokes)
        yield from _dangling(where, "start condition", routine.start_conditions, content.start_conditions)
        yield from _dangling(where, "measure", routine.measures, measured)
        yield from _sources(content, where, routine.sources)


def _around_routines(content: Content) -> Iterator[str]:
    for condition in content.start_conditions.values():
        yield from _dangling(f"routines.yaml: {condition.id}", "safety rule", condition.rules, content.rules)
    for week in content.course:
        yield from _dangling(f"routines.yaml: week {week.week}", "stroke", week.strokes, content.strokes)
    for pick in content.picker:
        where = f"routines.yaml: picker, {pick.words!r}"
        yield from _dangling(where, "routine", (pick.then,), content.routines)
        yield from _dangling(where, "need", (pick.need,) if pick.need else (), content.needs)
    for dose in content.doses:
        yield from _sources(content, f"routines.yaml: dose {dose.use!r}", (dose.source,))
    if content.best_time:
        where = "routines.yaml: best_time"
        yield from _dangling(where, "state", (content.best_time.state,), content.states)
        yield from _dangling(where, "safety rule", content.best_time.avoid, content.rules)
        yield from _sources(content, where, content.best_time.sources)


def _research(content: Content) -> Iterator[str]:
    for claim in content.claims.values():
        if not claim.sources:
            yield f"claims.yaml: {claim.id}: a source is missing"
        known = content.evidence_sources
        yield from _dangling(f"claims.yaml: {claim.id}", "source in evidence", claim.sources, known)
    for study in content.studies.values():
        where = f"studies.yaml: {study.id}"
        yield from _sources(content, where, (study.source,))
        yield from _dangling(where, "claim", study.claims, content.claims)
    for line in content.headlines:
        yield from _dangling(
            f"studies.yaml: headline {line.text[:30]!r}", "claim", line.claims, content.claims
        )


def _outcomes(content: Content) -> Iterator[str]:
    measured = (*content.measures, *content.instruments)
    for measure in content.measures.values():
        where = f"outcomes.yaml: {measure.id}"
        yield from _dangling(where, "claim", measure.supports_claims, content.claims)
        yield from _sources(content, where, measure.sources)
        for norm in measure.norms:
            yield from _sources(content, f"{where}: norms", (str(norm.get("source", "")),))
    for bundle in content.bundles.values():
        yield from _dangling(f"outcomes.yaml: bundle {bundle.id}", "measure", bundle.items, measured)
    for instrument in content.instruments.values():
        yield from _sources(content, f"outcomes.yaml: {instrument.id}", instrument.sources)
    if content.family_trial:
        yield from _sources(content, "outcomes.yaml: personal_trial", content.family_trial.sources)
    yield from _sources(content, "classes.yaml", content.listing_sources)
    for item in content.listing_fields:
        yield from _sources(content, f"classes.yaml: {item.field}", item.sources, needed=False)
