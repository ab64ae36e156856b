"""From the cells of VOTES to rows of project numbers: each distinct vote is taken apart once."""

from dataclasses import dataclass

from wijkwerk.choice.election import MOST_POINTS, BallotKind, Row
from wijkwerk.choice.pabulib.fields import split_list
from wijkwerk.choice.pabulib.findings import Findings, Level
from wijkwerk.choice.pabulib.numbers import whole_or_none
from wijkwerk.choice.pabulib.sections import Sections


@dataclass(frozen=True)
class VoteRows:
    """Distinct votes: rows, how many voters gave each, and the first line it stands on."""

    rows: list[Row]
    weights: list[int]
    lines: list[int]


def read_votes(sections: Sections, kind: BallotKind, findings: Findings) -> VoteRows | None:
    """All distinct votes, or None where one of them cannot be read."""
    place = {row["project_id"]: number for number, row in enumerate(sections.projects)}
    result = VoteRows([], [], [])
    sound, has_points = True, kind.has_points
    for (cell, points_cell), weight in sections.votes.items():
        line = sections.first_line[cell, points_cell]
        try:
            items = tuple([place[name] for name in cell.split(",")])
        except KeyError:
            found = _items(cell, place, line, findings)
            sound = sound and found is not None
            items = found or ()
        if len(set(items)) < len(items):
            items, sound = _once(cell, items, kind, line, findings), sound and kind is BallotKind.APPROVAL
        points = _points(points_cell, items, kind, line, findings) if points_cell or has_points else None
        if has_points and points is None:
            sound = False
            continue
        result.rows.append((items, points if has_points else None))
        result.weights.append(weight)
        result.lines.append(line)
    return result if sound else None


def _once(
    cell: str, items: tuple[int, ...], kind: BallotKind, line: int, findings: Findings
) -> tuple[int, ...]:
    """An approval named twice is one approval. Elsewhere it is unclear which place or which points were meant."""
    level = Level.ERROR if kind is BallotKind.APPROVAL else Level.FATAL
    counts = "; it counts once" if level is Level.ERROR else ""
    findings.add(
        level, line, "vote", "double project in vote", f"{cell!r} names a project more than once{counts}."
    )
    return tuple(dict.fromkeys(items)) if level is Level.ERROR else items


def _items(cell: str, place: dict[str, int], line: int, findings: Findings) -> tuple[int, ...] | None:
    """The same with care: an empty vote, spaces around commas, or a project that does not exist."""
    if cell.strip() in ("", "None"):
        findings.error(line, "vote", "empty vote", "an empty vote; the voter counts, for no project.")
        return ()
    names = cell.split(",")
    if any(name != name.strip() for name in names):
        findings.error(
            line, "vote", "spaces in list", f"{cell!r} has spaces around commas; they are left out."
        )
    unknown = [name for name in split_list(cell) if name not in place]
    for name in unknown:
        findings.fatal(line, "vote", "unknown project", f"a vote for {name!r}, which is not in PROJECTS.")
    return None if unknown else tuple(place[name] for name in split_list(cell))


def _points(
    cell: str, items: tuple[int, ...], kind: BallotKind, line: int, findings: Findings
) -> tuple[int, ...] | None:
    parts = split_list(cell)
    if not kind.has_points:
        if parts and kind is not BallotKind.ORDINAL:
            findings.error(line, "points", "points not used", f"points on a ballot of the type {kind}.")
        return None
    if any(part != part.strip() for part in cell.split(",")):
        findings.error(
            line, "points", "spaces in list", f"{cell!r} has spaces around commas; they are left out."
        )
    if len(parts) != len(items):
        message = f"{len(items)} projects but {len(parts)} points."
        findings.fatal(line, "points", "points and projects differ", message)
        return None
    values = [whole_or_none(part) for part in parts]
    points = tuple(value for value in values if value is not None)
    if len(points) < len(values):
        findings.fatal(line, "points", "no number", f"{cell!r} has something that is not a whole number.")
        return None
    if max(map(abs, points), default=0) > MOST_POINTS:
        findings.fatal(line, "points", "too many points", f"more than {MOST_POINTS} points cannot be meant.")
        return None
    if kind is BallotKind.CUMULATIVE and min(points, default=0) < 0:
        findings.fatal(line, "points", "negative points", "points shared out of a sum cannot be negative.")
        return None
    if list(points) != sorted(points, reverse=True):
        findings.warn(
            line, "vote", "not by points", "the projects do not stand in the order of their points."
        )
    return points
