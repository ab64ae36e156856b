"""What votes alone may not decide: ceilings, floors and pots per group, plans that exclude or need each other."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from wijkwerk.choice.election import Project
from wijkwerk.choice.errors import SettingError

KEEP = "keep"
SPEND = "spend"


@dataclass(frozen=True)
class Constraints:
    """Groups are named by a label of their projects: `category:Groen`, `area:Noord`. Amounts in minor units.

    A pot is an election of its own among the voters who named one of its projects; what pots leave over is
    kept, or spent once more over everything that is left. A floor is a pot that is spent first out of the
    common budget. A ceiling is the most a group may cost. Of an exclusive set at most one project wins; a
    project that requires others can only win after them.
    """

    ceilings: Mapping[str, int] = field(default_factory=dict)
    floors: Mapping[str, int] = field(default_factory=dict)
    pots: Mapping[str, int] = field(default_factory=dict)
    leftover: str = KEEP
    exclusive: tuple[frozenset[str], ...] = ()
    requires: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.ceilings or self.floors or self.pots or self.exclusive or self.requires)

    def check(self, projects: Sequence[Project], budget: int) -> None:
        """Refuse constraints that name nothing, contradict each other, or promise more than there is."""
        labels = {label for project in projects for label in project.labels}
        ids = {project.id for project in projects}
        for kind, amounts in (("ceiling", self.ceilings), ("floor", self.floors), ("pot", self.pots)):
            for label, amount in amounts.items():
                if label not in labels:
                    raise SettingError(f"The {kind} for {label!r} is for no project at all.")
                if amount < 0:
                    raise SettingError(f"The {kind} for {label!r} is negative.")
            if kind != "ceiling" and sum(amounts.values()) > budget:
                raise SettingError(f"Together the {kind}s promise more than the budget.")
        for label, floor in self.floors.items():
            if floor > self.ceilings.get(label, floor):
                raise SettingError(f"The floor for {label!r} lies above its ceiling.")
        if self.floors and self.pots:
            raise SettingError("Floors and pots cannot be combined: a pot is already a share set apart.")
        if self.leftover not in (KEEP, SPEND):
            raise SettingError(f"What is left over is either kept or spent, not {self.leftover!r}.")
        named = set().union(*self.exclusive, *self.requires.values(), self.requires)
        if unknown := sorted(named - ids):
            raise SettingError(f"A constraint names {unknown[0]!r}, which is not a project.")
        self._check_circles()

    def _check_circles(self) -> None:
        settled: set[str] = set()
        waiting = dict(self.requires)
        while waiting:
            ready = [name for name, needs in waiting.items() if not (needs - settled) & waiting.keys()]
            if not ready:
                raise SettingError(
                    f"These projects wait for each other for ever: {', '.join(sorted(waiting))}."
                )
            settled.update(ready)
            for name in ready:
                del waiting[name]

    def as_json(self) -> dict[str, object]:
        """Only what is set."""
        return {
            **({"ceilings": dict(self.ceilings)} if self.ceilings else {}),
            **({"floors": dict(self.floors)} if self.floors else {}),
            **({"pots": dict(self.pots), "leftover": self.leftover} if self.pots else {}),
            **({"exclusive": sorted(sorted(group) for group in self.exclusive)} if self.exclusive else {}),
            **(
                {"requires": {k: sorted(v) for k, v in sorted(self.requires.items())}}
                if self.requires
                else {}
            ),
        }


class May(Enum):
    """Whether a project may be chosen at this moment."""

    YES = "yes"
    NOT_YET = "not yet"
    NEVER = "never"


class Gate:
    """The state of the constraints while a rule is choosing."""

    def __init__(
        self, constraints: Constraints, projects: Sequence[Project], chosen: Collection[int] = ()
    ) -> None:
        self._projects = projects
        self._labels = [p.labels & constraints.ceilings.keys() for p in projects]
        self._room = dict(constraints.ceilings)
        self._requires = {name: set(needs) for name, needs in constraints.requires.items()}
        self._rivals: dict[str, set[str]] = {}
        for group in constraints.exclusive:
            for name in group:
                self._rivals.setdefault(name, set()).update(group - {name})
        self._place = {project.id: place for place, project in enumerate(projects)}
        self._named = set(self._rivals) | set(self._requires).union(*self._requires.values())
        self.chosen: set[str] = set()
        self.shut_by: dict[str, str] = {}
        """Project → the rival that won, for those an exclusive set has shut out."""
        self.idle = not constraints
        for project in chosen:
            self.choose(project)

    def may(self, place: int) -> May:
        """Yes, not yet (it waits for another), or never (a rival won, or its group has no room)."""
        if self.idle:
            return May.YES
        project = self._projects[place]
        if project.id in self.shut_by or self.full_group(place) is not None:
            return May.NEVER
        needs = self._requires.get(project.id, set())
        if any(name in self.shut_by for name in needs):
            return May.NEVER
        return May.YES if needs <= self.chosen else May.NOT_YET

    def full_group(self, place: int) -> str | None:
        """A group that this project belongs to and whose ceiling it would break."""
        cost = self._projects[place].cost
        return next((label for label in sorted(self._labels[place]) if self._room[label] < cost), None)

    def missing(self, place: int) -> tuple[str, ...]:
        """What this project waits for."""
        return tuple(sorted(self._requires.get(self._projects[place].id, set()) - self.chosen))

    def choose(self, place: int) -> None:
        """Take note that this project won."""
        project = self._projects[place]
        self.chosen.add(project.id)
        for label in self._labels[place]:
            self._room[label] -= project.cost
        for rival in self._rivals.get(project.id, ()):
            self.shut_by.setdefault(rival, project.id)

    def ceiling_state(self) -> tuple[int, ...]:
        """The room left under each ceiling, for a rule that weighs many sets at once."""
        return tuple(self._room[label] for label in sorted(self._room))

    def spend(self, state: tuple[int, ...], place: int) -> tuple[int, ...] | None:
        """That room after choosing this project, or None where it breaks a ceiling."""
        cost, mine = self._projects[place].cost, self._labels[place]
        after = tuple(
            room - cost if label in mine else room
            for label, room in zip(sorted(self._room), state, strict=True)
        )
        return after if min(after, default=0) >= 0 else None

    def rivals(self, place: int) -> list[int]:
        """The projects that this one excludes."""
        return [self._place[name] for name in self._rivals.get(self._projects[place].id, ())]

    def is_bound(self, place: int) -> bool:
        """Whether an exclusive set or a requirement names this project."""
        return self._projects[place].id in self._named

    def complete(self, places: Sequence[int]) -> bool:
        """Whether everything that these projects require is among them, or was chosen before."""
        chosen = self.chosen | {self._projects[place].id for place in places}
        return all(self._requires.get(self._projects[place].id, set()) <= chosen for place in places)

    def copy(self) -> "Gate":
        """The same state, for a trial."""
        twin = Gate.__new__(Gate)
        twin.__dict__.update(self.__dict__)
        twin._room, twin.chosen, twin.shut_by = dict(self._room), set(self.chosen), dict(self.shut_by)
        return twin

    def restore(self, other: "Gate") -> None:
        """Go back to an earlier state."""
        self._room, self.chosen, self.shut_by = dict(other._room), set(other.chosen), dict(other.shut_by)
