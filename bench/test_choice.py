"""The page on official winners says what a recount finds today."""

from __future__ import annotations

from bench.choice.official import PAGE, rows, told
from wijkwerk.choice.pabulib.official import Verdict
from wijkwerk.choice.tests.shared_files import needs_files


@needs_files
def test_the_page_on_official_winners_is_up_to_date() -> None:
    written = PAGE.read_text(encoding="utf-8")
    for name, rule, votes, said in rows():
        assert f"| {name} | {rule} | {votes:,} | {said} |" in written


def test_what_differs_is_named() -> None:
    assert told(Verdict(False, "other projects win", ("a",), ())) == "other projects win (only official: a)"
    assert told(Verdict(None, "no winners")) == "cannot be told: no winners"
