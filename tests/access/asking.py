"""Asking for every address as every role, and judging what was met."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.addresses import Address, Guide, Unknown, addresses
from tests.filled import Filled, make_filled_world, that_day
from wijkwerk.people.models import Person

ANONYMOUS = "anonymous"
YES, OWN, NO, HIDDEN, SIGN_IN, BROKEN = "✓", "◐", "–", "·", "→", "!"


@dataclass
class Row:
    """One address, and what each role meets there."""

    address: Address
    words: str
    cells: dict[str, str] = field(default_factory=dict)
    refusals: list[tuple[str, HttpResponseBase]] = field(default_factory=list)
    broken: str = ""


@dataclass
class Site:
    """A filled world and a signed-in visitor for everyone in it."""

    filled: Filled
    visitors: dict[str, Client]
    outsiders: dict[str, Client]


def open_site() -> Site:
    """Make the world and sign everyone in, with password and second step where staff have those."""
    filled = make_filled_world()
    with that_day():
        visitors = {ANONYMOUS: Client(raise_request_exception=False)}
        visitors |= {role: visitor(person) for role, person in filled.world.people.items()}
        outsiders = {role: visitor(person) for role, person in filled.outsiders.items()}
    return Site(filled, visitors, outsiders)


def visitor(person: Person, *, second_step: bool = True) -> Client:
    """A browser in which this person is signed in by password (its hash is never looked at)."""
    account = person.account
    assert account is not None
    account.password = "not-looked-at"
    account.save(update_fields=["password"])
    if second_step:
        Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    client = Client(raise_request_exception=False)
    client.force_login(account)
    return client


def ask(client: Client, path: str) -> HttpResponseBase:
    """Open a page; where it only takes a form, send an empty one. Whatever that wrote is undone."""
    with transaction.atomic():
        response = client.get(path)
        if response.status_code == 405:
            response = client.post(path, headers={"referer": f"http://testserver{path}"})
        transaction.set_rollback(True)
    response.close()
    return response


def met(response: HttpResponseBase) -> str:
    """The sign for what a reader met."""
    if response.status_code in (301, 302) and urlsplit(response["Location"]).path == reverse("account_login"):
        return SIGN_IN
    if response.status_code >= 500:
        return BROKEN
    return {403: NO, 404: HIDDEN}.get(response.status_code, YES)


def rows(site: Site) -> Iterator[Row]:
    """Ask everything as everyone."""
    with that_day(), override("nl"), quiet():
        guide = Guide(site.filled)
        for address in addresses():
            try:
                told = guide.arguments(address)
            except Unknown as unknown:
                yield Row(address, "", broken=str(unknown))
                continue
            for words, arguments in told:
                yield _row(site, address, words, reverse(address.name, kwargs=arguments))


@contextmanager
def quiet() -> Iterator[None]:
    """What breaks is told by the table; the log need not."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def _row(site: Site, address: Address, words: str, path: str) -> Row:
    row = Row(address, words)
    for role, client in site.visitors.items():
        if alike(row):
            row.cells[role] = YES
            continue
        response = ask(client, path)
        row.cells[role] = met(response)
        if row.cells[role] == NO:
            row.refusals.append((role, response))
        if row.cells[role] == BROKEN:
            row.broken = f"{path} as {role}: {what_broke(response)}"
    for role, client in site.outsiders.items():
        # Who is told no at home, and who is no better off than a stranger, is not let in elsewhere.
        if row.cells[role] == YES != row.cells[ANONYMOUS]:
            response = ask(client, path)
            if met(response) != YES:
                row.cells[role] = OWN
            if met(response) == NO:
                row.refusals.append((f"{role} elsewhere", response))
    return row


def what_broke(response: HttpResponseBase) -> str:
    """The error, or what a page said of itself."""
    raised = getattr(response, "exc_info", None)
    return repr(raised[1]) if raised else getattr(response, "content", b"").decode()[:200]


def alike(row: Row) -> bool:
    """Whether it is known that this opens for whoever comes next, so that nobody need ask.

    Public: it opened for nobody in particular and for the first who signed in. For whoever is signed in: it opened for
    the first two. Guards that look at a role are asked as every role.
    """
    met_so_far = list(row.cells.values())
    if row.address.guard == "public":
        return len(met_so_far) > 1 and set(met_so_far) == {YES}
    return row.address.guard in {"signed_in", "allauth"} and met_so_far[1:3] == [YES, YES]


def what_is_wrong_with(role: str, row: Row, response: HttpResponseBase) -> str:
    """A refusal says why, in a sentence on the page itself, and how on. Empty when it does."""
    where = f"{row.address.name} as {role}"
    context = getattr(response, "context", None)
    reason = context.get("reason") if context else None
    if not reason or not str(reason.sentence).strip():
        return f"{where}: refused without a reason"
    page = html.unescape(response.content.decode())  # type: ignore[attr-defined]
    if str(reason.sentence) not in page:
        return f"{where}: the reason stands nowhere on the page"
    main = re.search(r"<main.*?</main>", page, re.DOTALL)
    return "" if main and re.search(r'<a [^>]*href="', main[0]) else f"{where}: no way on"
