"""Two people reach for the last money at the same moment: one gets it. Shown on PostgreSQL, with real connections."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from wijkwerk.budgets import actions
from wijkwerk.budgets.models import Pot, Reservation
from wijkwerk.budgets.queries import balance, derived
from wijkwerk.budgets.rules import ReservationState
from wijkwerk.budgets.tests.test_ledger import YEAR, Purse, a_purse, euros, reserved
from wijkwerk.foundation.reasons import Refused

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do all of these at the same moment, each on its own connection; what each gave, or the refusal it met."""
    start, found = Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        try:
            start.wait(timeout=10)
            found[place] = act()
        except Exception as error:
            found[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return found


def assert_it_adds_up(purse: Purse) -> None:
    for pot in Pot.objects.all():
        assert pot.balance == derived(pot) >= 0
    assert balance(purse.fund, YEAR).granted == euros(1000)


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_who_reserve_the_last_money_one_gets_it_and_the_other_hears_what_is_left(attempt: int) -> None:
    purse = a_purse()
    wanted = [purse.measure(), purse.measure()]
    found = at_once(
        *(
            lambda measure=measure: actions.reserve(
                measure=measure, fund=purse.fund, year=YEAR, amount=euros(600), by=purse.world.budget_keeper
            )
            for measure in wanted
        )
    )
    assert sorted(type(each).__name__ for each in found) == ["NotEnough", "Reservation"]
    refused = next(each for each in found if isinstance(each, Refused))
    assert "Er is nog € 400 vrij" in str(refused.reason)
    assert Reservation.objects.filter(fund=purse.fund).count() == 1
    assert_it_adds_up(purse)


def test_who_reserves_and_who_releases_do_not_hold_each_other() -> None:
    purse = a_purse()
    keeper = purse.world.budget_keeper
    held = [reserved(purse, 100) for _ in range(4)]
    wanted = [purse.measure() for _ in range(4)]
    found = at_once(
        *(lambda one=one: actions.release(reservation_id=one.pk, by=keeper) for one in held),
        *(
            lambda measure=measure: actions.reserve(
                measure=measure, fund=purse.fund, year=YEAR, amount=euros(100), by=keeper
            )
            for measure in wanted
        ),
    )
    assert [type(each).__name__ for each in found] == ["Reservation"] * 8
    assert balance(purse.fund, YEAR).reserved == euros(400)
    assert_it_adds_up(purse)


def test_one_reservation_is_committed_once() -> None:
    purse = a_purse()
    one = reserved(purse, 100)
    keeper = purse.world.budget_keeper
    found = at_once(
        *[lambda: actions.commit_money(reservation_id=one.pk, ordered_from=None, by=keeper) for _ in range(3)]
    )
    assert sorted(type(each).__name__ for each in found) == [
        "Reservation",
        "StepNotAllowed",
        "StepNotAllowed",
    ]
    one.refresh_from_db()
    assert one.state == ReservationState.COMMITTED
    assert_it_adds_up(purse)


def test_a_measure_is_not_given_money_twice_by_two_at_once() -> None:
    purse = a_purse()
    measure = purse.measure()
    found = at_once(
        *[
            lambda: actions.reserve(
                measure=measure, fund=purse.fund, year=YEAR, amount=euros(10), by=purse.world.budget_keeper
            )
            for _ in range(3)
        ]
    )
    assert sorted(type(each).__name__ for each in found) == ["Conflict", "Conflict", "Reservation"]


def test_the_budget_of_a_year_is_opened_once() -> None:
    purse = a_purse(units=0)
    actions.grant_from_council(fund=purse.regular, year=YEAR, amount=euros(500_000), ground="begroting")
    found = at_once(
        *[
            lambda: actions.grant_by_formula(
                area=purse.world.area,
                year=YEAR,
                regular=purse.regular,
                ground="raad",
                by=purse.world.executive_board,
            )
            for _ in range(3)
        ]
    )
    assert sorted(type(each).__name__ for each in found) == ["Conflict", "Conflict", "Fund"]
    assert balance(purse.fund, YEAR).granted == euros(110_000)
