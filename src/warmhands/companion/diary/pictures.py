"""What the diary draws: its answers → the strips of charts, with words for those who hear them."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from warmhands.charts.day_raster import Hour, Mark, draw_day
from warmhands.charts.massage_strip import Sign, Stretch, draw_massage
from warmhands.companion.diary.logs.words import lasting
from warmhands.companion.diary.massage_queries import MassagePage
from warmhands.companion.diary.queries import DiaryDay
from warmhands.science.days import clock_hours

DRAWN = ("sleep", "cry", "massage", "feed", "nappy")


def day_picture(day: DiaryDay, now: datetime) -> SafeString:
    """Return the strip of a local day. What is not over yet is drawn until `now`."""
    begun, over = day.bounds
    marks = []
    for line in day.lines:
        if line.kind in DRAWN:
            end = line.end or (max(now, line.start) if line.open else None)
            start = (line.start - begun).total_seconds()
            marks.append(Mark(line.kind, start, None if end is None else (end - begun).total_seconds()))
    strip = draw_day(
        marks,
        [Hour(at, f"{hour:02d}") for at, hour in clock_hours(day.date, day.zone)],
        (over - begun).total_seconds(),
        now=(now - begun).total_seconds(),
        title=_("The day, from midnight to midnight"),
        describe=_described(day),
    )
    return mark_safe(strip)


def _described(day: DiaryDay) -> str:
    counts = Counter(line.label for line in day.lines if line.kind in DRAWN)
    parts = [f"{name}: {count}" for name, count in counts.items()]
    if day.total.sleep_min:
        parts.append(_("asleep %(time)s in all") % {"time": lasting(day.total.sleep_min * 60)})
    if day.total.minutes_in_day != 1_440:
        parts.append(
            _("this day has %(time)s, as the clocks changed")
            % {"time": lasting(day.total.minutes_in_day * 60)}
        )
    return "; ".join(parts) or _("Nothing is written down yet.")


def massage_picture(page: MassagePage) -> SafeString:
    """Return the strip of a massage, area by area, with the baby's signs."""
    strip = draw_massage(
        [
            Stretch(area.region, area.label if area.region else "", area.start, area.end)
            for area in page.areas
        ],
        [Sign(moment.event, f"{moment.label} {moment.clock}", moment.s) for moment in page.drawn],
        page.seconds,
        title=_("The massage, area by area"),
        describe="; ".join(
            f"{area.label} {area.lasted}"
            + "".join(f", {moment.label} {moment.clock}" for moment in area.moments if moment in page.drawn)
            for area in page.areas
        ),
    )
    return mark_safe(strip)
