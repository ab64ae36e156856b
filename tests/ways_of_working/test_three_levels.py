"""Each question lies on one of three levels; what concerns one person stands on no board of an area."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World, make_world
from wijkwerk.answers.models import Door
from wijkwerk.approaches import Power
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.signals import actions
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import QuestionLevel, Route, level_of

pytestmark = pytest.mark.django_db

BOARDS = (
    "portal:area",
    "needs:needs",
    "needs:bundle",
    "politics:process",
    "politics:arrangement",
    "politics:board-list",
)


def sorter(world: World) -> Person:
    """Whoever sorts questions here."""
    return next(one for one in world.people.values() if may(one, Power.TRIAGE_SIGNAL, within=world.area))


def sorted_to(world: World, route: Route, text: str) -> Signal:
    signal, _asker = actions.report(actions.Report(area=world.area, text=text, door=Door.WEB), contact=None)
    sorting = actions.Sorting(destination=route, answer="Bel 14 0570.", service=world.organisations["groen"])
    return actions.triage(signal_id=signal.pk, sorting=sorting, by=sorter(world))


def entered(person: Person) -> Client:
    client = Client()
    assert person.account is not None
    client.force_login(person.account)
    return client


@pytest.mark.requirement("TIL-04")
def test_every_route_lies_on_one_of_three_levels() -> None:
    assert {level_of(route) for route in Route} == set(QuestionLevel)
    assert [route for route in Route if level_of(route) is QuestionLevel.PRIVATE_SERVICE] == [
        Route.INDIVIDUAL
    ]
    assert level_of(Route.SUPRA_AREA) is QuestionLevel.CITY_POLICY


@pytest.mark.requirement("TIL-04")
@pytest.mark.parametrize(
    ("route", "level"),
    [
        (Route.REGULAR, "de wijk"),
        (Route.SUPRA_AREA, "stedelijk beleid"),
        (Route.INDIVIDUAL, "dienst aan één persoon"),
    ],
)
def test_staff_see_the_level_of_a_question(route: Route, level: str) -> None:
    world = make_world("tilburg_1997")
    signal = sorted_to(world, route, "De bus komt niet meer")
    staff = entered(sorter(world))
    assert (
        f"niveau: {level}"
        in staff.get(reverse("signals:triage", args=[signal.thing.number])).content.decode()
    )


@pytest.mark.requirement("TIL-04")
@pytest.mark.parametrize("key", ["tilburg_1997", "deventer_1997"])
def test_what_concerns_one_person_enters_no_board(key: str) -> None:
    world = make_world(key)
    lamp = sorted_to(world, Route.REGULAR, "De lamp is kapot")
    own = sorted_to(world, Route.INDIVIDUAL, "Mijn uitkering is gestopt")
    pages: dict[tuple[str, str], str] = {}
    for name, person in world.people.items():
        client = entered(person)
        addresses = [*(reverse(board, args=[world.area.code]) for board in BOARDS), reverse("portal:my-day")]
        answers = {address: client.get(address, follow=True) for address in addresses}
        pages |= {(name, at): one.content.decode() for at, one in answers.items() if one.status_code == 200}
    assert any(lamp.thing.number in page for page in pages.values()), "boards do show questions of the wijk"
    for where, page in pages.items():
        assert own.thing.number not in page, where
        assert "uitkering is gestopt" not in page, where
        assert "Een persoonlijke vraag" not in page, where
