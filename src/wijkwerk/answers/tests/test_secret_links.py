"""The asker's own page: only by its link, without contact data, and what can be done there."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db.models import F
from django.test import Client
from django.urls import reverse

from tests.world import World, make_world
from wijkwerk.answers.composing import PURPOSE, secret_code, secret_path
from wijkwerk.answers.models import Asker, Door, Solved
from wijkwerk.answers.tests.asking import asks, told, work
from wijkwerk.foundation import secret_links
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Contact
from wijkwerk.signals import actions as signals
from wijkwerk.signals.models import Signal
from wijkwerk.signals.rules import SignalStatus
from wijkwerk.thread.beads import Bead, BeadState
from wijkwerk.thread.models import Thing
from wijkwerk.thread.story import tell_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def asker(world: World) -> Asker:
    """Someone who reported a lamp, by mail, with everything there is to know about them."""
    contact = remember_contact(
        name="Ans de Wit", email="ans@example.org", phone="06 11111111", address="Kade 7, Deventer"
    )
    _signal, made = signals.report(
        signals.Report(area=world.area, text="De lamp is stuk", door=Door.WEB), contact=contact
    )
    return made


def closed(asker: Asker, world: World) -> None:
    signals.triage(
        signal_id=asker.thing_id,
        sorting=signals.Sorting(
            destination="regular", sentence="Lamp stuk", service=world.organisations["groen"]
        ),
        by=world.area_officer,
    )
    signals.answer_signal(signal_id=asker.thing_id, text="De lamp brandt.", by=world.area_officer)


def test_the_link_opens_the_page_and_says_nothing_of_who_has_it(client: Client, asker: Asker) -> None:
    page = client.get(secret_path(asker))
    words = page.content.decode()
    assert page.status_code == 200
    assert "De lamp is stuk" in words
    for private in ("Ans", "de Wit", "ans@", "06 1", "Kade"):
        assert private not in words
    assert page["Referrer-Policy"] == "same-origin"
    assert page["X-Robots-Tag"].startswith("noindex")
    assert "no-store" in page["Cache-Control"]


def test_opening_it_proves_the_address(client: Client, asker: Asker) -> None:
    client.get(secret_path(asker))
    assert Contact.objects.get().email_confirmed_at is not None


def test_the_same_link_is_made_again_in_three_years(asker: Asker) -> None:
    first = secret_path(asker)
    assert secret_path(Asker.objects.get()) == first


@pytest.mark.parametrize("wrong", ["0000000000000000", "x", "%20", "7KQ49XMP2FHTW3RN"])
def test_a_wrong_code_is_simply_not_there(client: Client, asker: Asker, wrong: str) -> None:
    for name in ("asker", "solved", "stop", "ask-to-erase"):
        path = f"/volg/{asker.pk}/{wrong}" + {"asker": "", "ask-to-erase": "/wissen"}.get(
            name, f"/{'opgelost' if name == 'solved' else 'stoppen'}"
        )
        response = client.get(path) if name == "asker" else client.post(path)
        assert response.status_code == 404


def test_someone_elses_code_and_a_raised_counter_open_nothing(client: Client, asker: Asker) -> None:
    other = asks(asker.thing, None)
    mixed = secret_path(other).replace(f"/{other.pk}/", f"/{asker.pk}/")
    assert client.get(mixed).status_code == 404
    before = secret_path(asker)
    Asker.objects.filter(pk=asker.pk).update(link_counter=F("link_counter") + 1)
    assert client.get(before).status_code == 404


def test_numbers_no_database_holds_are_not_there_either(client: Client) -> None:
    assert client.get(f"/volg/{10**30}/0000000000000000").status_code == 404
    assert client.post("/mijn-melding", {"code": f"{10**30}-0000"}).status_code == 422


def test_guessing_is_stopped(client: Client, asker: Asker) -> None:
    answers = [client.get(f"/volg/{asker.pk}/{guess:016}").status_code for guess in range(31)]
    assert answers == [404] * 30 + [429]
    answers = [
        client.post("/mijn-melding", {"code": f"{asker.pk}-{guess:016}"}).status_code for guess in (1, 2)
    ]
    assert answers == [429, 429]
    assert client.get(secret_path(asker)).status_code == 200  # who has the link keeps it


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: code,
        lambda code: code.lower(),
        lambda code: code.replace("-", " ").replace(" ", "-", 1),
        lambda code: code.replace("0", "O").replace("1", "l"),
        lambda code: f"  {code} ",
    ],
)
def test_a_code_typed_over_from_a_letter_opens_the_page(
    client: Client, asker: Asker, typed: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = secret_code(asker)
    number, _dash, secret = code.partition("-")
    response = client.post("/mijn-melding", {"code": typed(f"{number}-{secret}")})  # type: ignore[operator]
    assert response.status_code == 302
    assert response["Location"] == secret_path(asker)


def test_the_code_without_its_dashes_needs_only_the_number_apart(client: Client, asker: Asker) -> None:
    secret = secret_links.code(PURPOSE, asker.pk, asker.link_counter)
    for typed in (f"{asker.pk}-{secret}", f"{asker.pk} {secret}", f"{asker.pk} - {secret.lower()}"):
        assert client.post("/mijn-melding", {"code": typed}).status_code == 302, typed


@pytest.mark.parametrize("typed", ["", "12", "-", "abc-def", "١٢-0000", "x" * 61, "1-0000-0000-0000-0000"])
def test_a_code_nobody_has_is_asked_again(client: Client, asker: Asker, typed: str) -> None:
    response = client.post("/mijn-melding", {"code": typed})
    assert response.status_code == 422
    assert "error" in response.content.decode()


def test_nee_reopens_it_and_the_thread_says_so(client: Client, asker: Asker, world: World) -> None:
    closed(asker, world)
    page = client.get(secret_path(asker)).content.decode()
    assert "De lamp brandt." in page
    assert 'name="solved"' in page
    response = client.post(
        f"{secret_path(asker)}/opgelost", {"solved": "nee", "words": "Weer uit."}, follow=True
    )
    assert "Wij kijken er opnieuw naar" in response.content.decode()
    signal = Signal.objects.get()
    assert (signal.status, signal.reopened) == (SignalStatus.WITH_SERVICE, 1)
    beads = tell_story(Thing.objects.select_related("area").get(pk=signal.pk), None).beads
    assert BeadState.PRESENT in {view.state for view in beads}
    assert next(view for view in beads if view.bead is Bead.TOLD).state is not BeadState.DONE


def test_after_the_next_answer_it_is_told_again(client: Client, asker: Asker, world: World) -> None:
    closed(asker, world)
    client.post(f"{secret_path(asker)}/opgelost", {"solved": "nee"})
    signals.answer_signal(signal_id=asker.thing_id, text="Nu echt.", by=world.area_officer)
    beads = tell_story(Thing.objects.select_related("area").get(pk=asker.thing_id), None).beads
    assert next(view for view in beads if view.bead is Bead.TOLD).state is BeadState.DONE
    assert client.post(f"{secret_path(asker)}/opgelost", {"solved": "ja"}).status_code == 302
    assert list(Solved.objects.order_by("pk").values_list("solved", flat=True)) == [False, True]


def test_it_is_said_once_and_ja_leaves_it_closed(client: Client, asker: Asker, world: World) -> None:
    closed(asker, world)
    for _ in range(3):
        client.post(f"{secret_path(asker)}/opgelost", {"solved": "ja"})
    assert Solved.objects.count() == 1
    assert Signal.objects.get().status == SignalStatus.ANSWERED
    assert 'name="solved"' not in client.get(secret_path(asker)).content.decode()


def test_neither_ja_nor_nee_is_asked_again_and_keeps_the_words(
    client: Client, asker: Asker, world: World
) -> None:
    closed(asker, world)
    response = client.post(f"{secret_path(asker)}/opgelost", {"words": "Hmm, half."})
    assert response.status_code == 422
    assert "Hmm, half." in response.content.decode()
    assert not Solved.objects.exists()


def test_before_it_is_closed_there_is_nothing_to_judge(client: Client, asker: Asker) -> None:
    told(asker.thing)
    assert client.post(f"{secret_path(asker)}/opgelost", {"solved": "nee"}).status_code == 302
    assert not Solved.objects.exists()


def test_stopping_and_the_page_stays(client: Client, asker: Asker) -> None:
    client.post(f"{secret_path(asker)}/stoppen")
    client.post(f"{secret_path(asker)}/stoppen")
    asker.refresh_from_db()
    assert asker.stopped_at is not None
    assert "geen berichten meer" in client.get(secret_path(asker)).content.decode()


def test_erasing_is_confirmed_by_mail_only(client: Client, asker: Asker) -> None:
    """The page's own link may be on paper: it opens nothing that cannot be undone."""
    client.post(f"{secret_path(asker)}/wissen")
    assert Contact.objects.get().erased_at is None
    work()
    message = next(message for message in mail.outbox if "wissen" in str(message.subject))
    assert message.to == ["ans@example.org"]
    link = next(line for line in str(message.body).splitlines() if "/wissen/" in line)
    path = link.removeprefix("http://testserver")
    assert path not in client.get(secret_path(asker)).content.decode()
    client.get(path)
    assert Contact.objects.get().erased_at is None  # looking is not deciding
    assert client.post(path).status_code == 200
    assert Contact.objects.get().erased_at is not None
    assert client.post(path).status_code == 404
    assert client.get(secret_path(asker)).status_code == 404


def test_a_guessed_erase_link_is_not_there(client: Client, asker: Asker) -> None:
    path = reverse("answers:erase", args=[asker.contact_id, "0000000000000000"])
    assert client.post(path).status_code == 404
    own = secret_links.code(PURPOSE, asker.pk, asker.link_counter)
    assert client.post(reverse("answers:erase", args=[asker.contact_id, own])).status_code == 404
    assert Contact.objects.get().erased_at is None


def test_who_left_no_mail_address_is_told_another_way(client: Client, world: World) -> None:
    contact = remember_contact(name="B. Post", address="Kade 9, Deventer", by_desk=True)
    _signal, asker = signals.report(
        signals.Report(area=world.area, text="De put", door=Door.PAPER), contact=contact
    )
    response = client.post(f"{secret_path(asker)}/wissen", follow=True)
    assert "kom langs met uw code" in response.content.decode()
    work()
    assert mail.outbox == []


def test_the_erase_mail_is_not_sent_at_someone_elses_wish_again_and_again(
    client: Client, asker: Asker
) -> None:
    answers = [client.post(f"{secret_path(asker)}/wissen").status_code for _ in range(4)]
    assert answers == [302, 302, 302, 429]
    work()
    assert len([message for message in mail.outbox if "wissen" in str(message.subject)]) == 1


def test_of_one_day_what_came_last_is_told_first(client: Client, asker: Asker, world: World) -> None:
    closed(asker, world)
    client.post(f"{secret_path(asker)}/opgelost", {"solved": "nee"})
    told = tell_story(Thing.objects.select_related("area").get(pk=asker.thing_id), None).moments
    titles = [str(moment.title) for moment in told]
    assert titles.index("Niet opgelost, zegt wie het vroeg") < titles.index("Antwoord op uw melding")
