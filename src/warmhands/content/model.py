"""What Warmhands knows, as frozen values.

Every class here is one kind of item in the files beside it. `science` may import this module, never the
loader.
Texts are English msgids: whoever shows them to a person translates them (`gettext(text)`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from warmhands.content.picture import Anchor as Anchor
from warmhands.content.picture import Drawing as Drawing
from warmhands.content.picture import Figure as Figure
from warmhands.content.picture import FigureId as FigureId
from warmhands.content.picture import HandShape as HandShape
from warmhands.content.picture import Motion as Motion
from warmhands.content.picture import Rest as Rest
from warmhands.content.research import Bundle as Bundle
from warmhands.content.research import Claim as Claim
from warmhands.content.research import EvidenceSource as EvidenceSource
from warmhands.content.research import Headline as Headline
from warmhands.content.research import Instrument as Instrument
from warmhands.content.research import ListingField as ListingField
from warmhands.content.research import Measure as Measure
from warmhands.content.research import Study as Study
from warmhands.content.research import TrialDesign as TrialDesign
from warmhands.content.research import TrialDose as TrialDose
from warmhands.content.rules import Action as Action
from warmhands.content.rules import Adapt as Adapt
from warmhands.content.rules import AgeBand as AgeBand
from warmhands.content.rules import Disagreement as Disagreement
from warmhands.content.rules import Question as Question
from warmhands.content.rules import SafetyRule as SafetyRule
from warmhands.content.rules import Scope as Scope
from warmhands.content.rules import Setting as Setting
from warmhands.content.rules import Wait as Wait
from warmhands.content.terms import AWAITS_INSTRUCTOR
from warmhands.content.terms import Confidence as Confidence
from warmhands.content.terms import Region as Region
from warmhands.content.terms import Review as Review
from warmhands.content.terms import Source as Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Reps:
    default: int
    min: int
    max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StrokeAge:
    """Weeks since birth (corrected for babies born before 37 weeks) and months; `to_months` None: no end."""

    from_weeks: int
    to_months: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StrokeProvenance:
    technique: Literal["sourced", "name_sourced", "convention"]
    dose: Literal["sourced", "convention"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    id: str
    name: str
    aka: tuple[str, ...]
    region: Region
    kind: Literal["hold", "stroke", "movement", "game"]
    position: tuple[str, ...]
    side: Literal["each", "both", "none"]
    how: tuple[str, ...]
    say: str
    direction: str
    path: tuple[str, ...]  # anchors of the figure in `drawings.yaml`, in order
    reps: Reps
    seconds_per_side: int  # side each: for one side; both and none: in all
    pressure: str
    oil: Literal["optional", "no"]
    age: StrokeAge
    purpose: tuple[str, ...]
    avoid_if: tuple[str, ...]  # ids of safety rules
    tip: str
    watch_for: str
    needs_clinician: bool
    order: int
    provenance: StrokeProvenance
    sources: tuple[str, ...]
    review: Review = AWAITS_INSTRUCTOR


@dataclass(frozen=True, slots=True, kw_only=True)
class BabyState:
    id: str
    order: int
    name: str
    signs: tuple[str, ...]
    massage: str
    do: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    id: str
    kind: Literal["engage", "disengage", "need"]
    strength: Literal["potent", "subtle"]
    group: str
    label: str
    look_for: str
    response: tuple[str, ...]  # ids of responses
    weight: int
    from_weeks: int
    sources: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    id: str
    label: str
    do: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueTiming:
    """The seconds of the cue rules (a design proposal, not from a study: `cues.yaml`, engine)."""

    window_seconds: int  # how long an unsure sign is remembered
    still_seconds: int  # still hands after a potent sign
    pause_limit_seconds: int  # a longer pause without a yes closes the session
    prompt_seconds: int  # after so long without a sign: one gentle question
    permission_weeks: int  # so long permission is asked before each new area
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineAge:
    from_: float | None  # `from` in the file
    to: float | None
    unit: str  # weeks, months, "gestational weeks; …", or words


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineStep:
    """One stroke of a routine; what is not given comes from the stroke."""

    stroke: str
    reps: int | None = None
    seconds: int | None = None
    sides: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    id: str
    name: str
    need: str  # an id of NEEDS in `routines.yaml`
    age: RoutineAge
    caregiver: str
    target_minutes: float
    when: str
    frequency: str
    needs_clinician: bool
    practice: bool  # on a doll: age and safety do not apply
    start_conditions: tuple[str, ...]
    steps: tuple[RoutineStep, ...]  # blocks are written out
    tips: tuple[str, ...]
    stop: str
    measures: tuple[str, ...]  # ids of measures or instruments
    provenance: str
    sources: tuple[str, ...]
    note: str = ""
    review: Review = AWAITS_INSTRUCTOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Why a family opens the guide today; the words of the picker."""

    id: str
    label: str
    icon: str
    purposes: tuple[str, ...] = ()  # the purposes of strokes that serve this need


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCondition:
    """What a routine waits for, in words, and the safety rules that ask for it."""

    id: str
    label: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BestTime:
    state: str  # an id of the baby's states
    avoid: tuple[str, ...]  # ids of safety rules
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PickRule:
    """One line of the picker: when all that it names is true, `then` is the routine. The first that fits."""

    words: str
    then: str
    need: str = ""
    caregiver: Literal["", "first", "second"] = ""
    from_weeks: float | None = None
    below_weeks: float | None = None
    from_months: float | None = None
    below_minutes: float | None = None
    preterm_not_cleared: bool = False
    no_area_learned: bool = False
    crawls: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseWeek:
    week: int
    theme: str
    strokes: tuple[str, ...]
    learn: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything that the files say, checked against each other at load."""

    strokes: Mapping[str, Stroke]
    figures: Mapping[str, Figure]
    drawings: Mapping[str, Drawing]
    states: Mapping[str, BabyState]
    cues: Mapping[str, Cue]
    responses: Mapping[str, Response]
    cue_timing: CueTiming
    rules: Mapping[str, SafetyRule]
    questions: tuple[Question, ...]
    settings: Mapping[str, Setting]
    severity_order: tuple[Action, ...]
    needs: Mapping[str, Need]
    routines: Mapping[str, Routine]
    course: tuple[CourseWeek, ...]
    doses: tuple[TrialDose, ...]
    measures: Mapping[str, Measure]
    claims: Mapping[str, Claim]
    studies: Mapping[str, Study]
    sources: Mapping[str, Source]
    disagreements: tuple[Disagreement, ...] = ()
    preterm_extra: Remark = Remark(note="", sources=())
    start_conditions: Mapping[str, StartCondition] = field(default_factory=dict)
    best_time: BestTime | None = None
    picker: tuple[PickRule, ...] = ()
    evidence_sources: Mapping[str, EvidenceSource] = field(default_factory=dict)
    reading_guide: tuple[str, ...] = ()
    headlines: tuple[Headline, ...] = ()
    bundles: Mapping[str, Bundle] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    family_trial: TrialDesign | None = None
    listing_fields: tuple[ListingField, ...] = ()
    listing_sources: tuple[str, ...] = ()
