"""The command line: list, show, check and compare."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from wijkwerk.approaches import catalogue
from wijkwerk.approaches.cli import main
from wijkwerk.approaches.loading import CATALOGUE
from wijkwerk.approaches.tests.conftest import SOUND

Write = Callable[[str, str], Path]


def test_list_names_every_approach(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines()] == catalogue()
    assert "1990–1997" in out


def test_show_gives_value_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "deventer_1997"]) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    at = lines.index("  budget.per_resident = 8")
    assert lines[at + 1].startswith("      [Wijkbeheer in vier gemeenten")
    assert lines[at + 1].endswith(", §2.2 (5)]")
    assert ".txt" not in out
    assert "longlist.limit" not in out


def test_show_house_gives_the_defaults_with_their_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "deventer_1997", "--house"]) == 0
    out = capsys.readouterr().out
    assert "longlist.limit = 10" in out
    assert "standaard van Wijkwerk" in out


def test_show_gives_what_a_file_says_of_its_signals(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "amersfoort_advice_1997"]) == 0
    assert "  signals.scope.individual_aid.outcome = " in capsys.readouterr().out


def test_show_says_which_question_is_not_described(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "en", "show", "rotterdam_2020s"]) == 0
    out = capsys.readouterr().out
    assert out.count("  not described\n") == 3


def test_an_unknown_key_is_one_clear_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "atlantis"]) == 1
    assert capsys.readouterr().out == 'atlantis.toml: key: er is geen aanpak "atlantis"\n'


def test_check_of_a_sound_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CATALOGUE / "deventer_1997.toml")]) == 0
    assert capsys.readouterr().out == "deventer_1997.toml: in orde\n"


def test_check_prints_all_errors_and_fails(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    path = write("sample", SOUND.replace("min = 10000", "min = 16000").replace('"area_budget"', '"none"'))
    assert main(["check", str(path)]) == 1
    out = capsys.readouterr().out
    assert "levels.district.inhabitants" in out
    assert "budget.decided_by" in out
    assert out.endswith("sample.toml: 2 fouten\n")


def test_a_file_that_cannot_be_read_is_one_error_with_its_cause(
    write: Write, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    cause = "dit is geen leesbare TOML: een lijst is niet gesloten met ] (regel 1, teken 13)"
    for path, told in (
        (tmp_path / "none.toml", "dit bestand bestaat niet"),
        (write("open", "levels = [1 2\n"), cause),
        (
            write("twice", "key = 1\nkey = 2\n"),
            "dit is geen leesbare TOML: dit staat er twee keer (regel 2, teken 8)",
        ),
    ):
        assert main(["check", str(path)]) == 1
        assert capsys.readouterr().out == f"{path.name}: {told}\n{path.name}: 1 fout\n"
    assert main(["--language", "en", "check", str(tmp_path / "none.toml")]) == 1
    assert capsys.readouterr().out.endswith("none.toml: 1 error\n")


def test_compare_takes_a_file_of_ones_own_and_needs_two(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write("sample", SOUND)
    assert main(["compare", str(path), "tilburg_1997"]) == 0
    assert "convenant" in capsys.readouterr().out
    assert main(["compare", str(path)]) == 1
    assert capsys.readouterr().out == "vergelijken kan pas met twee: noem nog een sleutel of bestand\n"


def test_compare_puts_differences_first_and_folds_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "deventer_1997", "tilburg_1997"]) == 0
    out = capsys.readouterr().out
    assert "convenant" in out
    assert "niet geregeld" in out
    assert "longlist" not in out
    assert "hoogstens op de lijst" not in out
    assert main(["compare", "deventer_1997", "tilburg_1997", "--all"]) == 0
    assert "hoogstens op de lijst" in capsys.readouterr().out


def test_what_is_the_same_is_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "deventer_1997", "deventer_1997"]) == 0
    assert capsys.readouterr().out == "geen verschillen\n"


def test_a_screen_without_our_letters_still_reads() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from wijkwerk.approaches.cli import main; raise SystemExit(main(['list']))"],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"1990?1997" in done.stdout
