"""The command touches nothing that is not a demo, and says in a sentence what it cannot do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from wijkwerk.demo.management.commands import demo


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """An empty folder to make a demo in."""
    settings.DEMO = True
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, data_dir=tmp_path)
    return tmp_path


def make(**options: Any) -> None:
    """`wijkwerk demo --prepare-only`."""
    call_command("demo", prepare_only=True, **options)


def test_the_database_of_a_real_site_is_left_alone(folder: Path) -> None:
    (folder / "wijkwerk.sqlite3").write_text("of a real site")
    with pytest.raises(CommandError, match="a site that is no demo"):
        make()
    assert (folder / "wijkwerk.sqlite3").read_text() == "of a real site"


@pytest.mark.django_db
def test_a_database_that_is_in_use_is_left_alone_and_a_half_made_demo_goes(folder: Path) -> None:
    """The database of the tests stands in for one that an operator named."""
    (folder / demo.BEGUN).touch()
    (folder / "wijkwerk.sqlite3-wal").write_text("half of a demo")
    (folder / "media").mkdir()
    with pytest.raises(CommandError, match="in use"):
        make()
    assert sorted(file.name for file in folder.iterdir()) == [demo.BEGUN, "demo.lock"]


def test_two_at_once_in_one_folder(folder: Path) -> None:
    with demo._only_one(folder), pytest.raises(CommandError, match="Another"):
        make()


@pytest.mark.parametrize("today", ["2026-13-01", "nonsense", "9999-12-31", "0001-01-01", "²"])
def test_a_day_that_cannot_be(folder: Path, today: str) -> None:
    with pytest.raises(CommandError, match="--today"):
        make(today=today)
    assert not (folder / demo.BEGUN).exists()
