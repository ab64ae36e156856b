"""In a demo one looks along as anybody; anywhere else there is no such page."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings
from pytest_django.asserts import assertNumQueries

from tests.world import World, appointed, make_world
from wijkwerk.people.models import RoleHeld

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def test_one_press_and_it_is_their_day(world: World, settings: Settings) -> None:
    settings.DEMO = True
    officer = RoleHeld.objects.get(role="area_officer")
    browser = Client()
    page = browser.get(reverse("demo:people")).content.decode()
    assert f"{world.area_officer.first_name}, {world.area.name}" in page
    assert f'action="{reverse("demo:look-along", args=[officer.pk])}"' in page
    answer = browser.post(reverse("demo:look-along", args=[officer.pk]))
    assert answer["Location"] == reverse("portal:my-day")
    assert browser.session["_auth_user_id"] == str(officer.person.account_id)


def test_a_real_site_has_no_such_page(world: World, settings: Settings) -> None:
    settings.DEMO = False
    officer = RoleHeld.objects.get(role="area_officer")
    browser = Client()
    assert browser.get(reverse("demo:people")).status_code == 404
    assert browser.post(reverse("demo:look-along", args=[officer.pk])).status_code == 404
    assert "_auth_user_id" not in browser.session


def test_who_held_a_role_once_cannot_be_chosen(world: World, settings: Settings) -> None:
    settings.DEMO = True
    former = RoleHeld.objects.get(role="area_officer")
    RoleHeld.objects.filter(pk=former.pk).update(valid_to="2021-01-01")
    assert Client().post(reverse("demo:look-along", args=[former.pk])).status_code == 404


def test_as_many_queries_for_many_as_for_few(world: World, settings: Settings) -> None:
    settings.DEMO = True
    few = _queries()
    for number in range(5):
        appointed("executor", world.area, name=f"Bert {number}")
    with assertNumQueries(few):
        Client().get(reverse("demo:people"))


def _queries() -> int:
    with CaptureQueriesContext(connection) as seen:
        Client().get(reverse("demo:people"))
    return len(seen)
