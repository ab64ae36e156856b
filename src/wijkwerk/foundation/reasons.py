"""Why: the small value behind every yes and no, route, amount, term and date.

A page, a letter, the API and the command line all show the same `Reason`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class Reason:
    """One sentence for the reader, and where it comes from.

    `rule` names the rule (a dotted key of the approach, or of the code); `value` what it says here; `source` the
    document and section; `file` the file of the approach that says so; `since` the day it holds from; `may_change`
    who may change it; `house_default` that it is a default of Wijkwerk and not of the source; `way_out` what the
    reader can do instead.
    """

    sentence: Text
    rule: str = ""
    value: str = ""
    source: str = ""
    since: date | None = None
    may_change: Text = ""
    house_default: bool = False
    way_out: Text = ""
    field: str = ""
    file: str = ""

    def __str__(self) -> str:
        return str(self.sentence)


@dataclass(frozen=True)
class Verdict:
    """A yes, or a no with its reason. Truthy when allowed."""

    allowed: bool
    reason: Reason = field(default_factory=lambda: Reason(""))

    def __bool__(self) -> bool:
        return self.allowed

    def require(self) -> None:
        """Raise Refused when this is a no."""
        if not self.allowed:
            raise Refused(self.reason)


YES = Verdict(True)


def no(sentence: Text, **of_reason: object) -> Verdict:
    """A no with its reason."""
    return Verdict(False, Reason(sentence, **of_reason))  # type: ignore[arg-type]


class Refused(Exception):
    """A rule said no. Nothing was written. `status` is the HTTP status a page or API gives it."""

    status = 403

    def __init__(self, reason: Reason | Text, status: int | None = None) -> None:
        self.reason = reason if isinstance(reason, Reason) else Reason(reason)
        if status is not None:
            self.status = status
        super().__init__(str(self.reason))


class Invalid(Refused):
    """What was given cannot be right; `reason.field` names the field (HTTP 422)."""

    status = 422


class Conflict(Refused):
    """It could have been done, but not in the present state (HTTP 409)."""

    status = 409
