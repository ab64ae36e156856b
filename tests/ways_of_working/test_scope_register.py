"""What is of the area: found case by case, each a precedent for the next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ways_of_working.money import noon
from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.approaches.schema import ScopeOutcome
from wijkwerk.decisions import actions
from wijkwerk.decisions.models import ScopeCase
from wijkwerk.decisions.queries import earlier_like, scope_register
from wijkwerk.foundation.reasons import Invalid, Refused
from wijkwerk.people.models import Person

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


def decided(world: World, by: Person, **given: object) -> ScopeCase:
    return actions.decide_scope(
        **{
            "area": world.area,
            "subject": "Bus door de wijk",
            "example": "Lijn 4 stopt niet meer bij het buurthuis.",
            "belongs": ScopeOutcome.DEPENDS,
            "depends_on": "of alleen de halte verschuift of de lijn",
            "reason": "De halte raakt alleen deze wijk, de lijn de hele stad.",
            "body": "wijkambtenaar",
            "by": by,
            **given,
        }
    )


@pytest.mark.requirement("AMF-15")
@pytest.mark.requirement("AMF-17")
@pytest.mark.switch("options.scope_register", "true")
@pytest.mark.parametrize("key", ["amersfoort_advice_1997", "deventer_1997"])
def test_a_doubtful_case_is_decided_and_found_again(key: str) -> None:
    world = make_world(key)
    with noon(DAY):
        case = decided(world, world.area_officer)
        decided(
            world,
            world.area_officer,
            subject="Lampen in het park",
            example="Tien lampen extra.",
            belongs=ScopeOutcome.WITHIN,
            depends_on="",
            reason="Alleen de wijk gebruikt dit park.",
        )
    found = scope_register(world.area, words="halte lijn").cases
    assert found == [case]
    assert (case.belongs, case.example, case.decided_on) == (
        "depends",
        "Lijn 4 stopt niet meer bij het buurthuis.",
        DAY,
    )
    assert case.decision in earlier_like("bus"), "a precedent among all decisions"
    assert [one.subject for one in scope_register(world.area, belongs=ScopeOutcome.WITHIN).cases] == [
        "Lampen in het park"
    ]
    assert not scope_register(world.area, words="zwembad").cases
    assert not scope_register(world.city).cases


def test_the_rules_of_the_file_stand_in_the_same_register() -> None:
    world = make_world("amersfoort_advice_1997")
    assert [rule.key for rule in scope_register(world.area, words="schouwburg").rules] == [
        "main_infrastructure"
    ]
    assert [rule.outcome for rule in scope_register(world.area, belongs=ScopeOutcome.WITHIN).rules] == [
        "within"
    ]


def test_a_case_names_its_example_and_on_what_it_depends() -> None:
    world = make_world("amersfoort_advice_1997")
    for field in ("subject", "example", "depends_on"):
        with pytest.raises(Invalid) as refused:
            decided(world, world.area_officer, **{field: " "})
        assert refused.value.reason.field == field
    with pytest.raises(Refused):
        decided(world, world.area_councillor)
    assert not ScopeCase.objects.exists()


@pytest.mark.switch("options.scope_register", "false")
def test_a_file_may_keep_no_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = make_world(
        variant(tmp_path, monkeypatch, "amersfoort_advice_1997", {"options.scope_register": False})
    )
    with pytest.raises(Refused, match="houdt geen lijst bij") as refused:
        decided(world, world.area_officer)
    assert refused.value.reason.rule == "variant: options.scope_register"
