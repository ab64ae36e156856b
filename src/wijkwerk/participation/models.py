"""Tables of participation."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area
from wijkwerk.cycles.models import CycleStep
from wijkwerk.participation.rules import RankingStatus, WishStatus
from wijkwerk.people.models import Contact, Organisation, Person
from wijkwerk.thread.models import Thing


class AskedBy(models.TextChoices):
    """Who asked at a session: often residents themselves (DEV-09)."""

    RESIDENT = "resident", _("bewoners")
    OFFICIAL = "official", _("medewerkers")


class PanelRound(models.Model):
    """The asking of one area in one cycle."""

    step = models.OneToOneField(CycleStep, on_delete=models.PROTECT, related_name="panel_round")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="panel_rounds")

    def __str__(self) -> str:
        return f"panel round {self.pk}"


class PanelSession(models.Model):
    """One occasion on which people were asked."""

    round = models.ForeignKey(PanelRound, on_delete=models.PROTECT, related_name="sessions")
    place = models.CharField(max_length=160)
    starts_at = models.DateTimeField()
    asked_by = models.CharField(max_length=10, choices=AskedBy.choices)
    askers_text = models.CharField(max_length=200, blank=True, help_text="who asked, in public words")
    attendance = models.PositiveIntegerField(null=True, blank=True)
    report = models.TextField(max_length=4000, blank=True)

    class Meta:
        ordering = ["starts_at", "id"]

    def __str__(self) -> str:
        return f"{self.place} {self.starts_at:%Y-%m-%d}"


class Contribution(models.Model):
    """A problem heard in a panel: a signal, with the session and, where someone spoke for a group, both names."""

    signal = models.OneToOneField(
        Thing, primary_key=True, on_delete=models.PROTECT, related_name="contribution"
    )
    round = models.ForeignKey(PanelRound, on_delete=models.PROTECT, related_name="contributions")
    session = models.ForeignKey(
        PanelSession, null=True, blank=True, on_delete=models.PROTECT, related_name="contributions"
    )
    group = models.CharField(max_length=160, blank=True, help_text="on behalf of which group (DEV-46)")
    supporter = models.CharField(max_length=160, blank=True, help_text="who helped them word it")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(group="") | ~Q(supporter=""), name="on_behalf_of_a_group_names_both"
            )
        ]

    def __str__(self) -> str:
        return f"contribution {self.pk}"


class Longlist(models.Model):
    """The raw list of wishes of one area in one cycle."""

    step = models.OneToOneField(CycleStep, on_delete=models.PROTECT, related_name="longlist")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="longlists")
    limit = models.PositiveSmallIntegerField(help_text="how many wishes can be carried out")

    def __str__(self) -> str:
        return f"longlist {self.pk}"


class Wish(models.Model):
    """A wished measure for a need."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="wish")
    need = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="wishes")
    longlist = models.ForeignKey(
        Longlist, null=True, blank=True, on_delete=models.PROTECT, related_name="wishes"
    )
    text = models.TextField(max_length=1000)
    theme = models.CharField(max_length=60, blank=True)
    own_contribution = models.CharField(max_length=500, blank=True)
    cost_minor = models.PositiveBigIntegerField(null=True, blank=True, help_text="estimate, minor units")
    currency = models.CharField(max_length=3, default="EUR")
    status = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in WishStatus], default=WishStatus.LISTED
    )
    passed_to = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="wishes_passed_on"
    )
    place = models.PositiveSmallIntegerField(null=True, blank=True, help_text="place in the residents' order")
    wished_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["place", "thing_id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="passed_on") | Q(passed_to__isnull=False), name="passed_on_names_to_whom"
            ),
            models.UniqueConstraint(
                fields=["longlist", "place"], condition=Q(place__isnull=False), name="one_wish_per_place"
            ),
        ]

    def __str__(self) -> str:
        return f"wish {self.pk}"


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
    used_on = models.DateField(null=True, blank=True)

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


class Ballot(models.Model):
    """One order of wishes, without the voter: no key, no time of day and no order of arrival leads back to them."""

    id = models.UUIDField(primary_key=True, editable=False)
    ranking = models.ForeignKey(Ranking, on_delete=models.PROTECT, related_name="ballots")
    order = models.JSONField(help_text="ids of wishes, best first")

    def __str__(self) -> str:
        return "ballot"
