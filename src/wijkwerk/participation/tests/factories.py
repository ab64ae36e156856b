"""A year of one area as far as a test needs it, made through the actions."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.world import World
from wijkwerk.answers.models import Asker, Door
from wijkwerk.cycles import actions as cycles
from wijkwerk.cycles.models import CycleStep
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.needs.actions import Understanding, understand
from wijkwerk.participation import actions
from wijkwerk.participation.models import Longlist, PanelRound, Ranking, Voter, Wish
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Person
from wijkwerk.signals.actions import Report

START = date(2026, 1, 12)
LAST_DAY = START + timedelta(days=60)
AFTER = LAST_DAY + timedelta(days=1)


def on(day: date) -> AbstractContextManager[None]:
    """It is noon of that day."""
    return clock.at(datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Amsterdam")))


def open_panel(world: World) -> PanelRound:
    """The round of a year that has just begun."""
    cycle = cycles.begin_cycle(area=world.area, name="2026", starts_on=START, by=world.area_officer)
    first = cycle.steps.order_by("ordinal")[0]
    cycles.open_step(step_id=first.pk, by=world.area_officer)
    return PanelRound.objects.get(step=first)


def contributed(world: World, panel: PanelRound, text: str = "Het is hier donker.", **said: str) -> Asker:
    """Someone said something and left an address."""
    email = said.pop("email", "bewoner@example.org")
    _signal, asker = actions.contribute(
        round_id=panel.pk,
        given=Report(area=world.area, text=text, door=Door.WEB),
        contact=remember_contact(email=email),
        **said,  # type: ignore[arg-type]
    )
    return asker


def open_longlist(world: World) -> Longlist:
    """The list of a year whose panel is closed."""
    panel = open_panel(world)
    cycles.close_step(step_id=panel.step_id, by=world.area_officer)
    second = CycleStep.objects.get(cycle=panel.step.cycle, ordinal=panel.step.ordinal + 1)
    cycles.open_step(step_id=second.pk, by=world.area_officer)
    return Longlist.objects.get(step=second)


def wished(world: World, longlist: Longlist | None, number: int = 3, *, cost: int | None = 100) -> list[Wish]:
    """So many wishes for one need, each by somebody with an address."""
    need = understand(
        area=world.area,
        given=Understanding(sentence="Licht langs het spoor", asked="Lampen"),
        by=world.area_officer,
    )
    return [
        actions.wish(
            need=need.thing,
            given=actions.Wished(
                sentence=f"Wens {place}", cost=Money.of(cost + place, "EUR") if cost else None
            ),
            longlist=longlist,
            by=world.area_officer,
            contact=remember_contact(email=f"wenser{place}@example.org"),
        )
        for place in range(number)
    ]


def open_ranking(world: World, longlist: Longlist, seed: int = 7) -> Ranking:
    """Residents may now order the list."""
    return actions.open_ranking(longlist_id=longlist.pk, closes_on=LAST_DAY, seed=seed, by=world.area_officer)


def asked(ranking: Ranking, email: str = "bewoner@example.org") -> Voter:
    """A resident who asked for a form."""
    return actions.ask_for_ballot(ranking_id=ranking.pk, contact=remember_contact(email=email), email=email)


def on_paper(world: World, ranking: Ranking, order: list[int], by: Person | None = None) -> Ranking:
    """A paper form, printed and typed over at the desk."""
    (number,) = actions.print_forms(ranking_id=ranking.pk, number=1, by=world.desk_worker)
    return actions.cast_on_paper(
        ranking_id=ranking.pk, paper_form=number, order=order, by=by or world.desk_worker
    )
