"""The compiler of a walk: a plan's steps, the cue rules and their memory, unrolled into states.

A state knows the step, how unsure the baby was lately (0, 1, 2), and whether a potent sign has come: nothing
yet, crying, or enough. It also knows which areas were left, as far as they would come again. Everything else
is in `on`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from warmhands.content.model import Content
from warmhands.science.routine import Plan
from warmhands.science.units import DAYS_PER_WEEK
from warmhands.science.walk_road import Road
from warmhands.science.walk_state import State, Walk
from warmhands.science.walk_words import Voice

# How long a hand-held ending stays on by itself. Conventions: soothing a crying baby takes minutes, and the
# feed's screen only has to be seen once.
COMFORT_SECONDS = 180
FEED_SECONDS = 60

NOTHING, CRIED, ENOUGH = "", "c", "e"  # what the session remembers: no potent sign, crying, an enough


class Node(NamedTuple):
    """A place in the walk before it has an id.

    kind: step, ask (a question that the plan does not have, after an area was left), pause, still, comfort,
    close, comfort_end, still_end, feed, end, night, help. level: 0, 1, 2 unsure; r: the stroke again after a
    wait;
    p: the same with the question how the baby looks; a: once more.
    """

    kind: str
    at: int = -1
    level: str = "0"
    memory: str = NOTHING
    left: frozenset[str] = frozenset()


def compile_walk(
    content: Content, plan: Plan, *, practice_days: int | None = None, known: Mapping[str, int] | None = None
) -> Walk:
    """Return the plan's table.

    known: how often this family has done each stroke; what is known is said in fewer words. practice_days:
    left out, or the plan's own (the plan has already placed the questions of the first weeks).
    Raises ValueError when it differs from the plan's: the questions and the time would no longer be right.
    """
    if practice_days is not None and practice_days != plan.practice_days:
        raise ValueError("A plan is compiled for the days of practice that it was made for.")
    weeks = content.cue_timing.permission_weeks
    table = _Table(content, plan, Voice(content, plan, known or {}))
    table.asks_each = plan.practice_days < weeks * DAYS_PER_WEEK
    return table.compile()


class _Table:
    def __init__(self, content: Content, plan: Plan, voice: Voice) -> None:
        self.plan = plan
        self.road = Road(content, plan)
        self.voice = voice
        self.asks_each = False
        self.still_seconds = content.cue_timing.still_seconds
        self.ids: dict[Node, str] = {}
        self.lefts: dict[frozenset[str], int] = {frozenset(): 0}
        self.todo: list[Node] = []

    def compile(self) -> Walk:
        start = self._name(Node("step", 0))
        states: dict[str, State] = {}
        while self.todo:
            node = self.todo.pop(0)
            states[self.ids[node]] = self._state(node)
        # Alike states side by side, and what belongs to no step at the end: a table so ordered packs smaller.
        order = sorted(self.ids, key=self._place)
        return Walk(self.plan.routine, start, {self.ids[node]: states[self.ids[node]] for node in order})

    def _place(self, node: Node) -> tuple[bool, str, int, int, str, str]:
        apart = node.kind not in ("step", "pause") or node.level == "q"
        return (apart, node.memory, self.lefts[node.left], node.at, node.kind.replace("step", ""), node.level)

    def _name(self, node: Node) -> str:
        """Return the node's id, and put it on the list when it is met for the first time."""
        if node not in self.ids:
            self.ids[node] = self._id(node)
            self.todo.append(node)
        return self.ids[node]

    def _id(self, node: Node) -> str:
        if node.kind == "step":
            name = f"{node.at}" + ("" if node.level == "0" else f".{node.level}")
        else:
            name = f"{node.kind}" + (f"{node.at}" if node.at >= 0 else "")
            name += ".q" if node.kind == "pause" and node.level == "q" else ""
        number = self.lefts.setdefault(node.left, len(self.lefts))
        return name + (f":{node.memory}" if node.memory else "") + (f"-{number}" if number else "")

    def _state(self, node: Node) -> State:
        on = {event: self._name(target) for event, target in self._on(node).items()}
        kind, seconds = node.kind, self._seconds(node)
        if kind in ("step", "ask"):
            return self._step_state(node, on, seconds)
        if kind == "close":
            last = self.plan.steps[-1]
            say = self.voice.base(len(self.plan.steps) - 1)
            return State("close", say, seconds, last.stroke, None, None, None, on)
        region = self.road.steps[node.at].region if kind == "pause" else None
        clock = node.at if kind == "pause" and node.level != "q" else None
        spoken = {"still_end": "still", "comfort_end": "comfort"}.get(kind, kind)
        shown = "pause" if spoken == "still" else spoken
        return State(shown, self.voice.fixed(spoken), seconds, None, region, None, None, on, clock)  # type: ignore[arg-type]

    def _step_state(self, node: Node, on: Mapping[str, str], seconds: int | None) -> State:
        step = self.road.steps[node.at]
        if node.kind == "ask":
            return State("ask", self.voice.ask(node.at), seconds, "permission", step.region, None, None, on)
        kind = self.road.kind(node.at)
        pace = step.rep_seconds * (2 if node.level == "2" else 1) if kind == "stroke" else None
        clock = len(self.road.steps) + node.at if node.level == "a" else node.at
        say = self.voice.say(node.at, node.level)
        return State(kind, say, seconds, step.stroke, step.region, step.side, pace, on, clock)

    def _seconds(self, node: Node) -> int | None:
        if node.kind == "step":
            return self.road.again_seconds(node.at) if node.level == "a" else self.road.steps[node.at].seconds
        if node.kind == "ask":
            return self.road.ask_seconds
        fixed = {
            "close": self.plan.steps[-1].seconds,
            "comfort": COMFORT_SECONDS,
            "comfort_end": COMFORT_SECONDS,
            "feed": FEED_SECONDS,
            "still": self.still_seconds,
            "still_end": self.still_seconds,
        }
        return fixed.get(node.kind)

    # Where the events lead
    # -------------------------------------------------------------------------------------

    def _on(self, node: Node) -> dict[str, Node]:
        if node.kind in ("end", "night", "help"):
            return {}
        if node.kind == "step":
            own = self._ask(node) if self.road.kind(node.at) == "ask" else self._hands(node)
            return own | self._always(node)
        if node.kind == "ask":
            return self._extra_ask(node) | self._always(node)
        if node.kind == "pause":
            return self._pause(node) | self._always(node)
        return self._ending(node)

    def _always(self, node: Node) -> dict[str, Node]:
        """The laws, from a state within an area. Enough and crying leave it for good; the second sign
        ends.
        """
        memory = node.memory
        on = _laws(memory)
        if memory == ENOUGH:
            return on | {"enough": Node("close", memory=ENOUGH), "crying": Node("comfort_end", memory=ENOUGH)}
        if memory == CRIED:
            return on | {"enough": Node("still_end"), "crying": Node("comfort_end")}
        left = node.left | self.road.area_regions(node.at)
        for event, kind, then in (("enough", "still", ENOUGH), ("crying", "comfort", CRIED)):
            to = self.road.after(node.at, left, potent=True)
            ahead = self.road.still_ahead(left, to)
            over = to is None or self._too_little(ahead)
            on[event] = Node(kind + "_end") if over else Node(kind, to or 0, "0", then, ahead)
        return on

    def _too_little(self, ahead: frozenset[str]) -> bool:
        """Of rounds and protocols that visit areas again, too little is left once two of them were left."""
        return len(self.road.areas(ahead)) > 1

    def _ask(self, node: Node) -> dict[str, Node]:
        """A question of the plan. Silence goes on to resting hands, which are watched: oily hands cannot
        tap.
        """
        go = self._next(node, "0")
        on = {"yes": go, "happy": go, "done": go, "unsure": self._paused(node), "pause": self._paused(node)}
        if not self.asks_each:
            # The one question of the session: a no is meant for all of it.
            return on | {"no": Node("close", memory=_counted(node.memory)), "skip": go}
        refused = self._refused(node, asked=False)
        return on | {"no": refused, "skip": refused}

    def _extra_ask(self, node: Node) -> dict[str, Node]:
        go = Node("step", node.at, "0", node.memory, node.left)
        refused = self._refused(node, asked=True)
        wait = Node("pause", node.at, "q", node.memory, node.left)
        on = {"yes": go, "happy": go, "done": go, "unsure": wait, "pause": wait}
        return on | {"no": refused, "skip": refused}

    def _refused(self, node: Node, *, asked: bool) -> Node:
        """A no, or a skipped question: the next area, which is asked for; after the last the closing."""
        left = node.left | {self.road.steps[node.at].region}
        to = self.road.after(node.at, left, potent=bool(node.memory))
        ahead = self.road.still_ahead(left, to)
        if to is None or self._too_little(ahead):
            return Node("close", memory=_counted(node.memory))
        return self._asked(to, node.memory, ahead) if asked else Node("step", to, "0", node.memory, ahead)

    def _asked(self, at: int, memory: str, left: frozenset[str]) -> Node:
        kind = "step" if self.road.kind(at) == "ask" else "ask"
        return Node(kind, at, "0", memory, left)

    def _hands(self, node: Node) -> dict[str, Node]:
        """A stroke or a hold: unsure makes a stroke softer, then slower, then still; a happy sign forgets it.

        A hold is still already, and after a potent sign there is no trying softer: there unsure pauses at
        once.
        """
        level, careful = node.level, bool(node.memory) or self.road.kind(node.at) == "hold"
        if level == "a":
            return self._again(node)
        go = self._next(node, level if level in "12" else "0")
        on = {"done": go, "skip": go, "pause": self._paused(node)}
        if level in "12":
            calm = node._replace(level="r")
            on |= {"happy": calm, "quiet": calm}
        elif level != "p":
            on["prompt"] = node._replace(level="p")
        unsure = node._replace(level="2" if level == "1" else "1")
        on["unsure"] = self._paused(node) if careful or level == "2" else unsure
        if self.road.again_seconds(node.at, node.left, potent=bool(node.memory)) is not None:
            on["again"] = node._replace(level="a")
        return on

    def _again(self, node: Node) -> dict[str, Node]:
        """Once more, paid with the next stroke of the same side, so that the session grows no longer."""
        paid = self.road.after(node.at, node.left, potent=bool(node.memory))
        over = node if paid is None else node._replace(at=paid)
        go, softly = self._next(over, "0"), self._next(over, "0" if node.memory else "1")
        return {"done": go, "skip": go, "unsure": softly, "pause": self._paused(node)}

    def _pause(self, node: Node) -> dict[str, Node]:
        memory, left = node.memory, node.left
        close = Node("close", memory=_counted(memory))
        if node.level == "q":
            ask = Node("ask", node.at, "0", memory, left)
            refused = self._refused(node, asked=True)
            return {"resume": ask, "yes": ask, "happy": ask, "waited": close, "skip": refused}
        same = self._once_told(node.at, memory, left)
        before = self.road.one_back(node.at, left)
        back = same if before is None else self._once_told(before, memory, left)
        asking = self.road.kind(node.at) == "ask" and self.asks_each
        skip = self._refused(node, asked=False) if asking else self._next(node, "0")
        return {"resume": same, "yes": same, "happy": back, "waited": close, "skip": skip}

    def _once_told(self, at: int, memory: str, left: frozenset[str]) -> Node:
        """The step again after a wait: a stroke with its name only, as it was told just before."""
        told = self.road.kind(at) == "stroke" and not memory
        return Node("step", at, "r" if told else "0", memory, left)

    def _ending(self, node: Node) -> dict[str, Node]:
        """Still hands, comfort, feed and the closing: what comes after a potent sign, and the ways out."""
        kind, memory = node.kind, node.memory
        counted = _counted(memory)
        on = _laws(memory)
        enough = Node("close", memory=ENOUGH) if counted else Node("still_end")
        on |= {"enough": enough, "crying": Node("comfort_end", memory=counted)}
        if kind in ("close", "feed"):
            return on | {"done": Node("end"), "stop": Node("end")}
        if kind in ("still_end", "comfort_end"):
            close = Node("close", memory=ENOUGH if kind == "still_end" else counted)
            on |= {"done": close, "yes": close, "happy": close, "resume": close}
            return on | ({"stop": Node("end")} if kind == "comfort_end" else _still_end_laws())
        go = self._asked(node.at, memory, node.left)
        on |= {"yes": go, "happy": go, "resume": go}
        if kind == "still":
            return on | {"done": go}
        return on | {"done": Node("close", memory=counted), "stop": Node("end")}

    def _next(self, node: Node, level: str) -> Node:
        to = self.road.after(node.at, node.left, potent=bool(node.memory))
        if to is None:
            return Node("close", memory=_counted(node.memory))
        # A question and a hold are still hands: they answer the unsure signs, which are then forgotten.
        level = level if self.road.kind(to) == "stroke" and not node.memory else "0"
        return Node("step", to, level, node.memory, self.road.still_ahead(node.left, to))

    def _paused(self, node: Node) -> Node:
        return Node("pause", node.at, "0", node.memory, node.left)


def _counted(memory: str) -> str:
    """Return what the endings need to know: whether one enough was said."""
    return ENOUGH if memory == ENOUGH else NOTHING


def _laws(memory: str) -> dict[str, Node]:
    counted = _counted(memory)
    return {
        "asleep": Node("night"),
        "hungry": Node("feed", memory=counted),
        "wrong": Node("help"),
        "stop": Node("close", memory=counted),
    }


def _still_end_laws() -> dict[str, Node]:
    """Still hands before the closing: one enough was just said, so another closes at once."""
    return {
        "enough": Node("close", memory=ENOUGH),
        "crying": Node("comfort_end", memory=ENOUGH),
        "hungry": Node("feed", memory=ENOUGH),
        "stop": Node("close", memory=ENOUGH),
    }
