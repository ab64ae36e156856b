"""A reaction to a draft: read by whoever made it on their own page, by nobody else, and gone when they are erased."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.ways_of_working.planning import on, place_under, sector_plan
from wijkwerk.answers.composing import secret_path
from wijkwerk.answers.models import Asker
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
