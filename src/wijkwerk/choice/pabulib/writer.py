"""Writing a Pabulib file that the official checker passes."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from wijkwerk.choice.election import Election
from wijkwerk.choice.errors import ChoiceError
from wijkwerk.choice.money import as_text
from wijkwerk.choice.pabulib.fields import META, META_REQUIRED
from wijkwerk.choice.pabulib.values import PabulibFile

Cells = Sequence[str]


def write_pabulib(file: PabulibFile) -> str:
    """The text of a file, with all columns as they were read. Needs the voters (`keep_voters`)."""
    if file.voters is None:
        raise ChoiceError("Read the file with keep_voters=True to write it again.")
    projects = [[row.get(column, "") for column in file.project_columns] for row in file.projects]
    return _text(file.meta, file.project_columns, projects, file.vote_columns, file.voters)


def write_election(
    election: Election, meta: Mapping[str, str], *, selected: Sequence[str] | None = None
) -> str:
    """The text of an election. `meta` needs what the votes cannot tell: description, country, unit, instance,
    rule and dates; cumulative ballots also `max_sum_points`.

    Voters get new numbers, sorted by what they voted, so that no order of arrival can be read from the file.
    """
    told = {
        "num_projects": str(len(election.projects)),
        "num_votes": str(election.voters),
        "budget": as_text(election.budget, election.scale),
        "vote_type": election.kind.value,
    }
    if election.currency:
        told["currency"] = election.currency
    if election.threshold:
        told["min_project_score_threshold"] = str(election.threshold)
    full = {**meta, **told}
    if missing := [key for key in META_REQUIRED if not full.get(key)]:
        raise ChoiceError(f"A Pabulib file needs {', '.join(missing)}.")
    full = {
        key: full[key] for key in sorted(full, key=lambda k: list(META).index(k) if k in META else len(META))
    }
    columns, projects = _projects(election, selected)
    votes = [["voter_id", "vote", "points"] if election.kind.has_points else ["voter_id", "vote"]]
    return _text(full, columns, projects, votes[0], list(_votes(election)))


def _projects(election: Election, selected: Sequence[str] | None) -> tuple[list[str], list[list[str]]]:
    columns = ["project_id", "cost", "votes", "score", "name", "category", "selected", "neighborhood"]
    used = {
        "name": any(p.name for p in election.projects),
        "category": any(p.categories for p in election.projects),
        "neighborhood": any(p.area for p in election.projects),
        "selected": selected is not None,
        "score": election.kind.has_points or election.kind == "ordinal",
    }
    columns = [column for column in columns if used.get(column, True)]
    scores = _scores(election)
    rows = []
    for place, project in enumerate(election.projects):
        cells = {
            "project_id": project.id,
            "cost": as_text(project.cost, election.scale),
            "votes": str(election.votes[place]),
            "score": str(scores[place]),
            "name": project.name or project.id,
            "category": ",".join(project.categories),
            "selected": str(int(project.id in (selected or ()))),
            "neighborhood": project.area or "None",
        }
        rows.append([cells[column] for column in columns])
    return columns, rows


def _scores(election: Election) -> list[int]:
    scores = [0] * len(election.projects)
    for (items, points), weight in election.rows():
        for item, worth in zip(items, points or range(len(items), 0, -1), strict=False):
            scores[item] += worth * weight
    return scores


def _votes(election: Election) -> Iterator[list[str]]:
    ids = [project.id for project in election.projects]
    rows: list[tuple[str, str, int]] = []
    for (items, points), weight in election.rows():
        pairs = list(zip(items, points, strict=True)) if points else [(item, 0) for item in items]
        pairs.sort(key=lambda pair: -pair[1])  # stable: order is kept where there are no points
        shown = ",".join(str(point) for _, point in pairs) if points else ""
        rows.append((",".join(ids[item] for item, _ in pairs), shown, weight))
    number = 0
    for vote, shown, weight in sorted(rows):
        for _ in range(weight):
            number += 1
            yield [str(number), vote, shown] if election.kind.has_points else [str(number), vote]


def _text(
    meta: Mapping[str, str],
    project_columns: Cells,
    projects: Sequence[Cells],
    vote_columns: Cells,
    votes: Sequence[Cells],
) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerows([["META"], ["key", "value"], *meta.items(), ["PROJECTS"], project_columns, *projects])
    writer.writerows([["VOTES"], vote_columns])
    writer.writerows(votes)
    return out.getvalue()
