"""One measure fed by thirty people through five doors: exactly thirty get the closing answer, each once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from django.core import mail

from tests.test_golden_thread import on
from tests.world import World, make_world
from wijkwerk.answers import worker
from wijkwerk.answers.actions import ask, stop_following
from wijkwerk.answers.models import Asker, AskerRole, Delivery, DeliveryState, Door
from wijkwerk.answers.queries import number_of_askers
from wijkwerk.cycles import actions as cycles
from wijkwerk.foundation.money import Money
from wijkwerk.needs import actions as needs
from wijkwerk.needs.actions import Understanding
from wijkwerk.participation import actions as participation
from wijkwerk.participation.models import Longlist, PanelRound
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Contact
from wijkwerk.plans import actions as plans
from wijkwerk.plans.models import ExecutorKind, Funding, Measure
from wijkwerk.signals import actions as signals
from wijkwerk.thread.actions import link
from wijkwerk.thread.models import Role, Thing

pytestmark = pytest.mark.django_db(transaction=True)

START = date(2026, 1, 12)


@dataclass
class Crowd:
    """Thirty people, ten by mail, eight by letter, seven by telephone, five who left nothing."""

    by_mail: list[Contact] = field(default_factory=list)
    by_letter: list[Contact] = field(default_factory=list)
    by_phone: list[Contact] = field(default_factory=list)
    nameless: list[Asker] = field(default_factory=list)


@pytest.fixture
def world() -> World:
    return make_world()


def contacts() -> Crowd:
    return Crowd(
        by_mail=[remember_contact(email=f"bewoner{number}@example.org") for number in range(10)],
        by_letter=[
            remember_contact(name=f"N. {number}", address=f"Kade {number + 1}, Deventer", by_desk=True)
            for number in range(8)
        ],
        by_phone=[
            remember_contact(name=f"T. {number}", phone=f"06 2000000{number}", by_desk=True)
            for number in range(7)
        ],
    )


def come_in(world: World, crowd: Crowd) -> list[int]:
    """Through the site, the desk and on paper, the telephone, the panel, and a networker; gives the signals' ids."""
    desk = world.desk_worker
    came: list[int] = []

    def reported(door: Door, contact: Contact | None) -> int:
        entered_by = None if door == Door.WEB else desk
        signal, asker = signals.report(
            signals.Report(area=world.area, text=f"Te donker, melding {len(came)}", door=door),
            contact=contact,
            entered_by=entered_by,
        )
        if contact is None:
            crowd.nameless.append(asker)
        came.append(signal.pk)
        return signal.pk

    for contact in (*crowd.by_mail[:5], None, None):
        reported(Door.WEB, contact)
    for contact in (*crowd.by_letter[:4], None):
        reported(Door.PAPER, contact)
    for contact in (*crowd.by_phone[:4], None):
        reported(Door.PHONE, contact)
    for contact in (crowd.by_letter[4], crowd.by_letter[5], crowd.by_mail[5], None):
        signal, asker = participation.contribute(
            round_id=PanelRound.objects.get().pk,
            given=signals.Report(area=world.area, text=f"Gehoord in het panel {len(came)}", door=Door.WEB),
            contact=contact,
        )
        came.append(signal.pk)
        if contact is None:
            crowd.nameless.append(asker)
    for contact in (*crowd.by_phone[4:6], crowd.by_mail[6]):
        reported(Door.NETWORKER, contact)
    # Some came through two doors, and one pressed twice.
    for contact in (crowd.by_mail[0], crowd.by_letter[0], crowd.by_phone[0]):
        reported(Door.LETTER, contact)
    signals.support(thing=Thing.objects.get(pk=came[2]), contact=crowd.by_mail[0], door=Door.WEB)
    signals.support(thing=Thing.objects.get(pk=came[2]), contact=crowd.by_mail[0], door=Door.WEB)
    # Some only meant the same.
    for contact in (crowd.by_mail[7], crowd.by_letter[6], crowd.by_phone[6]):
        signals.support(thing=Thing.objects.get(pk=came[0]), contact=contact, door=Door.DESK, entered_by=desk)
    return came


def make_measure(world: World, crowd: Crowd, came: list[int]) -> Measure:
    """Two needs become two wishes, the wishes one measure."""
    officer = world.area_officer
    lit, safe = (
        needs.bundle(
            area=world.area,
            signal_ids=ids,
            into=Understanding(sentence=sentence, asked=sentence),
            by=officer,
        )
        for ids, sentence in ((came[:9], "Licht op het pad"), (came[9:], "Veilig naar huis"))
    )
    panel, prioritisation, execution = world.area.cycles.get().steps.order_by("ordinal")
    cycles.close_step(step_id=panel.pk, by=officer)
    cycles.open_step(step_id=prioritisation.pk, by=officer)
    longlist = Longlist.objects.get()
    lamps = participation.wish(
        need=lit.thing,
        given=participation.Wished(sentence="Lampen langs het pad"),
        longlist=longlist,
        by=officer,
        contact=crowd.by_mail[8],  # only wished
    )
    ask(thing=safe.thing, contact=crowd.by_mail[9], role=AskerRole.FOLLOWER, door=Door.WEB)  # only follows
    ask(thing=safe.thing, contact=crowd.by_letter[7], role=AskerRole.ATTENDEE, door=Door.DESK)  # was there
    ask(thing=lamps.thing, contact=crowd.by_phone[1], role=AskerRole.WISHER, door=Door.PANEL)
    ranking = participation.open_ranking(
        longlist_id=longlist.pk, closes_on=START + timedelta(days=30), seed=1, by=officer
    )
    voter = participation.ask_for_ballot(
        ranking_id=ranking.pk, contact=crowd.by_mail[0], email="bewoner0@example.org"
    )
    participation.cast(voter_id=voter.pk, order=[lamps.pk])
    with on(START + timedelta(days=31)):
        participation.count(ranking_id=ranking.pk, missing="Jongeren.", by=officer)
        cycles.close_step(step_id=prioritisation.pk, by=officer)
        cycles.open_step(step_id=execution.pk, by=officer)
        plan = plans.open_plan(cycle=world.area.cycles.get(), by=officer)
        measure = plans.draft_measure(
            wish_id=lamps.pk,
            plan=plan,
            given=plans.Drafted(
                sentence="Lampen langs het pad",
                motive="Het is er te donker.",
                funding=Funding.NONE,
                cost=Money.of(0, "EUR"),
                executors=(plans.Executing(ExecutorKind.SERVICE, world.organisations["groen"]),),
            ),
            by=officer,
        )
        link(safe.thing, measure.thing, Role.WORKED_OUT_AS)
        plans.adopt_plan(plan_id=plan.pk, body="college", reason="gekozen", by=world.executive_board)
    return Measure.objects.get()


@pytest.fixture
def done(world: World) -> tuple[Crowd, int]:
    """The whole way to the closing answer; gives the crowd and the closing answer's id."""
    with on(START):
        crowd = contacts()
        cycle = cycles.begin_cycle(area=world.area, name="2026", starts_on=START, by=world.area_officer)
        cycles.open_step(step_id=cycle.steps.order_by("ordinal")[0].pk, by=world.area_officer)
        came = come_in(world, crowd)
        measure = make_measure(world, crowd, came)
    with on(START + timedelta(days=60)):
        # Somebody who asked about something else hears nothing of this.
        signals.report(
            signals.Report(area=world.area, text="De put stinkt", door=Door.WEB),
            contact=remember_contact(email="iemand.anders@example.org"),
        )
        work = plans.start_work(
            measure_id=measure.pk, due_on=START + timedelta(days=90), by=world.service_contact_officer
        )
        plans.finish_work(
            work_id=work.pk, output="Zes lampen.", text="De lampen branden.", by=world.service_contact_officer
        )
        while worker.work_once():
            pass
    closing = Delivery.objects.filter(answer__closing=True).values_list("answer", flat=True).distinct().get()
    return crowd, closing


@pytest.mark.requirement("CXO-12")
def test_exactly_thirty_get_the_closing_answer_each_once(done: tuple[Crowd, int]) -> None:
    crowd, closing = done
    everyone = len(crowd.by_mail) + len(crowd.by_letter) + len(crowd.by_phone) + len(crowd.nameless)
    assert everyone == 30
    deliveries = Delivery.objects.filter(answer=closing)
    assert Counter(deliveries.values_list("channel", flat=True)) == {
        "mail": 10,
        "letter": 8,
        "phone": 7,
        "page": 5,
    }
    reached = [
        *crowd.by_mail,
        *crowd.by_letter,
        *crowd.by_phone,
    ]
    assert Counter(deliveries.exclude(contact=None).values_list("contact", flat=True)) == {
        contact.pk: 1 for contact in reached
    }
    assert set(deliveries.filter(contact=None).values_list("asker", flat=True)) == {
        asker.pk for asker in crowd.nameless
    }


def test_ten_mails_went_out_and_the_rest_waits_where_someone_will_see_it(done: tuple[Crowd, int]) -> None:
    _crowd, closing = done
    mails = Counter(message.to[0] for message in mail.outbox if "De lampen branden." in str(message.body))
    assert mails == {f"bewoner{number}@example.org": 1 for number in range(10)}
    waiting = Delivery.objects.filter(answer=closing, state=DeliveryState.WAITING)
    assert Counter(waiting.values_list("channel", flat=True)) == {"letter": 8, "phone": 7}


def test_the_page_of_the_measure_counts_the_same_thirty(done: tuple[Crowd, int]) -> None:
    measure = Measure.objects.get()
    assert number_of_askers([measure.pk]) == {measure.pk: 30}


def test_who_stopped_is_not_counted_and_gets_nothing(world: World, done: tuple[Crowd, int]) -> None:
    crowd, _closing = done
    for asker in Asker.objects.filter(contact=crowd.by_mail[0]):
        stop_following(asker_id=asker.pk)
    measure = Measure.objects.get()
    assert number_of_askers([measure.pk]) == {measure.pk: 29}
