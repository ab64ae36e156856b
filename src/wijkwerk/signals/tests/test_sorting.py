"""Triage: read, compare, decide; every destination through its form."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime

from tests.world import World, appointed
from wijkwerk.answers.models import Answer, Door
from wijkwerk.foundation import clock
from wijkwerk.foundation.photos import Photo
from wijkwerk.needs.models import Need
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import ContactRead
from wijkwerk.signals.actions import Report, report
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import FundingSource, SignalStatus
from wijkwerk.signals.tests.places import PLACE, drawn_world, enter, picture, words

pytestmark = pytest.mark.django_db

SECRET = "Mijn buurvrouw Truus Zonderland aan het Anemoonpad krijgt geen uitkering"


@pytest.fixture
def world() -> World:
    return drawn_world()


@pytest.fixture(autouse=True)
def _media(settings: object, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path


def reported(world: World, text: str = "De lamp is kapot", **more: object) -> Signal:
    """A new signal of someone with a mail address."""
    given = {"area": world.area, "longitude": PLACE[0], "latitude": PLACE[1], "door": Door.WEB, **more}
    signal, _asker = report(Report(text=text, **given), contact=remember_contact(email="melder@example.org"))
    return signal


def decide(client: Client, signal: Signal, destination: str, **more: object) -> object:
    """Fill in the form of triage."""
    address = reverse("signals:triage", args=[signal.thing.number])
    return client.post(address, {"destination": destination, "sentence": "Een lamp is kapot", **more})


def test_the_page_shows_what_helps_to_decide(client: Client, world: World) -> None:
    reported(world, "Ook hier een lamp kapot")
    signal = reported(
        world,
        "De lamp bij het fietspad is kapot 🔦",
        place_text="Rielerweg",
        own_contribution="Ik hou de ladder vast",
        photos=(Photo(picture(), 40, 30),),
    )
    page = words(enter(client, world.area_officer).get(reverse("signals:triage", args=[signal.thing.number])))
    for expected in (
        "🔦",
        "Rielerweg",
        "Ik hou de ladder vast",
        "/foto/",
        "Ook hier een lamp",
        "Straatverlichting",
    ):
        assert expected in page
    assert "melder@example.org" not in page


def test_contact_data_only_on_request_and_written_down(client: Client, world: World) -> None:
    signal = reported(world)
    asker = signal.thing.askers.get()
    address = reverse("signals:contact", args=[signal.thing.number, asker.pk])
    enter(client, world.area_officer)
    assert client.get(address).status_code == 405
    assert not ContactRead.objects.exists()
    page = client.post(address)
    assert "melder@example.org" in words(page)
    assert "no-store" in page["Cache-Control"]
    assert ContactRead.objects.get().by == world.area_officer
    enter(client, world.executor)
    assert client.post(address).status_code == 403


def test_to_a_service(client: Client, world: World) -> None:
    signal = reported(world)
    enter(client, world.area_officer)
    page = decide(client, signal, "regular")
    assert page.status_code == 422
    assert "Kies welke dienst dit oppakt." in words(page)
    assert decide(client, signal, "regular", service=world.organisations["groen"].pk).status_code == 302
    signal.refresh_from_db()
    assert (signal.status, signal.funding_source) == (SignalStatus.WITH_SERVICE, FundingSource.REGULAR)
    assert (signal.thing.public, signal.text_public) == (True, False)


def test_a_party_is_a_choice_once_someone_there_handles_signals(client: Client, world: World) -> None:
    address = reverse("signals:triage", args=[reported(world).thing.number])
    enter(client, world.area_officer)
    assert "Welzijn Deventer" not in words(client.get(address))
    appointed("service_contact_officer", world.area, world.organisations["welzijn"])
    assert "Welzijn Deventer" in words(client.get(address))


@pytest.mark.parametrize("destination", ["supra_area", "individual"])
@pytest.mark.requirement("AMF-16")
def test_what_ends_here_needs_an_answer(client: Client, world: World, destination: str) -> None:
    signal = reported(world)
    enter(client, world.area_officer)
    page = decide(client, signal, destination, answer="  ")
    assert page.status_code == 422
    assert "Schrijf het antwoord." in words(page)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.NEW
    assert decide(client, signal, destination, answer="Bel het sociaal loket: 14 0570.").status_code == 302
    assert "14 0570" in Answer.objects.get().text
    signal.refresh_from_db()
    assert signal.status == SignalStatus.ANSWERED


@pytest.mark.requirement("AMF-16")
def test_of_an_individual_matter_nothing_stays_in_any_table_or_file(
    client: Client, world: World, django_capture_on_commit_callbacks: object
) -> None:
    signal = reported(
        world,
        SECRET,
        place_text="Anemoonpad",
        own_contribution="Ik breng Truus soep",
        category="safety",
        photos=(Photo(picture(), 40, 30),),
        whole_neighbourhood=True,
        longitude=6.00777,
        latitude=52.00777,
    )
    file = signal.thing.attachments.get().file.name
    assert "Anemoonpad" in everything_stored()
    enter(client, world.area_officer)
    with django_capture_on_commit_callbacks(execute=True):
        decide(client, signal, "individual", answer="Bel het sociaal loket.", sentence="Een vraag")
    left = everything_stored()
    for private in ("Truus", "Zonderland", "Anemoonpad", "uitkering", "soep", "6.00777", "52.00777"):
        assert private not in left
    assert not default_storage.exists(file)
    signal.refresh_from_db()
    assert (signal.door, localtime(signal.reported_at).date(), signal.thing.public) == (
        Door.WEB,
        clock.today(),
        False,
    )
    answered = words(client.get(reverse("signals:triage", args=[signal.thing.number])))
    assert "gewist" in answered


def everything_stored() -> str:
    """Every value of every table, as text."""
    parts = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"select * from {connection.ops.quote_name(table)}")
            parts += [_text(value) for row in cursor.fetchall() for value in row]
    return "\n".join(parts)


def _text(value: object) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)


def test_into_a_new_need_and_into_the_same_one(client: Client, world: World) -> None:
    first, second = reported(world), reported(world, "Ook te donker")
    enter(client, world.area_officer)
    page = decide(client, first, "longlist")
    assert page.status_code == 422
    assert "zeg in één zin wat er nodig is" in words(page)
    assert not Need.objects.exists()
    decide(
        client,
        first,
        "longlist",
        **{"longlist-new_sentence": "Iedereen kan ’s avonds over straat", "longlist-asked": "Een lamp"},
    )
    need = Need.objects.get()
    assert need.thing.sentence == "Iedereen kan ’s avonds over straat"
    assert decide(client, second, "longlist", **{"longlist-need": need.pk}).status_code == 302
    assert need.thing.causes.count() == 2


def test_another_destination_does_not_check_the_needs_fields(client: Client, world: World) -> None:
    signal = reported(world)
    enter(client, world.area_officer)
    assert decide(client, signal, "quick", **{"longlist-need": "999999"}).status_code == 302


def test_no_destination_keeps_what_was_typed(client: Client, world: World) -> None:
    page = decide(enter(client, world.area_officer), reported(world), "", answer="Half af")
    assert page.status_code == 422
    text = words(page)
    assert "Kies waar deze melding heen gaat." in text
    assert "Half af" in text


def test_a_photo_with_someone_on_it_goes(client: Client, world: World) -> None:
    signal = reported(world, photos=(Photo(picture(), 40, 30),))
    decide(enter(client, world.area_officer), signal, "quick", drop_photo="on")
    assert not signal.thing.attachments.exists()


def test_the_whole_text_is_public_only_when_said(client: Client, world: World) -> None:
    hidden, shown = reported(world), reported(world)
    enter(client, world.area_officer)
    decide(client, hidden, "quick")
    decide(client, shown, "quick", show_text="on")
    hidden.refresh_from_db()
    shown.refresh_from_db()
    assert (hidden.text_public, shown.text_public) == (False, True)


def test_what_is_stored_is_in_the_municipalitys_language(client: Client, world: World) -> None:
    client.cookies["taal"] = "en"
    decide(enter(client, world.area_officer), reported(world), "quick")
    assert Answer.objects.get().text.startswith("Dit is snel te regelen")


def test_who_does_not_sort_gets_the_reason(client: Client, world: World) -> None:
    signal = reported(world)
    page = enter(client, world.adviser).get(reverse("signals:triage", args=[signal.thing.number]))
    assert page.status_code == 403
    assert "Dit kan niet" in words(page)
    assert "Dit kan nu niet" not in words(page)  # nor later


def test_who_sorts_elsewhere_gets_the_reason(client: Client, world: World) -> None:
    other = world.city.children.get(code="keizers")
    elsewhere = appointed("area_officer", other)
    page = enter(client, elsewhere).get(reverse("signals:triage", args=[reported(world).thing.number]))
    assert page.status_code == 403
    assert "Keizerslanden" in words(page)
    assert "Niets nieuws" in words(client.get(reverse("signals:signals")))


def test_a_number_that_does_not_exist(client: Client, world: World) -> None:
    enter(client, world.area_officer)
    for number in ("M-2026-9999", "V-2026-0001", "onzin"):
        assert client.get(reverse("signals:triage", args=[number])).status_code == 404


@pytest.mark.requirement("UTR97-10")
def test_own_contribution_is_asked_stored_and_counted(client: Client, world: World) -> None:
    question = world.approach.resident_texts["own_contribution"].text.nl
    client.post(reverse("signals:report"), {"text": "Meer groen"})
    client.post(reverse("signals:report-place"), {"area": "voorstad", "action": "next"})
    assert question in words(client.get(reverse("signals:report-reply")))
    client.post(
        reverse("signals:report-reply"), {"action": "next", "own_contribution": "Ik geef de planten water"}
    )
    client.post(reverse("signals:report-check"))
    reported(world, "Zonder aanbod")
    assert Signal.objects.get(text="Meer groen").own_contribution == "Ik geef de planten water"
    enter(client, world.area_officer)
    assert "1 mens schreef wat zij of hij zelf wil doen" in words(client.get(reverse("signals:signals")))


def test_only_the_chosen_way_is_checked_and_nothing_typed_is_lost(client: Client, world: World) -> None:
    signal = reported(world)
    enter(client, world.area_officer)
    page = words(
        decide(client, signal, "regular", **{"longlist-asked": "Meer licht graag", "doer": "999999"})
    )
    assert "Kies welke dienst dit oppakt." in page
    for of_another_way in ("zeg in één zin wat er nodig is", "Schrijf op wat er werd gevraagd", "999999"):
        assert of_another_way not in page
    assert "Meer licht graag" in page
    assert page.count('role="alert"') == 1


def test_what_is_missing_at_the_chosen_way_is_said_on_top(client: Client, world: World) -> None:
    signal = reported(world)
    enter(client, world.area_officer)
    page = words(decide(client, signal, "longlist", **{"longlist-new_sentence": "Licht op het pad"}))
    summary = page[page.index('role="alert"') :]
    assert "Schrijf op wat er werd gevraagd." in summary[: summary.index("</ul>")]
    assert page.count('role="alert"') == 1


def test_what_a_way_asks_stands_folded_under_it(client: Client, world: World) -> None:
    signal = reported(world)
    enter(client, world.area_officer)
    page = words(client.get(reverse("signals:triage", args=[signal.thing.number])))
    assert 'data-way="longlist"' in page
    assert " open>" not in page[page.index('data-way="regular"') : page.index('name="answer"')]
    page = words(decide(client, signal, "regular"))
    assert '<details class="wijkwerk-details" data-way="regular" open>' in page


def test_the_message_says_where_it_went(client: Client, world: World) -> None:
    enter(client, world.area_officer)

    def said(destination: str, **more: object) -> str:
        decide(client, reported(world), destination, **more)
        return words(client.get(reverse("signals:signals")))

    assert "Doorgegeven aan Groen en Spelen." in said("regular", service=world.organisations["groen"].pk)
    assert "U doet dit zelf: het staat op uw dag." in said("quick")
    assert "Doorgegeven aan Groen en Spelen." in said("quick", doer=world.organisations["groen"].pk)


def test_the_need_of_what_is_like_it_comes_first_with_a_way_to_join(client: Client, world: World) -> None:
    enter(client, world.area_officer)
    other = reported(world, "Het is donker op het pad langs het spoor")
    decide(
        client,
        other,
        "longlist",
        **{"longlist-new_sentence": "Licht bij het spoor", "longlist-asked": "Lampen"},
    )
    need = Need.objects.get()
    signal = reported(world, "Bij het spoor is het donker op het pad")
    address = reverse("signals:triage", args=[signal.thing.number])
    page = words(client.get(address))
    assert page.index("Licht bij het spoor") < page.index("Dichtbij of hetzelfde")
    assert f"?bij={need.pk}#heen" in page
    pointed = words(client.get(f"{address}?bij={need.pk}"))
    assert f'<option value="{need.pk}" selected>' in pointed
    assert '<details class="wijkwerk-details" data-way="longlist" open>' in pointed
    assert client.get(f"{address}?bij=999999999999999999999").status_code == 200
