"""A family to measure with: 26 rows a day, as the rival was measured (9,651 rows a year)."""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

ZONE = "Europe/Lisbon"


@dataclass(frozen=True)
class Home:
    user: Any
    baby: uuid.UUID
    rows: int


def _day_rows(midnight: datetime) -> list[tuple[str, datetime, datetime | None, dict[str, Any]]]:
    """12 sleeps, 8 feeds, 5 nappies and a massage."""
    rows: list[tuple[str, datetime, datetime | None, dict[str, Any]]] = []
    for n in range(12):
        begun = midnight + timedelta(hours=2 * n)
        rows.append(("sleep", begun, begun + timedelta(minutes=65), {}))
    for n in range(8):
        begun = midnight + timedelta(hours=3 * n, minutes=70)
        rows.append(("feed", begun, begun + timedelta(minutes=15), {"ml": 120}))
    for n in range(5):
        rows.append(("nappy", midnight + timedelta(hours=4 * n, minutes=90), None, {}))
    begun = midnight + timedelta(hours=19)
    rows.append(("massage", begun, begun + timedelta(minutes=9), {"routine": "legs_first"}))
    return rows


def settle(days: int, today: date) -> Home:
    """Make a family with `days` days of diary behind it."""
    from django.contrib.auth import get_user_model

    from warmhands.companion.diary.models import Entry
    from warmhands.companion.families.models import Baby, Caregiver, Family

    name = f"bench{days}"
    user = get_user_model().objects.create_user(username=name, password=uuid.uuid4().hex)
    family = Family.objects.create()
    baby = Baby.objects.create(family=family, nickname="Bench", born=today - timedelta(days=days), zone=ZONE)
    caregiver = Caregiver.objects.create(user=user, family=family, name="Bench", current=baby)
    rows = []
    for back in range(1, days + 1):
        midnight = datetime.combine(today - timedelta(days=back), datetime.min.time(), tzinfo=UTC)
        for kind, start, end, details in _day_rows(midnight):
            rows.append(
                Entry(
                    id=uuid.uuid4(),
                    baby=baby,
                    kind=kind,
                    start=start,
                    end=end,
                    zone=ZONE,
                    by=caregiver,
                    details=details,
                    made_at=midnight,
                )
            )
    Entry.objects.bulk_create(rows, batch_size=500)
    return Home(user, baby.pk, len(rows))
