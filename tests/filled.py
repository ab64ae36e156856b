"""A small municipality in which one of each thing exists."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PIL import Image

from tests.test_golden_thread import on, walk
from tests.world import LONG_AGO, World, appointed, make_world
from wijkwerk.agreements.actions import change_agreement, join, make_agreement, promise
from wijkwerk.answers import worker
from wijkwerk.answers.models import Door
from wijkwerk.answers.on_behalf import OnBehalf
from wijkwerk.areas.actions import start_programme
from wijkwerk.areas.models import Area, AreaApproach
from wijkwerk.budgets.models import BudgetProposal, Fund, PurchaseOrder, Reservation
from wijkwerk.cycles import actions as cycles
from wijkwerk.decisions import models as decisions
from wijkwerk.decisions.actions import decide, open_consultation, react
from wijkwerk.foundation.photos import reencode
from wijkwerk.meetings.models import ActionTeam, TeamQuestion
from wijkwerk.participation import actions as participation
from wijkwerk.participation.models import AskedBy, Beginner, PanelRound
from wijkwerk.participation.rules import Way
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Organisation, OrganisationKind, Person, Reorganisation, RoleHeld
from wijkwerk.plans import actions as plans
from wijkwerk.politics import actions as politics
from wijkwerk.politics.models import Proposal
from wijkwerk.requests import actions as requests
from wijkwerk.requests.models import Assignment
from wijkwerk.signals import actions as signals
from wijkwerk.signals.models import Signal
from wijkwerk.thread.actions import bear
from wijkwerk.thread.models import Thing
from wijkwerk.ways import actions as ways

TODAY = date(2026, 12, 1)


@dataclass
class Filled:
    """The small world, with a second area beside it and everybody of it once more over there."""

    world: World
    elsewhere: Area
    outsiders: dict[str, Person]
    new: Signal
    with_service: Signal


def make_filled_world() -> Filled:
    """One signal walked to its end, one that nobody looked at, one that lies with a service, and a new year begun."""
    world = make_world()
    walk(world)
    elsewhere = Area.objects.create(
        code="borgele", name="Borgele", level=world.area.level, parent=world.city, valid_from=LONG_AGO
    )
    AreaApproach.objects.create(
        area=elsewhere,
        approach_key=world.approach.key,
        currency="EUR",
        valid_from=LONG_AGO,
        adopted_by="raad, test",
    )
    with on(TODAY):
        new, with_service = _signals(world)
        _next_year(world)
        _rulings(world)
        while worker.work_once():
            pass
    return Filled(world, elsewhere, _outsiders(world, elsewhere), new, with_service)


def _signals(world: World) -> tuple[Signal, Signal]:
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(picture, "JPEG")
    picture.seek(0)
    new, _asker = signals.report(
        signals.Report(
            area=world.area,
            text="De bank bij het water is stuk.",
            door=Door.DESK,
            photos=(reencode(picture),),
        ),
        contact=remember_contact(name="A. Bewoner", address="Kade 1, Deventer", by_desk=True),
        entered_by=world.desk_worker,
    )
    with_service, _asker = signals.report(
        signals.Report(area=world.area, text="De lantaarn is uit.", door=Door.PHONE),
        contact=remember_contact(name="B. Bewoner", phone="06 00000000", by_desk=True),
        entered_by=world.desk_worker,
    )
    signals.triage(
        signal_id=with_service.pk,
        sorting=signals.Sorting(
            destination="regular", sentence="Lantaarn uit", service=world.organisations["groen"]
        ),
        by=world.area_officer,
    )
    return new, with_service


def _next_year(world: World) -> None:
    cycle = cycles.begin_cycle(area=world.area, name="2027", starts_on=TODAY, by=world.area_officer)
    cycles.open_step(step_id=cycle.steps.order_by("ordinal")[0].pk, by=world.area_officer)
    promise(
        area=world.area,
        text="Voor de zomer staat er een nieuwe bank.",
        function="wijkambtenaar",
        due_on=date(2027, 6, 1),
        by=world.area_officer,
    )
    requests.ask(
        area=world.area,
        given=requests.Asked("Een stopcontact op het plein", service=world.organisations["groen"]),
        by=world.area_officer,
    )
    participation.activate(
        area=world.area,
        given=participation.Activated(
            sentence="Wat mist u bij het water?", way=Way.DOOR, reached=40, begun_by=Beginner.RESIDENTS
        ),
        by=world.area_officer,
    )
    join(
        organisation=world.organisations["welzijn"],
        commitment="Een open inloop in elke wijk",
        by=world.policy_officer,
    )
    # This approach forms no teams around questions and records no assignments; an earlier one did.
    team = ActionTeam.objects.create(
        area=world.area, team="resident_team", name="Rond het water", formed_on=TODAY
    )
    TeamQuestion.objects.create(team=team, sentence="Wie vist hier?", opened_on=TODAY)
    Assignment.objects.create(
        area=world.area,
        plan="assignment",
        order="Maak er een succes van.",
        giver=world.portfolio_holder,
        taker=world.policy_officer,
        recorded_on=TODAY,
    )
    politics.lay_before(
        area=world.area,
        given=politics.Laid("Mag de bank op de stoep?", "Twee diensten wijzen naar elkaar."),
        by=world.area_officer,
    )
    ways.begin_draft(
        key="onze_stad_2027",
        title="Onze eigen aanpak",
        extends=world.approach.key,
        document="Raadsvoorstel 2027-12",
        by=world.policy_officer,
    )
    ways.review_term(
        term="2022–2026",
        asked="wijkambtenaren en opbouwwerkers",
        places="Deventer",
        findings="De wijkaanpak leeft.",
        issues="Meer uren voor de wijken",
        by=world.policy_officer,
    )
    # One day the municipality goes over to another approach: told beforehand, and still to be taken back.
    change = Reorganisation.objects.create(
        starts_on=date(2028, 1, 1),
        approach_before=world.approach.key,
        approach_after="utrecht_2018",
        decided_by="raad, test",
        public_text="Van plannen naar kleine maat.",
        touched={"people.roleheld": {"before": {}, "after": {}}},
    )
    change.areas.add(world.city)
    change.successions.create(role_before="adviser", area_before=world.area)
    programme = start_programme(
        key="buurtbeheer",
        name="Buurtbeheer",
        goal="Bewoners betrekken bij hun buurt",
        areas=[world.area],
        decided_on=LONG_AGO,
        decided_by="raad, test",
        public_text="Een proef in één wijk.",
    )
    plans.tag(programme_id=programme.pk, thing=Thing.objects.get(kind="need"), by=world.policy_officer)
    ways.write_chapter(
        chapter="scale",
        stance="Een wijk is te overzien.",
        review_on=date(2028, 1, 1),
        by=world.policy_officer,
    )
    participation.add_session(
        round_id=PanelRound.objects.latest("pk").pk,
        place="Buurthuis De Venen",
        starts_at=datetime(2026, 12, 8, 19, 30, tzinfo=ZoneInfo("Europe/Amsterdam")),
        asked_by=AskedBy.RESIDENT,
        by=world.area_officer,
    )


def _rulings(world: World) -> None:
    """What an area can have under some approaches, kept here so that every page has something to show."""
    say, room, deviation = (
        bear("ruling", area=world.area, sentence=words, public=True)
        for words in ("Zeggenschap", "Ruimte voor bewoners", "Anders dan de stad")
    )
    decisions.SayStep.objects.create(thing=say, area=world.area, level="co_decide", since=TODAY)
    decision = decide(
        thing=room,
        kind=decisions.DecisionKind.STEP_ASIDE,
        reason="Zij doen het beter.",
        public_text="Bewoners gaan over het plantsoen",
        maker=world.portfolio_holder,
        body="wethouder",
        mandate="step_aside",
    )
    decisions.SteppedAside.objects.create(
        thing=room,
        area=world.area,
        scope="het plantsoen",
        limits="de bomen blijven",
        residents="bewoners van de Kade",
        starts_on=TODAY,
        ends_on=date(2027, 12, 1),
        notice_days=30,
        decision=decision,
    )
    decisions.Deviation.objects.create(
        thing=deviation,
        area=world.area,
        policy="Jongerenbeleid",
        otherwise="Eén jongerenwerker",
        why="Zij is hier bekend",
        asked_by=world.portfolio_holder,
        asked_on=TODAY,
    )
    PurchaseOrder.objects.create(
        thing=bear("order", area=world.area, sentence="Zes bankjes", public=True),
        department=world.organisations["groen"],
        what="Zes bankjes",
        reservation=Reservation.objects.earliest("pk"),
        ordered_by=world.area_officer,
        ordered_on=TODAY,
        due_on=date(2027, 2, 1),
    )
    BudgetProposal.objects.create(
        thing=Thing.objects.filter(kind="measure").earliest("pk"),
        fund=Fund.objects.earliest("pk"),
        year=TODAY.year,
        minor=100_000,
        room_minor=0,
        reason="Bewoners vroegen het drie keer.",
        asked_by=world.area_officer,
        asked_on=TODAY,
    )
    agreed = make_agreement(
        area=world.area,
        text="Het veld blijft vrij.",
        makers=[world.area_officer, world.organisations["groen"]],
        by=world.area_officer,
    )
    change_agreement(
        agreement_id=agreed.pk,
        text="Het veld blijft vrij tot 2028.",
        reason="De stad bouwt.",
        function="wijkambtenaar",
        by=world.area_officer,
    )
    Proposal.objects.create(
        thing=bear("proposal", area=world.area, sentence="Houd de bibliotheek open", public=True),
        area=world.area,
        forum="committee",
        to="commissie Welzijn",
        text="Tachtig bewoners vroegen het.",
        brought_by=world.area_councillor,
        brought_on=TODAY,
    )
    consultation = open_consultation(
        thing=deviation, question="Wat vindt u?", open_until=date(2026, 12, 20), by=world.area_officer
    )
    react(
        consultation_id=consultation.pk,
        text="Doen, maar vraag het de jongeren eerst.",
        who=OnBehalf(name="C. Bewoner", email="c.bewoner@example.org", consent=True),
        door=Door.PAPER,
        entered_by=world.desk_worker,
    )


def _outsiders(world: World, elsewhere: Area) -> dict[str, Person]:
    """The same roles in the other area; for whom acts for an organisation, for another organisation."""
    other = Organisation.objects.create(key="anders", name="Een andere partij", kind=OrganisationKind.SERVICE)
    found = {}
    for key, person in world.people.items():
        held = RoleHeld.objects.get(person=person)
        if held.area_id or held.organisation_id:
            place = elsewhere if held.area_id else None
            found[key] = appointed(key, place, other if held.organisation_id else None, name="Buiten")
    return found


@contextmanager
def that_day() -> Iterator[None]:
    """It is the day on which the small world stands."""
    with on(TODAY):
        yield
