"""Greedy: the most wanted project first, then the next, as far as the money reaches."""

from fractions import Fraction

from wijkwerk.choice import patience
from wijkwerk.choice.constraints import May
from wijkwerk.choice.rules.task import Choice, Round, Task
from wijkwerk.choice.support import Support, Utility
from wijkwerk.choice.ties import Tie

Key = tuple[int, Fraction]


def greedy(task: Task, *, skip: bool = True, threshold: int = 0) -> Choice:
    """Choose by utility per euro. With `skip` a project that does not fit is passed over, else it ends the count.

    Projects nobody supports are never chosen; neither are those with fewer votes (or points) than `threshold`.
    """
    merits = {place: merit(task.support, task.utility, place, task.cost(place)) for place in task.open}
    rank = {key: number for number, key in enumerate(sorted(set(merits.values()), reverse=True))}
    ranks = {place: rank[merits[place]] for place in task.open}
    votes, scores, least = task.support.votes, task.support.scores, max(threshold, 1)
    # What costs more than everything there is takes no part, so without skipping it cannot end the count either.
    waiting = {p for p in ranks if votes[p] > 0 and scores[p] >= least and task.cost(p) <= task.budget}
    left = task.budget
    rounds: list[Round] = []
    ties: list[Tie] = []
    while waiting:
        patience.check()
        ready = [place for place in waiting if task.gate.may(place) is May.YES]
        if not ready:
            break
        best = min(ranks[place] for place in ready)
        place, tie = task.settle([p for p in ready if ranks[p] == best], at=len(rounds) + 1)
        waiting.remove(place)
        if tie is not None and not (ties and set(tie.candidates) <= set(ties[-1].candidates)):
            ties.append(tie)
        if task.cost(place) > left:
            if not skip:
                break
            continue
        left -= task.cost(place)
        task.gate.choose(place)
        rounds.append(Round(place, merits[place][1]))
    return Choice(tuple(rounds), tuple(ties))


def merit(support: Support, utility: Utility, place: int, cost: int) -> Key:
    """Utility per euro in a form that compares exactly; a free project comes before every other.

    For the square root of cost it is the square of the merit: votes² / cost.
    """
    votes, score = support.votes[place], support.scores[place]
    if utility is Utility.COST:
        return (0, Fraction(votes))
    if utility is Utility.SCORE:
        return (0, Fraction(score))
    if cost == 0:
        return (1, Fraction(score))
    if utility is Utility.SQRT_COST:
        return (0, Fraction(votes * votes, cost))
    return (0, Fraction(score, cost))
