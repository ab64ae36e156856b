"""The report: tagged, complete enough to recount from, and the same for the same outcome."""

import io
import json
from fractions import Fraction

import pytest
from pypdf import PdfReader

from wijkwerk.choice import Completion, Election, Outcome, Project, Rule, Settings, count, read_pabulib
from wijkwerk.choice.ballots import ApprovalBallot
from wijkwerk.choice.cli import _settings, main, parser
from wijkwerk.choice.constraints import Constraints
from wijkwerk.choice.document.pdf import report_content, report_pdf
from wijkwerk.choice.document.writer import Source
from wijkwerk.choice.explain.command import command_of
from wijkwerk.choice.explain.groups import left_with_voters, rounds
from wijkwerk.choice.support import Utility
from wijkwerk.choice.tests.pb import SMALL, ranked_file
from wijkwerk.choice.tests.test_documents import ROOT

NEIGHBOURHOOD = ROOT / "docs" / "tutorials" / "rivierenwijk.pb"


def outcome_of(**chosen) -> Outcome:
    election = read_pabulib(NEIGHBOURHOOD).election
    return count(election, Settings(**{"completion": Completion.ADD1, "seed": 1988, **chosen}))


def texts(node) -> list[str]:
    """Every text in a report."""
    if isinstance(node, str):
        return [node]
    values = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [text for value in values for text in texts(value)]


def tags(element) -> list[str]:
    """The roles in the tree that a screen reader follows, in order."""
    element = element.get_object()
    if isinstance(element, list):
        return [tag for child in element for tag in tags(child)]
    if not hasattr(element, "get"):
        return []
    own = [str(element["/S"])] if "/S" in element else []
    return own + (tags(element["/K"]) if "/K" in element else [])


def tree_of(pdf: bytes) -> list[str]:
    return tags(PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_is_tagged_in_its_own_language(language) -> None:
    pdf = report_pdf(outcome_of(), Source("rivierenwijk.pb"), language)
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b"pdfuaid" in pdf  # what it claims, the typesetter has checked
    tree = tree_of(pdf)
    assert {"/Table", "/TH", "/TD", "/H1", "/H2", "/Caption", "/L"} <= set(tree)
    assert tree.count("/H1") == 8


def test_the_same_outcome_gives_the_same_bytes() -> None:
    one, other = (report_pdf(outcome_of(), Source("rivierenwijk.pb")) for _ in range(2))
    assert one == other


def test_a_letter_that_no_font_has_costs_the_standard_and_not_the_report() -> None:
    election = Election.build(
        [Project("a", 5, name="Bomen \N{DECIDUOUS TREE} \U0010ffff")],
        [ApprovalBallot(frozenset("a"))],
        budget=5,
    )
    pdf = report_pdf(count(election, Settings(seed=1)), Source("x.pb"))
    assert "/Table" in tree_of(pdf)


def test_nothing_in_a_file_is_read_as_markup() -> None:
    name = '#panic("x") $ *vet* = [ \\ <a> @b'
    election = Election.build([Project("a", 5, name=name)], [ApprovalBallot(frozenset("a"))], budget=5)
    pdf = report_pdf(count(election, Settings(seed=1)), Source(name))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "*vet*" in text
    assert "#panic" in text


def test_everything_is_in_it_that_a_recount_needs() -> None:
    outcome = outcome_of()
    said = texts(report_content(outcome, Source("rivierenwijk.pb", sha256="f" * 64)))
    body = outcome.as_json()
    for needed in (outcome.hash, body["settings_hash"], body["input_hash"], outcome.engine, "1988", "f" * 64):
        assert any(needed in text for text in said), needed
    for step in outcome.steps:
        exact = step.price / outcome.election.scale
        assert exact.denominator == 1 or any(f"precies: {exact}" in text for text in said)
    assert "1, 2, 6" in said  # the ballots themselves, for they are few


def test_every_round_adds_up_from_the_groups_that_are_printed() -> None:
    outcome = outcome_of(completion=Completion.ADD1)
    for each in rounds(outcome):
        assert sum(group.voters for group in each.groups) == each.step.payers + each.step.partial
        assert abs(sum(group.together for group in each.groups) - each.step.cost) < Fraction(1, 10)
        assert all(group.each <= each.step.price + Fraction(1, 100) for group in each.groups if group.each)
    held = left_with_voters(outcome)
    assert sum(group.voters for group in held) == outcome.election.voters
    whole = outcome.endowment * outcome.election.voters - outcome.total_cost
    assert abs(sum(group.together for group in held) - whole) < 1


@pytest.mark.parametrize("rule", list(Rule))
def test_every_rule_can_be_reported(rule) -> None:
    election = read_pabulib((ranked_file() if rule.is_ranking else SMALL).encode()).election
    outcome = count(election, Settings(rule=rule, seed=1))
    report = json.dumps(report_content(outcome, Source("a.pb"), "en", ()))
    assert rule.value in report
    assert report_pdf(outcome, Source("a.pb"), "en", ()).startswith(b"%PDF")


def test_ties_stand_in_it_with_their_lots() -> None:
    level = [Project("a", 50), Project("b", 50)]
    election = Election.build(level, [ApprovalBallot(frozenset("ab"))], budget=50)
    said = " ".join(texts(report_content(count(election, Settings(seed=7)), Source("a.pb"), "en")))
    assert "Level: a, b. Order: a, b (by the lot)." in said
    assert "With b first: b in, a out." in said
    assert "SHA-256 of the text ‘7:id’" in said


@pytest.mark.parametrize(
    "chosen",
    [
        Settings(seed=3),
        Settings(
            completion=Completion.ADD1_GREEDY, stop_at_exhaustion=True, utility=Utility.SQRT_COST,
            increment=Fraction(5, 2), whole_shares=True, tie_order=("most-votes", "id"), seed=0,
        ),
        Settings(rule=Rule.THRESHOLD, threshold=12, seed=1),
        Settings(rule=Rule.STV, seats=3, seed=1),
        Settings(rule=Rule.BORDA, borda_last=0, seed=1),
    ],
)  # fmt: skip
def test_the_printed_command_gives_the_same_settings(chosen) -> None:
    words = command_of(chosen, "a.pb").split()
    assert words[:2] == ["wijkwerk", "choose"]
    assert _settings(parser().parse_args(words[2:]), Constraints()).as_json() == chosen.as_json()


def test_the_command_writes_the_report(tmp_path, capsys) -> None:
    written = tmp_path / "report.pdf"
    arguments = [str(NEIGHBOURHOOD), "--rule", "greedy", "--pdf", str(written)]
    assert main(arguments) == 0
    assert "/Table" in tree_of(written.read_bytes())
    assert "Controlegetal" in capsys.readouterr().out
