"""What stays true from one check to the next: a family's answers, and what a clinician has lifted."""

from django.db import models
from django.db.models import Q

RULE_MAX_LETTERS = 40  # ids of content/safety.yaml
WHO_MAX_LETTERS = 80


class ProfileAnswer(models.Model):
    """One remembered answer about one baby: of the health page, or of a wait that is still running."""

    class Answer(models.TextChoices):
        YES = "yes", "yes"
        NO = "no", "no"
        UNKNOWN = "unknown", "don't know"

    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+")
    rule = models.CharField(max_length=RULE_MAX_LETTERS)
    answer = models.CharField(max_length=7, choices=Answer.choices)
    # The instant that the answer speaks of: the vaccine, the last fever, the drop of a new oil.
    at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["baby", "rule"], name="profile_answer_once_a_rule"),
            models.CheckConstraint(
                condition=Q(answer__in=["yes", "no", "unknown"]), name="profile_answer_is_an_answer"
            ),
        ]


class Clearance(models.Model):
    """A clinician has agreed to massage despite a rule that asks for one: who, and when."""

    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+")
    rule = models.CharField(max_length=RULE_MAX_LETTERS)
    by_whom = models.CharField(max_length=WHO_MAX_LETTERS)
    cleared_on = models.DateField()
    until = models.DateField(null=True, blank=True)
    noted_by = models.ForeignKey("families.Caregiver", on_delete=models.SET_NULL, null=True, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["baby", "rule"], name="clearance_once_a_rule"),
            models.CheckConstraint(condition=~Q(by_whom=""), name="clearance_says_by_whom"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=models.F("cleared_on")),
                name="clearance_ends_after_it_began",
            ),
        ]
