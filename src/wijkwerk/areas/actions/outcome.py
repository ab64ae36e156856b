"""What an import did, in numbers and in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _


@dataclass
class Outcome:
    """Which areas were made and changed, out of how many; and what of the file was set aside."""

    total: int = 0
    codes_made: set[str] = field(default_factory=set)
    codes_changed: set[str] = field(default_factory=set)
    water: int = 0
    without_code: list[tuple[int, str]] = field(default_factory=list)

    @property
    def made(self) -> int:
        """How many are new."""
        return len(self.codes_made)

    @property
    def changed(self) -> int:
        """How many were here and are different now."""
        return len(self.codes_changed - self.codes_made)

    @property
    def unchanged(self) -> int:
        """How many were here already, just so."""
        return self.total - self.made - self.changed

    def sentences(self) -> list[str]:
        """For the command line: the numbers first, then what was set aside and why."""
        told = [
            _("%(made)s gemaakt, %(changed)s gewijzigd, %(unchanged)s ongewijzigd.")
            % {"made": self.made, "changed": self.changed, "unchanged": self.unchanged}
        ]
        if self.water:
            told.append(
                _("Niet ingelezen omdat het water of buitenland is: %(count)s.") % {"count": self.water}
            )
        told += [
            _("Niet ingelezen omdat er geen code bij staat: feature %(number)s (%(name)s).")
            % {"number": number, "name": name}
            for number, name in self.without_code
        ]
        return told
