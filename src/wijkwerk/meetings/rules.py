"""Rules of teams and series: values in, values out."""

from __future__ import annotations

from wijkwerk.approaches.schema import MeetingSeries, Team


def is_formed_around_questions(team: Team) -> bool:
    """Whether such a team comes and goes with the questions of an area (ROT-17)."""
    return bool(team.formed_around_questions)


def sets_own_rhythm(team: Team) -> bool:
    """Whether the team itself says how often it meets."""
    return bool(team.own_rhythm)


def may_be_left_out(series: MeetingSeries) -> bool:
    """Whether an area may do without this meeting (ROT-18)."""
    return bool(series.optional)


def proposed_for_ending(open_questions: int) -> bool:
    """A team without open questions has done what it was formed for."""
    return open_questions == 0
