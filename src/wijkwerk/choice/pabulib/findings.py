"""What is wrong or odd in a file, by line and field. Everything is collected; nothing stops at the first error."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from wijkwerk.choice.errors import ChoiceError

MOST_SHOWN = 20
"""Of each kind of finding so many are kept; the rest is only counted."""


class Level(IntEnum):
    """How bad it is."""

    WARNING = 1
    """Odd, or tolerated by a careful reader."""
    ERROR = 2
    """Against the format, but the votes can still be counted one way only."""
    FATAL = 3
    """The votes cannot be counted, or not without guessing what was meant."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One deviation. `line` is 0 where it is about the file as a whole."""

    level: Level
    line: int
    field: str
    kind: str
    message: str

    def __str__(self) -> str:
        where = f"line {self.line}, " if self.line else ""
        return f"{where}{self.field}: {self.message}" if self.field else f"{where}{self.message}"

    def as_json(self) -> dict[str, object]:
        """For a page or a program."""
        return {
            "level": self.level.name.lower(),
            "line": self.line,
            "field": self.field,
            "kind": self.kind,
            "message": self.message,
        }


class PabulibError(ChoiceError):
    """A file that cannot be counted, with everything that is wrong in it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class Findings:
    """Collects findings while a file is read."""

    def __init__(self) -> None:
        self._kept: list[Finding] = []
        self._counts: Counter[tuple[Level, str]] = Counter()

    def add(self, level: Level, line: int, field: str, kind: str, message: str) -> None:
        """Keep a finding, unless there are many of its kind already."""
        self._counts[level, kind] += 1
        if self._counts[level, kind] <= MOST_SHOWN:
            self._kept.append(Finding(level, line, field, kind, message))

    def fatal(self, line: int, field: str, kind: str, message: str) -> None:
        """Something that makes the file impossible to count."""
        self.add(Level.FATAL, line, field, kind, message)

    def error(self, line: int, field: str, kind: str, message: str) -> None:
        """Something against the format."""
        self.add(Level.ERROR, line, field, kind, message)

    def warn(self, line: int, field: str, kind: str, message: str) -> None:
        """Something odd."""
        self.add(Level.WARNING, line, field, kind, message)

    def all(self) -> tuple[Finding, ...]:
        """In the order of the file, with one line for what was only counted."""
        rest = [
            Finding(level, 0, "", kind, f"and {count - MOST_SHOWN} more like it.")
            for (level, kind), count in self._counts.items()
            if count > MOST_SHOWN
        ]
        return (*sorted(self._kept, key=lambda f: f.line), *rest)

    def stop(self) -> bool:
        """Whether the file cannot be counted."""
        return any(level is Level.FATAL for level, _ in self._counts)
