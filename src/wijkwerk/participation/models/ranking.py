"""Tables of ranking: the roll and the ballots, which nothing joins."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wijkwerk.areas.models import Area
from wijkwerk.participation.models.wishes import Longlist
from wijkwerk.participation.rules import RankingStatus
from wijkwerk.people.models import Contact, Person


class Ranking(models.Model):
    """Residents order the longlist."""

    longlist = models.OneToOneField(Longlist, on_delete=models.PROTECT, related_name="ranking")
    status = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in RankingStatus], default=RankingStatus.OPEN
    )
    opened_on = models.DateField()
    closes_on = models.DateField()
    most = models.PositiveSmallIntegerField(null=True, blank=True, help_text="places on one form")
    seed = models.PositiveIntegerField(help_text="published before the count: decides a lot")
    result = models.JSONField(null=True, blank=True)
    missing = models.CharField(max_length=300, blank=True, help_text="who took little part, in words")
    counted_on = models.DateField(null=True, blank=True)
    forms_printed = models.PositiveIntegerField(default=0, help_text="paper forms given out, numbered from 1")

    def __str__(self) -> str:
        return f"ranking {self.pk}"


class Voter(models.Model):
    """The roll: who took part, never what they chose. One per e-mail address or per paper form."""

    ranking = models.ForeignKey(Ranking, on_delete=models.PROTECT, related_name="roll")
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="rankings"
    )
    paper_form = models.CharField(max_length=20, blank=True, help_text="number printed on the form")
    neighbourhood = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="voters"
    )
    entered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="entered_ballots"
    )
    on_paper = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    # Not when: a day beside every name would tell whose form came in with which.
    used = models.BooleanField(default=False, help_text="a form was handed in")
    hear_result = models.BooleanField(default=False, help_text="wants a mail with the result")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ranking", "contact"],
                condition=Q(contact__isnull=False),
                name="one_ranking_per_address",
            ),
            models.UniqueConstraint(
                fields=["ranking", "paper_form"],
                condition=~Q(paper_form=""),
                name="one_ranking_per_paper_form",
            ),
        ]

    def __str__(self) -> str:
        return f"voter {self.pk}"


class Draft(models.Model):
    """An order someone is still working on. Gone, row and all, once it is handed in or the count is done."""

    voter = models.OneToOneField(Voter, primary_key=True, on_delete=models.CASCADE, related_name="draft")
    order = models.JSONField(default=list, help_text="ids of wishes, best first")

    def __str__(self) -> str:
        return "draft"


class Ballot(models.Model):
    """One order of wishes, without the voter: no key, no time of day and no order of arrival leads back to them."""

    id = models.UUIDField(primary_key=True, editable=False)
    ranking = models.ForeignKey(Ranking, on_delete=models.PROTECT, related_name="ballots")
    order = models.JSONField(help_text="ids of wishes, best first")

    def __str__(self) -> str:
        return "ballot"
