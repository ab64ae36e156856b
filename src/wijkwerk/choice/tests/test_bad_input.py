"""Files that are far too long, in another encoding, or all ties: the bad input that no single line is to blame for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from wijkwerk.choice import Completion, PabulibError, Rule, Settings, count, read_pabulib
from wijkwerk.choice.tests.pb import HEAD, SMALL
from wijkwerk.choice.tests.test_pabulib_read import kinds

SOURCE = Path(__file__).resolve().parents[3]
TEN_MILLION = 10_000_000


@pytest.mark.timeout(240)
def test_ten_million_lines_are_read_in_a_memory_that_does_not_grow_along() -> None:
    """What is kept per line is eight bytes, to see who votes twice: a fifth of a gigabyte in all."""
    command = [sys.executable, "-m", "wijkwerk.choice.tests.endless", str(TEN_MILLION)]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    assert told["voters"] == TEN_MILLION
    assert told["votes"] == [TEN_MILLION // 2, TEN_MILLION // 2, TEN_MILLION // 4]
    assert told["winners"]
    assert told["peak_mb"] < 400


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (SMALL.replace("Speelplek", "Café").encode("latin-1"), 18),
        (SMALL.replace("Brug", "Brücke").encode("cp1252"), 20),
        (SMALL.encode("utf-16"), 1),
        (SMALL.encode() + "x;1 € \n".encode("cp1252"), 27),
        ((SMALL + "".join(f"v{i};1\n" for i in range(20_000))).encode() + b"\xff;1\n", 20_027),
    ],
    ids=["latin-1", "cp1252", "utf-16", "last line", "far down"],
)
def test_a_file_in_another_encoding_is_told_so_by_its_first_wrong_line_and_nothing_else(raw, line) -> None:
    with pytest.raises(PabulibError) as refused:
        read_pabulib(raw)
    fatal = [each for each in kinds(refused.value.findings) if each[2] == "wrong encoding"]
    assert fatal == [(line, "", "wrong encoding")]
    assert "missing section" not in {finding.kind for finding in refused.value.findings}


@pytest.mark.parametrize("rule", [rule for rule in Rule if not rule.is_ranking])
def test_a_file_of_nothing_but_ties_comes_out_the_same_whatever_its_order(rule) -> None:
    ids = [str(number) for number in range(1, 9)]
    head = HEAD.replace("num_projects;3", "num_projects;8")
    more = {"completion": Completion.ADD1} if rule is Rule.EQUAL_SHARES else {}
    outcomes = []
    for order in (ids, ids[::-1]):
        projects = "".join(f"{name};250\n" for name in order)
        votes = "".join(f"v{place};{','.join(order)}\n" for place in range(4))
        file = read_pabulib(
            f"{head}PROJECTS\nproject_id;cost\n{projects}VOTES\nvoter_id;vote\n{votes}".encode()
        )
        outcomes.append(count(file.election, Settings(rule=rule, seed=1988, **more)))
    one, other = outcomes
    assert (one.order, one.hash) == (other.order, other.hash)
    assert len(one.winners) == 4
    assert one.ties
    assert count(file.election, Settings(rule=rule, seed=1989, **more)).winners != one.winners
