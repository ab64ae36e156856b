"""Tables of meetings."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from wijkwerk.areas.models import Area
from wijkwerk.foundation.models import ValidPeriod
from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing


class ActionTeam(models.Model):
    """A team of officials formed around questions of an area."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="action_teams")
    team = models.CharField(max_length=60, help_text="team key of the approach")
    name = models.CharField(max_length=120)
    rhythm = models.CharField(max_length=200, blank=True, help_text="how the team meets, in its own words")
    formed_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("formed_on")),
                name="a_team_ends_after_it_was_formed",
            )
        ]

    def __str__(self) -> str:
        return self.name


class TeamQuestion(models.Model):
    """A question around which a team was formed; closed with what came of it."""

    team = models.ForeignKey(ActionTeam, on_delete=models.CASCADE, related_name="questions")
    sentence = models.CharField(max_length=200)
    about = models.ForeignKey(
        Thing, null=True, blank=True, on_delete=models.PROTECT, related_name="team_questions"
    )
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    ending = models.TextField(max_length=1000, blank=True)

    class Meta:
        ordering = ["opened_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | ~Q(ending=""),
                name="a_closed_question_says_what_came_of_it",
            )
        ]

    def __str__(self) -> str:
        return f"question {self.pk}"


class TeamMember(ValidPeriod):
    """Somebody is in the team in this period."""

    team = models.ForeignKey(ActionTeam, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="action_teams")

    class Meta:
        constraints = [
            *ValidPeriod.Meta.constraints,
            models.UniqueConstraint(
                fields=["team", "person"],
                condition=Q(valid_to__isnull=True),
                name="somebody_is_in_a_team_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.team_id}"


class SeriesLeftOut(ValidPeriod):
    """An area does without an optional meeting of the approach in this period, with the reason."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="series_left_out")
    series = models.CharField(max_length=60, help_text="key of the meeting in the approach")
    reason = models.CharField(max_length=300)

    class Meta:
        constraints = [
            *ValidPeriod.Meta.constraints,
            models.UniqueConstraint(
                fields=["area", "series"],
                condition=Q(valid_to__isnull=True),
                name="a_series_is_left_out_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} not in {self.area_id}"
