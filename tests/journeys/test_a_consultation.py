"""A formal consultation to its end: a resident reacts online, another at the desk, and both are answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys.company import Days, give_password, sign_in
from tests.journeys.visitor import Visitor
from tests.world import World, make_world
from wijkwerk.decisions.models import ConsultationReaction
from wijkwerk.foundation import clock
from wijkwerk.people.models import Person
from wijkwerk.thread.actions import bear
from wijkwerk.thread.models import Thing

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]

SAID = "Mijn tuin ligt ernaast, zet de school aan de andere kant."
Enter = Callable[..., Visitor]


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def thing(world: World) -> Thing:
    return bear("measure", area=world.area, sentence="School in het park", public=True)


@pytest.fixture
def faults() -> list[str]:
    return []


@pytest.fixture(params=[False, True], ids=["without scripts", "with scripts"])
def enter(
    request: Any, browser: Browser, live_server: Any, settings: Any, faults: list[str]
) -> Iterator[Enter]:
    settings.SITE_URL = live_server.url
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; nothing is secret
    contexts, looked_at = [], set[str]()

    def someone(name: str, person: Person | None = None, *, width: int = 1280) -> Visitor:
        context = browser.new_context(
            locale="nl-NL", viewport={"width": width, "height": 900}, java_script_enabled=request.param
        )
        context.set_default_timeout(8_000)
        contexts.append(context)
        visitor = Visitor(
            name, context, live_server.url, looking=request.param, faults=faults, looked_at=looked_at
        )
        if person is not None:
            give_password(person, second_step=True)
            sign_in(visitor, person)
        return visitor

    yield someone
    for context in contexts:
        context.close()


def test_what_everyone_says_is_heard_before_it_is_decided(
    enter: Enter, world: World, thing: Thing, faults: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    days = Days(monkeypatch)
    last = clock.today() + timedelta(1)
    officer = enter("wijkambtenaar", world.area_officer)
    officer.open(f"/inspraak/belangrijk/{thing.number}")
    officer.fill(why="Het raakt iedereen in de wijk.")
    officer.press("Maak dit een belangrijk besluit")
    officer.fill(
        question="Mag er een school in het park?",
        intention="De gemeente wil hier bouwen. Waar precies, ligt nog open.",
        decider="de gemeenteraad",
        open_until=last.isoformat(),
    )
    officer.press("Open de inspraak")
    officer.sees("Mag er een school in het park?", "Het raakt iedereen in de wijk.")

    resident = enter("bewoner", width=360)
    resident.open("/")
    resident.follow("Mag er een school in het park?")
    resident.sees("Waar precies, ligt nog open.", "Daarna besluit: de gemeenteraad.")
    resident.follow("Reageer")
    resident.fill(text=SAID)
    resident.press("Verstuur")
    number = ConsultationReaction.objects.get().thing.number
    resident.sees("Dank u wel", f"Het nummer is {number}")
    resident.follow("/volg/")
    resident.sees(SAID)

    desk = enter("balie", world.desk_worker)
    desk.open(f"/wijk/{world.area.code}")
    desk.follow("Mag er een school in het park?")
    desk.does_not_see(SAID)
    desk.follow("Schrijf een reactie op namens een bewoner")
    desk.fill(door="brief", text="Wij zijn met ons allen voor.")
    desk.press("Bewaar en toon de bon")
    desk.sees("Wij hebben uw reactie", "vul uw code in")

    for answer in ("overgenomen", "niet overgenomen"):
        officer.open("/mijn-dag")
        officer.sees("wacht op antwoord" if answer == "niet overgenomen" else "wachten op antwoord")
        officer.follow("Beantwoord de reacties")
        officer.follow("Beantwoord")
        officer.choose(answer)
        officer.fill(reason="De school schuift tien meter op.")
        officer.press("Verstuur het antwoord")

    days.go_on(2)
    officer.open("/mijn-dag")
    officer.follow("Sluit de inspraak af")
    officer.fill(answer="De school schuift op.")
    officer.press("Sluit af")
    officer.sees("2 mensen reageerden.", "De school schuift op.")
    resident.page.reload()
    resident.open(resident.page.url)
    resident.sees("De school schuift tien meter op.")
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults)
