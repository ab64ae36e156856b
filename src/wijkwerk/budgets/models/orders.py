"""Tables of internal purchase: what an area orders from a department (TIL-22)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from wijkwerk.budgets.models.money import Reservation
from wijkwerk.budgets.rules.orders import OrderState
from wijkwerk.people.models import Organisation, Person
from wijkwerk.thread.models import Thing


class PurchaseOrder(models.Model):
    """An order with price and term, paid from the budget of the area once what was delivered is accepted."""

    thing = models.OneToOneField(
        Thing, primary_key=True, on_delete=models.PROTECT, related_name="purchase_order"
    )
    department = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="purchase_orders")
    what = models.CharField(max_length=500)
    reservation = models.OneToOneField(Reservation, on_delete=models.PROTECT, related_name="purchase_order")
    ordered_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="purchase_orders"
    )
    ordered_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in OrderState], default=OrderState.ORDERED
    )
    delivered_on = models.DateField(null=True, blank=True)
    delivered = models.CharField(max_length=500, blank=True, help_text="what the department delivered")
    accepted_on = models.DateField(null=True, blank=True)
    sent_back = models.CharField(max_length=500, blank=True, help_text="why it was not good")

    class Meta:
        ordering = ["due_on", "thing_id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["delivered", "accepted"]) | Q(delivered_on__isnull=False),
                name="what_was_delivered_has_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"order {self.pk}"

    def is_late(self, today: date) -> bool:
        """Whether its day has passed and the department still owes it."""
        return self.state == OrderState.ORDERED and self.due_on < today
