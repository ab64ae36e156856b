"""A Pabulib file in memory, as it was written: texts, in the order of the file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wijkwerk.choice.election import Election
from wijkwerk.choice.pabulib.findings import Finding


@dataclass(frozen=True)
class PabulibFile:
    """The three sections, the election they hold, and everything that was odd.

    `voters` has a row per voter (in the columns of `vote_columns`) only if the file was read with `keep_voters`;
    the count itself needs no voter apart.
    """

    meta: Mapping[str, str]
    project_columns: tuple[str, ...]
    projects: tuple[Mapping[str, str], ...]
    vote_columns: tuple[str, ...]
    election: Election = field(repr=False)
    findings: tuple[Finding, ...] = ()
    voters: Sequence[Sequence[str]] | None = field(default=None, repr=False)

    @property
    def selected(self) -> frozenset[str] | None:
        """The official winners (`selected` = 1), or None where the file does not tell."""
        if "selected" not in self.project_columns:
            return None
        return frozenset(row["project_id"] for row in self.projects if row.get("selected") == "1")
