"""Everyone can react before an important decision: online without an account, or written down at the desk."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.ways_of_working.money import noon
from tests.world import World, make_world
from wijkwerk.answers import worker
from wijkwerk.answers.composing import secret_path
from wijkwerk.answers.models import Answer, Asker, Delivery, Door
from wijkwerk.answers.queries import askers_up_the_thread
from wijkwerk.decisions import actions
from wijkwerk.decisions.models import (
    Consultation,
    ConsultationReaction,
    DecisionKind,
    Followed,
    Important,
)
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.actions import erase_contact, remember_contact
from wijkwerk.people.models import Person
from wijkwerk.portal.my_day.page import my_day
from wijkwerk.thread.actions import bear
from wijkwerk.thread.models import Thing

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
UNTIL = DAY + timedelta(14)
SAID = "Mijn tuin ligt ernaast, zet de school aan de andere kant."


def opened(world: World) -> Consultation:
    thing = bear("measure", area=world.area, sentence="School in het park", public=True)
    with noon(DAY):
        return actions.open_consultation(
            thing=thing,
            question="Mag er een school in het park?",
            intention="De gemeente wil hier bouwen. Waar precies, ligt nog open.",
            decider="de gemeenteraad",
            open_until=UNTIL,
            by=world.area_officer,
        )


def signed_in(person: Person | None) -> Client:
    client = Client()
    if person:
        client.force_login(person.account)
    return client


def text(response: object) -> str:
    return " ".join(response.content.decode().split())


def read(consultation: Consultation, person: Person | None = None, day: date = DAY) -> str:
    with noon(day):
        response = signed_in(person).get(reverse("decisions:consultation", args=[consultation.pk]))
    assert response.status_code == 200
    return text(response)


def send(person: Person | None, page: str, /, *args: object, day: date = DAY, **data: object) -> object:
    with noon(day):
        return signed_in(person).post(reverse(f"decisions:{page}", args=args), data)


def test_the_page_says_what_is_decided_until_when_by_whom_and_what_becomes_of_a_reaction() -> None:
    world = make_world()
    consultation = opened(world)
    page = read(consultation)
    for words in (
        "Mag er een school in het park?",
        "Waar precies, ligt nog open.",
        "Iedereen kan reageren tot en met",
        "Daarna besluit: de gemeenteraad.",
        "Op elke reactie komt een antwoord",
        "Hier geldt: bewoners geven hun mening.",
    ):
        assert words in page
    react = reverse("decisions:react", args=[consultation.pk])
    assert react in page
    assert react not in read(consultation, day=UNTIL + timedelta(1))
    late = send(None, "react", consultation.pk, day=UNTIL + timedelta(1), text=SAID)
    assert late.status_code == 422
    assert not ConsultationReaction.objects.exists()


def test_anyone_reacts_without_an_account_and_gets_a_number_to_follow() -> None:
    world = make_world()
    consultation = opened(world)
    empty = send(None, "react", consultation.pk, text=" ", email="cor@example.org")
    assert empty.status_code == 422
    assert "cor@example.org" in text(empty), "what was typed stays"
    sent = send(None, "react", consultation.pk, text=SAID)
    reaction = ConsultationReaction.objects.get()
    asker = Asker.objects.get(thing=reaction.thing)
    assert (asker.contact, asker.door, reaction.text) == (None, Door.WEB, SAID)
    assert sent.url == f"{secret_path(asker)}/dank-u-wel"
    thanks = text(Client().get(sent.url))
    assert f"Het nummer is {reaction.thing.number}" in thanks
    assert secret_path(asker) in thanks
    assert SAID in text(Client().get(secret_path(asker))), "on their own page"
    assert SAID not in read(consultation)
    assert not Thing.objects.visible_to(None).filter(pk=reaction.pk).exists()


def test_too_many_from_one_line_are_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wijkwerk.decisions.views.reacting.AN_HOUR", {"limit": 2, "seconds": 3600})
    consultation = opened(make_world())
    found = [send(None, "react", consultation.pk, text=SAID).status_code for _time in range(3)]
    assert found == [302, 302, 429]


def test_the_desk_writes_down_a_letter_with_both_names_and_a_receipt() -> None:
    world = make_world()
    consultation = opened(world)
    given = {"text": SAID, "door": "letter", "name": "Cor", "address": "Kade 1, Deventer", "language": "nl"}
    assert send(world.executor, "react-on-behalf", consultation.pk, **given).status_code == 403
    unread = send(world.desk_worker, "react-on-behalf", consultation.pk, **given)
    assert unread.status_code == 422
    assert "Lees voor wat wij bewaren" in text(unread)
    kept = send(world.desk_worker, "react-on-behalf", consultation.pk, **given, consent="on")
    asker = Asker.objects.get(thing__kind="formal_reaction")
    assert (asker.door, asker.entered_by) == (Door.LETTER, world.desk_worker)
    assert asker.contact is not None
    assert kept.url == reverse("answers:receipt", args=[asker.pk])
    with noon(DAY):
        receipt = text(signed_in(world.desk_worker).get(kept.url))
        assert signed_in(world.area_officer).get(kept.url).status_code == 403
    assert asker.thing.number in receipt
    assert "Cor" not in receipt
    over = send(
        world.desk_worker, "react-on-behalf", consultation.pk, day=UNTIL + timedelta(1), **given, consent="on"
    )
    assert over.status_code == 409


@pytest.mark.django_db(transaction=True)  # read by the worker: other transactions must see it
def test_each_reaction_is_answered_and_told_and_only_then_the_consultation_closes() -> None:
    world = make_world()
    consultation = opened(world)
    contact = remember_contact(name="Cor Achterom", email="cor@example.org")
    with noon(DAY):
        reaction, asker = actions.react(consultation_id=consultation.pk, text=SAID, who=contact)
    number = reaction.thing.number
    after = UNTIL + timedelta(1)
    close = {"reactions": 3, "answer": "De school schuift op."}
    waits = send(world.area_officer, "close", consultation.pk, day=after, **close)
    assert "Nog niet beantwoord: 1" in text(waits)
    assert SAID in read(consultation, world.area_officer, after)
    assert SAID not in read(consultation, world.executor, after)
    answer = {"followed": "partly", "reason": "De school schuift tien meter op."}
    assert send(world.executor, "answer-reaction", number, day=after, **answer).status_code == 403
    assert send(world.area_officer, "answer-reaction", number, day=after, **answer).status_code == 302
    with noon(after):
        while worker.work_once():
            pass
    mail = Delivery.objects.get(kind="answer")
    assert (mail.asker, mail.contact, mail.answer.text) == (asker, contact, answer["reason"])
    public = read(consultation, day=after)
    assert "Voor een deel overgenomen." in public
    assert answer["reason"] in public
    assert "De tekst van deze reactie is niet openbaar." in public
    assert SAID not in public
    again = send(world.area_officer, "answer-reaction", number, day=after, **answer)
    assert "al geantwoord" in text(again)
    few = send(world.area_officer, "close", consultation.pk, day=after, **{**close, "reactions": 0})
    assert "kwamen hier al 1 reacties" in text(few)
    assert send(world.area_officer, "close", consultation.pk, day=after, **close).status_code == 302
    assert "De school schuift op." in read(consultation, day=after)
    erase_contact(contact)
    reaction.refresh_from_db()
    assert (reaction.text, reaction.reason) == ("", answer["reason"])


def test_a_text_is_public_only_when_a_person_looked() -> None:
    world = make_world()
    consultation = opened(world)
    with noon(DAY):
        reaction, _asker = actions.react(consultation_id=consultation.pk, text="Bouw hoger.")
        with pytest.raises(Invalid, match="waarom"):
            actions.answer_reaction(
                reaction_id=reaction.pk, followed=Followed.NOT, reason=" ", by=world.area_officer
            )
        with pytest.raises(Refused):
            actions.answer_reaction(
                reaction_id=reaction.pk, followed=Followed.NOT, reason="Nee.", by=world.desk_worker
            )
        actions.answer_reaction(
            reaction_id=reaction.pk,
            followed=Followed.NOT,
            reason="Dat past hier niet.",
            text_public=True,
            by=world.area_officer,
        )
    assert "Bouw hoger." in read(consultation)
    with noon(DAY), pytest.raises(Refused):
        actions.react(consultation_id=consultation.pk, text="x", entered_by=world.executor)
    with noon(UNTIL + timedelta(1)), pytest.raises(Conflict, match="voorbij"):
        actions.react(consultation_id=consultation.pk, text="Te laat.")


def test_what_is_marked_important_is_opened_to_everyone_from_its_own_page() -> None:
    world = make_world()
    thing = bear("measure", area=world.area, sentence="School in het park", public=True)
    marked = send(world.area_officer, "important", thing.number, why="Het raakt iedereen.")
    assert Important.objects.get().why == "Het raakt iedereen."
    assert marked.url == reverse("decisions:consult", args=[thing.number])
    assert send(world.executor, "important", thing.number, why="x").status_code == 403
    given = {"question": "Mag dit?", "intention": "Bouwen.", "decider": "", "open_until": UNTIL.isoformat()}
    assert send(world.area_officer, "consult", thing.number, **given).status_code == 302
    page = read(Consultation.objects.get())
    assert "Het raakt iedereen." in page
    assert "Daarna besluit: " in page
    private = bear("measure", area=world.area, sentence="Nog geheim", public=False)
    assert send(world.area_officer, "consult", private.number, **given).status_code == 404


def test_where_one_can_react_stands_on_the_first_page_that_of_the_area_and_of_the_thread() -> None:
    world = make_world()
    consultation = opened(world)
    here = reverse("decisions:consultation", args=[consultation.pk])
    pages = (
        reverse("portal:home"),
        reverse("portal:area", args=[world.area.code]),
        consultation.thing.get_absolute_url(),
        reverse("decisions:area", args=[world.area.code]),
    )
    for address in pages:
        with noon(DAY):
            shown = text(Client().get(address))
            assert f'href="{here}"' in shown, address
            assert "&lt;time" not in shown
        with noon(UNTIL + timedelta(1)):
            after = text(Client().get(address))
            assert "Lees en reageer" not in after
            assert "Hier kunt u nu op reageren" not in after


def test_who_answers_and_closes_finds_it_on_their_day() -> None:
    world = make_world()
    consultation = opened(world)
    here = reverse("decisions:consultation", args=[consultation.pk])
    close = reverse("decisions:close", args=[consultation.pk])

    def waiting(person: Person, day: date) -> list[tuple[str, str]]:
        with noon(day):
            return [
                (task.action, task.waits) for section in my_day(person).sections for task in section.tasks
            ]

    assert waiting(world.area_officer, DAY) == []
    with noon(DAY):
        actions.react(consultation_id=consultation.pk, text=SAID)
        actions.react(consultation_id=consultation.pk, text="Ja!")
    assert waiting(world.area_officer, DAY) == [(here, "2 reacties wachten op antwoord")]
    assert waiting(world.executor, DAY) == []
    with noon(DAY):
        for each in ConsultationReaction.objects.all():
            actions.answer_reaction(
                reaction_id=each.pk, followed=Followed.NOT, reason="Nee.", by=world.area_officer
            )
    assert waiting(world.area_officer, DAY) == []
    assert waiting(world.area_officer, UNTIL + timedelta(1)) == [(close, "de inspraak is voorbij")]


def test_the_page_costs_the_same_with_twelve_reactions() -> None:
    world = make_world()
    consultation = opened(world)
    client = signed_in(world.area_officer)

    def said(start: int, stop: int) -> None:
        for number in range(start, stop):
            reaction, _asker = actions.react(consultation_id=consultation.pk, text=f"Reactie {number}")
            actions.react(consultation_id=consultation.pk, text=f"Vraag {number}")
            actions.answer_reaction(
                reaction_id=reaction.pk, followed=Followed.NOT, reason="Nee.", by=world.area_officer
            )

    def queries() -> int:
        client.get(reverse("decisions:consultation", args=[consultation.pk]))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("decisions:consultation", args=[consultation.pk]))
        return len(asked)

    with noon(DAY):
        said(0, 1)
        one = queries()
        said(1, 12)
        assert queries() == one


def test_who_reacted_hears_the_decision() -> None:
    world = make_world()
    consultation = opened(world)
    with noon(DAY):
        contact = remember_contact(email="buur@example.org")
        reaction, asker = actions.react(consultation_id=consultation.pk, text=SAID, who=contact)
    with noon(UNTIL + timedelta(2)):
        actions.decide(
            thing=consultation.thing,
            kind=DecisionKind.CHANGE,
            reason="Zo blijft het park groot.",
            public_text="De school komt aan de andere kant.",
            maker=world.area_officer,
            body="de gemeenteraad",
            mandate="besluit",
        )
    told = Answer.objects.get(about=reaction.thing)
    assert (told.turn, told.in_story, told.thing.public) == ("decided", False, False)
    assert told.text == (
        "U reageerde hierop. Het besluit van de gemeenteraad: De school komt aan de andere kant. "
        "Waarom: Zo blijft het park groot."
    )
    assert askers_up_the_thread(told.about_id) == [asker]
