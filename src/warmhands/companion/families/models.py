"""Who lives here: a family, those who care, and their babies."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Trim

from warmhands.companion.shell.ids import uuid7
from warmhands.science import units

NAME_MAX_LETTERS = 60
ZONE_MAX_LETTERS = 64  # the longest name of the zone database has 32


class Family(models.Model):
    """One household: everything private belongs to exactly one."""

    # The family of a fresh home. Two first visitors at the same instant both try to make it; the database
    # lets one.
    founding = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["founding"], condition=Q(founding=True), name="one_founding_family"
            ),
        ]


class Baby(models.Model):
    """A child of a family: born, or expected."""

    class Sex(models.TextChoices):
        UNSAID = "", "not said"
        FEMALE = "female", "girl"
        MALE = "male", "boy"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="babies")
    nickname = models.CharField(max_length=NAME_MAX_LETTERS)
    born = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    # Days of pregnancy at birth, counted as doctors count: 280 on the due date.
    gestation_days = models.PositiveSmallIntegerField(null=True, blank=True)
    sex = models.CharField(max_length=6, choices=Sex.choices, default=Sex.UNSAID, blank=True)
    zone = models.CharField(max_length=ZONE_MAX_LETTERS)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "babies"
        constraints = [
            models.CheckConstraint(
                condition=Q(born__isnull=False) | Q(due__isnull=False), name="baby_is_born_or_expected"
            ),
            models.CheckConstraint(
                condition=Q(gestation_days__isnull=True)
                | Q(gestation_days__range=(units.MIN_GESTATION_DAYS, units.MAX_GESTATION_DAYS)),
                name="baby_gestation_is_possible",
            ),
            models.CheckConstraint(
                condition=Q(sex__in=["", "female", "male"]), name="baby_sex_is_known_or_unsaid"
            ),
            models.CheckConstraint(
                condition=Q(nickname=Trim("nickname")) & ~Q(nickname=""), name="baby_nickname_is_said"
            ),
            # `warmhands import --baby NAME` finds a child by name, and twins are told apart by it.
            models.UniqueConstraint("family", Lower("nickname"), name="baby_nickname_once_a_family"),
        ]


class Caregiver(models.Model):
    """A person who signs in, as the family sees them."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="caregiver")
    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="caregivers")
    name = models.CharField(max_length=NAME_MAX_LETTERS)
    # Which baby this person's pages are about: one tap changes it, for each person apart.
    current = models.ForeignKey(Baby, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="caregiver_name_is_said")]
