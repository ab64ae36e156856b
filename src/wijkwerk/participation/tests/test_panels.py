"""Panels: asked by residents or officials, said without an account, on paper, or for a group."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.world import World
from wijkwerk.answers.models import Asker, Door
from wijkwerk.cycles import actions as cycles
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import day_in_words
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.participation import actions
from wijkwerk.participation.forms.panels import ContributeForm, EnterForm
from wijkwerk.participation.models import AskedBy, Contribution, PanelSession
from wijkwerk.participation.queries.panels import heard_in
from wijkwerk.participation.tests.factories import START, contributed, on, open_panel
from wijkwerk.signals.actions import Report
from wijkwerk.signals.models import Signal
from wijkwerk.thread.models import JournalEntry


@pytest.mark.requirement("DEV-09")
@pytest.mark.requirement("CXO-12")
@pytest.mark.parametrize("asked_by", list(AskedBy))
def test_a_session_keeps_who_asked_and_what_was_said(world: World, asked_by: AskedBy) -> None:
    with on(START):
        panel = open_panel(world)
        session = actions.add_session(
            round_id=panel.pk,
            place="Buurthuis",
            starts_at=clock.now(),
            asked_by=asked_by,
            askers_text="Ria",
            by=world.community_worker,
        )
        actions.record_session(
            session_id=session.pk, attendance=12, report="Licht.", by=world.community_worker
        )
        signal, _asker = actions.contribute(
            round_id=panel.pk,
            given=Report(area=world.area, text="Donker", door=Door.PAPER),
            session_id=session.pk,
            wished="Lampen",
            entered_by=world.community_worker,
        )
    said = Contribution.objects.get(signal=signal.thing)
    assert said.session is not None
    assert (said.session.asked_by, said.session.attendance, said.wished) == (asked_by, 12, "Lampen")
    assert (signal.text, signal.door) == ("Donker", Door.PAPER)


@pytest.mark.requirement("DEV-46")
def test_for_a_group_both_names_stand_there_or_nothing_is_kept(world: World) -> None:
    with on(START):
        panel = open_panel(world)
        for names, field in (({"group": "De soos"}, "supporter"), ({"supporter": "Ans"}, "group")):
            with pytest.raises(Invalid) as invalid:
                contributed(world, panel, **names)
            assert invalid.value.reason.field == field
        assert not Signal.objects.exists()
        asker = contributed(world, panel, group="De soos", supporter="Ans van Ouderenwerk")
    said = asker.thing.contribution
    assert (said.group, said.supporter) == ("De soos", "Ans van Ouderenwerk")


@pytest.mark.requirement("DEV-48")
@pytest.mark.parametrize("informed", [True, False])
def test_anyone_says_it_without_account_and_chooses_to_hear_more(world: World, informed: bool) -> None:
    browser = Client()
    with on(START):
        panel = open_panel(world)
        address = reverse("participation:take-part", args=[panel.pk])
        posted = {"text": "Het is donker", "request_key": "een"}
        if informed:
            posted |= {"email": "ik@example.org"}
        response = browser.post(address, posted)
        assert response.status_code == 302
        page = browser.get(response["Location"])
        asker = Asker.objects.get()
        assert asker.thing.number in page.content.decode()
        assert (asker.contact is not None) is informed
        browser.post(address, posted)  # sent twice
    assert Signal.objects.count() == Contribution.objects.count() == 1
    assert JournalEntry.objects.filter(verb="participation.contributed").count() == 1


def test_leaving_an_address_is_the_yes_and_the_form_says_for_what(world: World) -> None:
    with on(START):
        panel = open_panel(world)
        address = reverse("participation:take-part", args=[panel.pk])
        page = Client().get(address).content.decode()
        assert "dan schrijven of bellen wij u alleen hierover" in page
        assert 'type="checkbox"' not in page


def test_worry_about_a_person_has_a_number_to_call(world: World) -> None:
    with on(START):
        page = Client().get(reverse("participation:take-part", args=[open_panel(world).pk]))
    assert "0800 2000" in page.content.decode()


def test_a_session_is_chosen_by_its_day_in_words(world: World) -> None:
    with on(START):
        panel = open_panel(world)
        session = PanelSession.objects.create(
            round=panel, place="Wijkcentrum", starts_at=clock.now(), asked_by=AskedBy.values[0]
        )
        form = EnterForm(panel=panel, approach=world.approach)
        day = day_in_words(timezone.localdate(session.starts_at))
    assert [label for _value, label in form.fields["session"].choices][1] == f"Wijkcentrum, {day}"


@pytest.mark.requirement("DEV-50")
def test_no_form_of_a_resident_asks_for_an_organisation(world: World) -> None:
    with on(START):
        panel = open_panel(world)
        forms = [
            ContributeForm(area=world.area, approach=world.approach),
            EnterForm(panel=panel, approach=world.approach),
        ]
    for form in forms:
        required = {name for name, field in form.fields.items() if field.required}
        assert required <= {"text", "door"}
        assert not {name for name in form.fields if "organisation" in name}


@pytest.mark.requirement("UTR97-10")
def test_it_is_asked_what_someone_brings_and_that_is_counted(world: World) -> None:
    with on(START):
        panel = open_panel(world)
        form = ContributeForm(area=world.area, approach=world.approach)
        asked = str(form.fields["own_contribution"].label)
        assert asked == world.approach.resident_texts["own_contribution"].text.nl
        for text, own in (("Donker", "Ik help planten"), ("Vies", "")):
            actions.contribute(
                round_id=panel.pk,
                given=Report(area=world.area, text=text, door=Door.WEB, own_contribution=own),
            )
        heard = heard_in(panel)
    assert (heard.contributions, heard.own) == (2, 1)
    assert Signal.objects.get(text="Donker").own_contribution == "Ik help planten"


def test_a_closed_panel_takes_no_more(world: World) -> None:
    with on(START):
        panel = open_panel(world)
        cycles.close_step(step_id=panel.step_id, by=world.area_officer)
        with pytest.raises(Conflict, match="gesloten"):
            contributed(world, panel)
    assert not Signal.objects.exists()


def test_residents_plan_no_session_by_themselves(world: World) -> None:
    with on(START):
        panel = open_panel(world)
        for person in (world.adviser, world.area_alderman, None):
            with pytest.raises(Refused):
                actions.add_session(
                    round_id=panel.pk,
                    place="Buurthuis",
                    starts_at=clock.now(),
                    asked_by=AskedBy.RESIDENT,
                    by=person,
                )
