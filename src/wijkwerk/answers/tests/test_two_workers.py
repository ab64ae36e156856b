"""Several workers on one outbox, on PostgreSQL: each message goes once, and none waits for another."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from wijkwerk.answers import worker
from wijkwerk.answers.actions import ask
from wijkwerk.answers.models import Asker, AskerRole, Delivery, DeliveryState, Door
from wijkwerk.answers.tests.asking import a_thing, asks, someone, told

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
WORKERS, MESSAGES = 4, 60


def test_no_message_goes_twice_and_all_go(monkeypatch: pytest.MonkeyPatch) -> None:
    thing = a_thing()
    for number in range(MESSAGES):
        asks(thing, someone(f"bewoner{number}"))
    told(thing)
    sent: list[int] = []
    monkeypatch.setattr(worker, "_mail", lambda delivery: sent.append(delivery.pk))
    gate = Barrier(WORKERS)

    def work(_number: int) -> int:
        try:
            connection.ensure_connection()
            gate.wait(timeout=20)
            done = 0
            for _ in range(40):
                done += worker.work_once(most=5)
            return done
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as threads:
        list(threads.map(work, range(WORKERS)))
    assert max(Counter(sent).values()) == 1
    assert len(sent) == MESSAGES
    assert set(Delivery.objects.values_list("state", "attempts")) == {(DeliveryState.SENT, 1)}


def test_one_who_asks_many_times_at_once_asks_once() -> None:
    thing, contact = a_thing(), someone()
    gate = Barrier(WORKERS)

    def one(_number: int) -> Asker:
        try:
            connection.ensure_connection()
            gate.wait(timeout=20)
            return ask(thing=thing, contact=contact, role=AskerRole.FOLLOWER, door=Door.WEB)
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as threads:
        found = set(threads.map(one, range(WORKERS)))
    assert found == {Asker.objects.get()}
    assert Delivery.objects.filter(kind="confirmation").count() == 1
