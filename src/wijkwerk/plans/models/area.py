"""What an area holds apart from any plan: goals that services adopted, and themes added to its list."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.people.models import Organisation, Person


class AdoptedGoal(models.Model):
    """A service made a goal of an area its own: only then is it policy (DOR-10)."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="adopted_goals")
    goal = models.CharField(max_length=60, help_text="key of a goal of the approach")
    service = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="adopted_goals")
    adopted_on = models.DateField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="adopted_goals")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "goal", "service"],
                name="a_service_adopts_a_goal_once",
                violation_error_message=_("Deze dienst heeft dit doel al overgenomen."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.goal} by {self.service_id}"


class AddedTheme(models.Model):
    """A theme that was not on the list of the approach."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="added_themes")
    key = models.SlugField(max_length=60)
    label = models.CharField(max_length=80)
    reason = models.CharField(max_length=300, blank=True, help_text="the case that showed it")
    added_on = models.DateField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="added_themes")

    class Meta:
        ordering = ["label"]
        constraints = [models.UniqueConstraint(fields=["area", "key"], name="a_theme_is_added_once")]

    def __str__(self) -> str:
        return self.label
