"""Who is told: everyone up the thread, each person once, and nobody who stopped."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wijkwerk.answers.actions import stop_following
from wijkwerk.answers.models import Asker, AskerRole, Delivery, DeliveryState
from wijkwerk.answers.queries import askers_up_the_thread, number_of_askers
from wijkwerk.answers.rules import Channel
from wijkwerk.answers.tests.asking import a_thing, asks, someone, told, work
from wijkwerk.foundation.reasons import Invalid
from wijkwerk.thread.actions import link
from wijkwerk.thread.models import Role, Thing
from wijkwerk.thread.tests.places import make_things

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def thread() -> list[Thing]:
    """Two reports became one need, the need a wish, the wish a measure; a plan holds the measure."""
    first = a_thing()
    second, need, wish, measure, plan = make_things(first.area, "signal", "need", "wish", "measure", "plan")
    for cause, effect in ((first, need), (second, need), (need, wish), (wish, measure), (measure, plan)):
        link(cause, effect, Role.BROUGHT)
    return [first, second, need, wish, measure, plan]


def who_got(thing: Thing, **how: bool) -> list[str]:
    mail.outbox.clear()
    told(thing, **how)
    work()
    return sorted(message.to[0].split("@")[0] for message in mail.outbox)


def test_everyone_who_asked_for_what_led_to_it(thread: list[Thing]) -> None:
    first, second, need, wish, measure, _plan = thread
    for name, thing, role in (
        ("reporter", first, AskerRole.REPORTER),
        ("supporter", first, AskerRole.SUPPORTER),
        ("contributor", second, AskerRole.CONTRIBUTOR),
        ("follower", need, AskerRole.FOLLOWER),
        ("wisher", wish, AskerRole.WISHER),
    ):
        asks(thing, someone(name), role)
    assert who_got(measure) == ["contributor", "follower", "reporter", "supporter", "wisher"]
    assert who_got(need) == ["contributor", "follower", "reporter", "supporter"]
    assert who_got(first) == ["reporter", "supporter"]


def test_one_plan_holds_many_measures_and_each_is_told_to_its_own(thread: list[Thing]) -> None:
    *_rest, measure, plan = thread
    (elsewhere,) = make_things(plan.area, "measure")
    link(elsewhere, plan, Role.ADOPTED_IN)
    asks(thread[0], someone("ans"))
    asks(elsewhere, someone("bea"))
    assert who_got(elsewhere) == ["bea"]
    assert who_got(measure) == ["ans"]
    with pytest.raises(ValueError, match="plan cannot lead to answer"):
        told(plan)


def test_one_person_who_came_through_several_doors_gets_one(thread: list[Thing]) -> None:
    ans = someone("ans")
    for thing in thread[:4]:
        asks(thing, ans)
    assert who_got(thread[4]) == ["ans"]
    asker = Delivery.objects.get(kind="answer").asker
    assert asker == Asker.objects.earliest("pk")  # the oldest asking speaks for all


def test_two_who_left_nothing_are_two_people_and_read_it_on_their_pages(thread: list[Thing]) -> None:
    asks(thread[0], None)
    asks(thread[0], None)
    told(thread[4])
    work()
    assert mail.outbox == []
    found = Delivery.objects.filter(kind="answer").values_list("channel", "state")
    assert list(found) == [(Channel.PAGE, DeliveryState.SENT)] * 2


def test_who_stopped_hears_no_more_until_they_ask_again(thread: list[Thing]) -> None:
    ans = someone("ans")
    asker = asks(thread[0], ans)
    asks(thread[0], someone("bea"))
    stop_following(asker_id=asker.pk)
    assert who_got(thread[4]) == ["bea"]
    assert asks(thread[0], ans) == asker
    assert who_got(thread[4]) == ["ans", "bea"]


def test_asking_twice_changes_nothing(thread: list[Thing]) -> None:
    ans = someone("ans")
    assert asks(thread[0], ans, confirm=True) == asks(thread[0], ans, AskerRole.FOLLOWER, confirm=True)
    work()
    assert len(mail.outbox) == 1


def test_letters_and_calls_wait_for_the_desk_and_mail_does_not(thread: list[Thing]) -> None:
    asks(thread[0], someone(address="Kade 1, Deventer", name="A. Post"))
    asks(thread[0], someone(phone="0570 123456"))
    asks(thread[0], someone("ans"))
    told(thread[4])
    work()
    found = dict(Delivery.objects.filter(kind="answer").values_list("channel", "state"))
    assert found == {"letter": "waiting", "phone": "waiting", "mail": "sent"}


def test_counting_who_asked_costs_the_same_for_many_and_says_the_same_as_gathering(
    thread: list[Thing],
) -> None:
    ans = someone("ans")
    for thing in thread[:3]:
        asks(thing, ans)
        asks(thing, None)
        asks(thing, someone(f"bij-{thing.pk}"))
    ids = [thing.pk for thing in thread]
    with CaptureQueriesContext(connection) as queries:
        counted = number_of_askers(ids)
    assert len(queries) == 2
    assert counted == {pk: len(askers_up_the_thread(pk)) for pk in ids}
    assert counted[thread[4].pk] == 7


def test_nothing_is_told_without_words_nor_with_more_than_anyone_reads(thread: list[Thing]) -> None:
    for text in ("   ", "x" * 4001):
        with pytest.raises(Invalid):
            told(thread[0], text=text)
    assert not Thing.objects.filter(kind="answer").exists()
