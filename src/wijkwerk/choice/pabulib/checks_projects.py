"""PROJECTS against the format and against the votes."""

import unicodedata
from collections import Counter, defaultdict

from wijkwerk.choice.election import Election
from wijkwerk.choice.money import as_text
from wijkwerk.choice.pabulib.fields import (
    PROJECT_LISTS,
    PROJECTS,
    PROJECTS_MAY_BE_EMPTY,
    split_list,
)
from wijkwerk.choice.pabulib.findings import Findings
from wijkwerk.choice.pabulib.numbers import whole_or_none
from wijkwerk.choice.pabulib.sections import Sections
from wijkwerk.choice.pabulib.vote_rows import VoteRows


def check_projects(sections: Sections, election: Election, findings: Findings) -> None:
    """Columns, values, costs against the budget, and the official winners against it."""
    _check_columns(sections, findings)
    for row, line in zip(sections.projects, sections.project_lines, strict=True):
        for column, value in row.items():
            _check_value(column, value, line, findings)
        if bool(row.get("latitude")) != bool(row.get("longitude")):
            findings.error(
                line, "latitude", "half a place", "latitude and longitude come together or not at all."
            )
    _check_costs(sections, election, findings)
    _check_labels(sections, findings)
    _check_declared(sections, findings)


def _check_columns(sections: Sections, findings: Findings) -> None:
    line = sections.project_lines[0] - 1 if sections.project_lines else 0
    columns = sections.project_columns
    for column in columns:
        if column == "target":
            findings.error(line, "target", "unknown field", "target was renamed beneficiaries in April 2026.")
        elif column not in PROJECTS:
            findings.error(line, column, "unknown field", "this column is not part of the format.")
    known = [column for column in columns if column in PROJECTS]
    if known != sorted(known, key=list(PROJECTS).index):
        findings.warn(line, "PROJECTS", "order of fields", "the columns are not in the recommended order.")
    if "votes" not in columns and "score" not in columns:
        findings.warn(
            line, "PROJECTS", "no votes or score", "there is no column votes or score to compare with."
        )
    if "selected" not in columns:
        findings.warn(line, "selected", "no winners", "there is no column selected, so no official winners.")


def _check_value(column: str, value: str, line: int, findings: Findings) -> None:
    if column not in PROJECTS or column in ("project_id", "cost"):
        return
    if not value:
        if column not in PROJECTS_MAY_BE_EMPTY:
            findings.error(line, column, "empty field", "this field is empty.")
        return
    if not PROJECTS[column](value):
        findings.error(line, column, "wrong value", f"{value!r} is not a value for {column}.")
    if column in PROJECT_LISTS:
        if any(part != part.strip() for part in value.split(",")):
            findings.error(
                line, column, "spaces in list", "spaces around the commas of a list; they are left out."
            )
        items = split_list(value)
        if len(set(items)) < len(items):
            findings.warn(line, column, "double item", f"{value!r} has the same item twice.")


def _check_costs(sections: Sections, election: Election, findings: Findings) -> None:
    budget, scale = election.budget, election.scale
    spent = total = 0
    for project, row, line in zip(election.projects, sections.projects, sections.project_lines, strict=True):
        total += project.cost
        if row.get("selected") == "1":
            spent += project.cost
            if project.withdrawn:
                findings.error(
                    line, "selected", "withdrawn winner", f"{project.id} was withdrawn and yet selected."
                )
        if project.cost == 0:
            findings.error(line, "cost", "no cost", f"{project.id} costs nothing.")
        elif project.withdrawn:
            findings.warn(line, "cost", "withdrawn", f"{project.id} was withdrawn; it cannot win.")
        elif project.cost > budget:
            message = f"{project.id} costs more than the whole budget; it cannot win."
            findings.error(line, "cost", "dearer than budget", message)
    line = sections.meta_lines.get("budget", 0)
    if budget == 0:
        findings.error(line, "budget", "no budget", "there is no money to divide.")
    if spent > budget:
        message = f"the selected projects cost {as_text(spent, scale)}, more than {as_text(budget, scale)}."
        findings.error(line, "budget", "budget exceeded", message)
    funded = sections.meta.get("fully_funded") == "1"
    if budget >= total and not funded:
        findings.error(
            line, "budget", "everything fits", "the budget pays for all projects; fully_funded is not set."
        )
    if budget < total and funded:
        line = sections.meta_lines["fully_funded"]
        findings.error(
            line, "fully_funded", "not everything fits", "the budget does not pay for all projects."
        )


def _check_labels(sections: Sections, findings: Findings) -> None:
    """Labels that differ only in capitals, spaces or accents are probably one label."""
    for column in ("category", "beneficiaries", "district", "neighborhood"):
        spellings: dict[str, set[str]] = defaultdict(set)
        for row in sections.projects:
            value = row.get(column, "")
            for label in split_list(value) if column in PROJECT_LISTS else [value]:
                spellings[plain(label)].add(label)
        for labels in spellings.values():
            if len(labels) > 1:
                message = f"these are probably the same: {', '.join(sorted(labels))}."
                findings.warn(0, column, "spelling", message)


def plain(label: str) -> str:
    """Without capitals, accents and double spaces."""
    letters = unicodedata.normalize("NFKD", label)
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).casefold().split())


def _check_declared(sections: Sections, findings: Findings) -> None:
    for key, column in (
        ("categories", "category"),
        ("neighborhoods", "neighborhood"),
        ("subdistricts", "district"),
    ):
        declared = set(split_list(sections.meta.get(key, "")))
        cells = [row.get(column, "") for row in sections.projects]
        listed = column in PROJECT_LISTS
        used = {label for cell in cells for label in (split_list(cell) if listed else [cell]) if label}
        if declared and used and declared != used:
            odd = ", ".join(sorted(declared ^ used))
            findings.warn(
                sections.meta_lines[key], key, "declared and used differ", f"only on one side: {odd}."
            )


def _scores(sections: Sections, votes: VoteRows) -> Counter[int]:
    """Sums of points; without points a list of three gives 3, 2, 1."""
    scores: Counter[int] = Counter()
    for (items, points), weight, (_, cell) in zip(votes.rows, votes.weights, sections.votes, strict=True):
        given = points or [whole_or_none(part) or 0 for part in split_list(cell)] or range(len(items), 0, -1)
        for item, worth in zip(items, given, strict=False):
            scores[item] += worth * weight
    return scores


def check_totals(sections: Sections, election: Election, votes: VoteRows, findings: Findings) -> None:
    """The columns votes and score against what the ballots say."""
    scores = _scores(sections, votes) if "score" in sections.project_columns else Counter()
    for place, (row, line) in enumerate(zip(sections.projects, sections.project_lines, strict=True)):
        for column, counted in (("votes", election.votes[place]), ("score", scores[place])):
            declared = whole_or_none(row.get(column))
            if column in row and declared is not None and declared != counted:
                message = f"{row['project_id']} should have {declared}, the ballots give {counted}."
                findings.error(line, column, "different total", message)
        if election.votes[place] == 0:
            findings.warn(line, "votes", "no votes", f"nobody voted for {row['project_id']}.")
