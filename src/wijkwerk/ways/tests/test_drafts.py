"""Composing: a draft is always sound, changes only when nobody else did meanwhile, and only by who may."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.world import World, make_world
from wijkwerk.approaches import check
from wijkwerk.approaches.drafting import draft_of
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.thread.models import JournalEntry
from wijkwerk.ways import actions
from wijkwerk.ways.actions.drafts import sound
from wijkwerk.ways.events import Verb
from wijkwerk.ways.models import Draft
from wijkwerk.ways.tests.factories import a_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def changed(draft: Draft, path: str, value: object) -> str:
    file = draft_of(draft.key, draft.text)
    return file.stating(path, value, "raadsvoorstel-2027-12 voorstel").toml()  # type: ignore[arg-type]


def test_a_draft_begins_as_what_it_extends(world: World) -> None:
    draft = a_draft(world)
    approach = sound(draft.key, draft.text)
    assert approach.budget == world.approach.budget
    assert approach.title.nl == "Onze eigen aanpak"
    assert JournalEntry.objects.filter(
        verb=Verb.DRAFT_BEGUN, detail_id=draft.pk, by=world.policy_officer
    ).exists()


def test_only_who_may_set_the_approach_composes(world: World) -> None:
    for person in (world.area_officer, world.area_alderman, world.administrator):
        with pytest.raises(Refused) as refused:
            a_draft(world, by=person)
    assert "beleidsmedewerker" in str(refused.value.reason.way_out)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("key", ["deventer_1997", "Eigen", "1997", "a b", "../x", "é"])
def test_a_key_is_ours_alone_and_readable(world: World, key: str) -> None:
    with pytest.raises(Invalid) as refused:
        a_draft(world, key=key)
    assert refused.value.reason.field == "key"


def test_a_change_is_kept(world: World) -> None:
    draft = a_draft(world)
    text = changed(draft, "budget.per_resident", Decimal(9))
    kept = actions.save_draft(draft_id=draft.pk, text=text, edition=draft.edition, by=world.policy_officer)
    assert sound(kept.key, kept.text).budget.per_resident == 9
    assert kept.edition == draft.edition + 1


def test_two_who_change_at_once_do_not_undo_each_other(world: World) -> None:
    draft = a_draft(world)
    first, second = (changed(draft, "budget.per_resident", Decimal(number)) for number in (9, 10))
    actions.save_draft(draft_id=draft.pk, text=first, edition=1, by=world.policy_officer)
    with pytest.raises(Conflict):
        actions.save_draft(draft_id=draft.pk, text=second, edition=1, by=world.policy_officer)
    assert sound(draft.key, Draft.objects.get().text).budget.per_resident == 9


def test_what_contradicts_itself_is_refused_with_all_errors_at_once(world: World) -> None:
    draft = a_draft(world)
    text = changed(draft, "options.responsibility_shift", "none").replace(
        'extends = "deventer_1997"', 'extends = "deventer_1997"\nbudget.colour = "red"'
    )
    with pytest.raises(Invalid) as refused:
        actions.save_draft(draft_id=draft.pk, text=text, edition=1, by=world.policy_officer)
    sentences = str(refused.value.reason).splitlines()
    assert any(
        line.startswith("eigen_2027.toml: budget.decided_by: bewoners beslissen") for line in sentences
    )
    assert any("budget.colour" in line for line in sentences)
    assert Draft.objects.get().text == draft.text


def test_the_file_that_is_downloaded_is_accepted_by_the_command(world: World, tmp_path) -> None:  # type: ignore[no-untyped-def]
    draft = a_draft(world)
    text = changed(draft, "budget.per_resident", Decimal("9.5"))
    actions.save_draft(draft_id=draft.pk, text=text, edition=1, by=world.policy_officer)
    path = tmp_path / "eigen_2027.toml"
    path.write_text(Draft.objects.get().text, encoding="utf-8")
    assert check(path) == []


def test_a_draft_can_be_thrown_away(world: World) -> None:
    draft = a_draft(world)
    with pytest.raises(Refused):
        actions.drop_draft(draft_id=draft.pk, by=world.area_officer)
    actions.drop_draft(draft_id=draft.pk, by=world.policy_officer)
    assert not Draft.objects.exists()


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(Invalid):
        sound("eigen_2027", "#" * 200_001)
