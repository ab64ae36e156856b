"""On PostgreSQL ids are given out before rows are seen. Nothing is passed over: shown with real connections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Queue
from threading import Thread

import pytest
from django.db import connection, transaction

from wijkwerk.thread.actions import journal
from wijkwerk.thread.listeners import listen
from wijkwerk.thread.models import JournalEntry, JournalPosition
from wijkwerk.thread.tests.places import make_area

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


class Writer:
    """Somebody else's transaction, in which a test acts step by step."""

    def __init__(self) -> None:
        self._asked: Queue[Callable[[], object] | None] = Queue()
        self._given: Queue[object] = Queue()
        self._thread = Thread(target=self._work)
        self._thread.start()

    def __call__(self, act: Callable[[], object]) -> object:
        """Do this in the transaction."""
        self._asked.put(act)
        found = self._given.get(timeout=10)
        if isinstance(found, Exception):
            raise found
        return found

    def commit(self) -> None:
        """Their transaction ends."""
        self._asked.put(None)
        self._thread.join(timeout=10)

    def _work(self) -> None:
        try:
            with transaction.atomic():
                while (act := self._asked.get(timeout=30)) is not None:
                    try:
                        self._given.put(act())
                    except Exception as error:
                        self._given.put(error)
        finally:
            connection.close()


@contextmanager
def writers(number: int) -> Iterator[list[Writer]]:
    every = [Writer() for _ in range(number)]
    try:
        yield every
    finally:
        for writer in every:
            writer.commit()


def entry() -> int:
    return journal("test.one").pk


def heard() -> list[int]:
    found: list[int] = []
    while listen("test", {"test.one"}, lambda each: found.append(each.pk)):
        pass
    return found


def test_a_lower_id_that_commits_later_is_not_passed_over() -> None:
    with writers(2) as (slow, quick):
        low, high = slow(entry), quick(entry)
        assert low < high  # type: ignore[operator]
        quick.commit()
        assert heard() == []  # the slow one still runs, so nothing is certain yet
        slow.commit()
        assert sorted(heard()) == [low, high]
    assert heard() == []


def test_nor_when_the_one_that_began_first_writes_last() -> None:
    """The older transaction takes the HIGHER id and commits first: by id alone, the younger's row would be lost."""
    with writers(2) as (older, younger):
        older(lambda: make_area("elders"))  # has its number from here on
        low = younger(entry)
        high = older(entry)
        assert low < high  # type: ignore[operator]
        older.commit()
        first = heard()
        younger.commit()
        assert sorted(first + heard()) == [low, high]


def test_nothing_is_lost_or_heard_twice_when_many_write_at_once() -> None:
    found: list[int] = []
    with writers(6) as every:
        for number in range(24):
            every[number * 5 % 6](entry)
            if number % 7 == 6:
                every[number % 6].commit()
                every[number % 6] = Writer()
                found += heard()
    found += heard()
    assert sorted(found) == list(JournalEntry.objects.order_by("pk").values_list("pk", flat=True))


def test_the_reader_does_not_wait_for_a_transaction_that_only_reads() -> None:
    with writers(1) as (reader,):
        reader(lambda: JournalEntry.objects.count())
        with transaction.atomic():
            mine = entry()
        assert heard() == [mine]


def test_after_a_move_to_another_postgresql_the_journal_reads_on() -> None:
    """There transaction numbers begin anew, far below those that came along."""
    for _ in range(3):
        with transaction.atomic():
            entry()
    listen("test", {"test.one"}, lambda _each: None, most=1)
    far = 10**12
    JournalEntry.objects.update(transaction=far)
    JournalPosition.objects.update(transaction=far)
    unread = list(JournalEntry.objects.order_by("pk").values_list("pk", flat=True))[1:]
    with transaction.atomic():
        new = entry()
    assert heard() == [*unread, new]
    assert heard() == []
