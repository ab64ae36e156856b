"""The pages about the approach file tell the truth: the how-to makes a sound file, the reference is the schema."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from wijkwerk.approaches import Approach, Power, check, load_file
from wijkwerk.approaches.cli import main
from wijkwerk.approaches.reference import markdown
from wijkwerk.approaches.schema import PartnerForm, StepKind

DOCS = Path(__file__).resolve().parents[4] / "docs"
HOW_TO = DOCS / "how-to" / "write-an-approach.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAME = re.compile(r"<!-- file: (\S+\.toml) -->")


def as_written(page: str) -> str:
    """The file that a reader ends with: the blocks in order, `remove` above the first table as the page asks."""
    blocks = [text for language, text in BLOCK.findall(page) if language == "toml"]
    top, rest = blocks[0], blocks[1:]
    first = [text for text in rest if not text.startswith("[")]
    return "\n".join([top, *first, *(text for text in rest if text.startswith("["))])


@pytest.fixture
def veenmeer(tmp_path: Path) -> Path:
    page = HOW_TO.read_text(encoding="utf-8")
    name = NAME.search(page)
    assert name is not None
    path = tmp_path / name.group(1)
    path.write_text(as_written(page), encoding="utf-8")
    return path


@pytest.fixture
def approach(veenmeer: Path) -> Approach:
    return load_file(veenmeer)


def test_the_how_to_makes_a_sound_file(veenmeer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [str(problem) for problem in check(veenmeer)] == []
    assert main(["check", str(veenmeer)]) == 0
    assert "in orde" in capsys.readouterr().out


def test_the_invented_municipality_works_as_it_decided(approach: Approach) -> None:
    assert approach.plan_level.label.nl == "dorp"
    assert [approach.plan_level.fits(number) for number in (2_499, 2_500, 6_000, 6_001)] == [
        False,
        True,
        True,
        False,
    ]
    assert approach.budget.for_area(4_000) is not None
    assert str(approach.budget.for_area(4_000)) == "EUR 24,000"
    assert approach.budget.mean is None
    assert [step.kind for step in approach.cycle.steps][-1] is StepKind.LEARNING
    assert [step.label.nl for step in approach.cycle.steps] == [
        "rondje dorp",
        "kiezen",
        "doen",
        "terugkijken",
    ]
    grant = approach.roles["area_officer"].grant(Power.COMMIT_MONEY)
    assert grant is not None
    assert grant.limit is not None
    assert grant.limit.amount == Decimal(2500)
    assert approach.partners.form is PartnerForm.INVITED
    assert approach.partners.platform is None
    assert approach.effect.statements == ()


def test_what_it_left_alone_is_as_in_the_approach_it_extends(approach: Approach) -> None:
    assert approach.cycle.step("prioritisation").rank == ("resident", "resident_team_member")
    assert approach.why("politics.area_aldermen").file == "deventer_1997"
    assert approach.why("budget.per_resident").source == "raadsbesluit-2025-88 artikel 2"


def test_the_error_that_the_page_shows_is_the_error_one_gets(veenmeer: Path) -> None:
    text = veenmeer.read_text(encoding="utf-8")
    spoiled = text.replace("[partners]", '[options]\nresponsibility_shift = "none"\n[partners]', 1)
    spoiled = spoiled.replace("[sources]", '[sources]\n"options" = "raadsbesluit-2025-88 artikel 1"', 1)
    veenmeer.write_text(spoiled, encoding="utf-8")
    page = HOW_TO.read_text(encoding="utf-8")
    shown = next(text.strip() for language, text in BLOCK.findall(page) if language == "text")
    printed = [str(problem) for problem in check(veenmeer)]
    assert printed == [shown]


def test_the_reference_is_written_from_the_schema() -> None:
    page = (DOCS / "reference" / "approach-file.md").read_text(encoding="utf-8")
    assert page == markdown(), (
        "run: python -m wijkwerk.approaches.reference > docs/reference/approach-file.md"
    )
