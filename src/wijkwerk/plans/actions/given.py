"""A measure as it is given to be written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wijkwerk.areas.models import Area, Programme
from wijkwerk.foundation.money import Money
from wijkwerk.people.models import OF_RESIDENTS, Organisation, OrganisationKind
from wijkwerk.plans.models import ExecutorKind, Funding, KeyFigure
from wijkwerk.thread.models import Thing


@dataclass(frozen=True)
class Executing:
    """One executor and what they do."""

    kind: ExecutorKind
    organisation: Organisation
    task: str = ""

    @classmethod
    def by(cls, organisation: Organisation, task: str = "") -> Executing:
        """An executor of the kind that follows from what the organisation is."""
        return cls(kind_of_executor(organisation), organisation, task)


def kind_of_executor(organisation: Organisation) -> ExecutorKind:
    """The municipality and its services, residents, or anyone else: a partner."""
    if organisation.kind in {OrganisationKind.MUNICIPALITY, OrganisationKind.SERVICE}:
        return ExecutorKind.SERVICE
    if organisation.kind in OF_RESIDENTS:
        return ExecutorKind.RESIDENT_GROUP
    return ExecutorKind.PARTNER


@dataclass(frozen=True)
class Drafted:
    """A measure as whoever writes the plan words it."""

    sentence: str
    motive: str
    funding: Funding
    cost: Money
    executors: tuple[Executing, ...]
    theme: str = ""
    working_goal: str = ""
    serves_objective: bool = False
    residents_do: str = ""
    funding_service: Organisation | None = None
    expected_on: date | None = None
    neighbourhood: Area | None = None
    zero_reason: str = ""
    # What of the neighbourhood's own demand it answers, where it did not come from a wish.
    demand: Thing | None = None
    figures: tuple[KeyFigure, ...] = ()
    programme: Programme | None = None
