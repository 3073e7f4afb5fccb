"""Safe now? A baby's answers and the time in, a verdict with every rule that fired and why out."""

from warmhands.science.safety.check import (
    ALWAYS,
    HOLD_ONLY,
    LIMITS,
    Answer,
    BabyDates,
    Check,
    FiredRule,
    Limits,
    Verdict,
    limits_from,
    limits_from_texts,
)
from warmhands.science.safety.document import (
    check_from_json,
    check_from_text,
    limits_from_json,
    verdict_from_json,
    verdict_from_text,
    verdict_json,
)
from warmhands.science.safety.judge import judge
from warmhands.science.safety.timing import age_used_days, applies, local_day

__all__ = [
    "ALWAYS",
    "HOLD_ONLY",
    "LIMITS",
    "Answer",
    "BabyDates",
    "Check",
    "FiredRule",
    "Limits",
    "Verdict",
    "age_used_days",
    "applies",
    "check_from_json",
    "check_from_text",
    "judge",
    "limits_from",
    "limits_from_json",
    "limits_from_texts",
    "local_day",
    "verdict_from_json",
    "verdict_from_text",
    "verdict_json",
]
