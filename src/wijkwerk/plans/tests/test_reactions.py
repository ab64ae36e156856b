"""A reaction to a draft: read by whoever made it on their own page, by nobody else, and gone when they are erased."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.ways_of_working.planning import on, place_under, sector_plan
from wijkwerk.answers.composing import secret_path
from wijkwerk.answers.models import Asker, Door
from wijkwerk.decisions.models import Followed
from wijkwerk.foundation.reasons import Invalid
from wijkwerk.people.actions import erase_contact, remember_contact
from wijkwerk.people.models import Contact
from wijkwerk.plans import actions
from wijkwerk.plans.models import Reaction
from wijkwerk.thread.models import Thing

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
SAID = "Mijn achtertuin grenst aan dat pad, zet de lamp niet bij mijn raam."


def test_the_desk_writes_a_reaction_to_a_plan_down_from_its_page_with_a_receipt() -> None:
    place = place_under("dordrecht_1997")
    worker, officer = place.world.desk_worker, place.officer_of("safety")
    with on(DAY):
        plan = sector_plan(place, "safety_plan", "safety")
        address = reverse("plans:react-on-behalf", args=[plan.thing.number])
        client = Client()
        client.force_login(worker.account)
        given = {"text": SAID, "door": "paper", "language": "nl"}
        assert client.post(address, given).status_code == 409, "nobody was asked yet"
        actions.open_round(plan_id=plan.pk, intention="Licht", open_until=date(2026, 3, 20), by=officer)
        here = reverse("plans:plan", args=[plan.thing.number])
        assert address in client.get(here).content.decode()
        assert address not in Client().get(here).content.decode()
        kept = client.post(address, given)
        asker = Asker.objects.get(thing__kind="reaction")
        assert (asker.door, asker.entered_by, asker.contact) == (Door.PAPER, worker, None)
        assert kept.url == reverse("answers:receipt", args=[asker.pk])
        assert asker.thing.number in client.get(kept.url).content.decode()
        assert Reaction.objects.get().text == SAID
        client.force_login(officer.account)
        assert client.post(address, given).status_code == 403


def test_whoever_works_on_a_plan_finds_formal_consultation_on_its_desk() -> None:
    place = place_under("dordrecht_1997")
    with on(DAY):
        plan = sector_plan(place, "safety_plan", "safety")
        client = Client()
        client.force_login(place.officer_of("safety").account)
        desk = client.get(reverse("plans:edit", args=[plan.thing.number])).content.decode()
    assert "Open de inspraak" in desk
    assert "Maak dit een belangrijk besluit" in desk


@pytest.fixture
def reacted() -> tuple[Reaction, Asker, Contact]:
    place = place_under("dordrecht_1997")
    with on(DAY):
        plan = sector_plan(place, "safety_plan", "safety")
        officer = place.officer_of("safety")
        with pytest.raises(Invalid):
            actions.open_round(plan_id=plan.pk, intention="Licht", open_until=DAY, by=officer)
        actions.open_round(plan_id=plan.pk, intention="Licht", open_until=date(2026, 3, 20), by=officer)
        contact = remember_contact(name="Cor Achterom", email="cor@example.org")
        reaction, asker = actions.react(plan_id=plan.pk, text=SAID, who=contact)
        actions.answer_reaction(
            reaction_id=reaction.pk,
            followed=Followed.ADOPTED,
            reason="De lamp komt aan de overkant.",
            by=officer,
        )
    return reaction, asker, contact


def test_who_reacted_reads_the_answer_and_nobody_else_reads_the_text(
    reacted: tuple[Reaction, Asker, Contact],
) -> None:
    reaction, asker, _contact = reacted
    own = Client().get(secret_path(asker))
    assert own.status_code == 200
    assert "De lamp komt aan de overkant." in own.content.decode()
    thread = Client().get(reaction.thing.get_absolute_url())
    assert SAID not in thread.content.decode()
    assert not Thing.objects.visible_to(None).filter(pk=reaction.pk).exists()


def test_what_they_said_is_gone_when_they_are_and_the_answer_stays(
    reacted: tuple[Reaction, Asker, Contact],
) -> None:
    reaction, _asker, contact = reacted
    erase_contact(contact)
    reaction.refresh_from_db()
    assert reaction.text == ""
    assert reaction.reason == "De lamp komt aan de overkant."
