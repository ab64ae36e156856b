"""Who presses a button twice, or again because the page was slow, has done it once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.asking import visitor
from tests.addresses import Guide, addresses
from tests.filled import TODAY, Filled, make_filled_world, that_day
from wijkwerk.agreements.models import Promise
from wijkwerk.foundation.once import FIELD
from wijkwerk.people.models import RoleHeld
from wijkwerk.plans.models import Measure, ProgressReport, Work
from wijkwerk.plans.rules import MeasureStatus

pytestmark = pytest.mark.django_db
THE_KEY = f'name="{FIELD}"'


@pytest.fixture
def filled() -> Filled:
    return make_filled_world()


def test_every_form_that_is_done_once_holds_its_key(filled: Filled) -> None:
    guide = Guide(filled)
    visitors = [visitor(person) for person in filled.world.people.values()]
    once = [address for address in addresses() if getattr(address.view, "done_once", False)]
    assert len(once) > 10
    without, opened = [], 0
    with that_day():
        for address in once:
            pages = [
                page.content.decode()
                for _words, arguments in guide.arguments(address)
                for client in visitors
                if (page := client.get(reverse(address.name, kwargs=arguments))).status_code == 200
            ]
            opened += bool(pages)
            if pages and not any(THE_KEY in page for page in pages):
                without.append(address.name)
    assert not without
    assert opened > 15  # the others are for another approach, or for another state of what they are about


def test_a_promise_pressed_twice_is_one_promise(filled: Filled) -> None:
    before = Promise.objects.count()
    officer: Client = visitor(filled.world.area_officer)
    address = reverse("agreements:make", args=[filled.world.area.code])
    typed = {"text": "De brug is klaar", "due_on": TODAY + timedelta(days=30), "function": "wijkambtenaar"}
    with that_day():
        first, second = (officer.post(address, {**typed, FIELD: "a"}) for _ in range(2))
        officer.post(address, {**typed, FIELD: "b"})
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert Promise.objects.count() == before + 2


def test_a_term_renewed_twice_in_one_press_is_one_term(filled: Filled) -> None:
    """Two presses gave four more years where the approach gives two."""
    held = RoleHeld.objects.get(person=filled.world.people["resident_team_member"])
    held.term_ends_on = TODAY
    held.save()
    administrator = visitor(filled.world.people["administrator"])
    with that_day():
        for _press in range(2):
            administrator.post(reverse("people:renew-term", args=[held.pk]), {FIELD: "a"})
    held.refresh_from_db()
    assert held.term_ends_on == TODAY.replace(year=TODAY.year + 2)


def test_how_it_goes_told_twice_in_one_press_is_told_once(filled: Filled) -> None:
    """A view that works on pictures keeps no key: the same words of the same day are the same report."""
    work = Work.objects.get()
    Work.objects.update(done_on=None)
    Measure.objects.filter(pk=work.measure_id).update(status=MeasureStatus.UNDER_WAY)
    executor = visitor(filled.world.people["executor"])
    before = ProgressReport.objects.count()
    address = reverse("plans:progress", args=[work.thing.number])
    with that_day():
        for words in ("De palen staan.", "De palen staan.", "Nu het hek."):
            assert executor.post(address, {"text": words}).status_code == 302
    assert ProgressReport.objects.count() == before + 2
