"""Each list costs as many queries for twelve rows as for one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import World
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.participation import actions
from wijkwerk.participation.composing import form_code
from wijkwerk.participation.models import AskedBy, PanelRound, PanelSession
from wijkwerk.participation.tests.factories import (
    AFTER,
    START,
    asked,
    contributed,
    on,
    open_longlist,
    open_panel,
    open_ranking,
    wished,
)
from wijkwerk.signals.actions import publish

Show = Callable[[World, int], tuple[Client, str]]


def signed_in(world: World) -> Client:
    """The area officer's browser."""
    browser = Client()
    assert world.area_officer.account is not None
    browser.force_login(world.area_officer.account)
    return browser


def panel(world: World, rows: int) -> tuple[Client, str]:
    """A panel with so many sessions, contributions and comments."""
    round_ = PanelRound.objects.first() or open_panel(world)
    for number in range(rows):
        actions.add_session(
            round_id=round_.pk,
            place=f"Zaal {number}",
            starts_at=clock.now(),
            asked_by=AskedBy.RESIDENT,
            by=world.area_officer,
        )
        asker = contributed(world, round_, f"Zin {number} {PanelSession.objects.count()}")
        publish(signal_id=asker.thing_id, sentence="Zin", whole_text=True, by=world.area_officer)
        actions.comment(step=round_.step, text="Goed.", by=world.resident_team_member)
    return signed_in(world), reverse("participation:panel", args=[round_.pk])


def longlist(world: World, rows: int) -> tuple[Client, str]:
    """A longlist with so many wishes, some of them ended."""
    found = open_longlist(world)
    wishes = wished(world, found, rows + 1)
    actions.drop(wish_id=wishes[0].pk, reason="Is er al.", by=world.area_officer)
    return signed_in(world), reverse("participation:longlist", args=[found.pk])


def ranking(world: World, rows: int) -> tuple[Client, str]:
    """An open ranking."""
    found = open_longlist(world)
    wished(world, found, rows)
    return Client(), reverse("participation:ranking", args=[open_ranking(world, found).pk])


def form(world: World, rows: int) -> tuple[Client, str]:
    """Someone's own form."""
    found = open_longlist(world)
    wished(world, found, rows)
    voter = asked(open_ranking(world, found))
    return Client(), reverse("participation:form", args=[voter.pk, form_code(voter)])


def result(world: World, rows: int) -> tuple[Client, str]:
    """A counted ranking, with so many buurten too."""
    for number in range(rows):
        Area.objects.create(
            code=f"N{number}",
            name=f"Buurt {number}",
            level=world.neighbourhood.level,
            parent=world.area,
            valid_from=world.area.valid_from,
        )
    found = open_longlist(world)
    wishes = wished(world, found, rows)
    opened = open_ranking(world, found)
    for number in range(rows):
        actions.cast(voter_id=asked(opened, f"{number}@example.org").pk, order=[wishes[number].pk])
    with on(AFTER):
        actions.count(ranking_id=opened.pk, missing="Jongeren.", by=world.area_officer)
    return Client(), reverse("participation:result", args=[opened.pk])


def wishes_of_a_need(world: World, rows: int) -> tuple[Client, str]:
    """The wishes of one need."""
    (first, *_others) = wished(world, None, rows)
    return signed_in(world), reverse("participation:wishes", args=[first.need_id])


def cost(world: World, show: Show, rows: int) -> int:
    """How many queries a page takes, in a world of its own."""

    with on(START), transaction.atomic():
        browser, address = show(world, rows)
        browser.get(address)  # what is read once and kept
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        transaction.set_rollback(True)
    return len(queries)


@pytest.mark.parametrize("show", [panel, longlist, ranking, form, result, wishes_of_a_need])
def test_twelve_rows_cost_no_more_queries_than_one(world: World, show: Show) -> None:
    few, many = cost(world, show, 1), cost(world, show, 12)
    assert many == few
    assert many < 40


def test_a_contribution_is_no_slower_in_a_full_round(world: World) -> None:
    with on(START):
        round_ = open_panel(world)
        costs = []
        for number in range(6):
            with CaptureQueriesContext(connection) as queries:
                contributed(world, round_, f"Zin {number}", email=f"{number}@example.org")
            costs.append(len(queries))
    assert costs[-1] <= costs[0]
