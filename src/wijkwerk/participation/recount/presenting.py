"""From a count to the parts of a page: the same chapters as in the report, charts and answers to questions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Final

from django.utils.translation import gettext as _

from wijkwerk.choice.document.closing import compared, others, ties, winners
from wijkwerk.choice.document.content import NUMERIC, TEXT, Bullets, Code, Section, Table
from wijkwerk.choice.document.opening import counted as counted_chapter
from wijkwerk.choice.document.opening import in_short, settings
from wijkwerk.choice.document.rounds import in_one_table, ranking, start
from wijkwerk.choice.explain.command import command_of
from wijkwerk.participation.recount.charts import (
    Chart,
    covered_chart,
    money_chart,
    reach_chart,
    spending_chart,
    votes_chart,
)
from wijkwerk.participation.recount.counting import Counted

MOST_AT_ONCE: Final = 12


@dataclass(frozen=True)
class Part:
    """A chapter of the page, with its charts."""

    key: str
    section: dict[str, Any]
    lead: tuple[str, ...] = ()
    """The sentences it opens with, which come before its charts."""
    charts: tuple[Chart, ...] = ()


def parts_of(counted: Counted) -> list[Part]:
    """All chapters in the order in which people ask."""
    writer = counted.writer
    found = [
        _part("uitslag", in_short(writer), votes_chart(counted)),
        _part("waarom-wel", winners(writer)),
        _part("waarom-niet", others(writer), covered_chart(counted)),
        _part("andere-regels", _compared(counted), reach_chart(counted), money_chart(counted)),
        _part("wat-scheelt", _changes(counted)),
        _part("rondes", _rounds(counted), spending_chart(counted)),
        _part("gelijk", ties(writer)),
        _part("geteld", counted_chapter(writer)),
        _part("afspraken", settings(writer)),
        _part("natellen", _again(counted)),
    ]
    if writer.source.remarks:
        found.append(_part("opmerkingen", Section(writer.text("remarks"), (Bullets(writer.source.remarks),))))
    return found


def official_sentence(counted: Counted) -> str:
    """Whether the file itself names the same winners; empty where it names none."""
    official = counted.file.selected
    if not official:
        return ""
    mine, name = set(counted.outcome.winners), counted.writer.say.name
    if mine == official:
        return _("Dit zijn dezelfde plannen als het bestand zelf de uitslag noemt.")
    return _(
        "Het bestand zelf noemt een andere uitslag. Alleen in het bestand: %(theirs)s. Alleen hier: %(mine)s."
    ) % {
        "theirs": ", ".join(sorted(map(name, official - mine))) or "–",
        "mine": ", ".join(sorted(map(name, mine - official))) or "–",
    }


def receipt_part(counted: Counted) -> Part | None:
    """What one ballot did; None where nobody asked, or nobody of that number voted."""
    if counted.receipt is None:
        return None
    writer, text = counted.writer, counted.writer.text
    rows = tuple(
        (
            writer.say.name(line.project),
            writer.yes(line.funded),
            "–" if line.paid is None else writer.words.money(line.paid),
        )
        for line in counted.receipt.lines
    )
    head = (text("project"), _("Gaat door"), _("Betaald"))
    table = Table(text("ballot"), head, rows, (TEXT, TEXT, NUMERIC))
    return _part("biljet", Section(_("Wat dit biljet deed"), (writer.say.receipt(counted.receipt), table)))


def change_sentence(counted: Counted) -> str:
    """What would have turned the fate of the project that was asked about."""
    change = counted.one_change
    if change is None:
        return _("Dit plan staat niet in het bestand.")
    said = counted.writer.say.change(change)
    return (
        f"{counted.writer.say.name(change.project)}: {said}"
        if said
        else _("Wij vonden geen kleine verandering die dit omkeert.")
    )


def _part(key: str, section: Section, *charts: Chart | None) -> Part:
    lead = tuple(takewhile(lambda block: isinstance(block, str), section.blocks))
    rest = Section(section.title, section.blocks[len(lead) :], section.parts)
    shown = tuple(chart for chart in charts if chart is not None)
    return Part(key, _shaped(rest.as_json()), tuple(map(str, lead)), shown)


def _shaped(section: dict[str, Any]) -> dict[str, Any]:
    """Rows with their columns' sides, as a template walks them."""
    for block in section["blocks"]:
        if block["kind"] == "list":
            # `.items` of a dictionary is a method, so the list goes by another name.
            block["first"], block["more"] = block["items"][:MOST_AT_ONCE], block["items"][MOST_AT_ONCE:]
        if block["kind"] == "table":
            sides = [side == NUMERIC for side in block["align"]]
            block["head"] = list(zip(block["head"], sides, strict=True))
            block["rows"] = [list(zip(row, sides, strict=True)) for row in block["rows"]]
    section["parts"] = [_shaped(part) for part in section["parts"]]
    return section


def _compared(counted: Counted) -> Section:
    section = compared(counted.writer)
    if not counted.slow:
        return section
    names = ", ".join(counted.writer.names.settings(each) for each in counted.slow)
    sentence = _("Zonder uitslag binnen de tijd van deze pagina: %(rules)s.") % {"rules": names}
    return Section(section.title, (*section.blocks, sentence))


def _changes(counted: Counted) -> Section:
    say = counted.writer.say
    said = tuple(
        f"{say.name(change.project)}: {sentence}"
        for change in counted.changes
        if (sentence := say.change(change))
    )
    blocks: list[str | Bullets] = [
        _(
            "Dit is de kleinste verandering in stemmen of kosten waarmee een plan wel, of juist niet, was doorgegaan."
        )
    ]
    blocks += [Bullets(said)] if said else []
    if not counted.all_changes:
        blocks.append(
            _("Voor de andere plannen was de tijd van deze pagina te kort. Vraag ze hieronder één voor één.")
        )
    return Section(_("Wat de uitslag had veranderd"), tuple(blocks))


def _rounds(counted: Counted) -> Section:
    writer, outcome = counted.writer, counted.outcome
    first = start(writer) if outcome.endowment is not None and len(outcome.runs) == 1 else []
    ordered = ranking(writer) if outcome.settings.rule.is_ranking else []
    table = [in_one_table(writer)] if outcome.steps else [writer.text("no_rounds")]
    return Section(writer.text("rounds"), (*first, *ordered, *table))


def _again(counted: Counted) -> Section:
    writer = counted.writer
    blocks = (
        writer.text("again_how"),
        Code(command_of(counted.outcome.settings, writer.source.name)),
        f"{writer.text('outcome_hash')}:",
        Code(counted.outcome.hash),
    )
    return Section(writer.text("again"), blocks)
