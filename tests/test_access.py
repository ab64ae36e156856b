"""Every address as every role, against the table that people read."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.access.asking import (
    ANONYMOUS,
    NO,
    OWN,
    SIGN_IN,
    YES,
    Row,
    Site,
    open_site,
    rows,
    visitor,
    what_is_wrong_with,
)
from tests.access.table import TABLE, render
from tests.addresses import ELSEWHERE
from tests.filled import that_day
from tests.source import ROOT

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]


@pytest.fixture
def site() -> Site:
    return open_site()


def test_every_role_meets_what_the_table_says(site: Site) -> None:
    asked = list(rows(site))
    broken = [row.broken for row in asked if row.broken]
    assert not broken, "\n".join(broken)
    refused = [what_is_wrong_with(role, row, response) for row in asked for role, response in row.refusals]
    assert not any(refused), "\n".join(filter(None, refused))
    open_by_guard(asked)
    written = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []
    differs = sorted(set(render(asked, site).splitlines()) ^ set(written))
    assert not differs, (
        f"{TABLE.relative_to(ROOT)} differs from the site in {len(differs)} lines.\n"
        "Read the difference; is it meant, then: python -m tests.access\n" + "\n".join(differs[:20])
    )


def open_by_guard(asked: list[Row]) -> None:
    """What the guard of a view says, and what is met at its address, are the same thing."""
    for row in asked:
        guard, anyone = row.address.guard, row.cells[ANONYMOUS]
        if guard == "public":
            assert anyone not in {NO, SIGN_IN}, f"{row.address.name} says it is public"
        elif guard != "allauth":
            assert anyone == SIGN_IN, f"{row.address.name} is not asked to sign in"
            opens = {YES, OWN} & set(row.cells.values())
            assert opens or row.address.name in ELSEWHERE, f"{row.address.name} opens for nobody"


def test_a_password_alone_opens_nothing(site: Site) -> None:
    world = site.filled.world
    with that_day():
        client = visitor(world.people["administrator"], second_step=False)
        client.get("/")  # for its session
        from allauth.mfa.models import Authenticator

        Authenticator.objects.filter(user=world.people["administrator"].account).delete()
        for name in ("people:people", "people:mandates", "people:give-role"):
            answer = client.get(reverse(name))
            assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_activate_totp"))
