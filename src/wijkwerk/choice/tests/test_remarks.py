"""Every sentence about a file exists in Dutch too."""

import ast
from pathlib import Path

import pytest

from wijkwerk.choice import PabulibError, pabulib, read_pabulib
from wijkwerk.choice.limits import Breach
from wijkwerk.choice.pabulib.findings import Finding, Level
from wijkwerk.choice.pabulib.remarks import in_dutch, remark
from wijkwerk.choice.tests.pb import SMALL

FOLDER = Path(pabulib.__file__).parent


def _text(node: ast.AST) -> str | None:
    """A sentence with 7 wherever something is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return None


def sentences() -> set[str]:
    """All sentences that a finding may say, read from the source."""
    found: set[str] = set()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and any(
                isinstance(target, ast.Name) and target.id == "message" for target in node.targets
            ):
                found.add(_text(node.value) or "")
            if isinstance(node, ast.Call) and len(node.args) >= 4:
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if called in ("fatal", "error", "warn", "add", "Finding"):
                    found.add(_text(node.args[-1]) or "")
    return {sentence for sentence in found if sentence}


@pytest.mark.parametrize("sentence", sorted(sentences()))
def test_what_a_file_is_told_exists_in_dutch(sentence) -> None:
    # “; it counts once” is itself filled in.
    assert in_dutch(sentence.replace("once7", "once; it counts once")), sentence


def test_there_are_many_sentences_and_what_is_filled_in_stays() -> None:
    assert len(sentences()) > 60
    assert (
        in_dutch("'x' has a comma where a point should stand.")
        == "'x' heeft een komma waar een punt moet staan."
    )
    for breach in (Breach("length", 1, 2, None), Breach("sum_points", 9, None, 5)):
        assert in_dutch(str(breach))


def test_a_remark_names_line_and_field_in_either_language() -> None:
    finding = Finding(Level.ERROR, 12, "budget", "no budget", "there is no money to divide.")
    assert remark(finding, "nl") == "regel 12, budget: er is geen geld te verdelen."
    assert remark(finding, "en") == "line 12, budget: there is no money to divide."


def test_a_bad_file_is_told_all_in_dutch() -> None:
    with pytest.raises(PabulibError) as refused:
        read_pabulib(SMALL.replace("budget;", "budget;x").encode())
    told = [remark(finding, "nl") for finding in refused.value.findings]
    assert any("is geen bedrag" in each for each in told)
