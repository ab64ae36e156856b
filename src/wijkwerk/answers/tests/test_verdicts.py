""" "Opgelost?": asked only of what one was told, and one "nee" among many is a count."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from wijkwerk.answers.actions import say_solved
from wijkwerk.answers.composing import secret_path
from wijkwerk.answers.models import Answer, Asker
from wijkwerk.answers.queries import answer_to_judge
from wijkwerk.answers.rules import opens_again
from wijkwerk.answers.telling import facts
from wijkwerk.answers.tests.asking import a_thing, asks, someone, told, work
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict
from wijkwerk.thread.actions import link
from wijkwerk.thread.beads import BeadState
from wijkwerk.thread.models import Role, Thing
from wijkwerk.thread.tests.places import make_things

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 21, 12, tzinfo=timezone.get_default_timezone())


def measured(signal: Thing) -> Thing:
    """A measure that came of it."""
    need, measure = make_things(signal.area, "need", "measure", public=True)
    link(signal, need, Role.UNDERSTOOD_AS)
    link(need, measure, Role.WORKED_OUT_AS)
    return measure


def said_no(asker: Asker, answer: Answer, words: str = "") -> None:
    say_solved(asker_id=asker.pk, answer_id=answer.pk, solved=False, words=words)


def test_who_came_after_the_answer_is_not_asked_about_it(client: Client) -> None:
    signal = a_thing()
    with clock.at(NOON - timedelta(days=30)):
        before = asks(signal, someone("ans"))
        answer = told(measured(signal), closing=True)
        work()
    with clock.at(NOON):
        after = asks(signal, someone("bea"))
        assert (answer_to_judge(before), answer_to_judge(after)) == (answer, None)
        with pytest.raises(Conflict):
            said_no(after, answer)
        page = client.get(secret_path(after)).content.decode()
    assert "Het gras is gemaaid." not in page.split("wijkwerk-story")[0]


def test_the_page_names_what_the_answer_is_about(client: Client) -> None:
    signal = a_thing()
    asker = asks(signal, someone())
    measure = measured(signal)
    Thing.objects.filter(pk=measure.pk).update(sentence="Avondronde met hesjes")
    told(measure, closing=True)
    page = client.get(secret_path(asker)).content.decode()
    assert "Wij schreven u over" in page
    assert "Avondronde met hesjes" in page.split("Wij schreven u over")[1].split("blockquote")[0]


@pytest.mark.django_db(transaction=True)  # read by the worker: other transactions must see it
def test_one_nee_among_nine_is_a_count_and_most_of_them_a_state() -> None:
    need = a_thing("need")
    askers = [asks(need, someone(f"b{place}")) for place in range(9)]
    answer = told(need, closing=True)
    work()
    said_no(askers[0], answer)
    (fact,) = facts([answer.pk])
    assert (fact.state, str(fact.line)) == (BeadState.DONE, "1 van 9 zegt: niet opgelost")
    for asker in askers[1:5]:
        said_no(asker, answer)
    (fact,) = facts([answer.pk])
    assert fact.state is BeadState.PRESENT


def test_more_than_half_opens_it_for_all() -> None:
    assert [opens_again(said, told) for said, told in ((1, 0), (1, 1), (1, 2), (2, 3), (1, 9))] == [
        True,
        True,
        False,
        True,
        False,
    ]


def test_what_they_said_stands_on_their_own_page(client: Client) -> None:
    need = a_thing("need")
    asker, other = asks(need, someone("ans")), asks(need, someone("bea"))
    answer = told(need, closing=True)
    said_no(asker, answer, "Hij knippert alweer.")
    assert "Hij knippert alweer." in client.get(secret_path(asker)).content.decode()
    assert "Hij knippert alweer." not in client.get(secret_path(other)).content.decode()
