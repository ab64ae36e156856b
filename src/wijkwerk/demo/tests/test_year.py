"""The demo plays its whole year through the real actions, the same way each time."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wijkwerk.answers.models import Delivery, DeliveryState
from wijkwerk.budgets.models import Pot
from wijkwerk.budgets.queries import derived
from wijkwerk.demo.building import build
from wijkwerk.demo.calendar import Calendar
from wijkwerk.demo.company import PASSWORD, write_accounts
from wijkwerk.demo.texts import signals, table
from wijkwerk.participation.models import Ranking
from wijkwerk.signals.models import Signal
from wijkwerk.thread.models import Thing

TODAY = date(2026, 11, 21)


def test_fourteen_months_end_yesterday() -> None:
    calendar = Calendar(TODAY)
    assert calendar.day(13, 28) == date(2026, 11, 20)
    assert (TODAY - calendar.first_day).days == 425


@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(600)
def test_the_year_is_played_to_its_end(tmp_path: Path) -> None:
    cast = build(approach_key="deventer_1997", today=TODAY, seed=1997, outlines=None)
    kinds = Thing.objects.values_list("kind", flat=True)
    assert {kind: list(kinds).count(kind) for kind in ("signal", "need", "wish", "measure", "plan")} == {
        "signal": len(signals()),
        "need": len(table("needs")),
        "wish": len(table("wishes")),
        "measure": len(table("measures")),
        "plan": 5,
    }
    texts = list(Signal.objects.exclude(text="").values_list("text", flat=True))
    assert len(set(texts)) == len(texts)
    assert not Delivery.objects.filter(state=DeliveryState.FAILED).exists()
    assert [pot.balance for pot in Pot.objects.order_by("pk")] == [
        derived(pot) for pot in Pot.objects.order_by("pk")
    ]
    assert sorted(area.code for area in cast.areas.values()) == sorted(row["key"] for row in table("areas"))
    assert {ranking.status for ranking in Ranking.objects.all()} == {"counted", "open"}
    write_accounts(tmp_path)
    accounts: list[dict[str, Any]] = json.loads((tmp_path / "accounts.json").read_text())["accounts"]
    assert {tuple(sorted(account)) for account in accounts} == {
        ("areas", "email", "name", "password", "role", "totp_secret")
    }
    assert {account["password"] for account in accounts} == {PASSWORD, None}
