"""The people of a journey: who signs in how, and where their mail arrives."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core import mail
from django.utils import timezone

from tests.journeys.visitor import Visitor
from wijkwerk.answers import worker
from wijkwerk.foundation import clock
from wijkwerk.people.models import Person

if TYPE_CHECKING:
    import pytest
    from playwright.sync_api import Browser

PASSWORD = "een-wijk-vol-mensen"
PERIOD, LONG_ENOUGH_TO_TYPE = 30, 5
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_now(secret: str) -> str:
    """The six digits that a telephone shows now; those that are about to change are not worth typing."""
    left = PERIOD - time.time() % PERIOD
    if left < LONG_ENOUGH_TO_TYPE:
        time.sleep(left)
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD))


def give_password(person: Person, *, second_step: bool) -> None:
    """Someone of the staff: with a password, and with a code on the telephone when that was set up before."""
    account = person.account
    assert account is not None
    account.set_password(PASSWORD)
    account.save()
    if second_step:
        TOTP.activate(account, SECRET)


def sign_in(visitor: Visitor, person: Person) -> None:
    """Password and code, on the pages for it; who has no code yet sets it up."""
    assert person.account is not None
    visitor.open("/")
    visitor.follow("Inloggen", within="header")
    visitor.fill(login=person.account.email, password=PASSWORD)
    visitor.press("Inloggen")
    if "Stel de tweede stap in" in visitor.text:
        secret = visitor.page.locator("main code").inner_text().replace(" ", "")
        visitor.fill(code=code_now(secret))
        visitor.press("Klaar")
        visitor.open("/mijn-dag")
    else:
        visitor.fill(code=code_now(SECRET))
        visitor.press("Verder")
    visitor.sees("Mijn dag")


@contextmanager
def at_work(
    person: Person, browser: Browser, site: str, settings: Any, faults: list[str], *, scripts: bool
) -> Iterator[Visitor]:
    """Someone of the staff who is signed in, with or without scripts; with them every page is looked at."""
    settings.SITE_URL = site
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]  # quick; nothing here is secret
    context = browser.new_context(
        locale="nl-NL", viewport={"width": 1280, "height": 900}, java_script_enabled=scripts
    )
    context.set_default_timeout(8_000)
    visitor = Visitor(
        person.first_name.lower(), context, site, looking=scripts, faults=faults, looked_at=set()
    )
    give_password(person, second_step=True)
    sign_in(visitor, person)
    yield visitor
    context.close()


@dataclass
class PostOffice:
    """Works the outbox and finds links in what arrived."""

    def deliver(self) -> None:
        """Everything that waits goes out."""
        while worker.work_once():
            pass

    def link_to(self, address: str, about: str) -> str:
        """The first link in the latest mail to this address with these words in its subject."""
        self.deliver()
        found = [each for each in mail.outbox if address in each.to and about in each.subject]
        assert found, f"no mail about {about!r} to {address}: {[each.subject for each in mail.outbox]}"
        links = re.findall(r"https?://\S+", str(found[-1].body))
        assert links, found[-1].body
        return links[0].rstrip(".,)")

    def subjects(self, address: str) -> list[str]:
        """What someone was told, in order."""
        self.deliver()
        return [each.subject for each in mail.outbox if address in each.to]


class Days:
    """The calendar of the site: it can only go on. Also for the threads of the server."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._set: Callable[[datetime], None] = lambda moment: monkeypatch.setattr(
            clock, "_moment", ContextVar("wijkwerk_moment", default=moment)
        )
        self._set(timezone.now())

    def go_on(self, days: int) -> None:
        """So many days later."""
        self._set(clock.now() + timedelta(days=days))
