"""A small Pabulib file to start from, and a way to spoil it."""

HEAD = """META
key;value
description;Buurtbudget Rivierenwijk
country;Netherlands
unit;Deventer
instance;2026
num_projects;3
num_votes;4
budget;1000
vote_type;approval
rule;greedy
date_begin;01.03.2026
date_end;31.03.2026
language;nl
currency;EUR
"""
PROJECTS = """PROJECTS
project_id;cost;votes;name;selected
1;600;3;Speelplek;1
2;400;2;Bomen;1
3;900;1;Brug;0
"""
VOTES = """VOTES
voter_id;vote
a;1,2
b;1
c;2,1
d;3
"""
SMALL = HEAD + PROJECTS + VOTES


def spoil(old: str, new: str, text: str = SMALL) -> bytes:
    """The file with one thing changed; the thing must be there."""
    assert old in text, old
    return text.replace(old, new, 1).encode()


def points_file(kind: str = "cumulative") -> str:
    """The same with points."""
    head = HEAD.replace("vote_type;approval", f"vote_type;{kind}")
    if kind == "cumulative":
        head = head.replace("language;nl", "max_sum_points;10\nlanguage;nl")
    projects = PROJECTS.replace("cost;votes;name", "cost;votes;score;name")
    projects = (
        projects.replace("600;3;", "600;3;16;").replace("400;2;", "400;2;9;").replace("900;1;", "900;1;10;")
    )
    return head + projects + "VOTES\nvoter_id;vote;points\na;1,2;6,4\nb;1;5\nc;2,1;5,5\nd;3;10\n"


def ranked_file() -> str:
    """The same with ranked ballots."""
    projects = PROJECTS.replace("cost;votes;name", "cost;votes;score;name")
    projects = (
        projects.replace("600;3;", "600;3;4;").replace("400;2;", "400;2;3;").replace("900;1;", "900;1;1;")
    )
    return HEAD.replace("vote_type;approval", "vote_type;ordinal") + projects + VOTES
