"""Writing: what was read comes back, and the official checker passes it."""

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.choice import BallotKind, ChoiceError, Election, read_pabulib, write_pabulib
from wijkwerk.choice.pabulib.writer import write_election
from wijkwerk.choice.tests.pb import SMALL, points_file, ranked_file
from wijkwerk.choice.tests.strategies import elections, examples

META = {
    "description": "Proef", "country": "Netherlands", "unit": "Deventer", "instance": "2026", "rule": "unknown",
    "date_begin": "2026", "date_end": "2026",
}  # fmt: skip
POINTS = {BallotKind.CUMULATIVE: {"max_sum_points": "99"}}


@pytest.mark.parametrize("text", [SMALL, points_file(), points_file("scoring"), ranked_file()])
def test_a_file_comes_back_as_it_was(text) -> None:
    assert write_pabulib(read_pabulib(text.encode(), keep_voters=True)) == text


def test_a_file_read_without_its_voters_cannot_be_written() -> None:
    with pytest.raises(ChoiceError, match="keep_voters"):
        write_pabulib(read_pabulib(SMALL.encode()))


@examples(60)
@given(st.sampled_from(BallotKind).flatmap(elections), st.sampled_from((1, 100)))
def test_an_election_comes_back_as_it_was(election, scale) -> None:
    single = all(len(items) == 1 for (items, _), _ in election.rows())
    if election.kind is BallotKind.CHOOSE_ONE and not single:
        return
    given = Election.from_rows(
        election.projects, election.budget, election.kind, election.rows(), scale=scale
    )
    text = write_election(given, {**META, **POINTS.get(election.kind, {})})
    file = read_pabulib(text.encode())
    assert not [finding for finding in file.findings if finding.kind == "not by points"]
    again = file.election
    assert again.budget * given.scale == given.budget * again.scale
    assert sorted(again.rows()) == sorted(given.rows())
    assert again.votes == given.votes


def test_no_order_of_arrival_can_be_read_from_a_written_file() -> None:
    election = read_pabulib(SMALL.encode()).election
    lines = write_election(election, META).split("VOTES\n")[1].splitlines()
    assert lines == ["voter_id;vote", "1;1", "2;1,2", "3;1,2", "4;3"]


def test_what_the_votes_cannot_tell_is_asked_for() -> None:
    with pytest.raises(ChoiceError, match="country"):
        write_election(read_pabulib(SMALL.encode()).election, {**META, "country": ""})


@pytest.mark.parametrize("text", [SMALL, points_file(), points_file("scoring"), ranked_file()])
def test_the_official_checker_passes_what_we_write(text) -> None:
    checker = pytest.importorskip("pabulib.checker", reason="pabulib-checker is not installed")
    election = read_pabulib(text.encode()).election
    winners = ["1", "2"]
    meta = {**META, **POINTS.get(election.kind, {}), "country": "Netherlands"}
    for written in (write_election(election, meta, selected=winners), text):
        with contextlib.redirect_stdout(io.StringIO()):
            result = checker.Checker().process_files([written])
        assert result[1]["results"]["errors"] == {}
