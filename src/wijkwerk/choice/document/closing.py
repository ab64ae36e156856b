"""The last chapters of a report: who lost and why, ties, other rules, and how to count it all again."""

from wijkwerk.choice.document.content import NUMERIC, SHORT, TEXT, Block, Bullets, Code, Section, Table
from wijkwerk.choice.document.writer import Writer
from wijkwerk.choice.explain.command import command_of
from wijkwerk.choice.explain.projects import explain_projects
from wijkwerk.choice.explain.report import tie_sentences
from wijkwerk.choice.ties import LOT, lot

MOST_BALLOTS = 250
"""A neighbourhood's ballots fit in a report; a city's stand in the file."""
TICKET = 16


def winners(writer: Writer) -> Section:
    """Every project that won, in sentences: what it cost, and who paid how much."""
    won = [value for value in explain_projects(writer.outcome) if value.funded]
    block: Block = Bullets(tuple(writer.say.project(value) for value in won))
    return Section(writer.text("why_funded"), (block,) if won else (writer.text("no_rounds"),))


def others(writer: Writer) -> Section:
    """Every project that lost, in sentences."""
    lost = [value for value in explain_projects(writer.outcome) if not value.funded]
    block: Block = Bullets(tuple(writer.say.project(value) for value in lost))
    return Section(writer.text("others"), (block,) if lost else (writer.text("none_lost"),))


def ties(writer: Writer) -> Section:
    """What stood level, how it was settled, what else it would have given, and the lots."""
    outcome, text = writer.outcome, writer.text
    if not outcome.ties:
        return Section(text("ties"), (text("no_ties"),))
    blocks: list[Block] = [Bullets(tuple(tie_sentences(outcome, writer.say)))]
    drawn = sorted({name for tie in outcome.ties if LOT in tie.settled_by for name in tie.candidates})
    if drawn and outcome.settings.seed is not None:
        seed = outcome.settings.seed
        tickets = sorted((lot(seed, name)[:TICKET], name) for name in drawn)
        rows = tuple((ticket, f"{writer.say.name(name)} ({name})") for ticket, name in tickets)
        blocks.append(Table(text("tickets"), (text("ticket"), text("project")), rows, (SHORT, TEXT)))
    return Section(text("ties"), tuple(blocks))


def compared(writer: Writer) -> Section:
    """The same votes under other rules."""
    text, words = writer.text, writer.words
    rows = tuple(
        (
            writer.names.settings(column.settings),
            str(len(column.winners)),
            words.money(column.total_cost),
            words.percent(column.share_with_one),
            words.number(column.average_funded, 1),
        )
        for column in writer.columns
    )
    head = (text("rule"), text("winners"), text("spent"), text("with_one"), text("average"))
    blocks: list[Block] = [Table(text("compare"), head, rows, (TEXT, NUMERIC, NUMERIC, NUMERIC, NUMERIC))]
    names = tuple(writer.names.settings(column.settings) for column in writer.columns)
    align = (TEXT, *(NUMERIC,) * len(names))
    if won := {name for column in writer.columns for name in column.winners}:
        sides = tuple(
            (writer.say.name(project.id), *(writer.yes(project.id in c.winners) for c in writer.columns))
            for project in writer.election.projects
            if project.id in won
        )
        blocks.append(Table(text("only_here"), (text("project"), *names), sides, align))
    labels = sorted({label for column in writer.columns for label in column.money})
    if labels:
        money = tuple(
            (writer.say.name(label), *(words.money(column.money.get(label, 0)) for column in writer.columns))
            for label in labels
        )
        blocks.append(Table(text("money_labels"), (text("label"), *names), money, align))
    return Section(text("compare"), tuple(blocks))


def again(writer: Writer, chapter: int) -> Section:
    """How anybody counts it again, and the ballots themselves where they are few."""
    text, outcome = writer.text, writer.outcome
    blocks: list[Block] = [text("again_how"), Code(command_of(outcome.settings, writer.source.name))]
    if outcome.settings.constraints:
        blocks.append(text("again_constraints"))
    blocks += [text("again_same", chapter=chapter), Code(outcome.hash)]
    return Section(text("again"), tuple(blocks), (_ballots(writer), _remarks(writer)))


def _ballots(writer: Writer) -> Section:
    text, election = writer.text, writer.election
    classes = len(election.weights)
    if classes > MOST_BALLOTS:
        return Section(text("ballots"), (text("ballots_many", number=writer.number(classes)),))
    ids = [project.id for project in election.projects]
    rows = []
    for (items, points), weight in election.rows():
        named = [ids[item] for item in items]
        if points is not None:
            named = [f"{name} ({given})" for name, given in zip(named, points, strict=True)]
        separator = " > " if election.kind.has_order else ", "
        rows.append((writer.number(weight), separator.join(named) or text("empty")))
    rows.sort(key=lambda row: (row[1], row[0]))
    table = Table(text("ballots"), (text("voters"), text("ballot")), tuple(rows), (NUMERIC, TEXT))
    return Section(text("ballots"), (text("ballots_how"), table))


def _remarks(writer: Writer) -> Section:
    text, remarks = writer.text, writer.source.remarks
    return Section(text("remarks"), (Bullets(remarks),) if remarks else (text("no_remarks"),))
