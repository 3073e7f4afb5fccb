"""A routine's pieces fitted to the minutes: fewer repetitions first, then fewer areas, and never a second
too long.

Time left over is not filled by stretching a stroke: a favourite area is done once more, or the session
simply ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from warmhands.content.model import Content, Region, Stroke

Side = Literal["left", "right", "both"]

# Asking, resting and ending carry a session; none of them alone makes one.
ALWAYS_DONE = frozenset({"permission", "resting_hands", "closing"})
ASKS = frozenset({"permission", "tod_choice"})  # tod_choice: a child who can answer is asked in words

# The watching after the question: "wait about ten seconds and look" (permission, `strokes/whole.yaml`).
ASK_SECONDS = 10
# Convention: still hands between the question and the first stroke of an area, so that silence can be
# watched.
REST_SECONDS = 10
SHORTEST_HOLD_SECONDS = 10  # convention: below this a resting hand is not felt as resting
MOST_REPEATS = 2  # convention: a favourite area at most three times in one session; it is never a quota
FINEST = 32  # so many steps between the smallest dose and the routine's own

# A leg with its foot and an arm with its hand are held together: one side is done whole before the other.
_LIMB: dict[Region, Region] = {"feet": "legs", "hands": "arms"}


def area(region: Region) -> Region:
    """Return the area that a region belongs to: feet go with the legs, hands with the arms."""
    return _LIMB.get(region, region)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stroke in a routine's own dose: repetitions and seconds of one, for each of `sides`."""

    stroke: Stroke
    reps: int
    rep_seconds: float
    sides: tuple[Side | None, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the hands do. `side` is the BABY's own; `rep_seconds` is the pace of one repetition."""

    stroke: str
    region: Region
    side: Side | None
    seconds: int
    reps: int
    rep_seconds: float


@dataclass(frozen=True, slots=True)
class _Placed:
    piece: Piece
    region: Region


_Block = tuple[_Placed, ...]


def fit(
    content: Content,
    pieces: Sequence[Piece],
    *,
    budget: int,
    asks_each: bool,
    rest: bool,
    favourite: Region | None,
) -> tuple[tuple[Step, ...], tuple[str, ...]] | None:
    """Return the steps and the ids of strokes dropped for time; None when not even one area fits.

    budget: seconds in all, the asking, the resting and the closing included. asks_each: ask before each new
    area.
    rest: resting hands may be added after a question.
    """
    frame = _Frame(content, pieces, asks_each=asks_each, rest=rest)
    middle = [piece for piece in pieces if piece.stroke.id not in ("permission", "closing", *ASKS)]
    dropped: list[str] = []
    while any(piece.stroke.id not in ALWAYS_DONE for piece in middle):
        blocks = _blocks(middle)
        steps = frame.steps(blocks, 0)
        if _seconds(steps) <= budget:
            full = frame.steps(blocks, 1)
            if _seconds(full) > budget:
                steps = _largest(frame, blocks, budget)
            else:
                steps = full if dropped else _with_repeats(frame, blocks, full, budget, favourite)
            kept = {step.stroke for step in steps}
            return steps, tuple(s for s in dict.fromkeys(reversed(dropped)) if s not in kept)
        middle, gone = _without_last_area(middle)
        dropped.extend(gone)
    return None


def _largest(frame: _Frame, blocks: Sequence[_Block], budget: int) -> tuple[Step, ...]:
    """Return the steps at the largest scale that fits, by halving: the seconds grow with the scale."""
    low, high = 0, FINEST  # fits at low, not at high
    while high - low > 1:
        middle = (low + high) // 2
        if _seconds(frame.steps(blocks, middle / FINEST)) <= budget:
            low = middle
        else:
            high = middle
    return frame.steps(blocks, low / FINEST)


def _seconds(steps: Sequence[Step]) -> int:
    return sum(step.seconds for step in steps)


class _Frame:
    """What stands around the areas of a session: the first question, those in between, the closing."""

    def __init__(self, content: Content, pieces: Sequence[Piece], *, asks_each: bool, rest: bool) -> None:
        first = pieces[0] if pieces and pieces[0].stroke.id in ASKS else None
        last = pieces[-1] if pieces and pieces[-1].stroke.id == "closing" else None
        self._opening = first or _whole_dose(content.strokes["permission"])
        self._closing = last or _whole_dose(content.strokes["closing"])
        self._permission = replace(_whole_dose(content.strokes["permission"]), rep_seconds=float(ASK_SECONDS))
        self._rest = replace(_whole_dose(content.strokes["resting_hands"]), rep_seconds=float(REST_SECONDS))
        self._asks_each = asks_each
        self._may_rest = rest

    def steps(self, blocks: Sequence[_Block], scale: float) -> tuple[Step, ...]:
        """Return the whole session with its doses at `scale`: 0 the smallest, 1 the routine's own."""
        done: list[Step] = []
        seen: set[Region] = set()
        for block in blocks:
            for placed, side in _by_side(block):
                if placed.region not in seen:
                    done.extend(self._question(placed, scale, first=not seen))
                    seen.add(placed.region)
                done.append(_step(placed.piece, placed.region, side, scale))
        done.append(_step(self._closing, "whole", None, scale))
        return tuple(done)

    def _question(self, placed: _Placed, scale: float, *, first: bool) -> list[Step]:
        """Return the asking before an area: always once, and before each new area in the first weeks."""
        if not first and not self._asks_each:
            return []
        ask = self._opening if first else self._permission
        asked = [_step(ask, placed.region, None, scale)]
        if self._may_rest and placed.piece.stroke.kind != "hold":
            asked.append(_step(self._rest, placed.region, None, scale))
        return asked


def _whole_dose(stroke: Stroke) -> Piece:
    return Piece(stroke, 1, float(stroke.seconds_per_side), (None,))


def _step(piece: Piece, region: Region, side: Side | None, scale: float) -> Step:
    if piece.reps == 1:
        # Nothing to count: a hold (or a single turn) may be half as long, but long enough to be felt.
        full = piece.rep_seconds
        short = min(full, max(SHORTEST_HOLD_SECONDS, full / 2))
        seconds = round(short + scale * (full - short))
        return Step(piece.stroke.id, region, side, seconds, 1, float(seconds))
    fewest = min(piece.stroke.reps.min, piece.reps)
    reps = int(fewest + scale * (piece.reps - fewest) + 1e-9)
    seconds = round(reps * piece.rep_seconds)
    return Step(piece.stroke.id, region, side, seconds, reps, round(seconds / reps, 1))


def _blocks(middle: Sequence[Piece]) -> list[_Block]:
    """Return the pieces with their regions, one block for each run of one area."""
    blocks: list[list[_Placed]] = []
    for placed in _place(middle):
        if blocks and area(blocks[-1][-1].region) == area(placed.region):
            blocks[-1].append(placed)
        else:
            blocks.append([placed])
    return [tuple(block) for block in blocks]


def _place(middle: Sequence[Piece]) -> list[_Placed]:
    """Give resting hands the region that comes next, else the one before: they announce an area or end it."""
    placed: list[_Placed] = []
    for index, piece in enumerate(middle):
        region = piece.stroke.region
        if piece.stroke.id == "resting_hands":
            after = (p.stroke.region for p in middle[index + 1 :] if p.stroke.id != "resting_hands")
            region = next(after, placed[-1].region if placed else region)
        placed.append(_Placed(piece, region))
    return placed


def _by_side(block: _Block) -> list[tuple[_Placed, Side | None]]:
    """Return the block's steps in order; neighbours done on each side are grouped by side.

    One leg whole, then the other: that is how the handouts teach it, the baby feels one limb finished, and
    the hands change sides once instead of after each stroke. Right first is a convention: any side would do.
    """
    done: list[tuple[_Placed, Side | None]] = []
    run: list[_Placed] = []

    def end_run() -> None:
        for side in ("right", "left"):
            done.extend((placed, side) for placed in run if side in placed.piece.sides)
        run.clear()

    for placed in block:
        if "right" in placed.piece.sides or "left" in placed.piece.sides:
            run.append(placed)
            continue
        end_run()
        done.append((placed, placed.piece.sides[0]))
    end_run()
    return done


def _without_last_area(middle: Sequence[Piece]) -> tuple[list[Piece], list[str]]:
    """Return the pieces without their last area, or without its last stroke when it is the only one."""
    real = [i for i, piece in enumerate(middle) if piece.stroke.id not in ALWAYS_DONE]
    last = area(middle[real[-1]].stroke.region)
    start = len(real)
    while start and area(middle[real[start - 1]].stroke.region) == last:
        start -= 1
    gone = set(real[start:] if start else real[-1:])
    kept = [piece for i, piece in enumerate(middle) if i not in gone]
    return kept, [middle[i].stroke.id for i in sorted(gone, reverse=True)]


def _with_repeats(
    frame: _Frame, blocks: list[_Block], steps: tuple[Step, ...], budget: int, favourite: Region | None
) -> tuple[Step, ...]:
    """Return the session with a favourite area once or twice more, as far as the time reaches.

    The favourite goes last ("keep the favourite area for last", the full routine's tip), so that an area
    that the baby has had enough of is never come back to. Without a known favourite the last area serves: no
    turning over. Study protocols and rounds, which visit an area again by themselves, are left as they are.
    """
    names = [area(block[0].region) for block in blocks]
    if len(set(names)) < len(names):
        return steps
    stroked = [b for b in blocks if any(p.piece.stroke.kind != "hold" for p in b) and b[0].region != "whole"]
    if not stroked:
        return steps
    loved = [b for b in stroked if favourite is not None and area(b[0].region) == area(favourite)]
    chosen = loved[0] if loved else stroked[-1]
    order = [b for b in blocks if b is not chosen] + [chosen] if loved else list(blocks)
    at = next(i for i, b in enumerate(order) if b is chosen) + 1
    again = tuple(p for p in chosen if p.piece.stroke.kind != "hold")
    best = steps
    for times in range(1, MOST_REPEATS + 1):
        longer = frame.steps([*order[:at], *([again] * times), *order[at:]], 1)
        if _seconds(longer) > budget:
            break
        best = longer
    return best
