"""What waits: a task with who waits since when and the one next action, and when it presses. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from wijkwerk.foundation.reasons import Text

DAYS_AHEAD = 6


class Press(StrEnum):
    """How much a task presses, the most first; the values stand in the address."""

    LATE = "te-laat"
    TODAY = "vandaag"
    WEEK = "deze-week"
    NEW = "nieuw"


@dataclass(frozen=True)
class Task:
    """One thing that waits for the reader.

    `due` is the day it must be done; without one it counts as new. What is due beyond this week stays off the page,
    unless it is new to the reader.
    """

    what: str
    where: str
    label: Text
    action: str
    url: str = ""
    waits: Text = ""
    since: date | None = None
    due: date | None = None
    key: str = "o"
    new: bool = False
    first: bool = False  # before what presses as much: it was said once more


@dataclass(frozen=True)
class Bunch:
    """What one source gives: tasks, and where the rest stands when there was more than fits."""

    tasks: list[Task] = field(default_factory=list)
    more_label: Text = ""
    more_url: str = ""


def press_of(task: Task, today: date) -> Press | None:
    """How much a task presses today; None when it can wait and is not new."""
    if task.due is None:
        return Press.NEW
    if task.due < today:
        return Press.LATE
    if task.due == today:
        return Press.TODAY
    if task.due <= today + timedelta(days=DAYS_AHEAD):
        return Press.WEEK
    return Press.NEW if task.new else None


def by_press(tasks: Iterable[Task], today: date) -> dict[Press, list[Task]]:
    """Tasks under what they press, the longest due first."""
    found: dict[Press, list[Task]] = {press: [] for press in Press}
    for task in tasks:
        press = press_of(task, today)
        if press is not None:
            found[press].append(task)
    for rows in found.values():
        rows.sort(key=lambda task: (not task.first, task.due or date.max, task.since or date.max, task.what))
    return found
