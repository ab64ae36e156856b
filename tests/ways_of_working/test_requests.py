"""What an area asks of a service: who has to come to whom, who may order, and what silence is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.test_golden_thread import on
from tests.ways_of_working.variants import variant
from tests.world import LONG_AGO, World, make_world
from wijkwerk.approaches import Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.lifecycle import StepNotAllowed
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.requests import queries
from wijkwerk.requests.actions import Asked, answer, ask, find_service, remind, report_at_office, withdraw
from wijkwerk.requests.models import ServiceRequest
from wijkwerk.requests.rules import RequestState, Weight

pytestmark = pytest.mark.django_db

BOTH = {
    "area_needs": "De kinderen steken hier over.",
    "service_needs": "Een telling en geld uit het onderhoud.",
}


def asker(world: World) -> Person:
    """Who may ask a service under this approach, in this area."""
    for key, role in world.approach.roles.items():
        if role.may(Power.REQUEST_SERVICE) and role.area_level:
            return world.people[key]
    raise AssertionError("nobody asks")


def given(world: World, **more: object) -> Asked:
    clients = world.approach.organisation.clients
    said: dict[str, object] = {
        "service": world.organisations["groen"],
        "client": clients[0] if clients else "",
    }
    return Asked(sentence="Een drempel bij de school", **{**said, **BOTH, **more})  # type: ignore[arg-type]


def ask_service(world: World, **more: object) -> ServiceRequest:
    return ask(area=world.area, given=given(world, **more), by=asker(world))


@pytest.mark.parametrize("key", ["rotterdam_2020s", "dordrecht_1997", "utrecht_1997", "tilburg_1997"])
@pytest.mark.switch("options.service_must_answer", "true")
def test_silence_becomes_late(key: str) -> None:
    world = make_world(key)
    with on(date(2026, 3, 2)):
        asked = ask_service(world)
    assert asked.due_on == date(2026, 3, 16)
    with on(date(2026, 3, 16)):
        assert not queries.late_requests([world.area])
    with on(date(2026, 3, 17)):
        assert list(queries.late_requests([world.area])) == [asked]
        assert asked.is_late(clock.today())
        answer(request_id=asked.pk, answer=RequestState.YES, by=world.service_contact_officer)
        assert not queries.late_requests([world.area])


@pytest.mark.switch("options.service_must_answer", "false")
def test_where_a_service_need_not_answer_silence_is_never_late(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {"options.service_must_answer": False}
    world = make_world(variant(tmp_path, monkeypatch, "rotterdam_2020s", values))  # type: ignore[arg-type]
    with on(date(2026, 3, 2)):
        asked = ask_service(world)
    with on(date(2027, 3, 2)):
        assert asked.due_on is None
        assert not queries.late_requests([world.area])
        assert queries.open_requests([world.area]).get().age(clock.today()) == 365


@pytest.mark.requirement("ROT-22")
@pytest.mark.switch("options.direction", "nobody_can_demand")
def test_nobody_can_demand_and_the_service_answers_with_a_reason() -> None:
    world = make_world("rotterdam_2020s")
    manager = world.area_manager
    with pytest.raises(Refused, match="niemand kan iets eisen") as refused:
        ask(area=world.area, given=given(world, weight=Weight.ORDER), by=manager)
    reason = refused.value.reason
    assert reason.rule == "rotterdam_2020s: options.direction"
    assert reason.source.startswith("004_")
    assert "antwoordt met een reden" in str(reason.way_out)
    with pytest.raises(Invalid, match="wat de dienst nodig heeft") as incomplete:
        ask(area=world.area, given=given(world, service_needs=""), by=manager)
    assert incomplete.value.reason.field == "service_needs"
    asked = ask(area=world.area, given=given(world), by=manager)
    with pytest.raises(Invalid, match="waarom"):
        answer(request_id=asked.pk, answer=RequestState.NO, by=world.service_contact_officer)
    said = answer(
        request_id=asked.pk,
        answer=RequestState.NO,
        text="Er is te weinig breedte.",
        by=world.service_contact_officer,
    )
    assert (said.state, said.answer) == (RequestState.NO, "Er is te weinig breedte.")


@pytest.mark.switch("options.direction", "team_orders")
def test_a_team_that_orders_is_not_refused() -> None:
    world = make_world("tilburg_1997")
    ordered = ask(area=world.area, given=given(world, weight=Weight.ORDER), by=world.area_manager)
    with pytest.raises(Invalid, match="opdracht weigert een dienst niet"):
        answer(request_id=ordered.pk, answer=RequestState.NO, text="Nee.", by=world.service_contact_officer)
    later = answer(
        request_id=ordered.pk,
        answer=RequestState.OTHER_DATE,
        text="De ploeg is ziek.",
        promised_for=date(2099, 1, 1),
        by=world.service_contact_officer,
    )
    assert later.promised_for == date(2099, 1, 1)
    with pytest.raises(Refused, match="Een dienst opdracht geven"):
        ask(area=world.area, given=given(world, weight=Weight.ORDER), by=world.area_project_management)


@pytest.mark.switch("options.direction", "coordinator_to_service")
def test_the_coordinator_goes_to_the_service() -> None:
    world = make_world("dordrecht_1997")
    coordinator = world.area_coordinator
    asked = ask(area=world.area, given=given(world, area_needs="", service_needs=""), by=coordinator)
    assert asked.state == RequestState.ASKED
    with pytest.raises(Refused):
        ask(area=world.area, given=given(world, weight=Weight.ORDER), by=coordinator)
    with pytest.raises(Refused, match="coördinator van het gebied gaat naar de dienst"):
        report_at_office(area=world.area, given=given(world), by=world.service_contact_officer)


@pytest.mark.switch("options.direction", "service_to_office")
def test_the_service_reports_at_the_office_which_answers() -> None:
    world = make_world("utrecht_1997")
    with on(date(2026, 3, 2)):
        reported = report_at_office(area=world.area, given=given(world), by=world.service_contact_officer)
    with on(date(2026, 3, 20)):
        assert list(queries.at_office([world.area])) == [reported]
        assert list(queries.late_requests([world.area])) == [reported]
        with pytest.raises(Refused):
            answer(request_id=reported.pk, answer=RequestState.YES, by=world.service_contact_officer)
        answer(request_id=reported.pk, answer=RequestState.YES, by=world.area_office_manager)
    assert not queries.at_office([world.area])


@pytest.mark.requirement("UTR97-14")
def test_a_request_says_for_which_kind_of_client_it_is() -> None:
    world = make_world("utrecht_1997")
    assert len(world.approach.organisation.clients) == 4
    with pytest.raises(Invalid, match="het bestuur") as refused:
        ask_service(world, client="")
    assert refused.value.reason.source.startswith("003_")
    with on(date(2026, 3, 2)):
        for client in ("government", "market_parties", "market_parties"):
            ask_service(world, client=client)
    with on(date(2026, 4, 2)):
        report = {row.client: (row.asked, row.open, row.late) for row in queries.per_client([world.area])}
        assert report == {"government": (1, 1, 1), "market_parties": (2, 2, 2)}
        assert queries.open_requests([world.area], "market_parties").count() == 2


def test_where_no_kinds_of_client_are_told_apart_none_is_asked() -> None:
    assert ask_service(make_world("dordrecht_1997"), client="").client == ""


@pytest.mark.requirement("DOR-11")
@pytest.mark.parametrize("key", ["dordrecht_1997", "utrecht_2018"])
def test_demand_without_supply_stands_in_the_queue_with_its_age(key: str) -> None:
    world = make_world(key)
    with on(date(2026, 3, 2)):
        demand = ask_service(world, service=None)
        ask_service(world)
    with on(date(2026, 3, 22)):
        (waiting,) = queries.without_service([world.area])
        assert (waiting, waiting.age(clock.today())) == (demand, 20)
        assert not waiting.is_late(clock.today())
        with pytest.raises(StepNotAllowed):
            answer(request_id=demand.pk, answer=RequestState.YES, by=world.service_contact_officer)
        found = find_service(request_id=demand.pk, service=world.organisations["groen"], by=asker(world))
        assert found.due_on == date(2026, 4, 5)
        assert not queries.without_service([world.area])


@pytest.mark.parametrize("key", ["dordrecht_1997", "deventer_1997"])
def test_who_may_remind_does_so_once_a_day(key: str) -> None:
    world = make_world(key)
    asked = ask_service(world)
    remind(request_id=asked.pk, by=asker(world))
    with pytest.raises(Conflict):
        remind(request_id=asked.pk, by=asker(world))
    with pytest.raises(Refused):
        remind(request_id=asked.pk, by=world.service_contact_officer)
    withdraw(request_id=asked.pk, by=asker(world))
    with on(date(2099, 1, 1)), pytest.raises(Conflict):
        remind(request_id=asked.pk, by=asker(world))


def test_another_service_does_not_answer() -> None:
    world = make_world("dordrecht_1997")
    asked = ask_service(world, service=world.organisations["welzijn"])
    with pytest.raises(Refused, match="andere dienst"):
        answer(request_id=asked.pk, answer=RequestState.YES, by=world.service_contact_officer)
    with pytest.raises(Refused):
        ask(area=world.area, given=given(world), by=world.resident)


def test_who_speaks_for_a_service_in_another_area_does_not_speak_for_it_here() -> None:
    world = make_world("dordrecht_1997")
    welfare = world.organisations["welzijn"]
    asked = ask_service(world, service=welfare)
    elsewhere = Area.objects.create(
        code="elders", name="Elders", level=world.area.level, parent=world.city, valid_from=LONG_AGO
    )
    held = {
        "person": world.service_contact_officer,
        "role": "service_contact_officer",
        "valid_from": LONG_AGO,
    }
    there = RoleHeld.objects.create(organisation=welfare, area=elsewhere, **held)
    with pytest.raises(Refused, match="andere dienst"):
        answer(request_id=asked.pk, answer=RequestState.YES, by=Person.objects.get(pk=held["person"].pk))
    RoleHeld.objects.filter(pk=there.pk).update(area=world.area)
    assert answer(request_id=asked.pk, answer=RequestState.YES, by=Person.objects.get(pk=held["person"].pk))
