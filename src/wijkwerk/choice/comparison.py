"""Two outcomes of the same votes, weighed by the voters themselves."""

from collections.abc import Collection
from typing import Any

import numpy as np

from wijkwerk.choice.rules.task import Task
from wijkwerk.choice.settings import Comparison, Rule
from wijkwerk.choice.support import Floats, Utility


def satisfaction(task: Task, winners: Collection[int]) -> Floats:
    """The utility of these winners for a voter of each class; nothing for whoever supports none of them."""
    support = task.support
    worth = np.zeros(len(task.election.projects))
    for place in winners:
        cost = task.cost(place)
        if task.utility in (Utility.COST, Utility.SCORE):
            worth[place] = cost
        else:
            worth[place] = cost**0.5 if task.utility is Utility.SQRT_COST else 1.0
    owners = np.repeat(np.arange(len(support.sizes)), np.diff(support.class_starts))
    values = worth[support.class_items]
    if support.class_grades is not None:
        values = values * support.class_grades
    totals: Floats = np.bincount(owners, weights=values, minlength=len(support.sizes)).astype(np.float64)
    # Sums of square roots may differ in the last digits by the order of adding; no real difference is that small.
    return totals if task.utility is not Utility.SQRT_COST else np.round(totals, 6)


def prefers(task: Task, ours: Collection[int], greedy: Collection[int], how: Comparison) -> dict[str, Any]:
    """How many voters are better off with either, and which of the two is kept. A draw keeps ours."""
    mine, theirs = satisfaction(task, ours), satisfaction(task, greedy)
    sizes = task.support.sizes
    better, worse = int(sizes[mine > theirs].sum()), int(sizes[mine < theirs].sum())
    left_out = int(sizes[mine <= 0].sum()), int(sizes[theirs <= 0].sum())
    lost = worse > better if how is Comparison.SATISFACTION else left_out[1] < left_out[0]
    return {
        "by": how.value,
        "prefer_equal_shares": better,
        "prefer_greedy": worse,
        "left_out_by_equal_shares": left_out[0],
        "left_out_by_greedy": left_out[1],
        "chosen": (Rule.GREEDY if lost else Rule.EQUAL_SHARES).value,
    }
