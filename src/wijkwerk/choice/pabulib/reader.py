"""Reading a Pabulib file: tolerant where the format's own readers are, and telling about every deviation."""

import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

from wijkwerk.choice.election import BallotKind, Election, Project
from wijkwerk.choice.money import WITHDRAWN, scale_of
from wijkwerk.choice.pabulib.checks_meta import check_meta
from wijkwerk.choice.pabulib.checks_projects import check_projects, check_totals
from wijkwerk.choice.pabulib.checks_votes import check_ids, check_limits, check_other_columns
from wijkwerk.choice.pabulib.fields import split_list
from wijkwerk.choice.pabulib.findings import Findings, Level, PabulibError
from wijkwerk.choice.pabulib.numbers import amount, whole_or_none
from wijkwerk.choice.pabulib.sections import Sections, read_sections
from wijkwerk.choice.pabulib.values import PabulibFile
from wijkwerk.choice.pabulib.vote_rows import VoteRows, read_votes


def read_pabulib(
    source: Path | str | bytes | BinaryIO, *, keep_voters: bool = False, strict: bool = False
) -> PabulibFile:
    """Read a file (a path, or its bytes, or something open in binary mode).

    Raises `PabulibError` with all findings where the votes cannot be counted one way only; with `strict` also for
    whatever else the official checker would call an error. Milder findings come with the file.
    """
    if isinstance(source, (str, Path)):
        with Path(source).open("rb") as raw:
            return _read(raw, keep_voters, strict)
    return _read(io.BytesIO(source) if isinstance(source, bytes) else source, keep_voters, strict)


def _read(raw: BinaryIO, keep_voters: bool, strict: bool) -> PabulibFile:
    findings = Findings()
    with _no_collecting():
        return _read_all(raw, findings, keep_voters, strict)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Millions of small tuples and no circles among them: looking for garbage would take a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_all(raw: BinaryIO, findings: Findings, keep_voters: bool, strict: bool) -> PabulibFile:
    sections = read_sections(raw, findings, keep_voters=keep_voters)
    if findings.stop():
        raise PabulibError(findings.all())
    check_meta(sections, findings)
    check_ids(raw, sections, findings)
    election, votes = _election(sections, findings)
    if election is not None and votes is not None:
        check_projects(sections, election, findings)
        check_totals(sections, election, votes, findings)
        check_limits(sections, election, votes, findings)
        check_other_columns(sections, findings)
    found = findings.all()
    if findings.stop() or (strict and any(f.level is not Level.WARNING for f in found)) or election is None:
        raise PabulibError(found)
    return PabulibFile(
        meta=sections.meta,
        project_columns=tuple(sections.project_columns),
        projects=tuple(sections.projects),
        vote_columns=tuple(sections.vote_columns),
        election=election,
        findings=found,
        voters=sections.voters,
    )


def _election(sections: Sections, findings: Findings) -> tuple[Election | None, VoteRows | None]:
    meta, lines = sections.meta, sections.meta_lines
    kinds = {kind.value: kind for kind in BallotKind}
    if (kind := kinds.get(meta.get("vote_type", ""))) is None:
        message = f"{meta.get('vote_type', '')!r} is not one of {', '.join(kinds)}."
        findings.fatal(lines.get("vote_type", 0), "vote_type", "vote type", message)
    budget = amount(meta.get("budget", ""), lines.get("budget", 0), "budget", findings)
    costs = _costs(sections, findings)
    if kind is None or budget is None or len(costs) < len(sections.projects):
        return None, None
    default = whole_or_none(meta.get("default_score")) or 0 if kind is BallotKind.SCORING else 0
    votes = read_votes(sections, kind, findings)
    if votes is None:
        return None, None
    scale = scale_of([budget, *costs])
    projects = [_project(row, cost, scale) for row, cost in zip(sections.projects, costs, strict=True)]
    threshold = whole_or_none(meta.get("min_project_score_threshold")) or 0
    election = Election.from_rows(
        projects, int(budget * scale), kind, zip(votes.rows, votes.weights, strict=True),
        scale=scale, threshold=threshold, currency=meta.get("currency", ""), default_score=default,
    )  # fmt: skip
    return election, votes


def _costs(sections: Sections, findings: Findings) -> list[Fraction]:
    costs: list[Fraction] = []
    seen: dict[str, int] = {}
    for row, line in zip(sections.projects, sections.project_lines, strict=True):
        name = row.get("project_id", "")
        if not name:
            findings.fatal(line, "project_id", "no project id", "a project without an id.")
        elif name in seen:
            message = f"project {name} stands on line {seen[name]} already."
            findings.fatal(line, "project_id", "double project", message)
        seen.setdefault(name, line)
        if "," in name:
            findings.fatal(
                line, "project_id", "comma in id", f"the id {name!r} has a comma; no ballot can name it."
            )
        cost = amount(row.get("cost", ""), line, "cost", findings)
        if cost is not None:
            costs.append(cost)
    return costs


def _project(row: dict[str, str], cost: Fraction, scale: int) -> Project:
    return Project(
        id=row["project_id"],
        cost=int(cost * scale),
        name=row.get("name", ""),
        categories=tuple(dict.fromkeys(split_list(row.get("category", "")))),
        area=row.get("neighborhood") or row.get("district") or "",
        withdrawn=cost == WITHDRAWN,
    )
