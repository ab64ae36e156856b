"""Tables of what was agreed in an area, by whom, and every change of it since."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wijkwerk.areas.models import Area
from wijkwerk.decisions.models import Decision
from wijkwerk.people.models import Contact, Organisation, Person
from wijkwerk.thread.models import Thing


class Agreement(models.Model):
    """What was agreed in an area; its words now. What they were before stands with each change."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="agreement")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="agreements")
    text = models.TextField(max_length=2000)
    made_on = models.DateField()
    written_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="written_agreements"
    )

    class Meta:
        ordering = ["-made_on", "-thing_id"]

    def __str__(self) -> str:
        return f"agreement {self.pk}"


class AgreementMaker(models.Model):
    """Someone who made it: an official or partner, a party as a whole, or a resident."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="makers")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements_made"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements_made"
    )
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements_made"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(person__isnull=False, organisation__isnull=True, contact__isnull=True)
                    | Q(person__isnull=True, organisation__isnull=False, contact__isnull=True)
                    | Q(person__isnull=True, organisation__isnull=True, contact__isnull=False)
                ),
                name="a_maker_is_one_party",
            ),
            models.UniqueConstraint(
                fields=["agreement", "person"],
                condition=Q(person__isnull=False),
                name="a_person_makes_it_once",
            ),
            models.UniqueConstraint(
                fields=["agreement", "organisation"],
                condition=Q(organisation__isnull=False),
                name="a_party_makes_it_once",
            ),
            models.UniqueConstraint(
                fields=["agreement", "contact"],
                condition=Q(contact__isnull=False),
                name="a_resident_makes_it_once",
            ),
        ]

    def __str__(self) -> str:
        return f"maker of {self.agreement_id}"


class AgreementChange(models.Model):
    """What it said before, what it says since, in which function that was changed; a locked one by a decision."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="changes")
    before = models.TextField(max_length=2000)
    after = models.TextField(max_length=2000)
    changed_on = models.DateField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="agreement_changes")
    function = models.CharField(max_length=120)
    decision = models.OneToOneField(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="agreement_change"
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"change of {self.agreement_id}"


class AgreementNotice(models.Model):
    """One maker is told of one change; for who signs in it waits until it was read."""

    change = models.ForeignKey(AgreementChange, on_delete=models.PROTECT, related_name="notices")
    maker = models.ForeignKey(AgreementMaker, on_delete=models.PROTECT, related_name="notices")
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="agreement_notices_read"
    )

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["change", "maker"], name="a_maker_is_told_once")]

    def __str__(self) -> str:
        return f"notice {self.pk}"
