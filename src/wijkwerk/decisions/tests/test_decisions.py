"""A decision has a reason and stays findable; a locked one changes only by a new one that names it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.world import World, make_world
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.decisions.queries import earlier_like, search
from wijkwerk.foundation.reasons import Conflict, Invalid
from wijkwerk.thread.actions import bear
from wijkwerk.thread.models import Thing

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def a_thing(world: World, sentence: str = "Een bankje", *, public: bool = True) -> Thing:
    return bear("measure", area=world.area, sentence=sentence, public=public)


def decided(thing: Thing, **given: object) -> Decision:
    return decide(
        **{
            "thing": thing,
            "kind": DecisionKind.DROP,
            "reason": "De boom staat in de weg.",
            "public_text": "Dit gaat niet door",
            "maker": None,
            "body": "college",
            "mandate": "decide_content",
            **given,
        }
    )


@pytest.mark.parametrize("field", ["reason", "public_text"])
def test_no_decision_without_a_reason_and_a_public_sentence(world: World, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        decided(a_thing(world), **{field: " \n"})
    assert refused.value.reason.field == field
    assert not Decision.objects.exists()


def test_a_locked_decision_changes_only_by_one_that_names_it(world: World) -> None:
    thing = a_thing(world)
    first = decided(thing, locked=True)
    with pytest.raises(Conflict, match="dat staat vast"):
        decided(thing)
    second = decided(thing, changes=first, locked=True)
    with pytest.raises(Conflict):
        decided(thing, changes=first)
    assert decided(thing, changes=second).changes == second


def test_decisions_of_another_kind_or_thing_are_free(world: World) -> None:
    decided(a_thing(world), locked=True)
    assert decided(a_thing(world))


def test_like_cases_are_found_by_a_word(world: World) -> None:
    found = decided(a_thing(world), reason="Een hek hoort bij de corporatie.")
    decided(a_thing(world))
    decided(a_thing(world, public=False), reason="hek")
    assert list(earlier_like("hek muur")) == [found]


def test_searching_by_words_kind_area_and_year(world: World) -> None:
    bench = decided(a_thing(world, "Een bankje"), decided_on=date(2025, 5, 1))
    fence = decided(a_thing(world, "Een hek"), kind=DecisionKind.ADOPT, decided_on=date(2026, 5, 1))
    ask = {"reader": None}
    assert search(**ask) == [fence, bench]
    assert search(words="hek", **ask) == [fence]
    assert search(words="hek boom", **ask) == [fence], "every word counts, wherever it stands"
    assert search(words="hek zwembad", **ask) == []
    assert search(kind=DecisionKind.ADOPT, **ask) == [fence]
    assert search(year=2025, **ask) == [bench]
    assert search(area=world.neighbourhood, **ask) == []
    assert search(before=fence.pk, **ask) == [bench]


def test_what_is_not_public_is_for_who_may_read_the_area(client: Client, world: World) -> None:
    decided(a_thing(world, public=False), public_text="Binnenskamers")
    assert "Binnenskamers" not in client.get(reverse("decisions:list")).content.decode()
    client.force_login(world.area_officer.account)
    assert "Binnenskamers" in client.get(reverse("decisions:list")).content.decode()


def test_the_list_says_who_why_and_by_which_rule(client: Client, world: World) -> None:
    decided(a_thing(world))
    page = client.get(reverse("decisions:list")).content.decode()
    for words in (
        "Dit gaat niet door",
        "De boom staat in de weg.",
        "college",
        "Over de inhoud beslissen",
        "Voorstad",
    ):
        assert words in page


def test_searching_on_the_page(client: Client, world: World) -> None:
    decided(a_thing(world, "Een bankje"))
    found = client.get(reverse("decisions:list"), {"woorden": "bankje", "wijk": world.area.code, "jaar": ""})
    assert "Dit gaat niet door" in found.content.decode()
    nothing = client.get(reverse("decisions:list"), {"woorden": "zwembad"})
    assert "Niets gevonden" in nothing.content.decode()
    assert client.get(reverse("decisions:list"), {"soort": "x", "wijk": "x", "jaar": "x"}).status_code == 200


def test_the_list_goes_on_and_costs_the_same(client: Client, world: World) -> None:
    client.get(reverse("decisions:list"))
    decided(a_thing(world))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("decisions:list"))
    for number in range(26):
        decided(a_thing(world), public_text=f"besluit {number}")
    with CaptureQueriesContext(connection) as many:
        page = client.get(reverse("decisions:list")).content.decode()
    assert len(many) == len(one)
    last = search(reader=None)[24]
    assert f"?voor={last.pk}" in page
    assert "besluit 1<" in client.get(reverse("decisions:list"), {"voor": last.pk + 3}).content.decode()
