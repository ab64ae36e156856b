"""The outcome as plain text, as the command prints it."""

from fractions import Fraction

from wijkwerk.choice.explain.names import Names
from wijkwerk.choice.explain.projects import explain_projects
from wijkwerk.choice.explain.sentences import Sentences
from wijkwerk.choice.outcome import Outcome


def report(outcome: Outcome, language: str = "nl") -> str:
    """Summary, winners, the others with the reason, ties, and the fingerprint."""
    say = Sentences(outcome.election, language)
    lines = [*summary(outcome, say), ""]
    if outcome.settings.rule.is_ranking:
        lines += [say.words.text("ranking"), *_ranking(outcome, say), ""]
    explained = explain_projects(outcome)
    won = [value for value in explained if value.funded]
    lost = [value for value in explained if not value.funded]
    lines += [say.words.text("winners"), *(f"{value.place:>3}. {say.project(value)}" for value in won), ""]
    if lost:
        lines += [say.words.text("losers"), *(f"  -  {say.project(value)}" for value in lost), ""]
    if outcome.ties:
        lines += [say.words.text("ties"), *_ties(outcome, say), ""]
    lines.append(f"{say.words.text('hash')}: {outcome.hash}")
    return "\n".join(lines)


def summary(outcome: Outcome, say: Sentences) -> list[str]:
    """The outcome in one or two sentences."""
    election, words = outcome.election, say.words
    lines = [
        words.text(
            "summary",
            winners=len(outcome.winners),
            projects=len(election.projects),
            cost=words.money(outcome.total_cost),
            budget=words.money(election.budget),
            left=words.money(outcome.left_over),
        )
    ]
    if outcome.endowment is not None and len(outcome.runs) == 1:
        start = Fraction(election.budget, election.voters or 1)
        key = "share" if outcome.endowment > start else "share_plain"
        voters = words.number(Fraction(election.voters), 0)
        lines.append(
            words.text(key, voters=voters, start=words.money(start), share=words.money(outcome.endowment))
        )
    return lines


def _ranking(outcome: Outcome, say: Sentences) -> list[str]:
    return [
        f"{number:>3}. {say.name(name)} ({say.words.number(Fraction(outcome.scores[name]), 0)})"
        for number, name in enumerate(outcome.order, start=1)
    ]


def _ties(outcome: Outcome, say: Sentences) -> list[str]:
    lines = []
    for number in range(len(outcome.ties)):
        first, *more = _tie(outcome, say, number)
        lines += ["  -  " + first, *("     " + sentence for sentence in more)]
    return lines


def tie_sentences(outcome: Outcome, say: Sentences) -> list[str]:
    """Each tie with what else it would have given."""
    return [" ".join(_tie(outcome, say, number)) for number in range(len(outcome.ties))]


def _tie(outcome: Outcome, say: Sentences, number: int) -> list[str]:
    tie, names = outcome.ties[number], Names(say.language)
    level, order = (", ".join(say.name(name) for name in part) for part in (tie.candidates, tie.order))
    by = ", ".join(names.tie(rule) for rule in tie.settled_by)
    said = [say.words.text("tie", level=level, order=order, by=by)]
    for effect in (effect for effect in outcome.tie_effects if effect.tie == number):
        key = "tie_changes" if effect.gained or effect.lost else "tie_same"
        gained, lost = (
            ", ".join(map(say.name, part)) or say.words.text("nothing")
            for part in (effect.gained, effect.lost)
        )
        said.append(say.words.text(key, first=say.name(effect.first), gained=gained, lost=lost))
    return said
