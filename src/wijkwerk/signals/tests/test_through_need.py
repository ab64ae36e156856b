"""What is done about a need handles the signals behind it, from the money the measure was paid from (DEV-19)."""

from __future__ import annotations

import pytest

from tests.test_golden_thread import walk
from tests.world import World, make_world
from wijkwerk.answers.actions import say_solved
from wijkwerk.answers.models import Answer, Asker
from wijkwerk.foundation import clock
from wijkwerk.signals.models import Signal
from wijkwerk.signals.queries import handled_shares
from wijkwerk.signals.rules import FundingSource, SignalStatus

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.mark.requirement("DEV-19")
def test_a_signal_of_a_need_is_handled_from_the_area_budget(world: World) -> None:
    signal = Signal.objects.get(pk=walk(world)["signal"])
    assert (signal.status, signal.funding_source) == (SignalStatus.ANSWERED, FundingSource.AREA_BUDGET)
    since = signal.handled_on
    assert since is not None
    assert handled_shares([world.area], since=since) == {FundingSource.AREA_BUDGET: 1}


def test_not_solved_opens_the_signal_of_a_need_again(world: World) -> None:
    signal = Signal.objects.get(pk=walk(world)["signal"])
    done = Answer.objects.get(turn="done")
    asker = Asker.objects.get(thing=signal.thing)
    with clock.at(done.told_at):
        say_solved(asker_id=asker.pk, answer_id=done.pk, solved=False, words="Het hek klemt nog.")
    signal.refresh_from_db()
    assert (signal.status, signal.reopened) == (SignalStatus.NEW, 1)
