""" "Nee, niet opgelost": back to whoever answered, with the answer and the words, and the thread says so."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.world import World, make_world
from wijkwerk.answers.actions import say_solved
from wijkwerk.answers.models import Answer, Door
from wijkwerk.foundation import clock
from wijkwerk.people.actions import remember_contact
from wijkwerk.portal.my_day.page import my_day
from wijkwerk.signals.actions import Report, Sorting, answer_signal, report, triage
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import SignalStatus
from wijkwerk.signals.telling import facts
from wijkwerk.signals.tests.places import enter, words
from wijkwerk.thread.beads import Bead, BeadState

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 21, 12, tzinfo=timezone.get_default_timezone())
SAID = "Hij knippert alweer."


@pytest.fixture
def world() -> World:
    return make_world()


def routed(world: World, destination: str = "regular", *, service: bool = True) -> Signal:
    """A report that was sent somewhere."""
    given = Report(area=world.area, text="De lamp knippert", door=Door.WEB)
    signal, _asker = report(given, contact=remember_contact(email="melder@example.org"))
    sorting = Sorting(destination, service=world.organisations["groen"] if service else None)
    return triage(signal_id=signal.pk, sorting=sorting, by=world.area_officer)


def not_solved(world: World, signal: Signal) -> Signal:
    """It was answered, and whoever reported it says no."""
    by = world.service_contact_officer if signal.service_id else world.area_officer
    answer_signal(signal_id=signal.pk, text="De lamp doet het weer.", by=by, function="Groen en Spelen")
    answer = Answer.objects.get(turn="answered")
    asker = signal.thing.askers.get()
    say_solved(asker_id=asker.pk, answer_id=answer.pk, solved=False, words=SAID)
    signal.refresh_from_db()
    return signal


def test_it_goes_back_to_the_service_with_answer_and_words(client: Client, world: World) -> None:
    signal = not_solved(world, routed(world))
    assert (signal.status, signal.service) == (SignalStatus.WITH_SERVICE, world.organisations["groen"])
    enter(client, world.service_contact_officer)
    listed = words(client.get(reverse("signals:service")))
    opened = words(client.get(reverse("signals:answer", args=[signal.thing.number])))
    enter(client, world.area_officer)
    sorted_by_officer = words(client.get(reverse("signals:triage", args=[signal.thing.number])))
    assert "Heropend" in listed
    assert SAID in listed
    for page in (opened, sorted_by_officer):
        assert "Heropend" in page
        assert SAID in page
        assert "De lamp doet het weer." in page


def test_on_my_day_it_stands_first_with_the_words(world: World) -> None:
    with clock.at(NOON - timedelta(days=1)):
        first = routed(world)
    with clock.at(NOON):
        not_solved(world, first)
        (new,) = [
            section for section in my_day(world.service_contact_officer).sections if section.press == "nieuw"
        ]
        routed(world)
        assert SAID in str(new.tasks[0].waits)
        assert "Heropend" in str(new.tasks[0].waits)


def test_what_a_service_is_sent_today_is_new_on_its_day(world: World) -> None:
    signal = routed(world)
    tasks = [task for section in my_day(world.service_contact_officer).sections for task in section.tasks]
    assert [task.what for task in tasks] == [signal.thing.sentence]


def test_the_thread_says_it_is_looked_at_again(world: World) -> None:
    signal = not_solved(world, routed(world))
    done = next(fact for fact in facts([signal.pk]) if fact.bead is Bead.DONE)
    assert done.state is BeadState.PRESENT
    assert "Nog niet opgelost" in str(done.line)
    Signal.objects.filter(pk=signal.pk).update(status=SignalStatus.NEW)
    (understood,) = [fact for fact in facts([signal.pk]) if fact.bead is Bead.UNDERSTOOD]
    assert understood.state is BeadState.PRESENT
    assert not [fact for fact in facts([signal.pk]) if fact.state is BeadState.SKIPPED]


def test_quick_work_has_an_owner_and_stands_on_their_day_until_it_is_answered(world: World) -> None:
    with clock.at(NOON):
        signal = routed(world, "quick", service=False)
        assert signal.handler == world.area_officer
        assert signal.thing.sentence in _day_of(world)
        again = not_solved(world, signal)
        assert (again.status, again.handler) == (SignalStatus.QUICK, world.area_officer)
        answer_signal(signal_id=signal.pk, text="Nu echt.", by=world.area_officer)
        assert signal.thing.sentence not in _day_of(world)


def test_quick_work_of_who_left_is_the_areas(world: World) -> None:
    signal = routed(world, "quick", service=False)
    world.community_worker.roles.update(valid_to=clock.today())
    Signal.objects.filter(pk=signal.pk).update(handler=world.community_worker)
    assert signal.thing.sentence in _day_of(world)


def test_quick_work_of_ourselves_has_a_tab_and_is_with_no_service(client: Client, world: World) -> None:
    signal = routed(world, "quick", service=False)
    enter(client, world.area_officer)
    assert signal.thing.number in words(client.get(reverse("signals:signals") + "?toon=zelf"))
    other = client.get(reverse("signals:signals") + "?toon=dienst")
    assert not other.context["page"].rows
    assert "Doen wij zelf 1" in words(other)


def _day_of(world: World) -> list[str]:
    return [task.what for section in my_day(world.area_officer).sections for task in section.tasks]
