"""Tables of who agreed that an item is paid from a budget."""

from __future__ import annotations

from django.db import models

from wijkwerk.budgets.models.money import Fund
from wijkwerk.budgets.rules.deciders import Side
from wijkwerk.decisions.models import Decision
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.thread.models import Thing


class Consent(models.Model):
    """The yes of one side to paying for a thing from a fund, up to an amount; the decision says who, when and why."""

    thing = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="consents")
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="consents")
    side = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Side])
    minor = models.PositiveBigIntegerField(help_text="up to this amount")
    residents = models.PositiveIntegerField(null=True, blank=True, help_text="how many residents decided")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="consent")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.side} to {self.thing_id}"

    @property
    def amount(self) -> Money:
        """Up to what."""
        return Money(self.minor, Currency(self.fund.currency))
