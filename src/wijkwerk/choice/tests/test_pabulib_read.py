"""Reading: what is tolerated, what is told, and what is refused, each with its line and field."""

import pytest

from wijkwerk.choice import PabulibError, Utility, read_pabulib
from wijkwerk.choice.pabulib import Level
from wijkwerk.choice.support import support_of
from wijkwerk.choice.tests.pb import HEAD, SMALL, points_file, ranked_file, spoil


def kinds(findings, least: Level = Level.ERROR) -> set[tuple[int, str, str]]:
    return {(f.line, f.field, f.kind) for f in findings if f.level >= least}


def test_a_sound_file_has_no_findings() -> None:
    file = read_pabulib(SMALL.encode(), strict=True)
    assert file.findings == ()
    assert (file.election.voters, file.election.budget, file.election.votes) == (4, 1000, (3, 2, 1))
    assert file.selected == {"1", "2"}
    assert len(file.election.weights) == 3  # a and c chose the same


def test_bom_and_windows_line_ends_are_fine() -> None:
    text = "\N{ZERO WIDTH NO-BREAK SPACE}" + SMALL.replace("\n", "\r\n")
    assert read_pabulib(text.encode(), strict=True).election.votes == (3, 2, 1)


def test_costs_with_decimals_are_exact() -> None:
    file = read_pabulib(spoil("budget;1000", "budget;1000.10"))
    assert (file.election.budget, file.election.scale) == (10001, 10)
    assert file.election.projects[0].cost == 6000


def test_quotes_separators_and_several_labels() -> None:
    text = SMALL.replace("name;selected", "name;category;selected")
    text = text.replace("Speelplek;", '"Speel; ""plek""";groen,jeugd;').replace("Bomen;", "Bomen;groen;")
    file = read_pabulib(text.replace("Brug;", "Brug;;").encode())
    assert file.election.projects[0].name == 'Speel; "plek"'
    assert file.election.projects[0].labels == {"category:groen", "category:jeugd"}


def test_points_and_ranks_keep_their_meaning() -> None:
    file = read_pabulib(points_file().encode(), strict=True)
    assert [row for row, _ in file.election.rows()] == [
        ((0, 1), (6, 4)), ((0,), (5,)), ((0, 1), (5, 5)), ((2,), (10,)),
    ]  # fmt: skip
    ranked = read_pabulib(ranked_file().encode(), strict=True)
    assert [row for row, _ in ranked.election.rows()] == [
        ((0, 1), None),
        ((0,), None),
        ((1, 0), None),
        ((2,), None),
    ]


def test_a_default_score_counts_for_whoever_is_not_named() -> None:
    """Voter d names only project 3 and so gives 1 and 2 the default of 2 points; a, b and c leave out 3."""
    text = points_file("scoring").replace("language;nl", "max_length;2\ndefault_score;2\nlanguage;nl")
    file = read_pabulib(text.encode(), strict=True)
    support = support_of(file.election, Utility.POINTS)
    assert support.scores == (16 + 2, 9 + 2 * 2, 10 + 3 * 2)
    assert support.votes == (4, 4, 4)
    assert file.election.votes == (3, 2, 1)


def test_a_withdrawn_project_stays_on_the_list() -> None:
    file = read_pabulib(spoil("3;900;", "3;999999999;"))
    assert [project.withdrawn for project in file.election.projects] == [False, False, True]


def test_ids_that_look_like_numbers_stay_what_they_are() -> None:
    text = (
        SMALL.replace("\n1;600", "\n01;600")
        .replace("1,2", "01,2")
        .replace("b;1", "b;01")
        .replace("2,1", "2,01")
    )
    assert read_pabulib(text.encode(), strict=True).election.projects[0].id == "01"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("a;1,2", "a;1, 2", (23, "vote", "spaces in list")),
        ("budget;1000", "budget;1000,5", (9, "budget", "comma in number")),
        ("num_votes;4", "num_votes;5", (8, "num_votes", "different number")),
        ("num_projects;3", "num_projects;7", (7, "num_projects", "different number")),
        ("1;600;3", "1;600;4", (18, "votes", "different total")),
        ("country;Netherlands", "country;Nederlandje", (4, "country", "unknown code")),
        ("currency;EUR", "currency;EURO", (15, "currency", "unknown code")),
        ("language;nl", "language;dutch", (14, "language", "unknown code")),
        ("rule;greedy", "rule;guess", (11, "rule", "wrong value")),
        ("date_end;31.03.2026", "date_end;31.02.2026", (13, "date_end", "wrong value")),
        ("date_end;31.03.2026", "date_end;2025", (13, "date_end", "date range")),
        ("language;nl", "colour;red\nlanguage;nl", (14, "colour", "unknown field")),
        ("unit;Deventer\n", "", (0, "unit", "missing field")),
        ("unit;Deventer", "unit;", (5, "unit", "empty field")),
        ("unit;Deventer", "unit; Deventer", (5, "unit", "spaces")),
        ("language;nl", "max_length;1\nlanguage;nl", (24, "vote", "above max_length")),
        ("language;nl", "min_length;2\nlanguage;nl", (25, "vote", "below min_length")),
        ("language;nl", "max_length;9\nlanguage;nl", (14, "max_length", "too long")),
        ("language;nl", "comment;no number\nlanguage;nl", (14, "comment", "comment numbering")),
        ("language;nl", "fully_funded;1\nlanguage;nl", (14, "fully_funded", "not everything fits")),
        ("language;nl", "fully_funded;2\nlanguage;nl", (14, "fully_funded", "wrong value")),
        ("language;nl", "min_project_score_threshold;2\nlanguage;nl", (11, "rule", "threshold")),
        ("rule;greedy", "rule;greedy-threshold", (11, "rule", "threshold")),
        ("budget;1000", "budget;2000", (9, "budget", "everything fits")),
        ("budget;1000", "budget;900", (9, "budget", "budget exceeded")),
        ("budget;1000", "budget;0", (9, "budget", "no budget")),
        ("3;900;", "3;1001;", (20, "cost", "dearer than budget")),
        ("3;900;", "3;0;", (20, "cost", "no cost")),
        ("2;400;2;Bomen;1", "2;999999999;2;Bomen;1", (19, "selected", "withdrawn winner")),
        ("Bomen;1", "Bomen;7", (19, "selected", "wrong value")),
        ("2;400;2;Bomen", "2;400;2;", (19, "name", "empty field")),
        ("name;selected", "target;selected", (17, "target", "unknown field")),
        ("name;selected", "latitude;selected", (18, "latitude", "wrong value")),
        ("voter_id;vote\na;1,2", "voter_id;vote;sex\na;1,2;X", (23, "sex", "wrong value")),
        ("voter_id;vote\na;1,2", "voter_id;vote;age\na;1,2;40-30", (23, "age", "wrong value")),
        ("voter_id;vote\na;1,2", "voter_id;vote;shoe\na;1,2;44", (22, "shoe", "unknown field")),
        ("a;1,2", "a;1,1,2", (23, "vote", "double project in vote")),
        ("\nd;3", "\nd;", (26, "vote", "empty vote")),
        ("\nd;3", "\n;3", (26, "voter_id", "voter id")),
    ],
)  # fmt: skip
def test_what_can_be_counted_is_counted_and_told(old, new, where) -> None:
    file = read_pabulib(spoil(old, new))
    assert where in kinds(file.findings)
    with pytest.raises(PabulibError):
        read_pabulib(spoil(old, new), strict=True)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("META\n", "", (1, "", "before sections")),
        ("key;value", "sleutel;waarde", (2, "META", "header")),
        ("VOTES\nvoter_id;vote\n", "", (0, "VOTES", "missing section")),
        ("PROJECTS\n", "VOTES\n", (0, "PROJECTS", "missing section")),
        ("budget;1000\n", "", (0, "budget", "no number")),
        ("budget;1000", "budget;1e3", (9, "budget", "no number")),
        ("budget;1000", "budget;100,000", (9, "budget", "comma in number")),
        ("budget;1000", "budget;-5", (9, "budget", "negative amount")),
        ("budget;1000", "budget;1000\nbudget;2000", (10, "budget", "double key")),
        ("vote_type;approval", "vote_type;thumbs", (10, "vote_type", "vote type")),
        ("1;600;", "1;zes;", (18, "cost", "no number")),
        ("1;600;", "1;-600;", (18, "cost", "negative amount")),
        ("2;400;", "1;400;", (19, "project_id", "double project")),
        ("2;400;", ";400;", (19, "project_id", "no project id")),
        ("project_id;cost;votes", "project_id;cost;cost", (17, "PROJECTS", "double column")),
        ("project_id;cost", "project_id;price", (17, "PROJECTS", "missing column")),
        ("voter_id;vote", "voter_id;stem", (22, "VOTES", "missing column")),
        ("b;1", "a;1", (24, "voter_id", "voted twice")),
        ("\nd;3", "\nd;4", (26, "vote", "unknown project")),
        ("vote_type;approval", "vote_type;cumulative", (23, "points", "points and projects differ")),
        ("d;3\n", "d;3\nPROJECTS\n", (27, "PROJECTS", "section order")),
        ("Bomen", "Bo\udce9men", (19, "", "wrong encoding")),
    ],
)  # fmt: skip
def test_what_cannot_be_counted_one_way_only_is_refused(old, new, where) -> None:
    assert old in SMALL
    raw = SMALL.replace(old, new, 1).encode(errors="surrogateescape")
    with pytest.raises(PabulibError) as refused:
        read_pabulib(raw)
    assert where in kinds(refused.value.findings, Level.FATAL)
    if where[0]:
        assert f"line {where[0]}, " in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("a;1,2;6,4", "a;1,2;6", (24, "points", "points and projects differ")),
        ("a;1,2;6,4", "a;1,2;6,x", (24, "points", "no number")),
        ("d;3;10", "d;3;-1", (27, "points", "negative points")),
        ("a;1,2", "a;1,1", (24, "vote", "double project in vote")),
    ],
)
def test_points_that_make_no_sense_are_refused(old, new, where) -> None:
    with pytest.raises(PabulibError) as refused:
        read_pabulib(spoil(old, new, points_file()))
    assert where in kinds(refused.value.findings, Level.FATAL)


def test_all_errors_come_at_once() -> None:
    raw = (
        SMALL.replace("1;600", "1;x")
        .replace("2;400", "2;y")
        .replace("vote_type;approval", "vote_type;?")
        .encode()
    )
    with pytest.raises(PabulibError) as refused:
        read_pabulib(raw)
    assert [f.line for f in refused.value.findings if f.level is Level.FATAL] == [10, 18, 19]


def test_many_findings_of_a_kind_are_counted_not_listed() -> None:
    votes = "".join(f"x{i};{i + 100}\n" for i in range(500))
    with pytest.raises(PabulibError) as refused:
        read_pabulib((SMALL + votes).encode())
    shown = [f for f in refused.value.findings if f.kind == "unknown project"]
    assert len(shown) == 21
    assert "480 more" in shown[-1].message


def test_no_votes_and_one_voter() -> None:
    empty = read_pabulib((HEAD + SMALL.split(HEAD)[1].split("a;1,2")[0]).encode())
    assert (empty.election.voters, empty.election.votes) == (0, (0, 0, 0))


@pytest.mark.parametrize(
    "raw", [b"", b"\n\n", b"META", b"\x00\x01\x02", b"PK\x03\x04" + bytes(99), b"{}", b'"' * 9]
)
def test_something_else_altogether_is_refused(raw) -> None:
    with pytest.raises(PabulibError):
        read_pabulib(raw)
