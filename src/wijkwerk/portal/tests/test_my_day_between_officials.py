"""My day: what officials owe each other. Changed agreements, orders, deviations to look back on, reminders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.ways_of_working.money import YEAR, area_fund, noon
from tests.ways_of_working.planning import Place, place_under
from tests.world import World, make_world
from wijkwerk.agreements import actions as agreements
from wijkwerk.agreements.models import AgreementNotice
from wijkwerk.budgets import actions as budgets
from wijkwerk.budgets.models import Fund, PurchaseOrder
from wijkwerk.decisions import actions as decisions
from wijkwerk.decisions.models import Deviation
from wijkwerk.foundation.money import Money
from wijkwerk.people.models import Person
from wijkwerk.plans import actions as plans
from wijkwerk.plans.models import Plan
from wijkwerk.portal.my_day.page import my_day
from wijkwerk.portal.my_day.tasks import Press, Task
from wijkwerk.portal.tests.factories import enter
from wijkwerk.requests import actions as requests
from wijkwerk.requests.models import ServiceRequest
from wijkwerk.requests.rules import RequestState

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


def waiting(person: Person, day: date) -> list[tuple[Press, Task]]:
    """What stands on the day of this person, with what it stands under."""
    with noon(day):
        return [(section.press, task) for section in my_day(person).sections for task in section.tasks]


def urls(person: Person, day: date) -> list[tuple[Press, str]]:
    return [(press, task.action) for press, task in waiting(person, day)]


def a_changed_agreement(world: World, number: int = 0) -> None:
    with noon(DAY):
        made = agreements.make_agreement(
            area=world.area,
            text=f"Het veld blijft vrij tot {2028 + number}.",
            makers=[world.area_officer, world.organisations["groen"]],
            by=world.area_officer,
        )
        agreements.change_agreement(
            agreement_id=made.pk,
            text=f"Het veld blijft vrij tot {2027 + number}.",
            reason="De stad bouwt eerder.",
            function="wethouder wonen",
            by=world.area_alderman,
        )


def test_who_agreed_is_told_of_a_change_until_they_read_it() -> None:
    world = make_world()
    a_changed_agreement(world)
    here = reverse("agreements:agreements", args=[world.area.code])
    for person in (world.area_officer, world.service_contact_officer):
        [(press, task)] = waiting(person, DAY)
        assert (press, task.action, task.since) == (Press.NEW, here, DAY)
        assert task.what == "Een afspraak is veranderd: Het veld blijft vrij tot 2027."
        assert task.waits == "veranderd door: wethouder wonen"
    assert here not in [url for _press, url in urls(world.executor, DAY)]
    notice = AgreementNotice.objects.get(maker__person=world.area_officer)
    with noon(DAY):
        agreements.read_notice(notice_id=notice.pk, by=world.area_officer)
    assert waiting(world.area_officer, DAY) == []


def an_order(world: World, number: int = 0) -> PurchaseOrder:
    with noon(DAY):
        return budgets.place_order(
            area=world.area,
            department=world.organisations["groen"],
            what=f"Zes bankjes {number}",
            price=Money.of(100, "NLG"),
            due_on=DAY + timedelta(30),
            fund=Fund.objects.first() or area_fund(world, 10_000),
            year=YEAR,
            by=world.area_manager,
        )


def test_an_order_waits_for_the_department_and_then_for_who_ordered_it() -> None:
    world = make_world("tilburg_1997")
    manager, department = world.area_manager, world.service_contact_officer
    order = an_order(world)
    deliver = reverse("budgets:deliver", args=[order.pk])
    orders = reverse("budgets:orders", args=[world.area.code])
    accept = reverse("budgets:accept", args=[order.pk])
    assert urls(department, DAY) == urls(manager, DAY) == []
    assert urls(department, DAY + timedelta(25)) == [(Press.WEEK, deliver)]
    assert urls(manager, DAY + timedelta(25)) == []
    late = DAY + timedelta(32)
    assert urls(department, late) == [(Press.LATE, deliver)]
    [(press, task)] = waiting(manager, late)
    assert (press, task.action, task.due) == (Press.LATE, orders, DAY + timedelta(30))
    assert task.waits == "Groen en Spelen leverde nog niet"
    assert not {deliver, orders, accept} & {url for _press, url in urls(world.executor, late)}
    with noon(late):
        budgets.deliver(order_id=order.pk, delivered="Vijf bankjes", by=department)
    assert urls(department, late) == []
    assert urls(manager, late) == [(Press.NEW, accept)]
    with noon(late):
        budgets.send_back(order_id=order.pk, why="Er ontbreekt er één.", by=manager)
    assert urls(department, late) == [(Press.LATE, deliver)]
    assert urls(manager, late) == [(Press.LATE, orders)]


def a_deviation(world: World, number: int = 0) -> Deviation:
    with noon(DAY):
        asked = decisions.ask_deviation(
            area=world.area,
            policy=f"geen bankjes {number}",
            otherwise="Toch een bankje.",
            why="Ouderen rusten hier uit.",
            by=world.portfolio_holder,
        )
        decisions.weigh_deviation(
            deviation_id=asked.pk, weighing="Meer voor dan tegen.", by=world.executive_board
        )
        decisions.decide_deviation(
            deviation_id=asked.pk,
            allowed_until=DAY + timedelta(90),
            reason="Een proef.",
            body="college",
            by=world.executive_board,
        )
    return asked


def test_a_deviation_whose_term_is_over_waits_for_who_looks_back() -> None:
    world = make_world("arnhem_2023")
    deviation = a_deviation(world)
    look_back = reverse("decisions:evaluate-deviation", args=[deviation.pk])
    last = DAY + timedelta(90)
    assert look_back not in [url for _press, url in urls(world.policy_officer, last)]
    assert (Press.TODAY, look_back) in urls(world.policy_officer, last + timedelta(1))
    assert (Press.LATE, look_back) in urls(world.policy_officer, last + timedelta(2))
    assert look_back not in [url for _press, url in urls(world.service_contact_officer, last + timedelta(2))]
    with noon(last + timedelta(2)):
        decisions.evaluate_deviation(
            deviation_id=deviation.pk, evaluation="Goed gebruikt.", by=world.policy_officer
        )
    assert look_back not in [url for _press, url in urls(world.policy_officer, last + timedelta(2))]


def a_request(world: World, number: int = 0) -> ServiceRequest:
    with noon(DAY):
        return requests.ask(
            area=world.area,
            given=requests.Asked(
                sentence=f"Een drempel bij school {number}",
                service=world.organisations["groen"],
                area_needs="De kinderen steken hier over.",
                service_needs="Een telling.",
            ),
            by=world.area_manager,
        )


def test_a_service_that_was_reminded_sees_it_before_the_rest() -> None:
    world = make_world("rotterdam_2020s")
    manager, service = world.area_manager, world.service_contact_officer
    first, second = a_request(world), a_request(world, 2)
    late = DAY + timedelta(20)
    remind = [(Press.LATE, reverse("requests:remind", args=[one.pk])) for one in (first, second)]
    answer = [(Press.LATE, reverse("requests:answer", args=[one.pk])) for one in (first, second)]
    assert urls(manager, late) == remind
    assert urls(service, late) == answer
    with noon(late):
        requests.remind(request_id=second.pk, by=manager)
    assert urls(manager, late) == remind[:1], "once a day"
    assert urls(manager, late + timedelta(1)) == [remind[1], remind[0]]
    assert urls(service, late) == [answer[1], answer[0]]
    assert waiting(service, late)[0][1].waits == "Groen en Spelen · 1 keer herinnerd, op zondag 22 maart"
    assert urls(world.executor, late) == []


def test_a_reminder_shows_a_request_whose_day_is_far() -> None:
    world = make_world("rotterdam_2020s")
    asked = a_request(world)
    assert urls(world.service_contact_officer, DAY) == []
    with noon(DAY):
        requests.remind(request_id=asked.pk, by=world.area_manager)
    answer = reverse("requests:answer", args=[asked.pk])
    assert urls(world.service_contact_officer, DAY) == [(Press.NEW, answer)]
    with noon(DAY):
        requests.answer(request_id=asked.pk, answer=RequestState.YES, by=world.service_contact_officer)
    assert urls(world.service_contact_officer, DAY) == []


def a_round(place: Place, number: int = 0) -> Plan:
    """The draft of a sector plan that somebody reacted to."""
    with noon(DAY):
        officer = place.officer_of("safety")
        plan = plans.begin_plan(
            area=place.world.area,
            key="safety_plan",
            service=place.service("safety"),
            year=YEAR + number,
            by=officer,
        )
        plans.open_round(plan_id=plan.pk, intention="Licht", open_until=DAY + timedelta(14), by=officer)
        plans.react(plan_id=plan.pk, text="Zet er ook een lamp bij het hek.")
    return plan


def test_reactions_to_a_plan_wait_for_the_service_whose_plan_it_is() -> None:
    place = place_under("dordrecht_1997")
    plan = a_round(place)
    officer, other = place.officer_of("safety"), place.officer_of("housing")
    answer, close = (
        reverse("plans:act", args=[plan.thing.number, what]) for what in ("antwoord", "overleg-sluiten")
    )
    over = DAY + timedelta(15)
    assert urls(officer, DAY) == [(Press.NEW, answer)]
    assert urls(officer, over) == [(Press.LATE, answer)]
    assert waiting(officer, DAY)[0][1].waits == "1 reactie wacht op antwoord"
    assert not {answer, close} & {url for _press, url in urls(other, over)}
    with noon(DAY):
        plans.answer_reaction(
            reaction_id=plan.round.reactions.get().pk, followed="not", reason="Nee.", by=officer
        )
    assert urls(officer, DAY) == []
    assert urls(officer, over) == [(Press.LATE, close)]
    with noon(over):
        plans.close_round(plan_id=plan.pk, by=officer)
    assert urls(officer, over) == []


def test_twelve_rounds_cost_as_many_queries_as_one(client: Client) -> None:
    place = place_under("dordrecht_1997")
    officer = place.officer_of("safety")

    def queries() -> int:
        with noon(DAY):
            client.get(reverse("portal:my-day"))
            with CaptureQueriesContext(connection) as asked:
                client.get(reverse("portal:my-day"))
        return len(asked)

    a_round(place)
    enter(client, officer)
    one = queries()
    for number in range(1, 10):
        a_round(place, number)
    assert queries() == one
    assert len(waiting(officer, DAY)) == 10


CASES: list[tuple[str, str, Callable[[World, int], object]]] = [
    ("deventer_1997", "area_officer", a_changed_agreement),
    ("tilburg_1997", "area_manager", an_order),
    ("tilburg_1997", "service_contact_officer", an_order),
    ("arnhem_2023", "policy_officer", a_deviation),
    ("rotterdam_2020s", "area_manager", a_request),
    ("rotterdam_2020s", "service_contact_officer", a_request),
]


@pytest.mark.parametrize(("key", "reader", "grow"), CASES)
def test_twelve_cost_as_many_queries_as_one(
    client: Client, key: str, reader: str, grow: Callable[[World, int], object]
) -> None:
    world = make_world(key)
    person = world.people[reader]

    def queries() -> int:
        with noon(DAY + timedelta(100)):
            enter(client, person).get(reverse("portal:my-day"))
            with CaptureQueriesContext(connection) as asked:
                client.get(reverse("portal:my-day"))
        return len(asked)

    grow(world, 0)
    one = queries()
    for number in range(1, 12):
        grow(world, number)
    assert queries() == one
    assert len(waiting(person, DAY + timedelta(100))) >= 10
