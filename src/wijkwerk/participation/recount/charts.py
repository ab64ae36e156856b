"""Bars for eyes. Each chart says in a sentence what it shows, and stands beside a table with the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.participation.recount.counting import Counted

MOST_BARS: Final = 20
WIDTH: Final = 320
STEP: Final = 38
LETTERS: Final = 34
Row = tuple[str, str, Fraction, bool]
"""What it is, its number in words, which part of the widest bar it is, and whether it goes through."""


@dataclass(frozen=True)
class Bar:
    """A line of words and a bar below it. All numbers as text: a template writes decimals as people do."""

    label: str
    shown: str
    width: str
    words_at: str
    bar_at: str
    done: bool


@dataclass(frozen=True)
class Chart:
    """A picture and the sentence that says the same."""

    title: str
    sentence: str
    about: str
    """What each bar stands for: the head of the first column of the table."""
    measured: str
    bars: tuple[Bar, ...]
    rows: tuple[tuple[str, str], ...]

    @property
    def view_box(self) -> str:
        """The size of the picture."""
        return f"0 0 {WIDTH} {len(self.bars) * STEP}"


def votes_chart(counted: Counted) -> Chart | None:
    """Votes per project, those that go through darker."""
    values = sorted(counted.explained, key=lambda value: (-value.votes, not value.funded))
    if not values or not values[0].votes:
        return None
    name, words = counted.writer.say.name, counted.writer.words
    most = values[0]
    sentence = _("De meeste stemmen gingen naar “%(name)s”: %(votes)s van de %(voters)s stemmers.") % {
        "name": name(most.project),
        "votes": counted.writer.number(most.votes),
        "voters": counted.writer.number(counted.writer.election.voters),
    }
    if lost := [value for value in values if not value.funded and value.votes]:
        sentence += " " + _("Van wat niet doorgaat kreeg “%(name)s” de meeste: %(votes)s.") % {
            "name": name(lost[0].project),
            "votes": counted.writer.number(lost[0].votes),
        }
    rows = [
        (name(value.project), words.votes(value.votes), Fraction(value.votes, most.votes), value.funded)
        for value in values
    ]
    return _chart(_("Stemmen per plan; donker gaat door"), sentence, counted, "project", "votes", rows)


def covered_chart(counted: Counted) -> Chart | None:
    """How much of its cost a project that lost had behind it, where the rule knows that."""
    values = [
        (value, value.covered)
        for value in counted.explained
        if not value.funded and value.covered is not None
    ]
    values = [(value, max(Fraction(0), covered)) for value, covered in values]
    if not values or counted.outcome.endowment is None:
        return None
    values.sort(key=lambda pair: (-pair[1], pair[0].project))
    best, covered = values[0]
    name, words = counted.writer.say.name, counted.writer.words
    sentence = _(
        "Het dichtst bij kwam “%(name)s”: de mensen die dit kozen, hadden samen nog %(part)s van wat het kost."
    ) % {
        "name": name(best.project),
        "part": words.percent(covered),
    }  # fmt: skip
    rows = [(name(value.project), words.percent(part), part, False) for value, part in values]
    return _chart(_("Welk deel van de kosten er nog was"), sentence, counted, "project", "part", rows)


def reach_chart(counted: Counted) -> Chart:
    """The share of the voters with at least one funded choice, rule by rule."""
    writer = counted.writer
    columns = [(writer.names.settings(column.settings), column.share_with_one) for column in writer.columns]
    best = max(columns, key=lambda pair: pair[1])
    sentence = _(
        "Onder deze regels heeft %(own)s van de stemmers minstens één plan dat doorgaat. Het meest is "
        "%(best)s, bij: %(rule)s."
    ) % {
        "own": writer.words.percent(columns[0][1]),
        "best": writer.words.percent(best[1]),
        "rule": best[0],
    }
    rows = [
        (name, writer.words.percent(share), share, number == 0)
        for number, (name, share) in enumerate(columns)
    ]
    return _chart(_("Stemmers met minstens één plan dat doorgaat"), sentence, counted, "rule", "part", rows)


def money_chart(counted: Counted) -> Chart | None:
    """Where the money goes, per theme and area."""
    writer = counted.writer
    money = sorted(writer.columns[0].money.items(), key=lambda pair: (-pair[1], pair[0]))
    if not money or not money[0][1]:
        return None
    most = Fraction(money[0][1])
    sentence = _("Het meeste geld gaat naar %(label)s: %(amount)s.") % {
        "label": writer.say.name(money[0][0]),
        "amount": writer.words.money(money[0][1]),
    }
    rows = [
        (writer.say.name(label), writer.words.money(amount), amount / most, True) for label, amount in money
    ]
    return _chart(_("Geld per thema en gebied"), sentence, counted, "label", "money", rows)


def spending_chart(counted: Counted) -> Chart | None:
    """How the budget was used, round by round."""
    outcome, writer = counted.outcome, counted.writer
    if not outcome.steps or not writer.election.budget:
        return None
    spent = 0
    rows = []
    for step in outcome.steps:
        spent += step.cost
        part = Fraction(spent, writer.election.budget)
        rows.append((writer.say.name(step.project), writer.words.percent(part), part, True))
    sentence = ngettext(
        "Na %(rounds)d ronde is %(part)s van het budget besteed.",
        "Na %(rounds)d rondes is %(part)s van het budget besteed.",
        len(rows),
    ) % {"rounds": len(rows), "part": rows[-1][1]}
    return _chart(_("Besteed na elke ronde"), sentence, counted, "project", "part", rows)


def _chart(
    title: str, sentence: str, counted: Counted, about: str, measured: str, rows: Sequence[Row]
) -> Chart:
    text = counted.writer.text
    table = tuple((label, shown) for label, shown, _part, _done in rows)
    return Chart(title, sentence, text(about), text(measured), _bars(rows), table)


def _bars(rows: Sequence[Row]) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            label=label
            if len(label) <= LETTERS - len(shown) // 2
            else f"{label[: LETTERS - 2 - len(shown) // 2]}…",
            shown=shown,
            width=f"{float(max(Fraction(0), min(Fraction(1), part))) * WIDTH:.1f}",
            words_at=str(number * STEP + 13),
            bar_at=str(number * STEP + 19),
            done=done,
        )
        for number, (label, shown, part, done) in enumerate(rows[:MOST_BARS])
    )
