"""What Warmhands knows, as frozen values.

Every class here is one kind of item in the files beside it. `science` may import this module, never the
loader.
Texts are English msgids: whoever shows them to a person translates them (`gettext(text)`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

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

Confidence = Literal["guideline", "evidence", "hospital", "practitioner", "background"]
Action = Literal["emergency", "urgent", "do_not", "ask_clinician", "wait", "adapt", "ok"]
Scope = Literal["all", "partial", "region", "none"]
Region = Literal["whole", "legs", "feet", "tummy", "chest", "arms", "hands", "face", "head", "back"]
FigureId = Literal[
    "front", "back", "side", "face", "hand", "hand_top", "foot", "foot_top", "held", "crawl", "toddler", "swap"
]
HandShape = Literal["flat", "open", "comb", "grip", "thumb", "finger", "pinch"]
Motion = Literal[
    "still",  # hands rest, a slow breath
    "show",  # open hands are shown, nothing is touched
    "glide",  # a hand travels along the path and lifts off at its end
    "there_and_back",  # the hand travels the path, which already returns
    "circle",  # the path is one turn (or small circles at an anchor)
    "press",  # press and release at the anchors
    "roll",  # rolled between flat palms along the path
    "walk",  # fingertips or thumbs step along the path
    "bend",  # a limb bends and straightens
    "cross",  # limbs cross and open
    "bounce",  # a loose, tiny bounce
    "free",  # no fixed path: follow the child
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    id: str
    url: str
    title: str
    kind: str
    seen: str
    weight: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who has checked an item. Empty `by` means: awaiting review, and the pages say so."""

    needs: Literal["certified instructor", "clinician"]
    by: str = ""
    on: str = ""


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
    review: Review = Review(needs="certified instructor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A named point of a figure, in the figure's own units (y grows downwards).

    `at`: a point on the middle line, or one whose name says the side. `left` and `right`: the BABY's own left and
    right. A point may have all three: `at` for one hand, left and right for a hand on each side.
    """

    at: tuple[float, float] | None = None
    left: tuple[float, float] | None = None
    right: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    id: FigureId
    name: str
    size: tuple[float, float]  # width and height of the view box
    anchors: Mapping[str, Anchor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Another hand that lies still while the stroke goes on: it supports an ankle, it waits on the bottom."""

    anchor: str
    shape: HandShape = "flat"
    angle: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """How a stroke is drawn: on which figure, and how the hands move along the stroke's path."""

    stroke: str
    figure: FigureId
    motion: Motion
    hands: int = 1  # how many hands are drawn, 0 for none
    radius: float | None = None  # of small circles, presses, rolls or zigzags, in figure units
    note: str = ""  # one sentence for who cannot see the picture
    shape: HandShape = "flat"
    angles: tuple[float, ...] = (0.0,)  # degrees clockwise from "fingers up" at the viewer's right; one per hand
    size: float = 1.0  # of the hand
    visits: tuple[str, ...] = ()  # finer points to visit where the path is coarser than the hand
    lifts: tuple[int, ...] = ()  # places in the visits where the hand lifts off and begins a new run
    bow: float = 0.0  # how far a line from point to point bows upwards, in figure units
    gap: float = 0.0  # how far apart two hands travel along one path
    turns: int = 1  # small circles, presses or crossings in one repetition
    twist: float = 0.0  # degrees by which a gliding hand turns
    beats: Literal["together", "alternate", "follow"] = "together"  # how a second hand keeps time with the first
    fade: bool = False  # lighter each time
    pose: str = ""  # which limbs move, a key of charts/poses.py
    side: Literal["left", "right", "both", ""] = ""  # where the drawing needs a side and the stroke gives none
    rests: tuple[Rest, ...] = ()
    view: tuple[float, float, float, float] | None = None  # the part of the figure shown: x, y, width, height
    shape_drawn: Literal["heart", "sun", ""] = ""  # what a finger draws where there is no path


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
class Wait:
    """How long a `wait` lasts. `expires`: over once its time has passed since the instant of the rule."""

    until: str = ""
    hours: int | None = None
    minutes: int | None = None
    min_hours: int | None = None
    max_hours: int | None = None
    min_minutes: int | None = None
    max_minutes: int | None = None
    expires: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapt:
    allow: tuple[str, ...] | None = None  # only these strokes (None: no such limit; empty: nothing at all)
    drop: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()
    max_minutes: int | None = None
    oil: Literal["none", "prescribed_only"] | None = None
    pressure: str = ""
    use_corrected_age: bool = False
    feed_wait_minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeBand:
    """Days since birth, both ends included; None: open."""

    from_days: int | None = None
    to_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyRule:
    id: str
    group: str
    ask: str
    ask_when: Literal["once", "profile", "event", "session", "weekly"]
    action: Action
    scope: Scope
    message: str
    why: str
    confidence: Confidence
    sources: tuple[str, ...]
    fires_on: Literal["yes", "no"] = "yes"  # "no" fires on no and on don't know
    note: str = ""
    ages: AgeBand = AgeBand()
    wait: Wait | None = None
    adapt: Adapt = Adapt()
    blocks_regions: tuple[Region, ...] = ()
    blocks_kinds: tuple[str, ...] = ()
    review: Review = Review(needs="clinician")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One line of a safety page. Every rule is reached from exactly one question.

    kind: `tick` (ticked means yes), `confirm` (ticked means all is well: for rules that fire on no), `date`
    (filled by the baby's dates: nothing is ticked). `rule` is the rule that the line itself answers, or empty
    when the line only opens others; `opens` are the rules asked underneath once it is ticked, those of the
    baby's age only. `short` is a shorter wording of an opened rule: rule id -> text.
    """

    id: str
    page: Literal["session", "profile", "event", "once", "weekly"]
    label: str
    icon: str
    kind: Literal["tick", "confirm", "date"] = "tick"
    rule: str = ""
    opens: tuple[str, ...] = ()
    hint: str = ""
    short: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    id: str
    default: int | str
    options: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Where teachers and lists differ, what they say, and what was chosen here."""

    topic: str
    range: str
    chosen: str
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
    review: Review = Review(needs="certified instructor")


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
