"""Whatever the official checker of Pabulib calls an error we see too, and what it passes we pass."""

import contextlib
import io

import pytest
from pabulib import checker

from wijkwerk.choice import PabulibError, read_pabulib
from wijkwerk.choice.pabulib import Level
from wijkwerk.choice.pabulib.official import recount
from wijkwerk.choice.tests import test_pabulib_read as spoiled
from wijkwerk.choice.tests.pb import SMALL, points_file, ranked_file

POINTS = points_file()
NO_AMOUNT_TO_THEM = ("budget;1000", "budget;1e3")
"""They read a power of ten as a number; the format has none."""


def official(text: str) -> tuple[set[str], set[str]]:
    """The kinds of errors and of warnings that the checker has for a file."""
    with contextlib.redirect_stdout(io.StringIO()):
        found = checker.Checker().process_files([text])[1]["results"]
    return (
        (set(), set()) if isinstance(found, str) else (set(found["errors"]), set(found.get("warnings", {})))
    )


def ours(text: str) -> tuple[bool, bool]:
    """Whether we have an error, the winners against the rule among them; and whether we have any finding."""
    try:
        file = read_pabulib(text.encode())
    except PabulibError:
        return True, True
    wrong = any(finding.level > Level.WARNING for finding in file.findings)
    return wrong or recount(file).followed is False, bool(file.findings)


def cases() -> list[tuple[str, str]]:
    """The spoiled files of the tests of reading."""
    told = (
        spoiled.test_what_can_be_counted_is_counted_and_told,
        spoiled.test_what_cannot_be_counted_one_way_only_is_refused,
    )
    rows = [row for test in told for mark in test.pytestmark for row in mark.args[1]]
    return [(old, new) for old, new, _where in rows if new.isprintable() or "\n" in new]


@pytest.mark.parametrize("text", [SMALL, POINTS, points_file("scoring"), ranked_file()])
def test_sound_files_are_sound_to_both(text) -> None:
    assert official(text) == (set(), set())
    assert ours(text) == (False, False)


@pytest.mark.parametrize(("old", "new"), cases())
def test_both_call_the_same_files_wrong(old, new) -> None:
    if (old, new) != NO_AMOUNT_TO_THEM and "\udce9" not in new:
        text = SMALL.replace(old, new, 1)
        assert bool(official(text)[0]) == ours(text)[0]


@pytest.mark.parametrize(
    ("old", "new", "text", "kind"),
    [
        ("Speelplek;1", "Speelplek;0", SMALL, "unused budget"),
        ("Speelplek;1", "Speelplek;0", SMALL, "greedy rule not followed"),
        ("rule;greedy", "rule;equalshares", SMALL, "equalshares rule not followed"),
        ("num_votes;4", "num_votes;vier", SMALL, "invalid num_votes field"),
        ("vote_type;approval", "vote_type;choose-1", SMALL, "invalid choose-1 vote length"),
        ("language;nl", "foo;1\nlanguage;nl", SMALL, "not known meta fields"),
        ("country;Netherlands\n", "", SMALL, "missing meta field value"),
        ("cost;votes", "cost;score", SMALL, "different values in scores"),
        ("voter_id;vote\na;1,2", "voter_id;vote;points\na;1,2;3,4", SMALL, "unexpected points for vote_type"),
        ("a;1,2;6,4", "a;1,2;6", POINTS, "vote/points length mismatch"),
        ("d;3;10", "d;3;-10", POINTS, "negative cumulative points"),
        ("a;1,2;6,4", "a;1,2;6,1", POINTS, "different values in scores"),
    ],
)
def test_each_kind_of_error_of_theirs_is_one_of_ours(old, new, text, kind) -> None:
    assert old in text
    wrong = text.replace(old, new, 1)
    assert kind in official(wrong)[0]
    assert ours(wrong)[0]


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("language;nl", "max_sum_cost;500\nlanguage;nl", SMALL),
        ("b;1\n", "b;1\n\n", SMALL),
        ("rule;greedy", "rule;greedy-custom", SMALL),
        ("language;nl", "max_sum_points;10\nlanguage;nl", SMALL),
        ("language;nl", "comment;#1: a #3: b\nlanguage;nl", SMALL),
        ("unit;Deventer\ninstance;2026", "instance;2026\nunit;Deventer", SMALL),
        ("a;1,2;6,4", "a;1,2;60,4", POINTS),
        ("a;1,2;6,4", "a;1,2;4,6", POINTS),
    ],
)
def test_what_they_warn_of_we_tell(old, new, text) -> None:
    assert old in text
    wrong = text.replace(old, new, 1)
    assert official(wrong)[1]
    assert ours(wrong)[1]
