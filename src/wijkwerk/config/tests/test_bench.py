"""The command finds the benchmarks of the checkout, and prints what they give."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from wijkwerk.config.management.commands import bench as command


def test_the_benchmarks_of_the_checkout_are_found() -> None:
    assert {"areas", "choice", "pages"} <= set(command.benchmarks())


def test_a_benchmark_nobody_made_is_named() -> None:
    with pytest.raises(CommandError, match="no benchmark 'speed'; choose one of areas, choice, pages"):
        call_command("bench", "speed")


def test_without_a_checkout_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(command, "CHECKOUT", tmp_path)
    with pytest.raises(CommandError, match="from a checkout"):
        call_command("bench")


def test_rows_are_printed_for_people_and_for_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    import bench.areas

    rows = [{"name": "areas: test", "points_per_second": 12}]
    monkeypatch.setattr(bench.areas, "run", lambda: rows)
    out = StringIO()
    call_command("bench", "areas", stdout=out, stderr=StringIO())
    assert out.getvalue().splitlines() == ["areas: test", "  points per second  12"]
    out = StringIO()
    call_command("bench", "areas", "--json", stdout=out, stderr=StringIO())
    assert json.loads(out.getvalue()) == rows
