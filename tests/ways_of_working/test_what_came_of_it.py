"""What is ordered, agreed or proposed can be about what a resident asked; then that resident hears what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.ways_of_working.money import YEAR, area_fund, noon
from tests.world import World, make_world
from wijkwerk.agreements import actions as agreements
from wijkwerk.answers.models import Answer, Door
from wijkwerk.answers.queries import askers_up_the_thread
from wijkwerk.budgets import actions as budgets
from wijkwerk.budgets.models import PurchaseOrder
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Invalid
from wijkwerk.people.actions import remember_contact
from wijkwerk.politics import actions as politics
from wijkwerk.signals import actions as signals
from wijkwerk.thread.models import Thing
from wijkwerk.thread.queries import causes_of

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
Turn = tuple[str, bool, date | None]


def placed(world: World, about: Thing) -> PurchaseOrder:
    return budgets.place_order(
        area=world.area,
        department=world.organisations["groen"],
        what="Zes bankjes langs het water",
        price=Money.of(4_000, "NLG"),
        due_on=DAY + timedelta(30),
        fund=area_fund(world, 10_000),
        year=YEAR,
        about=about,
        by=world.area_manager,
    )


def order(world: World, about: Thing) -> Thing:
    made = placed(world, about)
    budgets.deliver(order_id=made.pk, delivered="Zes bankjes", by=world.service_contact_officer)
    budgets.accept_delivery(order_id=made.pk, by=world.area_manager)
    return made.thing


def order_withdrawn(world: World, about: Thing) -> Thing:
    made = placed(world, about)
    budgets.withdraw_order(order_id=made.pk, why="Er staan er al.", by=world.area_manager)
    return made.thing


def proposal(world: World, about: Thing) -> Thing:
    brought = politics.forward_proposal(
        area=world.area,
        sentence="Zet bankjes langs het water",
        text="Op de avond waren tachtig bewoners.",
        to="commissie Welzijn",
        about=about,
        by=world.district_committee_member,
    )
    politics.treat(
        proposal_id=brought.pk,
        reason="Er is geld.",
        public_text="De bankjes komen er",
        body="",
        by=world.executive_board,
    )
    return brought.thing


def agreement(world: World, about: Thing) -> Thing:
    officer = world.area_office_manager
    return agreements.make_agreement(
        area=world.area,
        text="De dienst zet zes bankjes neer.",
        makers=[officer, world.organisations["groen"]],
        about=about,
        by=officer,
    ).thing


@pytest.mark.parametrize(
    ("key", "come_of_it", "told"),
    [
        ("tilburg_1997", order, [("ordered", False, DAY + timedelta(30)), ("accepted", True, None)]),
        (
            "tilburg_1997",
            order_withdrawn,
            [("ordered", False, DAY + timedelta(30)), ("withdrawn", False, None)],
        ),
        ("utrecht_1997", proposal, [("proposal_brought", False, None), ("proposal_treated", True, None)]),
        ("utrecht_1997", agreement, [("agreed", False, None)]),
    ],
)
def test_who_asked_hears_what_came_of_it(
    key: str, come_of_it: Callable[[World, Thing], Thing], told: list[Turn]
) -> None:
    world = make_world(key)
    with noon(DAY):
        signal, asker = _report(world)
        thing = come_of_it(world, signal)
    assert signal.pk in causes_of([thing.pk])[thing.pk]
    assert asker in askers_up_the_thread(thing.pk)
    assert (
        list(Answer.objects.filter(about=thing).order_by("pk").values_list("turn", "closing", "next_on"))
        == told
    )


def test_it_is_not_about_something_of_another_area_or_something_that_comes_later() -> None:
    world = make_world("utrecht_1997")
    with noon(DAY):
        signal, _asker = _report(world)
        told = Answer.objects.filter(about=proposal(world, signal)).latest("pk").thing
        with pytest.raises(Invalid, match="afspraak komt niet voort uit A-2026") as refused:
            agreement(world, told)
        assert refused.value.reason.field == "about"
        Thing.objects.filter(pk=signal.pk).update(area=world.city)
        signal.refresh_from_db()
        with pytest.raises(Invalid, match="ander gebied") as refused:
            agreement(world, signal)
        assert refused.value.reason.field == "about"


def _report(world: World) -> tuple[Thing, object]:
    signal, asker = signals.report(
        signals.Report(area=world.area, text="Er staat geen bankje langs het water.", door=Door.WEB),
        contact=remember_contact(email="bewoner@example.org"),
    )
    return signal.thing, asker
