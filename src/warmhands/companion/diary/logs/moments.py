"""Clock readings of an export → instants: which number is the month, and which of two hours it was.

The files say what the clock showed, without a zone. On the night when clocks change, the app's own count of
minutes tells which reading is meant, because it counts real time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import product

from warmhands.science.days import zone_of

MONTH_FIRST, DAY_FIRST = "month", "day"
_FORM = re.compile(
    r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})[ ,T\u00a0\u202f]+(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?"
    r"(?:[ \u00a0\u202f]*([AaPp])\.?[Mm]\.?)?"
)
_LONGEST = timedelta(hours=24)


def clock_reading(text: str, order: str) -> datetime | None:
    """Return the naive local time that `text` shows, the date read with month or day first.

    None if it shows none.
    """
    found = _FORM.fullmatch(text)
    if not found:
        return None
    one, two, three, hour, minute = (int(found[group]) for group in range(1, 6))
    if len(found[1]) == 4:
        year, month, day = one, two, three
    else:
        month, day = (one, two) if order == MONTH_FIRST else (two, one)
        year = three + 2000 if three < 100 else three
    if found[6]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[6] in "Pp" else 0)
    try:
        return datetime(year, month, day, hour, minute)  # noqa: DTZ001  a clock reading has no zone yet
    except ValueError:
        return None


def order_of(cells: Iterable[tuple[str, str]]) -> str:
    """Return which number comes first in the dates of (start, end) cells, "" when the file does not tell.

    A number above 12 tells (of both kinds: the more frequent one). If there is none, a span that would end
    before its start or last for days tells that the other order is meant.
    """
    pairs = list(cells)
    votes = {MONTH_FIRST: 0, DAY_FIRST: 0}
    for found in (_FORM.fullmatch(text) for pair in pairs for text in pair if text):
        if not found or len(found[1]) == 4:
            continue
        votes[DAY_FIRST] += int(found[1]) > 12
        votes[MONTH_FIRST] += int(found[2]) > 12
    if votes[MONTH_FIRST] != votes[DAY_FIRST]:
        return max(votes, key=lambda order: votes[order])
    if not any(found and len(found[1]) < 4 for found in (_FORM.fullmatch(start) for start, _end in pairs)):
        return MONTH_FIRST  # year first throughout: nothing to ask
    odd = {order: sum(_is_odd(start, end, order) for start, end in pairs) for order in votes}
    if odd[MONTH_FIRST] == odd[DAY_FIRST]:
        return ""
    return min(odd, key=lambda order: odd[order])


def _is_odd(start: str, end: str, order: str) -> bool:
    begun, done = clock_reading(start, order), clock_reading(end, order) if end else None
    return begun is not None and done is not None and not timedelta() <= done - begun <= _LONGEST


def instants(
    start: datetime, end: datetime | None, zone: str, minutes: int | None
) -> tuple[datetime, datetime | None]:
    """Return the instants (UTC) of two clock readings in `zone`.

    `minutes` is the app's own count of the length.

    A reading that comes twice, or that was jumped over, is taken so that the length fits `minutes` best;
    without a count the earlier one is taken. An end that is not written is the start and the count.
    """
    starts = _candidates(start, zone)
    if end is None:
        return starts[0], starts[0] + timedelta(minutes=minutes) if minutes is not None else None
    ends = _candidates(end, zone)
    if len(starts) == len(ends) == 1:
        return starts[0], ends[0]
    pairs = [pair for pair in product(starts, ends) if pair[0] <= pair[1]] or [(starts[0], ends[0])]
    if minutes is None:
        return pairs[0]
    wanted = timedelta(minutes=minutes)
    return min(pairs, key=lambda pair: abs(pair[1] - pair[0] - wanted))


def _candidates(reading: datetime, zone: str) -> list[datetime]:
    tz = zone_of(zone)
    first = reading.replace(tzinfo=tz)
    second = first.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return [first.astimezone(UTC)]
    return sorted((first.astimezone(UTC), second.astimezone(UTC)))
