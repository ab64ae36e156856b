"""Approaches side by side: by the six questions, differences in front, what is equal folded.

Keys are never matched with keys: "the level at which plans are made" is compared whatever it is called, and
"who may rank" lists roles by the names that people know them by.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from wijkwerk.approaches.dimensions import PARTS, SIX_QUESTIONS, Dimension, dimension_of
from wijkwerk.approaches.places import rough_places
from wijkwerk.approaches.powers import Power
from wijkwerk.approaches.references import pointed_at
from wijkwerk.approaches.schema import Approach, PlanKind, Provenance
from wijkwerk.approaches.trail import HOUSE_DEFAULT, NOT_DESCRIBED
from wijkwerk.approaches.values import Text
from wijkwerk.approaches.wording import choice, heading, in_words, place

NOBODY = Text(nl="niemand", en="nobody")


@dataclass(frozen=True)
class Cell:
    """What one approach says at one place, and why."""

    why: Provenance
    nothing: Text = NOT_DESCRIBED

    @property
    def is_stated(self) -> bool:
        """Whether the source or the house says anything here."""
        return self.why.described or self.why.is_house_default

    @property
    def compared(self) -> object:
        """What counts as equal: the value as people read it, whoever stated it."""
        return in_words(self.why.value, "nl") if self.is_stated else None

    def shown(self, language: str = "nl") -> str:
        """The value in words; "niet beschreven" is visible and neutral."""
        if not self.is_stated:
            return self.nothing.within(language)
        remark = f" ({HOUSE_DEFAULT.within(language)})" if self.why.is_house_default else ""
        return in_words(self.why.value, language) + remark


@dataclass(frozen=True)
class Row:
    """One thing that approaches can say, with a cell per approach."""

    path: str
    label: Text
    dimension: Dimension | None
    cells: tuple[Cell, ...]

    @property
    def is_of_a_source(self) -> bool:
        """Whether any source says something here; else only our own defaults differ."""
        return any(cell.why.described for cell in self.cells)

    @property
    def differs(self) -> bool:
        """Whether the approaches say different things here."""
        return any(cell.compared != self.cells[0].compared for cell in self.cells)


@dataclass(frozen=True)
class QuestionRows:
    """All rows under one of the six questions."""

    key: str
    label: Text
    rows: tuple[Row, ...]

    @property
    def different(self) -> tuple[Row, ...]:
        """What differs: shown first."""
        return tuple(row for row in self.rows if row.differs)

    @property
    def equal(self) -> tuple[Row, ...]:
        """What is the same: folded."""
        return tuple(row for row in self.rows if not row.differs)


@dataclass(frozen=True)
class Comparison:
    """Approaches side by side."""

    approaches: tuple[Approach, ...]
    questions: tuple[QuestionRows, ...]


def compare(*approaches: Approach) -> Comparison:
    """Set approaches side by side on everything that at least one of them says."""
    questions = []
    for key, parts in PARTS.items():
        rows: list[Row] = []
        for part in parts:
            rows += _special(part, approaches)
            said = (path for one in approaches for path in rough_places(one, part))
            # That a source is silent is read at the answer itself.
            paths = dict.fromkeys(path for path in said if not path.endswith(".not_described"))
            rows += [_row(path, heading(path), approaches, partial(_same, path)) for path in paths]
        questions.append(QuestionRows(key, SIX_QUESTIONS[key], tuple(rows)))
    return Comparison(approaches, tuple(questions))


def _special(part: str, approaches: tuple[Approach, ...]) -> Iterator[Row]:
    """Rows that find their value by what it does, not by its key."""
    if part == "levels":
        for name in ("label", "count", "inhabitants", "mean_inhabitants"):
            label = Text(
                nl=f"gebieden met een plan: {place(f'levels.{name}').nl}",
                en=f"areas with a plan: {place(f'levels.{name}').en}",
            )
            yield _row(f"levels.*.{name}", label, approaches, partial(_at_plan_level, name))
    elif part == "plans":
        label = Text(nl="sectorplannen", en="sector plans")
        yield Row("plans.*", label, Dimension.PLANS, tuple(_sector_plans(one) for one in approaches))
    elif part == "roles":
        for power in Power:
            label = Text(nl=f"wie mag {choice(power).nl}", en=f"who may {choice(power).en}")
            cells = tuple(_holders(one, power) for one in approaches)
            yield Row(f"roles.*.powers.{power}", label, dimension_of(part), cells)


def _same(path: str, _: Approach) -> str:
    return path


def _at_plan_level(name: str, approach: Approach) -> str:
    return f"levels.{approach.plan_level.key}.{name}"


def _sector_plans(approach: Approach) -> Cell:
    plans = tuple(plan for plan in approach.plans if plan.kind is PlanKind.SECTOR_PLAN)
    return Cell(
        replace(approach.why(f"plans.{plans[0].key}"), value=plans) if plans else Provenance(value=None)
    )


def _holders(approach: Approach, power: Power) -> Cell:
    roles = approach.roles_with(power)
    whys = [approach.why(f"roles.{role.key}.powers.{power}") for role in roles]
    sourced = [why for why in whys if why.described]
    first = (sourced or whys or [Provenance(value=None)])[0]
    return Cell(
        Provenance(
            value=roles or None,
            source="; ".join(dict.fromkeys(why.source for why in sourced if why.source)) or None,
            reason=first.reason,
            file=first.file,
            since=first.since,
            is_house_default=bool(roles) and not sourced,
            described=bool(sourced),
        ),
        NOBODY,
    )


def _row(path: str, label: Text, approaches: tuple[Approach, ...], find: Callable[[Approach], str]) -> Row:
    cells = []
    for approach in approaches:
        why = approach.why(find(approach))
        named = tuple(thing or key for key, thing in pointed_at(approach, path, why.value))
        cells.append(Cell(replace(why, value=named) if named else why))
    return Row(path, label, dimension_of(path), tuple(cells))
