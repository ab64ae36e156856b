"""The first chapters of a report: the outcome in short, what was counted, and under which settings."""

from fractions import Fraction

from wijkwerk.choice.document.content import NUMERIC, SHORT, TEXT, Block, Section, Table
from wijkwerk.choice.document.writer import Writer
from wijkwerk.choice.explain.report import summary
from wijkwerk.choice.hashing import fingerprint
from wijkwerk.choice.settings import Comparison, Rule
from wijkwerk.choice.ties import LOT


def in_short(writer: Writer) -> Section:
    """The winners in order."""
    text, say, outcome = writer.text, writer.say, writer.outcome
    rows = tuple(
        (
            str(number),
            say.name(step.project),
            writer.words.money(step.cost),
            writer.number(outcome.votes[step.project]),
        )
        for number, step in enumerate(outcome.steps, start=1)
    )
    head = (text("place"), text("project"), text("cost"), text("votes"))
    table = Table(writer.words.text("winners"), head, rows, (NUMERIC, TEXT, NUMERIC, NUMERIC))
    blocks: tuple[Block, ...] = (*summary(outcome, say), *((table,) if rows else (text("no_rounds"),)))
    return Section(text("in_short"), blocks)


def counted(writer: Writer) -> Section:
    """The file, its votes and all its projects."""
    text, election, source = writer.text, writer.election, writer.source
    facts = [
        (text("description"), source.description),
        (text("file_hash"), source.sha256),
        (text("kind"), election.kind.value),
        (text("voters"), writer.number(election.voters)),
        (text("distinct"), writer.number(len(election.weights))),
        (text("budget"), writer.words.money(election.budget)),
        (text("votes_hash"), election.input_hash),
    ]
    return Section(
        text("counted"),
        (
            Table(
                source.name,
                (text("what"), text("value")),
                tuple(fact for fact in facts if fact[1]),
                (TEXT, TEXT),
            ),
            _projects(writer),
        ),
    )


def _projects(writer: Writer) -> Table:
    text, outcome = writer.text, writer.outcome
    scored = outcome.scores != outcome.votes
    head = [text("id"), text("project"), text("cost"), text("votes")]
    head += [text("score")] if scored else []
    rows = []
    for project in writer.election.projects:
        labels = ", ".join(writer.say.name(label) for label in sorted(project.labels))
        name = f"{writer.say.name(project.id)} ({labels})" if labels else writer.say.name(project.id)
        row = [project.id, name, writer.words.money(project.cost), writer.number(outcome.votes[project.id])]
        rows.append(tuple([*row, writer.number(outcome.scores.get(project.id, 0))] if scored else row))
    align = (SHORT, TEXT, NUMERIC, NUMERIC, *((NUMERIC,) if scored else ()))
    return Table(text("projects"), tuple(head), tuple(rows), align)


def settings(writer: Writer) -> Section:
    """The rule in words, and everything that could change the outcome."""
    text, chosen, names = writer.text, writer.outcome.settings, writer.names
    facts = [(text("rule"), f"{names.rule(chosen.rule)} ({chosen.rule.value})")]
    if not chosen.rule.is_ranking:
        facts.append((text("utility"), f"{names.utility(chosen.utility)} ({chosen.utility.value})"))
    facts += _equal_shares(writer) if chosen.rule is Rule.EQUAL_SHARES else []
    if chosen.rule is Rule.THRESHOLD:
        least = writer.election.threshold if chosen.threshold is None else chosen.threshold
        facts.append((text("threshold"), writer.number(least)))
    if chosen.rule is Rule.STV:
        facts.append((text("seats"), str(chosen.seats)))
    if "borda_last" in chosen.as_json():
        facts.append((text("last"), str(chosen.borda_last)))
    if chosen.constraints:
        facts.append((text("constraints"), str(chosen.constraints.as_json())))
    facts += [
        (text("tie_chain"), f"{names.chain(chosen.tie_order)} ({','.join(chosen.tie_order)})"),
        (text("seed"), "–" if chosen.seed is None else str(chosen.seed)),
        (text("settings_hash"), fingerprint(chosen.as_json())),
        (text("engine"), writer.outcome.engine),
        (text("outcome_hash"), writer.outcome.hash),
    ]
    blocks: list[Block] = [names.explained(chosen.rule)]
    blocks.append(Table(text("settings"), (text("what"), text("value")), tuple(facts), (TEXT, TEXT)))
    if LOT in chosen.tie_order:
        blocks.append(text("lot", seed=chosen.seed))
    return Section(text("settings"), tuple(blocks))


def _equal_shares(writer: Writer) -> list[tuple[str, str]]:
    text, chosen, names = writer.text, writer.outcome.settings, writer.names
    completion = f"{names.completion(chosen.completion)} ({chosen.completion.value})"
    facts = [(text("completion"), completion), (text("whole"), writer.yes(chosen.whole_shares))]
    if chosen.completion.raises:
        step = writer.words.money(Fraction(chosen.increment) * writer.election.scale)
        facts += [(text("increment"), step), (text("stop"), writer.yes(chosen.stop_at_exhaustion))]
    if chosen.comparison is not Comparison.NONE:
        facts.append((text("comparison"), names.comparison(chosen.comparison)))
    return facts
