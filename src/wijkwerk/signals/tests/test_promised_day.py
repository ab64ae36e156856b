"""A day we promise still lies ahead; one we did not keep is said."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.world import World, make_world
from wijkwerk.answers.composing import compose
from wijkwerk.answers.models import Answer, Delivery, Door
from wijkwerk.answers.tests.asking import work
from wijkwerk.foundation import clock
from wijkwerk.people.actions import remember_contact
from wijkwerk.signals.actions import Report, Sorting, report, triage
from wijkwerk.signals.models import Signal
from wijkwerk.signals.telling import facts

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 21, 12, tzinfo=timezone.get_default_timezone())
DESTINATIONS = pytest.mark.parametrize("destination", ["regular", "quick"])


@pytest.fixture
def world() -> World:
    return make_world()


def late(world: World, days: int) -> Signal:
    """A report whose answer should have come `days` ago."""
    with clock.at(NOON - timedelta(days=30)):
        given = Report(area=world.area, text="De lamp knippert", door=Door.WEB)
        signal, _asker = report(given, contact=remember_contact(email="melder@example.org"))
    signal.answer_due_on = NOON.date() - timedelta(days=days)
    signal.save()
    return signal


def sort(world: World, signal: Signal, destination: str) -> Answer:
    """The officer sends it on, today."""
    sorting = Sorting(destination, service=world.organisations["groen"])
    triage(signal_id=signal.pk, sorting=sorting, by=world.area_officer)
    signal.refresh_from_db()
    return Answer.objects.get(about=signal.thing)


@pytest.mark.django_db(transaction=True)  # read by the worker: other transactions must see it
@DESTINATIONS
def test_a_missed_day_is_said_and_a_new_one_promised(world: World, destination: str) -> None:
    with clock.at(NOON):
        signal = late(world, 2)
        answer = sort(world, signal, destination)
        assert answer.next_on == signal.answer_due_on > clock.today()
        assert answer.text.startswith("Dit had u op 19 november 2026 moeten horen. Dat is niet gelukt.")
        work()
        mail = compose(Delivery.objects.get(kind="answer")).text
    assert "U hoort uiterlijk zaterdag 5 december" in mail
    assert "{day}" not in mail


@DESTINATIONS
def test_a_day_too_near_to_keep_is_moved_without_a_sorry(world: World, destination: str) -> None:
    with clock.at(NOON):
        signal = late(world, -1)
        answer = sort(world, signal, destination)
        assert signal.answer_due_on > clock.today() + timedelta(days=7)
        assert "niet gelukt" not in answer.text


def test_a_day_that_can_be_kept_stands(world: World) -> None:
    with clock.at(NOON):
        signal = late(world, -9)
        assert sort(world, signal, "regular").next_on == NOON.date() + timedelta(days=9)


def test_the_thread_promises_no_day_that_is_past(world: World) -> None:
    with clock.at(NOON):
        (_seen, fact) = facts([late(world, 2).pk])
        assert "U had op donderdag 19 november van ons moeten horen" in str(fact.line)


def test_a_thank_you_asks_nothing_back(world: World) -> None:
    with clock.at(NOON):
        assert sort(world, late(world, -9), "thanks").closing is False
