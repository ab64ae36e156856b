"""The journal: written with the act, without words, never changed; read by position."""

from __future__ import annotations

import pytest
from django.db import models, transaction

from wijkwerk.thread.actions import journal
from wijkwerk.thread.listeners import listen
from wijkwerk.thread.models import JournalEntry, JournalPosition
from wijkwerk.thread.tests.places import make_area, make_things

pytestmark = pytest.mark.django_db(transaction=True)


def write(*verbs: str) -> list[JournalEntry]:
    with transaction.atomic():
        return [journal(verb) for verb in verbs]


def test_it_is_written_in_the_transaction_of_the_act_and_goes_with_it() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        journal("test.alone")
    (thing,) = make_things(make_area(), "signal")
    with transaction.atomic():
        journal("test.undone", thing)
        transaction.set_rollback(True)
    assert not JournalEntry.objects.exists()


def test_it_has_no_place_for_words_names_or_addresses() -> None:
    """Who did what to which thing: keys, times and one verb from the code."""
    allowed = (models.ForeignKey, models.BigIntegerField, models.BigAutoField, models.DateTimeField)
    others = [field for field in JournalEntry._meta.concrete_fields if not isinstance(field, allowed)]
    assert [(field.name, field.max_length) for field in others] == [("verb", 40)]


def test_what_it_points_at_cannot_be_deleted_from_under_it() -> None:
    guards = [
        field.remote_field.on_delete
        for field in JournalEntry._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
    ]
    assert guards == [models.PROTECT] * 3


def test_a_listener_reads_each_entry_once_in_order() -> None:
    write("test.one", "test.other", "test.one")
    heard: list[int] = []
    assert listen("test", {"test.one"}, lambda entry: heard.append(entry.pk)) == 3
    assert heard == list(JournalEntry.objects.filter(verb="test.one").values_list("pk", flat=True))
    assert listen("test", {"test.one"}, lambda entry: heard.append(entry.pk)) == 0
    write("test.one")
    listen("test", {"test.one"}, lambda entry: heard.append(entry.pk))
    assert len(heard) == len(set(heard)) == 3


def test_listeners_do_not_hear_for_each_other() -> None:
    write("test.one")
    heard: list[str] = []
    listen("test a", {"test.one"}, lambda _entry: heard.append("a"))
    listen("test b", {"test.one"}, lambda _entry: heard.append("b"))
    assert heard == ["a", "b"]


def test_a_long_journal_is_read_in_parts() -> None:
    write(*["test.one"] * 7)
    heard: list[int] = []
    while listen("test", {"test.one"}, lambda entry: heard.append(entry.pk), most=3):
        pass
    assert heard == sorted(heard)
    assert len(heard) == 7


def test_when_a_reaction_fails_nothing_of_the_round_counts_and_it_is_heard_again() -> None:
    write("test.one", "test.two", "test.three")

    def react(entry: JournalEntry) -> None:
        write("test.reaction")
        if entry.verb == "test.two":
            raise RuntimeError("the listener fell over")

    every = {"test.one", "test.two", "test.three"}
    with pytest.raises(RuntimeError):
        listen("test", every, react)
    assert not JournalEntry.objects.filter(verb="test.reaction").exists()
    assert not JournalPosition.objects.filter(position__gt=0).exists()
    heard: list[str] = []
    listen("test", every, lambda entry: heard.append(entry.verb))
    assert heard == ["test.one", "test.two", "test.three"]
