"""Whatever people do in whatever order: no pot below zero, no money made or lost, both sides always booked."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.world import World, make_world
from wijkwerk.budgets import actions
from wijkwerk.budgets.models import Fund, FundKind, Movement, Pot, Reservation
from wijkwerk.budgets.queries import balance, derived
from wijkwerk.budgets.rules import Account, ReservationState
from wijkwerk.foundation.lifecycle import StepNotAllowed
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Refused
from wijkwerk.thread.actions import bear
from wijkwerk.thread.models import Thing

pytestmark = pytest.mark.django_db
YEAR = 2026


@dataclass
class Purse:
    """A world with an area budget, the regular budget it comes from, and measures to pay."""

    world: World
    fund: Fund
    regular: Fund
    measures: list[Thing] = field(default_factory=list)

    def measure(self) -> Thing:
        self.measures.append(
            bear("measure", area=self.world.area, sentence=f"maatregel {len(self.measures)}")
        )
        return self.measures[-1]


def a_purse(units: int = 1000, ceiling: int | None = None) -> Purse:
    world = make_world()
    of_law = {"purpose": "kleinere maatregelen", "formal_decider": "college", "legal_ground": "art. 160"}
    regular = actions.open_fund(name="groen", kind=FundKind.REGULAR, currency="EUR", **of_law)
    fund = actions.open_fund(
        name="wijkbudget Voorstad",
        kind=FundKind.AREA_BUDGET,
        area=world.area,
        currency="EUR",
        ceiling=Money.of(ceiling, "EUR") if ceiling else None,
        **of_law,
    )
    actions.grant_from_council(fund=regular, year=YEAR, amount=Money.of(5000, "EUR"), ground="begroting")
    if units:
        actions.grant_area_budget(
            fund=fund,
            regular=regular,
            year=YEAR,
            amount=Money.of(units, "EUR"),
            ground="raad",
            by=world.executive_board,
        )
    return Purse(world, fund, regular)


@pytest.fixture
def purse() -> Purse:
    return a_purse()


def euros(amount: int) -> Money:
    return Money.of(amount, "EUR")


def reserved(purse: Purse, amount: int) -> Reservation:
    return actions.reserve(
        measure=purse.measure(),
        fund=purse.fund,
        year=YEAR,
        amount=euros(amount),
        by=purse.world.budget_keeper,
    )


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["grant", "reserve", "commit", "pay", "release"]),
        st.integers(0, 5),
        st.integers(-50_000, 200_000),
    ),
    max_size=25,
)


@given(OPERATIONS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_ledger_adds_up_after_any_list_of_operations(
    purse: Purse, operations: list[tuple[str, int, int]]
) -> None:
    point = transaction.savepoint()
    world, granted = purse.world, 6000 * 100 - 1000 * 100
    for what, which, minor in operations:
        known = list(Reservation.objects.filter(fund=purse.fund).order_by("pk"))
        one = known[which % len(known)] if known else None
        amount = Money(minor, purse.fund.currency)
        before = snapshot()
        try:
            if what == "grant":
                actions.grant_area_budget(
                    fund=purse.fund,
                    regular=purse.regular,
                    year=YEAR,
                    amount=amount,
                    ground="raad",
                    by=world.executive_board,
                )
            elif what == "reserve":
                actions.reserve(
                    measure=purse.measure(), fund=purse.fund, year=YEAR, amount=amount, by=world.budget_keeper
                )
            elif one is not None and what == "commit":
                actions.commit_money(reservation_id=one.pk, ordered_from=None, by=world.budget_keeper)
            elif one is not None and what == "pay":
                actions.book_payment(
                    reservation_id=one.pk, booking_number="7", by=world.financial_administrator
                )
            elif one is not None and what == "release":
                actions.release(reservation_id=one.pk, by=world.budget_keeper)
        except Refused:
            assert snapshot() == before, "a refused operation leaves nothing behind"
        for pot in Pot.objects.all():
            assert pot.balance >= 0
            assert pot.balance == derived(pot)
        assert Pot.objects.aggregate(all=Sum("balance"))["all"] == granted, (
            "money is moved, never made or lost"
        )
        assert_pots_are_their_reservations(purse.fund)
    transaction.savepoint_rollback(point)


def snapshot() -> tuple[object, ...]:
    return (
        list(Pot.objects.filter(balance__gt=0).order_by("pk").values_list("pk", "balance")),
        Movement.objects.count(),
        list(Reservation.objects.order_by("pk").values_list("pk", "state")),
    )


def assert_pots_are_their_reservations(fund: Fund) -> None:
    stand = balance(fund, YEAR)
    for state, amount in (
        (ReservationState.RESERVED, stand.reserved),
        (ReservationState.COMMITTED, stand.committed),
        (ReservationState.PAID, stand.paid),
    ):
        total = Reservation.objects.filter(fund=fund, state=state).aggregate(all=Sum("minor"))["all"] or 0
        assert amount.minor == total
    assert stand.granted == stand.free + stand.reserved + stand.committed + stand.paid


@pytest.mark.requirement("DEV-55")
def test_an_area_budget_is_taken_from_the_regular_budget_and_booked_on_both_sides(purse: Purse) -> None:
    assert balance(purse.regular, YEAR).free == euros(4000)
    assert balance(purse.fund, YEAR).granted == euros(1000)
    (movement,) = Movement.objects.filter(source__fund=purse.regular)
    assert (movement.target.fund, movement.minor) == (purse.fund, 100_000)


@pytest.mark.requirement("DEV-55")
def test_more_than_the_regular_budget_has_cannot_be_given(purse: Purse) -> None:
    with pytest.raises(actions.NotEnough, match=r"Er is nog € 4\.000 vrij in groen"):
        actions.grant_area_budget(
            fund=purse.fund,
            regular=purse.regular,
            year=YEAR,
            amount=euros(4001),
            ground="raad",
            by=purse.world.executive_board,
        )
    assert balance(purse.fund, YEAR).granted == euros(1000)


def test_a_reservation_walks_to_paid(purse: Purse) -> None:
    world, one = purse.world, reserved(purse, 300)
    actions.commit_money(reservation_id=one.pk, ordered_from=None, by=world.budget_keeper)
    actions.book_payment(reservation_id=one.pk, booking_number=" 26-1 ", by=world.financial_administrator)
    one.refresh_from_db()
    assert (one.state, one.booking_number) == (ReservationState.PAID, "26-1")
    stand = balance(purse.fund, YEAR)
    assert (stand.free, stand.paid, stand.granted) == (euros(700), euros(300), euros(1000))
    with pytest.raises(StepNotAllowed):
        actions.release(reservation_id=one.pk, by=world.budget_keeper)


@pytest.mark.parametrize("number", ["", "   "])
def test_paid_carries_a_booking_number(purse: Purse, number: str) -> None:
    one = reserved(purse, 300)
    actions.commit_money(reservation_id=one.pk, ordered_from=None, by=purse.world.budget_keeper)
    with pytest.raises(Refused) as refused:
        actions.book_payment(
            reservation_id=one.pk, booking_number=number, by=purse.world.financial_administrator
        )
    assert refused.value.reason.field == "booking_number"
    with pytest.raises(IntegrityError), transaction.atomic():
        Reservation.objects.filter(pk=one.pk).update(state=ReservationState.PAID)


@pytest.mark.parametrize("amount", [0, -1, -500])
def test_an_amount_is_more_than_nothing(purse: Purse, amount: int) -> None:
    with pytest.raises(Refused, match="meer is dan nul") as refused:
        reserved(purse, amount)
    assert refused.value.reason.field == "amount"
    assert not Reservation.objects.exists()


def test_guilders_and_euros_are_never_one_sum(purse: Purse) -> None:
    with pytest.raises(Refused, match="rekent in euro’s; ƒ 100 kan daar niet bij") as refused:
        actions.reserve(
            measure=purse.measure(),
            fund=purse.fund,
            year=YEAR,
            amount=Money.of(100, "NLG"),
            by=purse.world.budget_keeper,
        )
    assert refused.value.reason.field == "amount"
    assert Thing.objects.filter(kind="money").count() == 0


@pytest.mark.requirement("DEV-18")
def test_an_item_over_the_ceiling_is_refused_with_the_reason_and_the_way_out() -> None:
    purse = a_purse(ceiling=250)
    with pytest.raises(Refused, match="hoogstens € 250") as refused:
        reserved(purse, 251)
    reason = refused.value.reason
    assert (reason.field, reason.value) == ("amount", "€ 250")
    assert "kleinere maatregelen" in str(reason)
    assert "gewone begroting" in str(reason.way_out)
    assert reserved(purse, 250).minor == 25_000


@pytest.mark.requirement("DEV-18")
def test_the_ceiling_holds_for_all_money_of_one_measure_together() -> None:
    purse = a_purse(ceiling=250)
    one = reserved(purse, 200)
    again = {"measure": one.measure, "fund": purse.fund, "year": YEAR, "by": purse.world.budget_keeper}
    with pytest.raises(Refused, match="al geld gereserveerd"):
        actions.reserve(amount=euros(10), **again)
    actions.commit_money(reservation_id=one.pk, ordered_from=None, by=purse.world.budget_keeper)
    actions.book_payment(reservation_id=one.pk, booking_number="1", by=purse.world.financial_administrator)
    with pytest.raises(Refused, match="hoogstens"):
        actions.reserve(amount=euros(51), **again)
    assert actions.reserve(amount=euros(50), **again).minor == 5_000


def test_an_area_pays_its_own_measures_only(purse: Purse) -> None:
    elsewhere = bear("measure", area=purse.world.neighbourhood, sentence="elders")
    with pytest.raises(Refused, match="andere wijk") as refused:
        actions.reserve(
            measure=elsewhere, fund=purse.fund, year=YEAR, amount=euros(1), by=purse.world.budget_keeper
        )
    assert refused.value.reason.field == "fund"


def test_the_database_refuses_a_pot_below_zero(purse: Purse) -> None:
    free = Pot.objects.get(fund=purse.fund, account=Account.FREE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pot.objects.filter(pk=free.pk).update(balance=-1)


def test_released_money_is_free_again_and_says_why(purse: Purse) -> None:
    one = reserved(purse, 300)
    actions.release(reservation_id=one.pk, by=purse.world.budget_keeper, reason="Bewoners deden het zelf.")
    assert balance(purse.fund, YEAR).free == euros(1000)
    assert Movement.objects.order_by("-id")[0].ground == "Bewoners deden het zelf."
    one.thing.refresh_from_db()
    assert one.thing.ended_on


@pytest.mark.parametrize(
    ("role", "act"),
    [
        ("area_alderman", "reserve"),
        ("resident_team_member", "reserve"),
        ("area_officer", "commit"),
        ("budget_keeper", "pay"),
        ("financial_administrator", "commit"),
    ],
)
def test_promising_committing_and_paying_are_different_hands(purse: Purse, role: str, act: str) -> None:
    one = reserved(purse, 100)
    by = getattr(purse.world, role)
    if act == "pay":
        actions.commit_money(reservation_id=one.pk, ordered_from=None, by=purse.world.budget_keeper)
    tries = {
        "reserve": lambda: actions.reserve(
            measure=purse.measure(), fund=purse.fund, year=YEAR, amount=euros(1), by=by
        ),
        "commit": lambda: actions.commit_money(reservation_id=one.pk, ordered_from=None, by=by),
        "pay": lambda: actions.book_payment(reservation_id=one.pk, booking_number="1", by=by),
    }
    with pytest.raises(Refused) as refused:
        tries[act]()
    assert refused.value.status == 403
