"""The pages of requests: asked, answered, reminded, as each reader sees them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.test_golden_thread import on
from tests.world import World, make_world
from wijkwerk.foundation import clock
from wijkwerk.people.models import Person
from wijkwerk.requests.actions import Asked, answer, ask, withdraw
from wijkwerk.requests.models import Assignment, ServiceRequest
from wijkwerk.requests.rules import RequestState
from wijkwerk.thread.actions import bear
from wijkwerk.thread.story import tell_story

pytestmark = pytest.mark.django_db


def enter(person: Person) -> Client:
    client = Client()
    assert person.account is not None
    client.force_login(person.account)
    return client


def a_request(world: World, sentence: str = "Een stopcontact op het plein") -> ServiceRequest:
    return ask(
        area=world.area, given=Asked(sentence, service=world.organisations["groen"]), by=world.area_officer
    )


def url(name: str, *args: object) -> str:
    return reverse(f"requests:{name}", args=args)


def test_from_question_to_answer_in_the_browser() -> None:
    world = make_world()
    thing = bear("need", area=world.area, sentence="Stroom op het plein", public=True)
    officer, service = enter(world.area_officer), enter(world.service_contact_officer)
    page = officer.get(url("ask", world.area.code)).content.decode()
    assert "Opdracht" not in page  # Deventer's officer cannot order, and reads why
    given = {"sentence": "Een stopcontact", "service": world.organisations["groen"].pk, "about": thing.number}
    sent = officer.post(url("ask", world.area.code), given)
    made = ServiceRequest.objects.get()
    assert sent.headers["Location"] == url("request", made.pk)
    day = service.get(reverse("portal:my-day")).content.decode()
    assert "Een stopcontact" not in day  # due in two weeks: it can wait
    with on(made.due_on):  # type: ignore[arg-type]
        assert "Een stopcontact" in service.get(reverse("portal:my-day")).content.decode()
    refused = service.post(url("answer", made.pk), {"answer": "no"})
    assert refused.status_code == 422
    assert "Schrijf waarom" in refused.content.decode()
    service.post(url("answer", made.pk), {"answer": "no", "text": "Er ligt geen kabel."})
    page = officer.get(url("request", made.pk)).content.decode()
    assert "Er ligt geen kabel." in page
    told = [str(moment.title) for moment in tell_story(thing, None).moments]
    assert told == ["Gevraagd aan Groen en Spelen", "Groen en Spelen zegt nee"]


def test_silence_stands_on_my_day_and_is_reminded_of() -> None:
    world = make_world()
    made = a_request(world)
    officer = enter(world.area_officer)
    late = made.due_on.replace(year=made.due_on.year + 1)  # type: ignore[union-attr]
    with on(late):
        assert "Een stopcontact" in officer.get(reverse("portal:my-day")).content.decode()
        assert "te laat" in officer.get(url("mine") + "?stand=te-laat").content.decode()
        assert officer.post(url("remind", made.pk)).status_code == 302
        again = officer.post(url("remind", made.pk))
        assert again.status_code == 422
        assert made.reminders.get().on == clock.today()


def test_a_refused_ask_keeps_what_was_typed() -> None:
    world = make_world("rotterdam_2020s")
    page = enter(world.area_manager).post(
        url("ask", world.area.code), {"sentence": "Drempel", "area_needs": "Kinderen steken over."}
    )
    assert page.status_code == 422
    body = page.content.decode()
    assert "Kinderen steken over." in body
    assert "niemand kan iets eisen" in body
    assert 'id="id_service_needs"' in body


def test_who_has_no_part_in_it_reads_the_reason() -> None:
    world = make_world()
    made = a_request(world)
    stranger = enter(world.executor)
    for name, args in (("ask", [world.area.code]), ("answer", [made.pk]), ("withdraw", [made.pk])):
        assert stranger.get(url(name, *args)).status_code == 403
    # Here no service reports at an office.
    assert enter(world.service_contact_officer).get(url("report", world.area.code)).status_code == 403
    mine = enter(world.service_contact_officer).get(url("mine")).content.decode()
    assert url("report", world.area.code) not in mine
    assert Client().get(url("mine")).status_code == 302


def test_kinds_of_client_are_counted_on_the_page() -> None:
    world = make_world("utrecht_1997")
    manager = enter(world.area_office_manager)
    given = {"sentence": "Een drempel", "client": "market_parties"}
    manager.post(url("ask", world.area.code), given)
    body = manager.get(url("mine") + "?stand=zonder-dienst").content.decode()
    assert "marktpartijen" in body
    assert "nog geen dienst" in body
    service = enter(world.service_contact_officer)
    assert url("report", world.area.code) in service.get(url("mine")).content.decode()
    assert url("report", world.area.code) not in manager.get(url("mine")).content.decode()
    assert service.get(url("report", world.area.code)).status_code == 200


def test_what_was_withdrawn_has_no_answer() -> None:
    world = make_world()
    kept, gone = a_request(world, "Een bank"), a_request(world, "Een hek")
    withdraw(request_id=gone.pk, by=world.area_officer)
    answer(request_id=kept.pk, answer=RequestState.YES, by=world.service_contact_officer)
    officer = enter(world.area_officer)
    answered = officer.get(url("mine") + "?stand=beantwoord").content.decode()
    withdrawn = officer.get(url("mine") + "?stand=ingetrokken").content.decode()
    assert ("Een bank" in answered, "Een hek" in answered) == (True, False)
    assert ("Een bank" in withdrawn, "Een hek" in withdrawn) == (False, True)


def test_the_list_costs_the_same_for_many() -> None:
    world = make_world()
    client = enter(world.area_officer)
    a_request(world)
    counted = []
    for number in range(2):
        for _row in range(11 * number):
            a_request(world, f"Nog iets {number}")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(url("mine"))
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_an_assignment_from_question_to_looking_back() -> None:
    world = make_world("den_haag_2018")
    giver, taker = enter(world.portfolio_holder), enter(world.programme_manager)
    given = {
        "taker": world.programme_manager.pk,
        "order": "Maak er alsnog een succes van.",
        "results": "Elke wijk heeft een plan\n\nDe raad vertrouwt het",
        "of_giver": "Rugdekking",
    }
    refused = giver.post(url("assign", world.area.code), given)
    assert refused.status_code == 422
    assert "Maak er alsnog een succes van." in refused.content.decode()
    assert (
        giver.post(url("assign", world.area.code), {**given, "of_taker": "Eerlijk zijn"}).status_code == 302
    )
    made = Assignment.objects.get()
    assert enter(world.policy_officer).post(url("sign", made.pk)).status_code == 403
    for each in (giver, taker):
        assert "Onderteken" in each.get(url("assignment", made.pk)).content.decode()
        each.post(url("sign", made.pk))
    told = {
        **{f"reached_{each.pk}": "yes" for each in made.results.all()},
        "conclusion": "Vertrouwen komt met uitleg.",
    }
    inside = taker.post(url("look-back", made.pk), {**told, "evaluator": world.organisations["groen"].pk})
    assert inside.status_code == 403
    taker.post(url("look-back", made.pk), {**told, "evaluator": world.organisations["welzijn"].pk})
    body = giver.get(url("assignment", made.pk)).content.decode()
    assert "Vertrouwen komt met uitleg." in body
    assert body.count("bereikt") == 2
    assert "teruggekeken" in giver.get(url("assignments")).content.decode()


def test_where_no_assignment_is_known_none_is_recorded() -> None:
    world = make_world()
    assert enter(world.portfolio_holder).get(url("assign", world.area.code)).status_code == 403
    assert "Nog geen opdrachten" in enter(world.area_officer).get(url("assignments")).content.decode()
