"""After erasing one resident, a search through every table, file and mail finds nothing of them; the rest stands."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from PIL import Image

from tests.everything import everything_kept, found_of
from tests.test_golden_thread import on
from tests.world import World, make_world
from wijkwerk.answers import actions as answers
from wijkwerk.answers import worker
from wijkwerk.answers.composing import secret_path
from wijkwerk.answers.models import Answer, Asker, AskerRole, Delivery, DeliveryState, Door
from wijkwerk.answers.rules import Channel
from wijkwerk.cycles import actions as cycles
from wijkwerk.foundation import encryption
from wijkwerk.foundation.photos import Photo, reencode
from wijkwerk.needs import actions as needs
from wijkwerk.needs.actions import Understanding
from wijkwerk.needs.models import Need
from wijkwerk.participation import actions as participation
from wijkwerk.participation.models import Ballot, Longlist, PanelRound, Voter, Wish
from wijkwerk.people.actions import erase_contact, read_contact, remember_contact
from wijkwerk.people.models import Contact, ContactRead
from wijkwerk.signals import actions as signals
from wijkwerk.signals.actions.letting_go import let_go_of_the_told
from wijkwerk.signals.models import Draft, Signal
from wijkwerk.thread.models import Attachment, JournalEntry, JournalPosition, Thing

pytestmark = pytest.mark.django_db(transaction=True)

START = date(2026, 1, 12)
NAME, EMAIL, PHONE = "Wilhelmina van Zuthem", "w.vanzuthem@example.org", "06 8765 4321"
ADDRESS = "Grote Overstraat 417, 7411 ZZ Deventer"
REPORTED = "Al drie winters staat de kelder van ons blok blank na regen."
PLACE = "achter nummer 417, bij de rode poort"
OFFERED = "Ik heb een pomp en twee sterke zonen."
HEARD = "Mijn kleinkind durft het tunneltje niet meer door."
WISHED = "Hang toch lampen in dat tunneltje, van die gele."
GROUP = "De oma's van het tunneltje"
HELPER = "Corrie Nijenhuis van het buurthuis"
SAID_NO = "Het water stond er gisteren alweer, tot mijn knieën."
BEGUN = "Nog iets, de brievenbus is dichtgemetseld."
NEEDLES = (
    NAME, EMAIL, PHONE, ADDRESS, REPORTED, PLACE, OFFERED, HEARD, WISHED, GROUP, HELPER, SAID_NO, BEGUN,
)  # fmt: skip


@dataclass
class Story:
    """What one resident did in a year, with someone beside her."""

    world: World
    contact: Contact
    signal: Signal
    beside: Asker
    asker: Asker
    wish: Wish


def photo(colour: str) -> Photo:
    out = io.BytesIO()
    Image.new("RGB", (24, 16), colour).save(out, "PNG")
    out.seek(0)
    return reencode(out)


@pytest.fixture
def story(tmp_path: Path, settings: Any) -> Story:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    return live_a_year(make_world())


def live_a_year(world: World) -> Story:
    officer = world.area_officer
    with on(START):
        her = remember_contact(name=NAME, email=EMAIL, phone=PHONE, address=ADDRESS)
        neighbour = remember_contact(email="buur@example.org")
        signal, asker = signals.report(
            signals.Report(
                area=world.area,
                text=REPORTED,
                door=Door.WEB,
                place_text=PLACE,
                own_contribution=OFFERED,
                photos=(photo("navy"),),
            ),
            contact=her,
        )
        other, beside = signals.report(
            signals.Report(area=world.area, text="De put loopt over.", door=Door.WEB, photos=(photo("red"),)),
            contact=neighbour,
        )
        signals.support(thing=other.thing, contact=her, door=Door.WEB)
        signals.support(thing=signal.thing, contact=neighbour, door=Door.WEB)
        read_contact(her, by=world.desk_worker, purpose="call")
        begin_a_report()
        wish = take_part(world, her, signal, other)
        finish(world, signal, asker)
        answers.ask(thing=wish.thing, contact=her, role=AskerRole.FOLLOWER, door=Door.WEB)
        answers.post(kind="confirmation", key="a letter", contact=her, asker=asker, channel=Channel.LETTER)
        while worker.work_once():
            pass
        answers.tell(about=other.thing, turn="more", news="nieuws", text="Dit wacht nog.", by=officer)
    return Story(world, her, signal, beside, asker, wish)


def begin_a_report() -> None:
    """She fills in three screens in a browser and does not send them."""
    browser = Client()
    browser.post("/meld", {"text": BEGUN})
    browser.post("/meld/waar", {"area": "voorstad"})
    browser.post("/meld/antwoord", {"email": EMAIL, "name": NAME})
    assert Draft.objects.count() == 1


def take_part(world: World, her: Contact, signal: Signal, other: Signal) -> Wish:
    """A panel, a wish, a need in which officials quote her, an order handed in."""
    officer = world.area_officer
    cycle = cycles.begin_cycle(area=world.area, name="2026", starts_on=START, by=officer)
    panel, prioritisation, _execution = cycle.steps.order_by("ordinal")
    cycles.open_step(step_id=panel.pk, by=officer)
    heard, _asker = participation.contribute(
        round_id=PanelRound.objects.get().pk,
        given=signals.Report(area=world.area, text=HEARD, door=Door.PAPER),
        contact=her,
        group=GROUP,
        supporter=HELPER,
        wished=WISHED,
        entered_by=world.desk_worker,
    )
    need = needs.bundle(
        area=world.area,
        signal_ids=[signal.pk, other.pk, heard.pk],
        into=Understanding(
            sentence="Droge kelders",
            asked="Kan het water weg?",
            resident_words=f"“{REPORTED}” en ook: {HEARD}",
            from_professionals=f"Gezien op {ADDRESS}.",
        ),
        by=officer,
    )
    cycles.close_step(step_id=panel.pk, by=officer)
    cycles.open_step(step_id=prioritisation.pk, by=officer)
    longlist = Longlist.objects.get()
    wish = participation.wish(
        need=need.thing,
        given=participation.Wished(sentence="Licht in de tunnel", text=WISHED, own_contribution=OFFERED),
        longlist=longlist,
        by=officer,
        contact=her,
    )
    ranking = participation.open_ranking(
        longlist_id=longlist.pk, closes_on=START + timedelta(days=30), seed=3, by=officer
    )
    voter = participation.ask_for_ballot(ranking_id=ranking.pk, contact=her, email=EMAIL)
    participation.save_draft(voter_id=voter.pk, order=[wish.pk])
    participation.cast(voter_id=voter.pk, order=[wish.pk], hear_result=True)
    return wish


def finish(world: World, signal: Signal, asker: Asker) -> None:
    """A closing answer that names her, and her "nee"."""
    answer = answers.tell(
        about=signal.thing,
        turn="done",
        news="gedaan",
        text=f"Beste {NAME}, wij belden u op {PHONE}. De kelder is leeg.",
        by=world.area_officer,
        closing=True,
    )
    answers.say_solved(asker_id=asker.pk, answer_id=answer.pk, solved=False, words=SAID_NO)


def test_before_erasing_everything_of_hers_is_found(story: Story) -> None:
    """Else the next test would prove nothing."""
    places = {found.rpartition(": ")[2] for found in found_of(*NEEDLES)}
    assert places == {needle.casefold() for needle in NEEDLES}


def test_after_erasing_nothing_of_hers_is_found_anywhere(story: Story) -> None:
    with on(START + timedelta(days=1)):
        erase_contact(story.contact)
        while worker.work_once():
            pass
    assert found_of(*NEEDLES) == []
    for part, kind in ((EMAIL, "email"), (PHONE, "phone"), (ADDRESS, "address")):
        assert found_of(encryption.blind_index(part, kind=kind).hex()) == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL overwrites when it vacuums")
def test_nor_in_what_the_database_file_still_holds_of_old_rows(story: Story) -> None:
    """Deleted rows leave their bytes in a page until it is used again, unless they are overwritten at once."""
    connection.ensure_connection()
    before = connection.connection.serialize()
    assert all(needle.encode() in before for needle in (REPORTED, OFFERED, HEARD, WISHED, SAID_NO))
    erase_contact(story.contact)
    after = connection.connection.serialize()
    assert [needle for needle in NEEDLES if needle.encode() in after] == []


def test_her_photos_go_and_others_stay(story: Story, settings: Any) -> None:
    assert len([place for place, _text in everything_kept() if place.startswith("MEDIA_ROOT")]) == 2
    erase_contact(story.contact)
    kept = [place for place, _text in everything_kept() if place.startswith("MEDIA_ROOT")]
    (left,) = Attachment.objects.all()
    assert left.thing_id == story.beside.thing_id
    assert kept == [f"MEDIA_ROOT/{Path(left.file.name).name}"]


def test_the_journal_still_adds_up(story: Story) -> None:
    before = list(JournalEntry.objects.values_list("pk", "verb", "thing", "by", "on_behalf_of", "at"))
    things = set(Thing.objects.values_list("pk", flat=True))
    position = JournalPosition.objects.get(listener=worker.LISTENER).position
    erase_contact(story.contact)
    after = list(JournalEntry.objects.values_list("pk", "verb", "thing", "by", "on_behalf_of", "at"))
    assert after[: len(before)] == before
    ids = [row[0] for row in after]
    if connection.vendor == "sqlite":  # PostgreSQL leaves gaps where something was undone
        assert ids == list(range(ids[0], ids[0] + len(ids)))
    connection.check_constraints()
    assert set(Thing.objects.values_list("pk", flat=True)) == things
    assert JournalPosition.objects.get(listener=worker.LISTENER).position == position
    assert ids[-1] >= position
    with on(START):
        assert worker.work_once() > 0
        while worker.work_once():
            pass
    assert not Delivery.objects.filter(state=DeliveryState.FAILED).exists()


def test_her_links_end_and_nothing_more_goes_to_her(story: Story) -> None:
    path = secret_path(story.asker)
    assert Client().get(path).status_code == 200
    erase_contact(story.contact)
    assert Client().get(path).status_code == 404
    story.asker.refresh_from_db()
    assert Client().get(secret_path(story.asker)).status_code == 200  # nobody has this one
    assert not Delivery.objects.filter(contact=story.contact).exclude(state=DeliveryState.SENT).exists()
    with on(START):
        told = answers.tell(about=story.signal.thing, turn="x", news="nieuws", text="Toch nog iets.")
        while worker.work_once():
            pass
    reached = set(Delivery.objects.filter(answer=told).values_list("contact", flat=True))
    assert reached == {story.beside.contact_id}


def test_what_others_need_stays(story: Story) -> None:
    erase_contact(story.contact)
    signal = Signal.objects.select_related("thing").get(pk=story.signal.pk)
    assert (signal.text, signal.thing.sentence) == ("", "Een melding van een bewoner")
    assert Client().get(signal.thing.get_absolute_url()).status_code == 200
    need = Need.objects.get()
    assert need.resident_words == "“…” en ook: …"
    assert need.asked == "Kan het water weg?"
    wish = Wish.objects.get()
    assert (wish.text, wish.thing.sentence) == ("Licht in de tunnel", "Licht in de tunnel")
    assert Ballot.objects.count() == 1  # nothing tells whose it was
    assert Voter.objects.get().used
    assert ContactRead.objects.filter(contact=story.contact).exists()
    assert Answer.objects.get(turn="done").text == "Beste …, wij belden u op …. De kelder is leeg."
    beside = Signal.objects.get(pk=story.beside.thing_id)
    assert beside.text == "De put loopt over."


def test_who_comes_back_is_new(story: Story) -> None:
    erase_contact(story.contact)
    again = remember_contact(email=EMAIL)
    assert again.pk != story.contact.pk
    assert not again.askers.exists()


def test_a_matter_of_one_household_forgets_who_asked_once_they_were_told(story: Story) -> None:
    world = story.world
    with on(START + timedelta(days=2)):
        who = remember_contact(email="stil@example.org")
        alone, asker = signals.report(
            signals.Report(area=world.area, text="Mijn uitkering is gestopt.", door=Door.DESK),
            contact=who,
            entered_by=world.desk_worker,
        )
        signals.triage(
            signal_id=alone.pk,
            sorting=signals.Sorting(destination="individual", answer="U kunt terecht bij het loket."),
            by=world.area_officer,
        )
        let_go_of_the_told()
        asker.refresh_from_db()
        assert asker.contact == who  # not told yet
        while worker.work_once():
            pass
        let_go_of_the_told()
    asker.refresh_from_db()
    assert asker.contact is None
    assert found_of("stil@example.org", "Mijn uitkering is gestopt.") == []
    assert Client().get(secret_path(asker)).status_code == 200
