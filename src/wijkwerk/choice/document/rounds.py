"""The chapter that can be checked with a calculator: every round with its price, and who paid."""

from fractions import Fraction

from wijkwerk.choice.document.content import NUMERIC, SHORT, TEXT, Block, Section, Table
from wijkwerk.choice.document.writer import Writer
from wijkwerk.choice.explain.groups import Group, RoundOfPayments, left_with_voters, rounds
from wijkwerk.choice.money import rounded
from wijkwerk.choice.settings import Rule

MOST_PAIRED = 12
"""A table of pairs is printed for so many projects; it would not fit on paper for more."""


def round_by_round(writer: Writer) -> Section:
    """Start, rounds, and what is left."""
    text, outcome = writer.text, writer.outcome
    parts = [_round(writer, each) for each in rounds(outcome)]
    blocks: list[Block] = []
    if outcome.settings.rule is Rule.EQUAL_SHARES and len(outcome.runs) == 1:
        blocks += [*start(writer), text("how_equal")]
    if outcome.settings.rule.is_ranking:
        blocks += ranking(writer)
    if not parts:
        blocks.append(text("no_rounds"))
    if held := left_with_voters(outcome):
        head = (text("voters"), text("holds"), text("together"))
        parts.append(Section(text("left_voters"), (_table(writer, text("left_voters"), head, held),)))
    return Section(text("rounds"), tuple(blocks), tuple(parts))


def in_one_table(writer: Writer) -> Table:
    """The rounds on one line each, without who paid."""
    text, words = writer.text, writer.words
    rows = []
    for each in rounds(writer.outcome):
        step = each.step
        price = "–" if step.price is None else words.money(step.price)
        payers = "–" if step.price is None else writer.number(step.payers)
        partial = "–" if step.price is None else writer.number(step.partial)
        name = (
            f"{writer.say.name(step.project)} ({step.stage})" if step.stage else writer.say.name(step.project)
        )
        row = (str(each.number), name, words.money(step.cost), price, payers, partial, words.money(each.left))
        rows.append(row)
    head = ("number", "project", "cost", "one_price", "whole_price", "what_was_left", "left_over")
    align = (NUMERIC, TEXT, *(NUMERIC,) * 5)
    return Table(text("rounds"), tuple(text(key) for key in head), tuple(rows), align)


def start(writer: Writer) -> list[str]:
    """What every voter had, and how often it was raised."""
    outcome, election, words = writer.outcome, writer.election, writer.words
    start = Fraction(election.budget, election.voters or 1)
    said = [
        writer.text(
            "begin",
            budget=words.money(election.budget),
            voters=words.voters(election.voters),
            start=_exact(writer, start),
        )
    ]
    if outcome.increments is not None and outcome.endowment is not None:
        step = words.money(outcome.settings.increment * election.scale)
        said.append(
            writer.text(
                "raised",
                times=writer.number(outcome.increments),
                step=step,
                share=_exact(writer, outcome.endowment),
            )
        )
    return said


def _round(writer: Writer, each: RoundOfPayments) -> Section:
    text, words, step = writer.text, writer.words, each.step
    said = [text("round_cost", cost=words.money(step.cost), left=words.money(each.left))]
    if step.stage:
        said.append(text("stage", stage=step.stage))
    if step.price is None:
        said.append(text("measure", measure=f"{rounded(step.measure, 6)}{_fraction(step.measure)}"))
        return Section(_title(writer, each), (" ".join(said),))
    graded = writer.outcome.settings.utility.is_graded
    key = "price_graded" if graded else "price"
    said.append(text(key, price=_exact(writer, step.price)) + ".")
    said += writer.say.payers("price", step.payers, price=words.money(step.price))
    said += writer.say.payers("partial", step.partial)
    if step.partial:
        said.append(text("partial_sum", sum=_exact(writer, step.partial_sum)))
    blocks: list[Block] = [" ".join(said)]
    if each.groups:
        head = (text("voters"), text("each"), text("together"))
        blocks.append(_table(writer, text("paid", number=each.number), head, each.groups))
    return Section(_title(writer, each), tuple(blocks))


def _title(writer: Writer, each: RoundOfPayments) -> str:
    return writer.text("round", number=each.number, name=writer.say.name(each.step.project))


def _table(writer: Writer, caption: str, head: tuple[str, ...], groups: tuple[Group, ...]) -> Table:
    words = writer.words
    rows = tuple(
        (
            writer.number(group.voters),
            writer.text("various") if group.each is None else words.money(group.each),
            words.money(group.together),
        )
        for group in groups
    )
    return Table(caption, head, rows, (NUMERIC, NUMERIC, NUMERIC))


def _exact(writer: Writer, minor: Fraction) -> str:
    """An amount for eyes, with the fraction behind it where that is short enough to type over."""
    if minor.denominator == 1:
        return writer.words.money(minor)
    exact = str(minor / writer.election.scale)
    shown = writer.words.money(minor)
    return shown + (writer.text("exact", exact=exact) if len(exact) <= 60 else "")


def _fraction(value: Fraction) -> str:
    return f" = {value}" if value.denominator != 1 and len(str(value)) <= 60 else ""


def ranking(writer: Writer) -> list[Block]:
    """A ranking rule: the order, the pairs or the rounds behind it."""
    text, outcome = writer.text, writer.outcome
    rows = tuple(
        (str(number), writer.say.name(name), writer.number(outcome.scores[name]))
        for number, name in enumerate(outcome.order, start=1)
    )
    head = (text("place"), text("project"), text("score"))
    blocks: list[Block] = [Table(text("ranking"), head, rows, (NUMERIC, TEXT, NUMERIC))]
    pairs = outcome.details.get("pairwise", {})
    if pairs and len(pairs) <= MOST_PAIRED:
        table = tuple(
            (name, *("–" if name == other else writer.number(row[other]) for other in pairs))
            for name, row in pairs.items()
        )
        blocks.append(Table(text("pairwise"), (text("id"), *pairs), table, (SHORT, *(NUMERIC,) * len(pairs))))
    if "rounds" in outcome.details:
        blocks.append(_tallies(writer))
    return blocks


def _tallies(writer: Writer) -> Table:
    text, say = writer.text, writer.say
    rows = []
    for number, each in enumerate(writer.outcome.details["rounds"], start=1):
        votes = "; ".join(f"{say.name(name)} {tally}" for name, tally in each["votes"].items())
        verb = "elected" if "elected" in each else "left_out"
        rows.append((str(number), votes, text(verb, name=say.name(each[verb]))))
    head = (text("place"), text("votes"), text("event"))
    return Table(text("tallies"), head, tuple(rows), (NUMERIC, TEXT, TEXT))
