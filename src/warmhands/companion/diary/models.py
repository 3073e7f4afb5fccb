"""The diary's one table. What the database can hold true, it holds."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from warmhands.companion.diary.logs.written import KINDS, SPANS


class Entry(models.Model):
    """One thing that was written down: a sleep, a feed, a massage.

    The id is made by the device that wrote it, so that the same entry sent twice is one row (the primary key
    says so, not a search). Instants are UTC; `zone` is where the family was. Amounts stand in `details` as
    whole numbers of one unit: g, mm, ml, seconds, with `as` the words of the one who wrote them.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=8)
    start = models.DateTimeField()
    end = models.DateTimeField(null=True)
    zone = models.CharField(max_length=64)
    by = models.ForeignKey(
        "families.Caregiver", on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    details = models.JSONField(default=dict)
    source = models.CharField(max_length=32, default="warmhands")
    made_at = models.DateTimeField()
    # Massages only: what was planned and the whole cue timeline. Last and apart, as a list of a day never
    # reads it.
    timeline = models.JSONField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["baby", "start"], name="diary_baby_start"),
            models.Index(fields=["baby", "kind", "start"], name="diary_baby_kind_start"),
        ]
        constraints = [
            models.CheckConstraint(name="diary_kind_is_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="diary_end_not_before_start", condition=Q(end__isnull=True) | Q(end__gte=F("start"))
            ),
            models.CheckConstraint(
                name="diary_only_spans_end", condition=Q(end__isnull=True) | Q(kind__in=SPANS)
            ),
            models.CheckConstraint(
                name="diary_massage_has_ended", condition=~Q(kind="massage") | Q(end__isnull=False)
            ),
            models.CheckConstraint(
                name="diary_timeline_is_of_massage", condition=Q(timeline__isnull=True) | Q(kind="massage")
            ),
            models.CheckConstraint(name="diary_zone_is_named", condition=~Q(zone="")),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.start:%Y-%m-%d %H:%M}Z"
