"""`wijkwerk make_account`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from tests.world import make_world
from wijkwerk.approaches import Power
from wijkwerk.people.models import Account, Person
from wijkwerk.people.permissions import may

pytestmark = pytest.mark.django_db


def make_account(*arguments: str) -> str:
    out = StringIO()
    call_command("make_account", *arguments, stdout=out)
    return out.getvalue()


def test_the_first_administrator_of_an_empty_site_can_begin() -> None:
    printed = make_account("beheer@example.org", "--name", "Bea de Beer", "--role", "administrator")
    person = Person.objects.get()
    assert (person.first_name, person.last_name) == ("Bea", "de Beer")
    assert may(person, Power.MANAGE_PEOPLE, within=None)
    link = printed.splitlines()[-1].removeprefix("http://testserver")
    assert Client().get(link, follow=True).status_code == 200


def test_a_role_in_an_area() -> None:
    world = make_world()
    make_account("a@example.org", "--name", "Ayse", "--role", "area_officer", "--area", "voorstad")
    person = Person.objects.get(account__email="a@example.org")
    assert may(person, Power.RUN_PANEL, within=world.area)
    assert not may(person, Power.RUN_PANEL, within=None)


def test_a_link_that_signs_in_at_once(client: Client) -> None:
    printed = make_account("lid@example.org", "--name", "Lid", "--by-link")
    client.post(printed.splitlines()[-1].removeprefix("http://testserver"))
    assert "_auth_user_id" in client.session


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["geen adres", "--name", "A"], "geen e-mailadres"),
        (["a@example.org", "--name", "A", "--role", "wizard"], "wizard"),
        (["a@example.org", "--name", "A", "--role", "administrator", "--area", "nergens"], "nergens"),
    ],
)
def test_a_mistake_is_one_sentence_and_makes_nothing(arguments: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        make_account(*arguments)
    assert not Account.objects.exists()
    assert not Person.objects.exists()
