"""One signal through all eight links, on the pages, by everyone who has a hand in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from tests.journeys.company import Days, PostOffice, give_password, sign_in
from tests.journeys.visitor import Visitor
from tests.world import World, make_world
from wijkwerk.foundation import clock

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]

RESIDENT = "bewoner@example.org"
SAID = "Wij kunnen met de rolstoel niet door het hek van de speeltuin."
KNOWN_AS = "De speelplek is te smal voor een rolstoel"
NEEDED = "Ieder kind kan in Voorstad buiten spelen"
WIDER, SWING = "Een breder pad naar de speelplek", "Een schommel erbij"
MEASURE = "Het pad bij de speelplek wordt breder"
VERDICT = "Zij staat nu ín de speeltuin."
DONE = "Het pad is 1,60 meter breed."
BEADS = ("Gezien", "Begrepen", "Bedacht", "Gekozen", "Betaald", "Gedaan", "Verteld", "Geleerd")


class Journey:
    """The world of one journey, and its people at their browsers."""

    def __init__(self, browser: Browser, url: str, days: Days, photo: Path, *, scripts: bool) -> None:
        self.browser, self.url, self.days, self.photo, self.scripts = browser, url, days, photo, scripts
        self.world: World = make_world()
        self.post = PostOffice()
        self.faults: list[str] = []
        self.looked_at: set[str] = set()
        # A resident's page is looked at anew at every turn: it grows with the thread.
        self.resident = self.visitor("bewoner", looked_at=None)

    def visitor(self, name: str, looked_at: set[str] | None) -> Visitor:
        """Someone with a browser of their own."""
        context = self.browser.new_context(
            locale="nl-NL", viewport={"width": 1280, "height": 900}, java_script_enabled=self.scripts
        )
        context.set_default_timeout(6_000)
        return Visitor(name, context, self.url, looking=self.scripts, faults=self.faults, looked_at=looked_at)

    def staff(self, role: str, *, new: bool = False) -> Visitor:
        """Someone of the staff, signed in."""
        person = self.world.people[role]
        give_password(person, second_step=not new)
        visitor = self.visitor(role, self.looked_at)
        sign_in(visitor, person)
        return visitor


@pytest.fixture
def begin(
    browser: Browser, live_server: Any, settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Callable[[bool], Journey]]:
    settings.SITE_URL = live_server.url
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]  # quick; nothing here is secret
    photo = tmp_path / "hek.jpg"
    Image.new("RGB", (800, 600), "darkgreen").save(photo)
    begun: list[Journey] = []

    def make(scripts: bool) -> Journey:
        begun.append(Journey(browser, live_server.url, Days(monkeypatch), photo, scripts=scripts))
        return begun[-1]

    yield make
    for context in browser.contexts:
        context.close()


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_one_signal_from_the_first_mail_to_the_last(begin: Callable[[bool], Journey], scripts: bool) -> None:
    journey = begin(scripts)
    first_link = a_resident_reports(journey)
    officer = journey.staff("area_officer", new=True)
    a_year_begins(officer)
    the_officer_understands(officer)
    worker = journey.staff("community_worker")
    wishes_are_written_down(journey, officer, worker)
    residents_choose(journey, worker)
    the_plan_is_written(journey, officer)
    the_board_decides(journey)
    money_is_bound(journey)
    the_group_and_the_service_do_it(journey)
    the_payment_is_booked(journey)
    it_is_told_and_learned(journey, officer, first_link)
    the_resident_reads_it_all(journey, first_link)
    assert not journey.faults, f"{len(journey.faults)} faults:\n" + "\n".join(journey.faults)


def a_resident_reports(journey: Journey) -> str:
    """Three screens, with a photo, an own contribution and a mail address; gives the link of the first mail."""
    me = journey.resident
    me.open("/")
    me.follow("Meld iets", within="header")
    me.fill(text=SAID, photo=str(journey.photo))
    me.press("Verder: waar is het?")
    me.fill(area="Voorstad", place_text="bij de school")
    me.press("Verder: mogen wij u antwoorden?")
    me.fill(email=RESIDENT, own_contribution="Ik wil helpen planten.")
    me.press("Verder: klopt het?")
    me.sees(SAID, RESIDENT, "Ik wil helpen planten.")
    me.press("Verstuur mijn melding")
    me.sees("Dank u wel", "Bekijk mijn melding")
    link = journey.post.link_to(RESIDENT, "Wij hebben uw melding ontvangen")
    me.open(link)
    me.sees(*BEADS, SAID)
    return link


def a_year_begins(officer: Visitor) -> None:
    """The officer prepares the year of the area and opens its first step."""
    to_the_year(officer)
    officer.follow("Begin een nieuw jaar")
    officer.press("Zet het jaar klaar")
    next_step(officer, "Open")
    officer.sees("“panellen” is open.")


def in_days(days: int) -> str:
    """A day as a browser sends it."""
    return (clock.today() + timedelta(days=days)).isoformat()


def to_the_year(visitor: Visitor) -> None:
    """From the menu to the year of the area."""
    to_the_area(visitor)
    visitor.follow("Het jaar, stap voor stap")


def to_the_area(visitor: Visitor) -> None:
    """From the menu to the page of the area."""
    visitor.follow("Wijken", within="header")
    visitor.follow("Voorstad")


def next_step(visitor: Visitor, what: str) -> None:
    """Open or close the step whose turn it is."""
    visitor.follow(what)
    visitor.press(f"{what} deze stap")


def the_officer_understands(officer: Visitor) -> None:
    """From my day to the signal; it becomes a need, in the officer's public words."""
    officer.follow("Mijn dag", within="header")
    officer.follow("Verdeel")
    officer.sees(SAID)
    officer.unfold("Vul in bij: Vraag van de wijk")
    officer.choose("Vraag van de wijk, voor de groslijst")
    officer.fill(sentence=KNOWN_AS)
    officer.fill(**{"longlist-new_sentence": NEEDED, "longlist-asked": "Een breder hek"})
    officer.choose("Hele tekst laten zien")
    officer.press("Verdeel")
    officer.sees("Verdeeld: Vraag van de wijk")


def wishes_are_written_down(journey: Journey, officer: Visitor, worker: Visitor) -> None:
    """The panel closes; two wishes for the need come on the list, one as heard in the signal."""
    to_the_year(officer)
    next_step(officer, "Sluit")
    next_step(officer, "Open")
    officer.sees("“prioriteren” is open.")
    to_the_area(worker)
    worker.follow("Wat bewoners vragen")
    worker.follow("Wensen")
    worker.fill(sentence=WIDER, cost="9.400", own_contribution="Bewoners planten de haag.")
    worker.choose(KNOWN_AS)
    worker.press("Zet de wens erbij")
    worker.fill(sentence=SWING)
    worker.press("Zet de wens erbij")
    worker.sees(WIDER, SWING)
    worker.follow("Naar de groslijst")
    worker.follow("Open voor bewoners")
    worker.fill(closes_on=in_days(14))
    worker.press("Open de lijst")
    worker.sees("Bewoners kunnen nu meedoen.")


def residents_choose(journey: Journey, worker: Visitor) -> None:
    """A form by mail, put in order with the buttons, handed in; the next day it is counted."""
    me = journey.resident
    me.open("/wijk/voorstad")
    me.follow("Zet op volgorde")
    me.fill(email=RESIDENT)
    me.press("Mail mij mijn formulier")
    me.open(journey.post.link_to(RESIDENT, "formulier"))
    me.press("Kies", beside=SWING)
    me.press("Kies", beside=WIDER)
    move = me.press_without_leaving if journey.scripts else me.press
    move(f"{WIDER} omhoog")
    me.press("Bekijk en lever in")
    assert me.text.index(WIDER) < me.text.index(SWING)
    me.choose("Mail mij de uitslag")
    me.press("Lever mijn formulier in")
    me.sees("ingeleverd")
    journey.days.go_on(15)
    worker.follow("Mijn dag", within="header")
    worker.follow("De volgorde van bewoners tellen")
    worker.follow("Tellen")
    worker.fill(missing="Jongeren deden weinig mee.")
    worker.press("Tel de formulieren")
    worker.sees(WIDER, "Jongeren deden weinig mee.")


def the_plan_is_written(journey: Journey, officer: Visitor) -> None:
    """The next step opens, the plan begins, and the first wish becomes a measure with a figure named beforehand."""
    to_the_year(officer)
    next_step(officer, "Sluit")
    next_step(officer, "Open")
    to_the_area(officer)
    officer.follow("Wijkplannen")
    officer.follow("Begin het wijkplan")
    officer.press("Begin het wijkplan")
    officer.follow("Werk uit")
    officer.fill(
        sentence=MEASURE,
        motive="Kinderen in een rolstoel kunnen nu niet meespelen.",
        residents_do="Bewoners planten zelf de haag.",
        executor_1="Groen en Spelen",
        task_1="het pad leggen",
        executor_2="Taakgroep De Haag",
        task_2="de haag planten",
        cost="9.400",
        expected_on=in_days(120),
    )
    officer.press("Bewaar de maatregel")
    officer.follow(MEASURE)
    officer.follow("Noem vooraf een cijfer")
    officer.fill(
        indicator="speelplekken bereikbaar met een rolstoel", before="1", unit="van de 6", source="telling"
    )
    officer.press("Noem het cijfer")
    officer.sees("speelplekken bereikbaar met een rolstoel")


def the_board_decides(journey: Journey) -> None:
    """Money of the council, the budget of the area by its formula, and the plan adopted."""
    board = journey.staff("executive_board")
    board.follow("Geld")
    board.follow("Geld van de raad")
    board.fill(name="groen en spelen", amount="500.000", ground="begroting", legal_ground="Gemeentewet")
    board.press("Zet het in de begroting")
    board.follow("Voorstad")
    board.follow("Ken")
    board.fill(regular="groen en spelen", ground="college, vandaag")
    board.press("Ken toe")
    board.sees("is toegekend")
    board.follow("Mijn dag", within="header")
    board.follow("Stel vast")
    board.follow("Stel het wijkplan vast")
    board.fill(reason="Bewoners kozen dit zelf.")
    board.press("Stel het plan vast")
    board.sees("vastgesteld")


def money_is_bound(journey: Journey) -> None:
    """The budget keeper reserves what the measure costs, and binds it by an order."""
    keeper = journey.staff("budget_keeper")
    keeper.follow("Reserveer")
    keeper.follow("Reserveer")
    keeper.press("Reserveer")
    keeper.follow("Mijn dag", within="header")
    keeper.follow("Leg vast")
    keeper.fill(ordered_from="Groen en Spelen")
    keeper.press("Leg vast")
    keeper.sees("vastgelegd")


def the_group_and_the_service_do_it(journey: Journey) -> None:
    """The service begins; the residents' group, signed in by a mailed link, tells how it goes; the service finishes."""
    service = journey.staff("service_contact_officer")
    service.follow("Begin")
    service.follow("Begin met het werk")
    service.press("Begin")
    group = journey.visitor("executor", journey.looked_at)
    person = journey.world.executor
    assert person.account is not None
    group.open("/account/inloggen")
    group.follow("Log in met een link per mail")
    group.fill(email=person.account.email)
    group.press("Mail mij een link")
    group.open(journey.post.link_to(person.account.email, ""))
    group.press("Log in")
    group.follow("Mijn werk")
    group.follow("Meld hoe het gaat")
    group.fill(text="De haag staat erin.", photo=str(journey.photo))
    group.press("Meld het")
    group.sees("Het staat nu in de draad")
    journey.days.go_on(90)
    service.open("/mijn-werk")
    service.follow("Het is klaar")
    service.fill(output=DONE, text="Het pad is klaar. U kunt er met een rolstoel door.")
    service.press("Meld dat het klaar is")
    service.sees("Wie het vroeg, krijgt bericht")


def the_payment_is_booked(journey: Journey) -> None:
    """The financial administration books what it paid."""
    bookkeeper = journey.staff("financial_administrator")
    bookkeeper.follow("Boek de betaling")
    bookkeeper.fill(booking_number="2026-00417")
    bookkeeper.press("Boek de betaling")
    bookkeeper.sees("betaald")


def it_is_told_and_learned(journey: Journey, officer: Visitor, first_link: str) -> None:
    """The resident says whether it is solved; half a year later the officer writes down what it brought."""
    me, post = journey.resident, journey.post
    assert len(post.subjects(RESIDENT)) >= 6
    assert post.link_to(RESIDENT, KNOWN_AS) == first_link
    me.open(first_link)
    me.sees("Is het opgelost?", DONE, "De haag staat erin.")
    me.choose("Ja, het is opgelost")
    me.fill(words="Mijn dochter speelt er elke dag.")
    me.press("Verstuur")
    journey.days.go_on(190)
    officer.follow("Mijn dag", within="header")
    officer.follow("Schrijf op wat het bracht")
    officer.fill(
        outcome="Vier kinderen spelen er nu die dat eerst niet konden.",
        verdict=VERDICT,
        verdict_by="3 bewoners, gevraagd bij de speelplek",
        after="2",
        after_source="telling",
    )
    officer.press("Schrijf het in de draad")


def the_resident_reads_it_all(journey: Journey, first_link: str) -> None:
    """From the link in the first mail: every bead is done; from there down to what it brought, and back up again."""
    me = journey.resident
    me.open(first_link)
    assert done_beads(me) == len(BEADS)
    me.unfold("Wat eerder gebeurde")
    me.sees(SAID, NEEDED, WIDER, MEASURE, DONE, "De haag staat erin.", VERDICT)
    me.follow(MEASURE)
    me.sees("Dit komt voort uit")
    assert done_beads(me) == len(BEADS)
    me.open("/wijk/voorstad")
    me.sees(VERDICT)
    me.page.locator("blockquote").get_by_role("link").click()
    me.open(me.page.url)
    assert done_beads(me) == len(BEADS)
    me.unfold("Wat eerder gebeurde")
    for cause in (MEASURE, WIDER, NEEDED, KNOWN_AS):
        me.follow(cause)
    me.unfold("Wat eerder gebeurde")
    me.sees(SAID, "Hieruit kwam 1 maatregel")
    me.does_not_see(RESIDENT)


def done_beads(visitor: Visitor) -> int:
    """How many beads of the thread on this page are done."""
    return visitor.page.locator(".wijkwerk-thread__bead--done").count()
