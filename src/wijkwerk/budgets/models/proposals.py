"""Tables of proposals for more budget (begrotingsvoorstel, DOR-15)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from wijkwerk.budgets.models.money import Fund
from wijkwerk.budgets.rules.orders import ProposalState
from wijkwerk.decisions.models import Decision
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing


class BudgetProposal(models.Model):
    """The board is asked for what a wish costs beyond the room a service has left."""

    thing = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="budget_proposals")
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="budget_proposals")
    year = models.PositiveSmallIntegerField()
    minor = models.PositiveBigIntegerField(help_text="what the wish costs")
    room_minor = models.PositiveBigIntegerField(help_text="what the service had left when it was asked")
    reason = models.TextField(max_length=2000)
    state = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in ProposalState], default=ProposalState.ASKED
    )
    asked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="budget_proposals")
    asked_on = models.DateField()
    decision = models.OneToOneField(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="budget_proposal"
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minor__gt=F("room_minor")), name="a_proposal_asks_for_what_does_not_fit"
            ),
            models.UniqueConstraint(
                fields=["thing"], condition=Q(state="asked"), name="the_board_is_asked_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state="asked") | Q(decision__isnull=False), name="its_outcome_is_a_decision"
            ),
        ]

    def __str__(self) -> str:
        return f"budget proposal {self.pk}"

    @property
    def cost(self) -> Money:
        """What the wish costs."""
        return Money(self.minor, Currency(self.fund.currency))

    @property
    def shortage(self) -> Money:
        """What the service lacks."""
        return Money(self.minor - self.room_minor, Currency(self.fund.currency))
