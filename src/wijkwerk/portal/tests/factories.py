"""Things for pages to show, made without the actions that lead up to them."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client

from tests.world import World
from wijkwerk.foundation import clock
from wijkwerk.people.models import Account, Person
from wijkwerk.plans.models import Executor, ExecutorKind, Funding, Measure, Work
from wijkwerk.plans.rules import MeasureStatus
from wijkwerk.signals.models import Signal
from wijkwerk.thread.actions import bear


def enter(client: Client, person: Person) -> Client:
    """Sign this person in."""
    client.force_login(Account.objects.get(pk=person.account_id))
    return client


def a_measure(world: World, sentence: str = "Breder pad", **values: object) -> Measure:
    """An adopted measure of the area, carried out by a service."""
    public = bool(values.pop("public", True))
    neighbourhood = values.pop("neighbourhood", None)
    area = values.pop("area", world.area)
    thing = bear("measure", area=area, neighbourhood=neighbourhood, sentence=sentence, public=public)
    defaults = {"motive": "omdat", "funding": Funding.NONE, "status": MeasureStatus.ADOPTED}
    measure = Measure.objects.create(thing=thing, **{**defaults, **values})
    Executor.objects.create(
        measure=measure, kind=ExecutorKind.SERVICE, organisation=world.organisations["groen"]
    )
    return measure


def a_work(measure: Measure, *, due_in: int, done: bool = False) -> Work:
    """Work of a measure, due in so many days from today."""
    due = clock.today() + timedelta(days=due_in)
    started = min(due, clock.today()) - timedelta(days=10)
    thing = bear(
        "work", area=measure.thing.area, sentence=measure.thing.sentence, public=True, born_on=started
    )
    return Work.objects.create(
        thing=thing, measure=measure, starts_on=started, due_on=due, done_on=clock.today() if done else None
    )


def a_signal(
    world: World, sentence: str = "Een losse tegel", *, due_in: int = 14, **values: object
) -> Signal:
    """A report of the area; private, as every report is before someone looked."""
    public = bool(values.pop("public", False))
    area = values.pop("area", world.area)
    thing = bear("signal", area=area, sentence=sentence, public=public)
    defaults = {
        "text": sentence,
        "door": "web",
        "answer_due_on": clock.today() + timedelta(days=due_in),
        "reported_at": clock.now(),
    }
    return Signal.objects.create(thing=thing, **{**defaults, **values})
