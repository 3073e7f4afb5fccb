"""The writer of the session pages: a finished massage goes into the diary."""

from __future__ import annotations

from django.db import transaction

from warmhands.companion.diary import actions as diary
from warmhands.companion.families.queries import Member
from warmhands.companion.guide.session_forms import Finished


@transaction.atomic
def finish_massage(*, by: Member, massage: Finished) -> diary.Added:
    """Keep a finished massage, and what was told about it.

    Sent twice it is one row, and what was told later is added.

    Raises the diary's UnknownEntry (not this member's baby) and Refused (a sentence by field).
    """
    added = diary.add_massage(
        by=by,
        baby_id=massage.baby_id,
        id=massage.id,
        start=massage.start,
        end=massage.end,
        zone=massage.zone,
        routine=massage.routine,
        timeline=massage.timeline,
        details={"ended": massage.ended, "planned": massage.planned},
    )
    if massage.how or massage.favourite:
        diary.tell_massage(by=by, entry_id=massage.id, how=massage.how, favourite=massage.favourite)
    return added
