"""Reads of the resident team and what people say of the steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema.roles import Standing
from wijkwerk.cycles.models import Cycle, CycleStep
from wijkwerk.participation.models import Comment
from wijkwerk.people.wording import language, resident_text

MOST_COMMENTS = 20


@dataclass(frozen=True)
class Said:
    """One comment as a page shows it; `note` says what the team stands for (DEV-15)."""

    comment: Comment
    role: str
    note: str

    @property
    def name(self) -> str:
        """First name only."""
        return self.comment.person.first_name


def comments_on(steps: Iterable[CycleStep], approach: Approach) -> dict[int, list[Said]]:
    """What was said of each step, the newest first; one query."""
    found: dict[int, list[Said]] = {step.pk: [] for step in steps}
    for comment in Comment.objects.filter(step__in=found).select_related("person"):
        if len(found[comment.step_id]) < MOST_COMMENTS:
            found[comment.step_id].append(said(comment, approach))
    return found


def said(comment: Comment, approach: Approach) -> Said:
    """A comment with the role it was made in, and the note that goes with advice of a team that represents nobody."""
    role = approach.roles.get(comment.role)
    label = role.label.within(language()) if role else ""
    return Said(
        comment, label, resident_text(approach, "platform") if speaks_for_none(comment, approach) else ""
    )


def speaks_for_none(comment: Comment, approach: Approach) -> bool:
    """Whether this is advice of a team that was not chosen to represent the residents."""
    return any(
        comment.role in team.members and team.standing is not Standing.REPRESENTATIVE
        for team in approach.teams.values()
        if any(approach.roles[key].is_resident for key in team.members if key in approach.roles)
    )


def steps_with_comments(cycle: Cycle) -> list[tuple[CycleStep, list[Said]]]:
    """Every step of a cycle with what was said of it."""
    steps = list(cycle.steps.all())
    comments = comments_on(steps, cycle.approach)
    return [(step, comments[step.pk]) for step in steps]
