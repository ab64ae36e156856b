"""What holds in an area stands on one page; whoever may decide does so from there, others read why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.ways_of_working.money import noon
from tests.world import World, make_world
from wijkwerk.approaches import Involvement
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.actions import may_ask_deviation, may_change_say, may_step_aside
from wijkwerk.decisions.models import AdoptionRoute, Consultation, Deviation, SayStep, ScopeCase, SteppedAside
from wijkwerk.foundation.reasons import Verdict
from wijkwerk.people.models import Person
from wijkwerk.thread.actions import bear

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
IN_A_YEAR = (DAY + timedelta(365)).isoformat()


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.account)
    return client


def text(response: object) -> str:
    return " ".join(response.content.decode().split())


def page(world: World, person: Person | None = None, **query: str) -> str:
    client = signed_in(person) if person else Client()
    return text(client.get(reverse("decisions:area", args=[world.area.code]), query))


def send(person: Person, name: str, *args: object, **data: object) -> object:
    with noon(DAY):
        return signed_in(person).post(reverse(f"decisions:{name}", args=args), data)


def test_a_doubtful_case_is_decided_on_the_page_and_found() -> None:
    world = make_world("amersfoort_advice_1997")
    given = {
        "subject": "Bus door de wijk",
        "example": "Lijn 4 stopt niet meer.",
        "belongs": "depends",
        "depends_on": "of de lijn verschuift",
        "reason": "De lijn raakt de hele stad.",
        "body": "wijkambtenaar",
    }
    empty = send(world.area_officer, "scope", world.area.code, **{**given, "depends_on": ""})
    assert empty.status_code == 422
    assert "Schrijf waar het van afhangt" in text(empty)
    assert send(world.area_officer, "scope", world.area.code, **given).status_code == 302
    assert ScopeCase.objects.get().belongs == "depends"
    for words in ("Bus door de wijk", "of de lijn verschuift", "schouwburg", "hangt ervan af"):
        assert words.casefold() in page(world).casefold()
    assert "schouwburg" not in page(world, woorden="bus")
    assert "Bus door de wijk" not in page(world, uitkomst="supra_area")
    assert "Niets gevonden" in page(world, woorden="zwembad")
    assert page(world, uitkomst="x")


def test_say_is_stepped_up_and_looked_back_on() -> None:
    world = make_world("amersfoort_advice_1997")
    given = {"level": "co_decide", "reason": "Zij kunnen het.", "body": "gemeenteraad"}
    assert send(world.portfolio_holder, "say", world.area.code, **given).status_code == 302
    too_soon = send(world.portfolio_holder, "say", world.area.code, **{**given, "level": "decide"})
    assert "nog niet geëvalueerd" in text(too_soon)
    back = send(
        world.policy_officer, "evaluate-say", world.area.code, evaluation="Goed gegaan.", worked="yes"
    )
    assert back.status_code == 302
    assert SayStep.objects.get().worked is True
    assert "Bewoners beslissen mee." in page(world)
    assert "Goed gegaan." in page(world)
    assert send(world.area_officer, "say", world.area.code).status_code == 403


def test_room_is_given_announced_and_taken_back_on_the_pages() -> None:
    world = make_world("arnhem_2023")
    alderman = world.portfolio_holder
    given = {
        "scope": "het plantsoen",
        "limits": "De bomen blijven.",
        "residents": "Bewoners van de Kade",
        "ends_on": IN_A_YEAR,
        "notice_days": "30",
        "reason": "Zij doen het beter.",
        "body": "wethouder",
    }
    assert send(alderman, "step-aside", world.area.code, **given).status_code == 302
    room = SteppedAside.objects.get()
    with noon(DAY):
        assert "Kondig aan dat u toch besluit" in page(world, alderman)
        assert "Kondig aan dat u toch besluit" not in page(world)
        assert "Bewoners van de Kade" in page(world)
    early = send(alderman, "overrule", room.pk, public_text="Wij snoeien", body="wethouder")
    assert early.status_code == 422
    assert "Kondig het eerst aan" in text(early)
    told = send(
        alderman, "announce", room.pk, reason="Takken.", effective_from=(DAY + timedelta(30)).isoformat()
    )
    assert told.status_code == 302
    assert "Takken." in page(world)
    assert send(world.desk_worker, "overrule", room.pk).status_code == 403


def test_a_deviation_walks_its_way_on_the_pages() -> None:
    world = make_world("arnhem_2023")
    board = world.executive_board
    asked = send(
        world.portfolio_holder,
        "deviate",
        world.area.code,
        policy="Jongerenbeleid",
        otherwise="Eén werker",
        why="Zij is bekend",
    )
    assert asked.status_code == 302
    one = Deviation.objects.get()
    assert send(board, "weigh", one.pk, weighing="Voor en tegen.").status_code == 302
    decided = send(
        board, "decide-deviation", one.pk, allowed_until=IN_A_YEAR, reason="Het is eerlijk.", body="college"
    )
    assert decided.status_code == 302
    early = send(world.policy_officer, "evaluate-deviation", one.pk, evaluation="Goed")
    assert "loopt nog" in text(early)
    for words in ("Jongerenbeleid", "Voor en tegen.", "Zij is bekend"):
        assert words in page(world)


ELECTED = {
    "held_on": DAY.isoformat(),
    "ends_on": IN_A_YEAR,
    "entitled": "9000",
    "voted": "2100",
    "how": "Met stembriefjes in het buurthuis.",
}


@pytest.mark.requirement("AMF-10")
def test_everyone_reads_for_whom_a_group_speaks_and_an_election_changes_it_for_a_term() -> None:
    world = make_world("amersfoort_advice_1997")
    group = world.organisations["taakgroep"]
    given = {**ELECTED, "organisation": group.pk}
    assert "Hier is geen groep van bewoners bekend" in page(world)
    world.area_officer.roles.update(organisation=group)
    assert "Taakgroep De Haag</h3><p>Denkt mee, maar spreekt niet namens alle bewoners." in page(world)
    assert send(world.area_officer, "election", world.area.code, **given).status_code == 403
    too_many = send(world.administrator, "election", world.area.code, **{**given, "voted": "9001"})
    assert too_many.context["form"].errors["voted"]
    service = send(
        world.administrator,
        "election",
        world.area.code,
        **{**given, "organisation": world.organisations["groen"].pk},
    )
    assert service.context["form"].errors["organisation"]
    assert send(world.administrator, "election", world.area.code, **given).status_code == 302
    again = send(world.administrator, "election", world.area.code, **given)
    assert "staat er al" in text(again)
    with noon(DAY):
        shown = page(world)
    assert "Is gekozen, en spreekt namens alle bewoners." in shown
    assert "2.100 van de 9.000 bewoners stemden. Met stembriefjes in het buurthuis." in shown
    with noon(DAY + timedelta(366)):
        assert "Denkt mee, maar spreekt niet namens alle bewoners." in page(world)


@pytest.mark.parametrize(
    ("key", "name", "may"),
    [("arnhem_2023", "step-aside", may_step_aside), ("arnhem_2023", "deviate", may_ask_deviation)],
)
def test_the_page_opens_for_whom_the_action_allows(
    key: str, name: str, may: Callable[[Person | None, Area], Verdict]
) -> None:
    world = make_world(key)
    address = reverse(f"decisions:{name}", args=[world.area.code])
    people = list(world.people.values())
    opened = [person for person in people if signed_in(person).get(address).status_code == 200]
    assert opened == [person for person in people if may(person, world.area)]
    assert 0 < len(opened) < len(people)


def test_where_the_approach_has_no_such_thing_the_page_says_why() -> None:
    world = make_world("deventer_1997")
    shown = page(world, world.portfolio_holder)
    assert "doet de gemeente geen stap opzij" in shown
    assert "wijkt een wijk niet af" in shown
    refused = send(world.portfolio_holder, "step-aside", world.area.code)
    assert refused.status_code == 409
    assert "geen stap opzij" in text(refused)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("dordrecht_1997", ["nee", "niet beschreven"]),
        ("amersfoort_advice_1997", ["in stappen", "organisatie is klankbord"]),
    ],
)
def test_what_holds_is_told_in_words(key: str, said: list[str]) -> None:
    world = make_world(key)
    shown = page(world)
    assert re.findall(r"<dt>Hier geldt</dt><dd>(.*?)</dd>", shown) == said
    approach = approach_for(world.area)
    refused = may_change_say(approach, Involvement.INFORMED, Involvement.INFORMED, None)
    assert refused.reason.value == said[0]


def test_the_page_costs_the_same_however_much_was_decided() -> None:
    world = make_world("amersfoort_advice_1997")
    officer = signed_in(world.area_officer)
    address = reverse("decisions:area", args=[world.area.code])

    def decide(number: int) -> None:
        send(
            world.area_officer,
            "scope",
            world.area.code,
            subject=f"Geval {number}",
            example="x",
            belongs="within",
            reason="y",
            body="z",
        )

    decide(0)
    officer.get(address)
    with CaptureQueriesContext(connection) as one:
        officer.get(address)
    for number in range(1, 12):
        decide(number)
    with CaptureQueriesContext(connection) as many:
        assert "Geval 11" in text(officer.get(address))
    assert len(many) == len(one)


def test_where_a_plan_stands_and_its_next_stop() -> None:
    world = make_world("tilburg_1997")
    thing = bear("plan", area=world.area, sentence="Stadsprogramma", public=True)
    walk = AdoptionRoute.objects.create(
        thing=thing, approach_key=world.approach.key, route_key="programme", opened_on=DAY
    )
    address = reverse("decisions:route", args=[walk.pk])
    shown = text(Client().get(address))
    assert shown.count("daarna") == 3
    assert "Opnieuw in de commissie" in shown
    given = {"ending": "agreed", "public_text": "Besproken", "reason": "Goed plan.", "body": "commissie ROB"}
    assert send(world.area_manager, "stop", walk.pk, **given).status_code == 403
    assert send(world.council_committee, "stop", walk.pk, **given).status_code == 302
    assert "Commissie ROB" in text(Client().get(address))
    heard = send(world.area_manager, "stop", walk.pk, **given)
    assert heard.status_code == 422
    assert "inspraak is nog niet gehouden" in text(heard)
    with noon(DAY):
        assert "Open de inspraak" in text(signed_in(world.area_manager).get(address))
    opened = send(
        world.area_manager,
        "consult",
        thing.number,
        question="Wat vindt u?",
        intention="Zo gaat de stad verder.",
        open_until=(DAY + timedelta(14)).isoformat(),
    )
    assert opened.status_code == 302
    one = Consultation.objects.get()
    with noon(DAY):
        assert "Wat vindt u?" in page(world)
    too_early = send(world.area_manager, "close", one.pk, reactions="3", answer="Gelezen.")
    assert "kunnen nog reageren" in text(too_early)
    with noon(DAY + timedelta(15)):
        client = signed_in(world.area_manager)
        client.post(reverse("decisions:close", args=[one.pk]), {"reactions": "3", "answer": "Gelezen."})
    assert "3 mensen reageerden" in text(Client().get(address))


def test_a_form_says_of_no_field_that_it_may_stay_empty_when_it_may_not() -> None:
    world = make_world("amersfoort_advice_1997")
    shown = text(signed_in(world.area_officer).get(reverse("decisions:scope", args=[world.area.code])))
    assert shown.count("(mag leeg blijven)") == 1, "only what it depends on, when it does"
    refused = send(world.area_officer, "scope", world.area.code, belongs="within")
    assert set(refused.context["form"].errors) == {"subject", "example", "reason", "body"}, "all at once"
