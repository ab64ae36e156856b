"""Every page as a browser shows it: readable for everyone, on a small telephone too, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.http import HttpRequest
from django.test import Client
from django.utils.translation import override

from tests.access.asking import visitor
from tests.addresses import ELSEWHERE, Address, Guide, Unknown, addresses
from tests.filled import TODAY, Filled, make_filled_world
from tests.journeys.looking import NARROW, Complaints, axe_finds, frame_is_wrong, too_wide
from tests.readers import Page, first_reader, residents
from tests.screenshots.states import lengthen
from tests.world import appointed
from wijkwerk.cycles import actions as cycles
from wijkwerk.foundation import clock
from wijkwerk.needs import actions as needs
from wijkwerk.participation import actions as participation
from wijkwerk.participation.composing import form_code
from wijkwerk.participation.models import Longlist, Voter, Wish
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Person

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]

# Each part makes the world once, and looks at a share of the pages in both faces.
PARTS = 4
# Who is asked first to open a page: the reader it was made for, where several may.
ONLY_TAKE_A_FORM = {
    "agreements:read",
    "answers:ask-to-erase",
    "answers:follow",
    "answers:handed-over",
    "answers:solved",
    "answers:stop",
    "demo:look-along",
    "plans:untag",
    "requests:sign",
    "set_language",
    "signals:contact",
    "signals:pass-on",
    "signals:report-again",
    "ways:save",
}
FILES = {
    "answers:photo",
    "areas:outlines",
    "areas:picture",
    "healthz",
    "mfa_download_recovery_codes",
    "participation:ballot-data",
    "participation:result-data",
    "readyz",
    "signals:report-photo",
    "thread:photo",
    "ways:draft-file",
    "ways:file",
}
LEAD_ON = {"account_set_password", "mfa_authenticate", "people:renew-term", "portal:here"}
FIRST = (
    "area_officer",
    "desk_worker",
    "service_contact_officer",
    "executor",
    "budget_keeper",
    "administrator",
)


@dataclass
class Site:
    """The small world, and what its addresses stand for."""

    filled: Filled
    guide: Guide


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Site:
    """The small world on its own day, also for the threads of the server; with wishes being put in order."""
    noon = datetime.combine(TODAY, time(12), ZoneInfo("Europe/Amsterdam"))
    monkeypatch.setattr(clock, "_moment", ContextVar("wijkwerk_moment", default=noon))
    settings.DEMO = True  # a demo shows the same pages, and a few more
    filled = make_filled_world()
    found = Site(filled, Guide(filled))
    _let_residents_rank(filled)
    return found


def _let_residents_rank(filled: Filled) -> None:
    officer = filled.outsiders["area_officer"]
    cycle = cycles.begin_cycle(area=filled.elsewhere, name="2027", starts_on=TODAY, by=officer)
    panel, prioritisation = cycle.steps.order_by("ordinal")[:2]
    cycles.open_step(step_id=panel.pk, by=officer)
    cycles.close_step(step_id=panel.pk, by=officer)
    cycles.open_step(step_id=prioritisation.pk, by=officer)
    longlist = Longlist.objects.get(step=prioritisation)
    asked = needs.Understanding(sentence="Rust op straat", asked="Bankjes")
    need = needs.understand(area=filled.elsewhere, given=asked, by=officer).thing
    for sentence in ("Een bankje bij de bushalte", "Meer licht in het park", "Een buurtmoestuin"):
        participation.wish(
            need=need, given=participation.Wished(sentence=sentence), longlist=longlist, by=officer
        )
    ranking = participation.open_ranking(
        longlist_id=longlist.pk, closes_on=TODAY + timedelta(days=20), seed=5, by=officer
    )
    email = "kiezer@example.org"
    voter = participation.ask_for_ballot(
        ranking_id=ranking.pk, contact=remember_contact(email=email), email=email
    )
    order = list(Wish.objects.filter(longlist=longlist).values_list("pk", flat=True)[:2])
    participation.save_draft(voter_id=voter.pk, order=order)


def pages(site: Site, part: list[Address]) -> list[Page]:
    """The pages at these addresses, each with a reader; by reader."""
    filled = site.filled
    officer, newcomer = filled.world.area_officer, appointed("adviser", None, name="Nieuw")
    everyone = {
        **residents(),
        **{role: visitor(filled.world.people[role]) for role in FIRST},
        **{role: visitor(person) for role, person in filled.world.people.items() if role not in FIRST},
        "area_officer elsewhere": visitor(filled.outsiders["area_officer"]),
        "newcomer": just_signed_in(visitor(newcomer, second_step=False), newcomer),
    }
    just_signed_in(everyone["area_officer"], officer)
    RecoveryCodes.activate(officer.account)
    voter = Voter.objects.latest("pk")
    ballot: dict[str, object] = {"voter_id": voter.pk, "code": form_code(voter)}
    ranking: dict[str, object] = {"ranking_id": voter.ranking_id}
    more = {"form": ballot, "check": ballot, "ranking": ranking, "count": ranking, "more-time": ranking}
    found = []
    for address in part:
        try:
            told = [arguments for _words, arguments in site.guide.arguments(address)]
        except Unknown:
            continue  # tests/test_access.py says so, once
        app, _colon, name = address.name.partition(":")
        if app == "participation" and name in more:
            told.append(more[name])
        found += [page for arguments in told if (page := first_reader(address, arguments, everyone))]
    return sorted(found, key=lambda page: page.reader)


def just_signed_in(client: Client, person: Person) -> Client:
    """A visitor who typed the password a moment ago, and so may change how to sign in."""
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, person.account, method="password")
    request.session.save()
    return client


def faults(context: BrowserContext, url: str, language: str, told: list[Page]) -> Iterator[str]:
    """What is wrong on these pages."""
    page = context.new_page()
    complaints = Complaints()
    complaints.listen(page)
    for one in told:
        context.clear_cookies()
        cookies: Any = [
            {"name": name, "value": value, "url": url}
            for name, value in {**one.cookies, "taal": language}.items()
        ]
        context.add_cookies(cookies)
        answer = page.goto(url + one.path)
        found = [] if answer and answer.ok else [f"answers {answer and answer.status}"]
        found += [] if page.url == url + one.path else [f"leads on to {page.url}"]
        found += frame_is_wrong(page, language) + too_wide(page) + axe_finds(page) + complaints.take()
        yield from (f"{one.name} ({one.path}, {one.reader}, {language}): {fault}" for fault in found)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_good_for_everyone(browser: Browser, live_server: Any, site: Site, part: int) -> None:
    share = list(addresses())[part::PARTS]
    with override("nl"):
        told = pages(site, share)
    found = looked_at(browser, live_server.url, "en", 1280, told)
    # On a small telephone with names as long as they may be.
    lengthen()
    found += looked_at(browser, live_server.url, "nl", NARROW, told)
    assert not found, f"{len(found)} faults:\n" + "\n".join(found)
    no_page = ONLY_TAKE_A_FORM | FILES | LEAD_ON | ELSEWHERE
    names = {address.name for address in share}
    assert names - {page.name for page in told} == names & no_page


def looked_at(browser: Browser, url: str, language: str, width: int, told: list[Page]) -> list[str]:
    """What is wrong on these pages in a browser of this width."""
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="nl-NL")
    context.set_default_timeout(15_000)
    try:
        return list(faults(context, url, language, told))
    finally:
        context.close()


def test_what_is_said_to_be_no_page_is_an_address() -> None:
    assert {address.name for address in addresses()} >= ONLY_TAKE_A_FORM | FILES | LEAD_ON | ELSEWHERE
