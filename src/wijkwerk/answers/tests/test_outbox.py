"""The outbox: every message exists once, is tried again with growing pauses, and is taken over from the dead."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection

from wijkwerk.answers import worker
from wijkwerk.answers.actions import gather, post
from wijkwerk.answers.events import Verb
from wijkwerk.answers.models import Delivery, DeliveryState
from wijkwerk.answers.rules import LEASE, MOST_ATTEMPTS, pause_before
from wijkwerk.answers.tests.asking import a_thing, asks, someone, told, work
from wijkwerk.foundation import clock
from wijkwerk.people.models import Contact
from wijkwerk.thread.models import JournalEntry

pytestmark = pytest.mark.django_db(transaction=True)

NOON = datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with clock.at(NOON):
        yield


@pytest.fixture
def waiting() -> Delivery:
    """One mail that waits."""
    thing = a_thing()
    contact = someone()
    return post(kind="confirmation", key="one", contact=contact, asker=asks(thing, contact))


@pytest.fixture
def broken_server(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A mail server that refuses; counts how often it was asked."""
    asked: list[int] = []

    def refuse(delivery: Delivery) -> None:
        asked.append(delivery.attempts)
        raise ConnectionRefusedError("wrong password of bea@example.org")

    monkeypatch.setattr(worker, "_mail", refuse)
    return asked


def test_the_same_key_is_one_message(waiting: Delivery) -> None:
    again = post(kind="confirmation", key="one", contact=waiting.contact, asker=waiting.asker)
    assert again == waiting
    work()
    work()
    assert len(mail.outbox) == 1


def test_sent_is_written_down(waiting: Delivery) -> None:
    work()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts, waiting.sent_at) == (DeliveryState.SENT, 1, NOON)


def test_what_is_claimed_is_left_alone_until_its_lease_lapses(waiting: Delivery) -> None:
    (claimed,) = worker.claim(most=5)
    assert claimed.claimed_until == NOON + LEASE
    assert worker.claim(most=5) == []
    with clock.at(NOON + LEASE + timedelta(seconds=1)):
        (taken_over,) = worker.claim(most=5)
        assert (taken_over.pk, taken_over.attempts) == (claimed.pk, 2)
        worker.send(claimed)  # the first worker wakes up: it is no longer its to send
        assert mail.outbox == []
        worker.send(taken_over)
    assert len(mail.outbox) == 1
    waiting.refresh_from_db()
    assert waiting.state == DeliveryState.SENT


def test_the_lease_is_lengthened_before_each_message_of_a_long_round(waiting: Delivery) -> None:
    (claimed,) = worker.claim(most=5)
    with clock.at(NOON + LEASE - timedelta(seconds=1)):
        worker.send(claimed)
    assert len(mail.outbox) == 1


def test_tried_again_with_growing_pauses_and_failed_after_the_last(
    waiting: Delivery, broken_server: list[int]
) -> None:
    now = NOON
    for attempt in range(1, MOST_ATTEMPTS + 1):
        with clock.at(now):
            work()
            work()
        waiting.refresh_from_db()
        assert waiting.attempts == attempt == len(broken_server)
        assert waiting.next_attempt_at == now + pause_before(attempt + 1)
        with clock.at(waiting.next_attempt_at - timedelta(seconds=1)):
            assert worker.work_once() == 0
        now = waiting.next_attempt_at
    assert waiting.state == DeliveryState.FAILED
    with clock.at(now + timedelta(days=30)):
        assert worker.work_once() == 0


def test_a_failure_is_kept_and_logged_by_name_without_its_words(
    waiting: Delivery, broken_server: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("WARNING", logger="wijkwerk.answers.worker"):
        work()
    waiting.refresh_from_db()
    assert waiting.failure == "ConnectionRefusedError"
    assert "ConnectionRefusedError" in caplog.text
    assert "bea@" not in caplog.text


def test_a_message_on_which_workers_die_is_given_up(waiting: Delivery) -> None:
    now = NOON
    for _ in range(MOST_ATTEMPTS):
        with clock.at(now):
            assert len(worker.claim(most=5)) == 1  # and nothing more is heard of this worker
        now += LEASE + timedelta(minutes=1)
    with clock.at(now):
        assert worker.claim(most=5) == []
    waiting.refresh_from_db()
    assert waiting.state == DeliveryState.FAILED


def test_one_broken_message_does_not_hold_up_the_others(
    waiting: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = someone("piet")
    fine = post(kind="confirmation", key="two", contact=other, asker=asks(a_thing(), other))
    Delivery.objects.filter(pk=waiting.pk).update(kind="no_such_kind")
    work()
    fine.refresh_from_db()
    waiting.refresh_from_db()
    assert (fine.state, waiting.state, waiting.failure) == ("sent", "waiting", "KeyError")


def test_every_attempt_has_the_same_message_id_and_no_two_messages_share_one(waiting: Delivery) -> None:
    assert worker.message_id(waiting) == worker.message_id(Delivery.objects.get())
    other = someone("piet")
    post(kind="confirmation", key="two", contact=other, asker=asks(a_thing(), other))
    work()
    ids = [message.extra_headers["Message-ID"] for message in mail.outbox]
    assert len(set(ids)) == 2
    assert ids[0] == worker.message_id(waiting)
    assert ids[0].endswith("@testserver>")


def test_an_erased_contact_gets_nothing_though_it_was_claimed(waiting: Delivery) -> None:
    (claimed,) = worker.claim(most=5)
    from wijkwerk.people.actions import erase_contact

    erase_contact(Contact.objects.get())
    worker.send(claimed)
    assert mail.outbox == []


def test_gathering_twice_makes_none_twice() -> None:
    thing = a_thing()
    for name in ("ans", "bea", "cor"):
        asks(thing, someone(name))
    told(thing)
    entry = JournalEntry.objects.get(verb=Verb.TOLD)
    gather(entry)
    gather(entry)
    assert Delivery.objects.filter(kind="answer").count() == 3


def test_a_round_that_dies_halfway_is_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    thing = a_thing()
    asks(thing, someone())
    told(thing)
    monkeypatch.setattr(worker, "gather", lambda entry: (gather(entry), 1 / 0))
    with pytest.raises(ZeroDivisionError):
        worker.work_once()
    assert not Delivery.objects.exists()
    monkeypatch.setattr(worker, "gather", gather)
    work()
    assert len(mail.outbox) == 1


def test_the_worker_goes_on_after_a_round_that_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds: list[int] = []

    def failing() -> int:
        rounds.append(1)
        raise RuntimeError

    monkeypatch.setattr(worker, "work_once", failing)
    worker.run(stop=lambda: len(rounds) >= 3, pause=0)
    assert len(rounds) == 3


def test_a_full_outbox_is_claimed_in_as_many_queries_as_an_empty_one(
    django_assert_max_num_queries: object,
) -> None:
    thing = a_thing()
    for number in range(30):
        asks(thing, someone(f"bewoner{number}"))
    told(thing)
    worker.listen(worker.LISTENER, {Verb.TOLD}, gather)
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        assert len(worker.claim(most=50)) == 30
    assert connection.vendor in {"sqlite", "postgresql"}


@pytest.mark.timeout(30)
def test_a_worker_that_loads_after_its_server_was_killed_stops_by_itself() -> None:
    nobody = os.getppid() + 1
    call_command("work", with_parent=nobody)
