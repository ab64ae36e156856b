"""What an approach gives, what it asks of the municipality, and what makes it hard: to read before choosing.

Nothing is judged here. Every line is a value of the file at a path, so that each can answer "why?".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from wijkwerk.approaches.powers import Power
from wijkwerk.approaches.schema import Approach, Finding, Role
from wijkwerk.approaches.values import Text
from wijkwerk.approaches.wording import choice, in_words, place

# Powers that somebody gives up when they are given to someone near the residents.
MANDATE = (
    Power.RELEASE_BUDGET,
    Power.COMMIT_MONEY,
    Power.ORDER_FROM_SERVICE,
    Power.DEMAND_SERVICE,
    Power.ACCEPT_PROJECT,
    Power.DECIDE_CONTENT,
)
GOOD = (Finding.POSITIVE, Finding.MIXED)


@dataclass(frozen=True)
class Line:
    """One thing to weigh, and the place in the approach that says it."""

    text: Text
    path: str


def gives(approach: Approach) -> tuple[Line, ...]:
    """What the municipality wants to reach with it, and what was found."""
    return tuple(_gives(approach))


def asks(approach: Approach) -> tuple[Line, ...]:
    """Hours, mandate, money, people and time: what the organisation has to put in."""
    return (*_hours(approach), *_mandate(approach), *_money(approach), *_year(approach))


def makes_hard(approach: Approach) -> tuple[Line, ...]:
    """Lessons, cautions, judgements that were not good, and advice still open."""
    return tuple(_makes_hard(approach))


def size(approach: Approach) -> Text | None:
    """For how large a city it was made: its areas with a plan, times the people in each (UTR97-01)."""
    level = approach.plan_level
    people = in_words(level.inhabitants or level.mean_inhabitants, "nl")
    if level.count is None or (level.inhabitants is None and level.mean_inhabitants is None):
        return None
    english = in_words(level.inhabitants or level.mean_inhabitants, "en")
    plural = level.plural or level.label
    return Text(
        nl=f"{level.count} {plural.nl} van {people} inwoners",
        en=f"{level.count} {plural.within('en')} of {english} residents",
    )


def _gives(approach: Approach) -> Iterator[Line]:
    if aim := approach.objective.label or approach.objective.answer:
        yield Line(aim, "objective.label" if approach.objective.label else "objective.answer")
    for goal in approach.objective.goals:
        yield Line(goal.label, f"objective.goals.{goal.key}")
    for one in approach.effect.evaluations:
        if one.verdict in GOOD:
            yield Line(_judged(one.label, one.verdict), f"effect.evaluations.{one.key}")
    for said in approach.effect.statements:
        if said.agree_percent is not None:
            yield Line(
                Text(
                    nl=f"{said.label.nl} ({in_words(said.agree_percent, 'nl')} % eens)",
                    en=f"{said.label.within('en')} ({in_words(said.agree_percent, 'en')} % agree)",
                ),
                f"effect.statements.{said.key}",
            )


def _judged(label: Text, verdict: Finding) -> Text:
    found = choice(verdict)
    return Text(nl=f"{label.nl} ({found.nl})", en=f"{label.within('en')} ({found.en})")


def _hours(approach: Approach) -> Iterator[Line]:
    for role in approach.roles.values():
        if role.hours is not None:
            yield Line(
                Text(
                    nl=f"{role.label.nl}: {in_words(role.hours, 'nl')} uur per week",
                    en=f"{role.label.within('en')}: {in_words(role.hours, 'en')} hours a week",
                ),
                f"roles.{role.key}.hours",
            )
        if role.leads is not None:
            yield Line(
                Text(
                    nl=f"{role.label.nl}: geeft leiding aan {role.leads}",
                    en=f"{role.label.within('en')}: leads {role.leads}",
                ),
                f"roles.{role.key}.leads",
            )
    for team in approach.teams.values():
        if team.posts is not None:
            yield Line(
                Text(
                    nl=f"{team.label.nl}: {in_words(team.posts, 'nl')} formatieplaatsen",
                    en=f"{team.label.within('en')}: {in_words(team.posts, 'en')} posts",
                ),
                f"teams.{team.key}.posts",
            )


def _mandate(approach: Approach) -> Iterator[Line]:
    for power in MANDATE:
        near = [role for role in approach.roles_with(power) if _is_near(approach, role, power)]
        if near:
            what = choice(power)
            yield Line(
                Text(
                    nl=f"mandaat om {what.nl}: {', '.join(role.label.nl for role in near)}",
                    en=f"mandate to {what.en}: {', '.join(role.label.within('en') for role in near)}",
                ),
                f"roles.{near[0].key}.powers.{power}",
            )


def _is_near(approach: Approach, role: Role, power: Power) -> bool:
    """Given by the source itself to a role of an area: what the house gives is asked of everyone."""
    return not role.city_wide and approach.why(f"roles.{role.key}.powers.{power}").described


def _money(approach: Approach) -> Iterator[Line]:
    budget = approach.budget
    if not budget.exists:
        return
    for name in ("per_resident", "per_area", "mean"):
        amount = getattr(budget, name)
        if amount is not None:
            words = place(f"budget.{name}")
            yield Line(
                Text(
                    nl=f"{words.nl}: {budget.currency or ''} {in_words(amount, 'nl')}".strip(),
                    en=f"{words.en}: {budget.currency or ''} {in_words(amount, 'en')}".strip(),
                ),
                f"budget.{name}",
            )
    if budget.taken_from is not None:
        yield Line(
            Text(
                nl=f"het geld komt uit {budget.taken_from.nl}",
                en=f"the money comes from {budget.taken_from.within('en')}",
            ),
            "budget.taken_from",
        )


def _year(approach: Approach) -> Iterator[Line]:
    steps, months = approach.cycle.steps, approach.cycle.length_months
    if steps and approach.why("cycle.steps").described:
        nl, en = f"{len(steps)} stappen", f"{len(steps)} steps"
        if months and approach.why("cycle.length_months").described:
            nl, en = f"{nl} in {months} maanden", f"{en} in {months} months"
        yield Line(Text(nl=f"{nl}, in elk gebied", en=f"{en}, in each area"), "cycle.steps")


def _makes_hard(approach: Approach) -> Iterator[Line]:
    if approach.advice is not None:
        yield Line(approach.advice, "advice")
    for lesson in approach.development.lessons:
        yield Line(lesson.label, f"development.lessons.{lesson.key}")
    for one in approach.effect.evaluations:
        if one.verdict is not None and one.verdict not in GOOD:
            yield Line(_judged(one.label, one.verdict), f"effect.evaluations.{one.key}")
    for caution in approach.effect.cautions:
        yield Line(caution.label, f"effect.cautions.{caution.key}")
    if approach.partners.open_advice is not None:
        yield Line(approach.partners.open_advice, "partners.open_advice")
