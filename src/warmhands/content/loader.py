"""Reads the content files into one `Content`, and refuses whatever does not hold together.

    load()          the files of the package, read and checked once
    load(folder)    the files of another folder (tests plant faults there)
    read(folder)    read only: an unknown key, a missing key or an id used twice is refused here

A refusal is a `ContentError` whose text names the file, the item and the fault.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Set
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

import yaml

from warmhands.content import model
from warmhands.content.checks import problems
from warmhands.content.strict import ContentError, build

HERE = Path(__file__).parent
T = TypeVar("T")
# What the class listings will need; only the fields and the sources are read so far.
LISTING_LATER = {"search_facets", "pains", "json_ld_minimum", "import_paths", "import_note", "ical_rules"}

TRUTH, DATE = "tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"
# libyaml reads the files in a tenth of the time; where it is missing the slow reader gives the same values.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Plain(_Base):  # type: ignore[misc]  # the base is chosen at run time
    """YAML as a person means it: `on`, `yes`, `no` and a date are words, only true and false are truths.

    A key written twice is refused, where YAML would keep the last one without a word.
    """

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [(tag, rule) for tag, rule in rules if tag not in (TRUTH, DATE)]
        for first, rules in _Base.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} is written twice", key.start_mark
                )
            seen.add(key.value)
        found: dict[Any, Any] = super().construct_mapping(node, deep)
        return found


_Plain.add_implicit_resolver(TRUTH, re.compile("^(?:true|false)$"), list("tf"))


@cache
def load(folder: Path = HERE) -> model.Content:
    """Return everything that the files of `folder` say.

    Raises ContentError naming every fault, one a line.
    """
    content = read(folder)
    faults = problems(content)
    if faults:
        raise ContentError("\n".join(faults))
    return content


def read(folder: Path = HERE) -> model.Content:
    """Return the files of `folder` as values: each right by itself, not yet checked against the others."""
    return model.Content(
        **_figures(folder),
        **_strokes(folder),
        **_cues(folder),
        **_safety(folder),
        **_routines(folder),
        **_research(folder),
        **_outcomes(folder),
    )


def _strokes(folder: Path) -> dict[str, Any]:
    strokes: list[model.Stroke] = []
    for path in sorted((folder / "strokes").glob("*.yaml")):
        name = f"strokes/{path.name}"
        data = _file(folder, name, {"strokes"})
        found = _items(model.Stroke, data["strokes"], name)
        for stroke in found:
            if stroke.region != path.stem:
                raise ContentError(f"{name}: {stroke.id} is of the region {stroke.region}, move it there")
        strokes += found
    strokes.sort(key=lambda stroke: stroke.order)
    return {"strokes": _by_id(strokes, "strokes")}


def _figures(folder: Path) -> dict[str, Any]:
    figures = _file(folder, "figures.yaml", {"figures"})["figures"]
    drawings = _file(folder, "drawings.yaml", {"drawings"})["drawings"]
    drawn = _items(model.Drawing, drawings, "drawings.yaml", key="stroke")
    return {
        "figures": _by_id(_items(model.Figure, figures, "figures.yaml"), "figures.yaml"),
        "drawings": _by_id(drawn, "drawings.yaml", key="stroke"),
    }


def _cues(folder: Path) -> dict[str, Any]:
    name = "cues.yaml"
    data = _file(folder, name, {"states", "cues", "responses", "timing", "preterm_extra"})
    return {
        "states": _by_id(_items(model.BabyState, data["states"], name), name),
        "cues": _by_id(_items(model.Cue, data["cues"], name), name),
        "responses": _by_id(_items(model.Response, data["responses"], name), name),
        "cue_timing": build(model.CueTiming, data["timing"], f"{name}: timing"),
        "preterm_extra": build(model.Remark, data["preterm_extra"], f"{name}: preterm_extra"),
    }


def _safety(folder: Path) -> dict[str, Any]:
    name = "safety.yaml"
    known = {"severity_order", "settings", "disagreements", "rules"}
    data = _file(folder, name, known, may={"version", "about", "fields"})
    asked = _file(folder, "questions.yaml", {"questions"}, may={"version", "about"})
    if not isinstance(data["settings"], Mapping):
        raise ContentError(f"{name}: settings: expected a mapping")
    settings = [{"id": key, **(value or {})} for key, value in data["settings"].items()]
    questions = _items(model.Question, asked["questions"], "questions.yaml")
    _by_id(questions, "questions.yaml")
    return {
        "rules": _by_id(_items(model.SafetyRule, data["rules"], name), name),
        "settings": _by_id(_items(model.Setting, settings, f"{name}: settings"), name),
        "severity_order": tuple(str(action) for action in data["severity_order"] or ()),
        "disagreements": _list(model.Disagreement, data["disagreements"], f"{name}: disagreements"),
        "questions": tuple(questions),
    }


def _routines(folder: Path) -> dict[str, Any]:
    name = "routines.yaml"
    known = {"needs", "start_conditions", "stop", "best_time", "routines", "picker"}
    data = _file(folder, name, known | {"course_5_week", "dose_in_trials"})
    # The sentence about stopping is the same for all and is written once, at the top of the file.
    routines = [{"stop": data["stop"], "practice": False, **(item or {})} for item in data["routines"] or ()]
    conditions = _items(model.StartCondition, data["start_conditions"], name)
    return {
        "needs": _by_id(_items(model.Need, data["needs"], name), name),
        "start_conditions": _by_id(conditions, name),
        "best_time": build(model.BestTime, data["best_time"], f"{name}: best_time"),
        "routines": _by_id(_items(model.Routine, routines, name), name),
        "course": _list(model.CourseWeek, data["course_5_week"], f"{name}: course_5_week"),
        "picker": _list(model.PickRule, data["picker"], f"{name}: picker"),
        "doses": _list(model.TrialDose, data["dose_in_trials"], f"{name}: dose_in_trials"),
    }


def _research(folder: Path) -> dict[str, Any]:
    studies = _file(folder, "studies.yaml", {"reading_guide", "headline", "studies"})
    claims = _file(folder, "claims.yaml", {"claims"})["claims"]
    where = "evidence/sources.csv"
    if not (folder / where).exists():
        raise ContentError(f"{where}: the file is missing")
    with (folder / where).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    read_in = _items(model.EvidenceSource, rows, where, key="source_id")
    sources = _file(folder, "sources.yaml", None)
    return {
        "claims": _by_id(_items(model.Claim, claims, "claims.yaml"), "claims.yaml"),
        "studies": _by_id(_items(model.Study, studies["studies"], "studies.yaml"), "studies.yaml"),
        "reading_guide": tuple(str(line) for line in studies["reading_guide"] or ()),
        "headlines": _list(model.Headline, studies["headline"], "studies.yaml: headline"),
        "sources": _by_id(_items(model.Source, sources, "sources.yaml"), "sources.yaml"),
        "evidence_sources": _by_id(read_in, where, key="source_id"),
    }


def _outcomes(folder: Path) -> dict[str, Any]:
    name = "outcomes.yaml"
    data = _file(folder, name, {"measures", "bundles", "instruments", "personal_trial"})
    sourced = {"ical_sources", "schema_sources"}
    later = LISTING_LATER | {"version", "about", "not_verified"}
    listing = _file(folder, "classes.yaml", {"fields"} | sourced, may=later)
    return {
        "measures": _by_id(_items(model.Measure, data["measures"], name), name),
        "bundles": _by_id(_items(model.Bundle, data["bundles"], name), name),
        "instruments": _by_id(_items(model.Instrument, data["instruments"], name), name),
        "family_trial": build(model.TrialDesign, data["personal_trial"], f"{name}: personal_trial"),
        "listing_fields": _list(model.ListingField, listing["fields"], "classes.yaml: fields"),
        "listing_sources": (*listing["ical_sources"], *listing["schema_sources"]),
    }


def _file(folder: Path, name: str, keys: Set[str] | None, *, may: Set[str] = frozenset()) -> Any:
    """What the YAML file says. `keys` are those that it must have, `may` those that it may have besides."""
    path = folder / name
    if not path.exists():
        raise ContentError(f"{name}: the file is missing")
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), _Plain)
    except yaml.YAMLError as fault:
        raise ContentError(f"{name}: not readable as YAML: {fault}") from fault
    if keys is None:
        return data
    if not isinstance(data, Mapping):
        raise ContentError(f"{name}: expected a mapping at the top")
    for key in data:
        if key not in keys and key not in may:
            raise ContentError(f"{name}: unknown key {key!r}")
    for key in sorted(keys):
        if key not in data:
            raise ContentError(f"{name}: key {key!r} is missing")
    return data


def _items(cls: type[T], data: Any, name: str, *, key: str = "id") -> list[T]:
    """The list `data` as values of `cls`, each named in a fault by its own id."""
    if not isinstance(data, list):
        raise ContentError(f"{name}: expected a list of items")
    return [build(cls, item, f"{name}: {_called(item, key, number)}") for number, item in enumerate(data, 1)]


def _called(item: object, key: str, number: int) -> str:
    return str(item[key]) if isinstance(item, Mapping) and key in item else f"item {number}"


def _list(cls: type[T], data: Any, where: str) -> tuple[T, ...]:
    """The list `data` as values of a class that has no id."""
    if not isinstance(data, list):
        raise ContentError(f"{where}: expected a list of items")
    return tuple(build(cls, item, f"{where} {number}") for number, item in enumerate(data, 1))


def _by_id(items: Iterable[T], name: str, *, key: str = "id") -> Mapping[str, T]:
    found: dict[str, T] = {}
    for item in items:
        name_of = getattr(item, key)
        if name_of in found:
            raise ContentError(f"{name}: the id {name_of} is used twice")
        found[name_of] = item
    return MappingProxyType(found)
