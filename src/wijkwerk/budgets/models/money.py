"""Tables of money."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches.schema import Decider
from wijkwerk.areas.models import Area
from wijkwerk.budgets.rules.money import Account, ReservationState
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.people.models import Organisation, Person
from wijkwerk.thread.models import Thing


class FundKind(models.TextChoices):
    """Where money comes from."""

    AREA_BUDGET = "area_budget", _("wijkbudget")
    REGULAR = "regular", _("gewone begroting")
    PARTNER = "partner", _("partner")


class Fund(models.Model):
    """Money with a purpose, a legal ground and a formal decider."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=FundKind.choices)
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="funds")
    owner = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="funds"
    )
    currency = models.CharField(max_length=3, choices=[(one.value, one.value) for one in Currency])
    purpose = models.CharField(max_length=300)
    ceiling_minor = models.PositiveBigIntegerField(null=True, blank=True)
    chosen_by = models.CharField(
        max_length=120, blank=True, help_text="who chooses what it is spent on, in words"
    )
    decided_by = models.CharField(
        max_length=30,
        blank=True,
        choices=[(one.value, one.value) for one in Decider],
        help_text="who chooses, as the approach has it; empty for money that is no area budget",
    )
    formal_decider = models.CharField(max_length=120, help_text="who decides in law, in words")
    legal_ground = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(legal_ground=""), name="a_fund_names_its_legal_ground"),
            models.CheckConstraint(condition=~Q(formal_decider=""), name="a_fund_names_its_formal_decider"),
            models.UniqueConstraint(
                fields=["area", "currency"],
                condition=Q(kind="area_budget"),
                name="one_budget_per_area_and_currency",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def decider(self) -> Decider | None:
        """Who chooses what it is spent on."""
        return Decider(self.decided_by) if self.decided_by else None

    @property
    def ceiling(self) -> Money | None:
        """The most one item may cost, or None."""
        return None if self.ceiling_minor is None else Money(self.ceiling_minor, Currency(self.currency))


class Pot(models.Model):
    """One account of a fund in a calendar year. The balance follows from the movements and is kept beside them so that
    the database itself can refuse to go below zero; a test adds up both."""

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="pots")
    year = models.PositiveSmallIntegerField()
    account = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Account])
    balance = models.BigIntegerField(default=0, help_text="minor units")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["fund", "year", "account"], name="one_pot_per_fund_year_and_account"
            ),
            models.CheckConstraint(condition=Q(balance__gte=0), name="no_pot_below_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.fund_id} {self.year} {self.account}"


class Reservation(models.Model):
    """The money of one measure from one fund and year."""

    thing = models.OneToOneField(
        Thing, primary_key=True, on_delete=models.PROTECT, related_name="reservation"
    )
    measure = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="reservations")
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="reservations")
    year = models.PositiveSmallIntegerField()
    minor = models.PositiveBigIntegerField()
    state = models.CharField(
        max_length=10,
        choices=[(one.value, one.value) for one in ReservationState],
        default=ReservationState.RESERVED,
    )
    ordered_from = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="orders"
    )
    reserved_on = models.DateField()
    committed_on = models.DateField(null=True, blank=True)
    paid_on = models.DateField(null=True, blank=True)
    released_on = models.DateField(null=True, blank=True)
    booking_number = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(minor__gt=0), name="a_reservation_is_more_than_nothing"),
            models.UniqueConstraint(
                fields=["measure", "fund"],
                condition=Q(state__in=["reserved", "committed"]),
                name="a_measure_has_money_of_a_fund_once",
            ),
            models.CheckConstraint(
                condition=~Q(state="paid") | ~Q(booking_number=""), name="paid_carries_its_booking_number"
            ),
        ]

    def __str__(self) -> str:
        return f"reservation {self.pk}"

    @property
    def amount(self) -> Money:
        """The amount with its currency."""
        return Money(self.minor, Currency(self.fund.currency))


class Movement(models.Model):
    """An amount out of one pot and into another: both sides in one row. From nowhere is a grant by the council."""

    at = models.DateTimeField()
    source = models.ForeignKey(Pot, null=True, blank=True, on_delete=models.PROTECT, related_name="outgoing")
    target = models.ForeignKey(Pot, on_delete=models.PROTECT, related_name="incoming")
    minor = models.PositiveBigIntegerField()
    reservation = models.ForeignKey(
        Reservation, null=True, blank=True, on_delete=models.PROTECT, related_name="movements"
    )
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="movements")
    ground = models.CharField(max_length=200, help_text="decision or rule behind it")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(minor__gt=0), name="a_movement_is_more_than_nothing"),
            models.CheckConstraint(
                condition=Q(source__isnull=True) | ~Q(source=F("target")), name="money_moves"
            ),
        ]

    def __str__(self) -> str:
        return f"movement {self.pk}"
