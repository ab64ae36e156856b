"""The whole thread as one page tells it: fixed number of queries, crowds counted, own strand first."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.test_golden_thread import on, walk
from tests.world import World, make_world
from wijkwerk.answers.models import Door
from wijkwerk.needs import actions as needs
from wijkwerk.needs.actions import Understanding
from wijkwerk.signals import actions as signals
from wijkwerk.thread import story
from wijkwerk.thread.actions import link
from wijkwerk.thread.beads import Bead, BeadState
from wijkwerk.thread.models import Role, Thing
from wijkwerk.thread.pages import thread_context
from wijkwerk.thread.story import MOST_STRANDS, beads_of, tell_story
from wijkwerk.thread.tests.places import make_area, make_things

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> World:
    return make_world()


def a_need(world: World, *, signals_behind: int) -> Thing:
    """A need understood behind so many reports."""
    reported = [
        signals.report(signals.Report(area=world.area, text=f"Melding {number}", door=Door.WEB))[0].pk
        for number in range(signals_behind)
    ]
    need = needs.bundle(
        area=world.area,
        signal_ids=reported,
        into=Understanding(sentence="Meer groen", asked="Meer groen"),
        by=world.area_officer,
    )
    return Thing.objects.select_related("area").get(pk=need.pk)


def queries_for(thing: Thing) -> int:
    with CaptureQueriesContext(connection) as queries:
        thread_context(thing, None)
    return len(queries)


def test_as_many_queries_for_forty_as_for_one(world: World) -> None:
    few, many = a_need(world, signals_behind=1), a_need(world, signals_behind=40)
    assert queries_for(few) == queries_for(many) <= 20
    signal = Thing.objects.select_related("area").filter(kind="signal")
    assert queries_for(signal.earliest("pk")) == queries_for(signal.latest("pk"))


def test_a_list_of_mini_threads_costs_the_same_for_any_length(world: World) -> None:
    walk(world)
    things = list(Thing.objects.exclude(kind="answer"))
    found = []
    for number in (1, len(things)):
        with CaptureQueriesContext(connection) as queries:
            assert len(beads_of(things[-number:])) == number
        found.append(len(queries))
    assert found[1] <= found[0] + 12  # one call per kind met, never one per thing
    with CaptureQueriesContext(connection) as twice:
        beads_of(things * 2)
    assert len(twice) == found[1]


def test_a_crowd_is_counted_and_only_the_nearest_are_listed(world: World) -> None:
    told = tell_story(a_need(world, signals_behind=MOST_STRANDS + 8), None)
    (strand,) = [each for each in told.joining if each.kind == "signal"]
    assert (strand.count, len(strand.things)) == (MOST_STRANDS + 8, MOST_STRANDS)
    assert len([moment for moment in told.moments if moment.title == "Gemeld via website"]) == MOST_STRANDS


def test_what_came_of_it_is_never_crowded_out_by_what_led_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "MOST_THINGS", 4)
    *crowd, need, measure = make_things(make_area(), *["signal"] * 9, "need", "measure")
    for signal in crowd:
        link(signal, need, Role.UNDERSTOOD_AS)
    link(need, measure, Role.WISHED)
    told = tell_story(need, None)
    assert [strand.kind for strand in told.parting] == ["measure"]
    assert tell_story(measure, None).joining[0].kind == "need"


def test_the_whole_thread_is_read_from_either_end(world: World) -> None:
    ids = walk(world)
    with on(date(2026, 12, 1)):
        from_signal = tell_story(Thing.objects.select_related("area").get(pk=ids["signal"]), None)
        effect = Thing.objects.select_related("area").get(kind="effect")
        from_effect = tell_story(effect, None)
    assert [view.bead for view in from_signal.beads if view.current] == [Bead.SEEN]
    assert [view.bead for view in from_effect.beads if view.current] == [Bead.LEARNED]
    assert {strand.kind for strand in from_effect.joining} >= {"signal", "need", "wish", "measure", "work"}
    assert {strand.kind for strand in from_signal.parting} >= {"need", "wish", "measure", "work", "effect"}
    # The plan hangs below the measure: not on the way up from the effect.
    assert "plan" in {strand.kind for strand in from_signal.parting}
    assert "plan" not in {strand.kind for strand in from_effect.joining}
    assert [view.state for view in from_signal.beads] == [BeadState.DONE] * 8


def test_the_newest_is_told_first_and_within_a_day_the_later_bead(world: World) -> None:
    ids = walk(world)
    moments = tell_story(Thing.objects.select_related("area").get(pk=ids["signal"]), None).moments
    days = [moment.on for moment in moments]
    assert days == sorted(days, reverse=True)
    assert len(moments) > 8


def test_a_page_knows_the_present_bead_and_folds_what_was_earlier(world: World) -> None:
    ids = walk(world)
    context = thread_context(Thing.objects.select_related("area").get(pk=ids["signal"]), None)
    assert context["standing"].startswith("Klaar sinds")
    assert len(context["moments"]) == 8
    assert context["earlier"]
    assert [row["key"] for row in context["beads"]][:2] == ["seen", "understood"]


def test_every_moment_names_its_measure_where_there_are_more(world: World) -> None:
    ids = walk(world)
    need = Thing.objects.select_related("area").get(pk=ids["need"])
    context = thread_context(need, None)
    rows = [*context["moments"], *context["earlier"]]
    done = next(row for row in rows if str(row["title"]) == "Het is gedaan")
    measure = Thing.objects.get(pk=ids["measure"])
    assert (done["about"], done["about_url"]) == ("Breder pad naar de speelplek", measure.get_absolute_url())
    assert next(row for row in rows if str(row["title"]) == "De vraag achter de vraag")["about"] == ""
    # On the page of the measure itself it goes without saying, and nothing links to the page one is on.
    own = thread_context(Thing.objects.select_related("area").get(pk=measure.pk), None)
    assert {row["about"] for row in [*own["moments"], *own["earlier"]]} == {""}
    assert measure.get_absolute_url() not in {row["url"] for row in [*own["moments"], *own["earlier"]]}


def test_where_it_stands_is_said_apart_from_what_came_of_it(world: World) -> None:
    ids = walk(world)
    context = thread_context(Thing.objects.select_related("area").get(pk=ids["measure"]), None)
    leads = [row["lead"] for row in context["strands"]]
    assert leads == ["Dit komt voort uit", "Staat in:"]
