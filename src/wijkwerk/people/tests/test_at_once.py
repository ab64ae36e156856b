"""Two at the same moment: one contact, one sign-in, no third police officer. Real concurrency, so on PostgreSQL."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.world import make_world
from wijkwerk.foundation.reasons import Refused
from wijkwerk.people import sign_in
from wijkwerk.people.actions import appoint, make_account, remember_contact, use_mailed_link
from wijkwerk.people.models import Contact, Person, RoleHeld

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
TIMES = 8


def at_once(act: Callable[[int], object]) -> list[object]:
    """Do it in several threads that all start together; a refusal is a result too."""
    gate = Barrier(TIMES)

    def one(number: int) -> object:
        try:
            connection.ensure_connection()
            gate.wait(timeout=20)
            return act(number)
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(TIMES) as threads:
        return list(threads.map(one, range(TIMES)))


def test_one_person_who_comes_in_through_many_doors_at_once_is_one_contact() -> None:
    found = at_once(lambda number: remember_contact(email="fatma@example.org", phone=f"06 1000000{number}"))
    assert Contact.objects.count() == 1
    assert set(found) == {Contact.objects.get()}


def test_a_link_pressed_many_times_at_once_signs_in_once() -> None:
    account = make_account(email="lid@example.org", first_name="Lid").account
    assert account is not None
    token = sign_in.mailed_link(account).rsplit("/", 1)[1]
    answers = at_once(lambda _number: use_mailed_link(token))
    assert sum(not isinstance(answer, Refused) for answer in answers) == 1


def test_a_maximum_holds_when_many_are_appointed_at_once() -> None:
    world = make_world()
    people = [Person.objects.create(first_name=f"Agent {number}") for number in range(TIMES)]

    def give(number: int) -> object:
        return appoint(person=people[number], role="neighbourhood_police_officer", area=world.area, by=None)

    answers = at_once(give)
    assert sum(not isinstance(answer, Refused) for answer in answers) == 1
    assert RoleHeld.objects.filter(role="neighbourhood_police_officer").count() == 2
