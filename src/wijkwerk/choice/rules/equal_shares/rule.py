"""Equal Shares with its completions: raise everybody's share until the money is used, or fill up greedily."""

from dataclasses import dataclass
from fractions import Fraction

from wijkwerk.choice import patience
from wijkwerk.choice.constraints import May
from wijkwerk.choice.rules.equal_shares.engine import Engine, Run
from wijkwerk.choice.rules.equal_shares.stretch import Leaper
from wijkwerk.choice.rules.task import Choice, Round, Task


@dataclass(frozen=True)
class Add1:
    """Raise the endowment by `step` (minor units) for every voter, as long as the outcome stays within budget.

    With `stop` the first outcome to which no supported project can be added ends it; without, it goes on to
    the last outcome before the budget would be exceeded.
    """

    step: Fraction
    stop: bool = False
    skip: bool = True
    """Jump over endowments that provably change nothing. Off only to prove that it makes no difference."""


def equal_shares(
    task: Task, voters: int, add1: Add1 | None = None, *, whole: Fraction | None = None
) -> Choice:
    """Give each voter an equal part of the budget and buy what its supporters can pay at the best price.

    `whole` rounds the first endowment down to a multiple of it, as some cities do.
    """
    engine = Engine(task)
    start = Fraction(task.budget, voters) if voters else Fraction(0)
    if whole is not None:
        start = start // whole * whole
    steps: int | None = None
    if add1 is not None and engine.backers:
        start, steps = _raise(engine, start, add1)
    gate = task.gate
    rounds = []
    for place in sorted(engine.free):
        if gate.may(place) is May.YES:
            gate.choose(place)
            rounds.append(Round(place, Fraction(0), Fraction(0), task.support.votes[place]))
    run = engine.run(start, gate)
    return Choice((*rounds, *rounds_of(engine, run)), tuple(run.ties), steps, start, run=run)


def _raise(engine: Engine, start: Fraction, add1: Add1) -> tuple[Fraction, int]:
    """The endowment to use, and how many were tried (skipped ones included, the one that went too far too)."""
    task = engine.task
    leaper = Leaper(engine, add1.step) if add1.skip else None
    run = engine.run(start, task.gate.copy())
    tried = 0
    while not engine.settled(run) and not (add1.stop and _exhausted(engine, run)):
        if leaper and (further := leaper.leap(run)):
            tried += int((further.endowment - run.endowment) / add1.step)
            run = further
            continue
        tried += 1
        patience.check()
        further = engine.run(run.endowment + add1.step, task.gate.copy())
        if engine.spent(further) > task.budget:
            break
        run = further
    return run.endowment, tried


def _exhausted(engine: Engine, run: Run) -> bool:
    left = engine.task.budget - engine.spent(run)
    chosen = set(run.order)
    return not any(
        engine.task.cost(place) <= left and run.gate.may(place) is May.YES
        for place in engine.backers
        if place not in chosen
    )


def rounds_of(engine: Engine, run: Run) -> list[Round]:
    """The purchases of a run with their exact prices and who paid what."""
    ledger = run.purses.ledger
    ledger.book()
    rounds = []
    for number, (place, share) in enumerate(zip(run.order, run.shares, strict=True)):
        backers = engine.backers[place]
        price = ledger.price(number)
        payers = int(backers.weights[~share.poor].sum())
        partial = int(backers.weights[share.poor].sum())
        rest = backers.cost - price * share.full
        rounds.append(Round(place, engine.exact_key(place, price), price, payers, partial, rest))
    return rounds
