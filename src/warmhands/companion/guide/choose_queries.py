"""What can be done now: the wish as science asks for it, the routines offered, the one picked by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from warmhands.companion.diary.queries import Practice
from warmhands.companion.families.queries import BabyCard, Member
from warmhands.companion.guide import session_words as words
from warmhands.companion.guide.asking import DOLL, Asked
from warmhands.companion.guide.session_queries import Missing, left_out
from warmhands.content.loader import load
from warmhands.science.days import zone_of
from warmhands.science.routine import Wish, offered, pick
from warmhands.science.safety import Verdict
from warmhands.science.units import is_preterm


@dataclass(frozen=True, slots=True)
class Choice:
    """One chip of the page: `value` goes into the address."""

    name: str
    value: str
    label: str
    on: bool
    icon: str = ""
    said: bool = True  # False: a nickname, which nobody translates


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A routine that can be done now."""

    name: str
    when: str
    minutes: int
    query: str
    left_out: tuple[Missing, ...]
    fits: bool  # serves the chosen need


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosePage:
    needs: tuple[Choice, ...]
    minutes: tuple[Choice, ...]
    positions: tuple[Choice, ...]
    oils: tuple[Choice, ...]
    whos: tuple[Choice, ...]
    babies: tuple[Choice, ...]
    offers: tuple[Offered, ...]
    others: tuple[Offered, ...]
    none: str
    oil_limit: str


def wish_of(
    asked: Asked,
    *,
    age_days: int | None,
    verdict: Verdict | None,
    practice: Practice | None,
    cleared: bool,
) -> Wish:
    """Return the wish for science. A doll has no age and no safety check; `verdict` None: none was made."""
    real = None if asked.doll else verdict
    positions = words.POSITIONS[asked.position][1] if asked.position else None
    return Wish(
        minutes=asked.minutes,
        age_days=age_days,
        allowed=frozenset(real.allowed_strokes) if real else None,
        max_minutes=real.max_minutes if real else None,
        positions=positions,
        oil=(real.oil if real else "allowed") if asked.oil else "none",
        practice_days=practice.days_since_first if practice else 0,
        favourite=practice.favourite if practice else None,  # type: ignore[arg-type]
        cleared=cleared,
        caregiver=asked.who,
    )


def picked(asked: Asked, wish: Wish, *, baby: BabyCard | None, now: datetime) -> str:
    """Return the routine for "Massage now". Raises NotOffered.

    Whoever begins and asks for nothing in particular gets a first massage, not the longest one.
    """
    begins = asked.minutes is None and wish.practice_days == 0
    hour = now.astimezone(zone_of(baby.zone)).hour if baby else None
    preterm = baby is not None and is_preterm(baby.gestation_days)
    return pick(load(), wish, asked.need or ("learn" if begins else None), hour=hour, preterm=preterm)


def choose_page(asked: Asked, wish: Wish, *, member: Member | None, baby: BabyCard | None) -> ChoosePage:
    """Return the picker with what is offered for this wish: those that serve the need first."""
    content = load()
    can = offered(content, wish)
    found = []
    for offer in can:
        routine = content.routines[offer.id]
        found.append(
            Offered(
                name=gettext(offer.name),
                when=gettext(routine.when),
                minutes=max(1, round(offer.minutes)),
                query=asked.query(routine=offer.id),
                left_out=left_out(content, offer.left_out),
                fits=not asked.need or routine.need == asked.need,
            )
        )
    served = frozenset(content.routines[offer.id].need for offer in can)
    return ChoosePage(
        needs=_needs(asked, served),
        minutes=_minutes(asked),
        positions=_positions(asked),
        oils=(
            Choice("oil", "", gettext("With oil"), asked.oil),
            Choice("oil", "no", gettext("Without oil"), not asked.oil),
        ),
        whos=(
            Choice("who", "", gettext("Me"), asked.who == "first"),
            Choice("who", "second", gettext("The second caregiver"), asked.who == "second"),
        ),
        babies=_babies(asked, member, baby),
        offers=tuple(offer for offer in found if offer.fits),
        others=tuple(offer for offer in found if not offer.fits),
        none="" if found else gettext("Nothing fits this wish today. Try more minutes, or another position."),
        oil_limit=_oil_limit(wish) if asked.oil else "",
    )


def _needs(asked: Asked, served: frozenset[str]) -> tuple[Choice, ...]:
    """Return the needs that some routine serves today, and the chosen one."""
    needs = [need for need in load().needs.values() if need.id in served or need.id == asked.need]
    first = Choice("need", "", gettext("Anything"), not asked.need, "massage")
    return (first, *(Choice("need", n.id, gettext(n.label), n.id == asked.need, n.icon) for n in needs))


def _minutes(asked: Asked) -> tuple[Choice, ...]:
    any_time = Choice("minutes", "", gettext("As it comes"), asked.minutes is None)
    return (any_time, *(Choice("minutes", str(m), str(m), m == asked.minutes) for m in words.MINUTES))


def _positions(asked: Asked) -> tuple[Choice, ...]:
    rows = words.POSITIONS.items()
    any_way = Choice("position", "", gettext("Any way"), not asked.position)
    return (any_way, *(Choice("position", name, str(row[0]), name == asked.position) for name, row in rows))


def _babies(asked: Asked, member: Member | None, baby: BabyCard | None) -> tuple[Choice, ...]:
    """Return the babies that are born, and the doll."""
    doll = Choice("baby", DOLL, gettext("A doll, to practise"), asked.doll, "star")
    if member is None or not member.babies:
        return (Choice("baby", "", gettext("My baby"), not asked.doll, "baby"), doll)
    born = (b for b in member.babies if b.is_born)
    real = (Choice("baby", str(b.id), b.nickname, b == baby, "baby", said=False) for b in born)
    return (*real, doll)


def _oil_limit(wish: Wish) -> str:
    limits = {
        "none": gettext("No oil today: dry, warm hands."),
        "prescribed_only": gettext("Only the cream that your clinician prescribed."),
    }
    return limits.get(wish.oil, "")
