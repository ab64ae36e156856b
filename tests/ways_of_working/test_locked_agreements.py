"""What was agreed is locked: whoever changes it says why, and everyone who made it hears of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ways_of_working.money import noon
from tests.ways_of_working.variants import variant
from tests.world import World, make_world
from wijkwerk.agreements import actions
from wijkwerk.agreements.models import Agreement, AgreementChange, AgreementNotice
from wijkwerk.agreements.queries import changed_agreements, waiting_notices
from wijkwerk.answers import worker
from wijkwerk.answers.models import Delivery
from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Person

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


def agreed(world: World) -> Agreement:
    """An officer, a service and a resident agree."""
    return actions.make_agreement(
        area=world.area,
        text="Het veld blijft vrij tot 2028.",
        makers=[
            world.area_officer,
            world.organisations["groen"],
            remember_contact(email="bewoner@example.org"),
        ],
        by=world.area_officer,
    )


def change(agreement: Agreement, by: Person, reason: str = "De stad bouwt eerder.") -> AgreementChange:
    return actions.change_agreement(
        agreement_id=agreement.pk,
        text="Het veld blijft vrij tot 2027.",
        reason=reason,
        function="wethouder wonen",
        by=by,
    )


@pytest.mark.django_db(transaction=True)  # read by the worker: other transactions must see it
@pytest.mark.requirement("UTR18-12")
@pytest.mark.switch("options.agreements_locked", "true")
@pytest.mark.parametrize("key", ["utrecht_2018", "deventer_1997"])
def test_a_change_needs_a_reason_and_is_told_to_all_who_made_it(key: str) -> None:
    world = make_world(key)
    who = world.people.get("portfolio_holder") or world.area_alderman
    with noon(DAY):
        agreement = agreed(world)
        assert changed_agreements(world.area) == (1, 0)
        with pytest.raises(Conflict, match="staat vast") as refused:
            change(agreement, who, reason=" ")
        assert refused.value.reason.rule == f"{key}: options.agreements_locked"
        done = change(agreement, who)
        while worker.work_once():
            pass
    assert changed_agreements(world.area) == (1, 1)
    decision = Decision.objects.get(kind=DecisionKind.CHANGE)
    assert (decision.reason, decision.body, decision.maker) == (
        "De stad bouwt eerder.",
        "wethouder wonen",
        who,
    )
    assert AgreementNotice.objects.filter(change=done).count() == 3
    assert waiting_notices(world.area_officer).count() == 1
    assert waiting_notices(world.service_contact_officer).count() == 1, "through the party they work for"
    assert not waiting_notices(world.executor).exists()
    sent = Delivery.objects.filter(kind="answer", state="sent").get()
    assert sent.contact.agreements_made.get().agreement == agreement
    for words in ("tot 2028", "tot 2027", "De stad bouwt eerder."):
        assert words in sent.answer.text


def test_a_second_change_names_the_first() -> None:
    world = make_world("utrecht_2018")
    agreement = agreed(world)
    first = change(agreement, world.area_alderman)
    second = actions.change_agreement(
        agreement_id=agreement.pk,
        text="Het veld is vol.",
        reason="Het kon.",
        function="wethouder",
        by=world.area_officer,
    )
    assert second.decision.changes == first.decision


def test_who_read_it_reads_it_once() -> None:
    world = make_world("utrecht_2018")
    change(agreed(world), world.area_alderman)
    notice = waiting_notices(world.area_officer).get()
    with pytest.raises(Conflict, match="niet voor u"):
        actions.read_notice(notice_id=notice.pk, by=world.executor)
    actions.read_notice(notice_id=notice.pk, by=world.area_officer)
    assert not waiting_notices(world.area_officer).exists()


@pytest.mark.switch("options.agreements_locked", "false")
def test_where_nothing_is_locked_it_changes_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = make_world(variant(tmp_path, monkeypatch, "utrecht_2018", {"options.agreements_locked": False}))
    agreement = agreed(world)
    change(agreement, world.area_alderman, reason="")
    assert not AgreementNotice.objects.exists()
    assert changed_agreements(world.area) == (1, 1), "that it changed stays public"


def test_nobody_agrees_with_oneself() -> None:
    world = make_world("utrecht_2018")
    officer = world.area_officer
    with pytest.raises(Invalid, match="z’n tweeën"):
        actions.make_agreement(area=world.area, text="Ik doe het.", makers=[officer, officer], by=officer)
    with pytest.raises(Refused):
        actions.make_agreement(
            area=world.area, text="Wij", makers=[officer, world.executor], by=world.desk_worker
        )
    with pytest.raises(Refused):
        change(agreed(world), world.desk_worker)
