"""From an outcome to a tagged PDF, which a screen reader reads in order with its headings and tables."""

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Literal

import typst

from wijkwerk.choice.document.closing import again, compared, others, ties
from wijkwerk.choice.document.opening import counted, in_short, settings
from wijkwerk.choice.document.rounds import round_by_round
from wijkwerk.choice.document.writer import Source, Writer
from wijkwerk.choice.explain.compare import Column, compare, usual_rules
from wijkwerk.choice.outcome import Outcome

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: the whole document can be read by whoever does not see it, and the typesetter checks that."""


def report_content(
    outcome: Outcome, source: Source, language: str = "nl", columns: Sequence[Column] | None = None
) -> dict[str, object]:
    """Everything the report says, as headings, sentences and tables."""
    if columns is None:
        columns = compare(outcome.election, usual_rules(outcome.settings))
    writer = Writer(outcome, source, columns, language)
    rounds = round_by_round(writer)
    before = [in_short(writer), counted(writer), settings(writer)]
    after = [others(writer), ties(writer), compared(writer), again(writer, len(before) + 1)]
    return {
        "language": language,
        "title": writer.text("title", name=source.description or source.name),
        "author": writer.text("author"),
        "footer": writer.text("footer", hash=outcome.hash[:16]),
        "lead": [writer.text("lead")],
        "sections": [section.as_json() for section in (*before, rounds, *after)],
    }


def report_pdf(
    outcome: Outcome, source: Source, language: str = "nl", columns: Sequence[Column] | None = None
) -> bytes:
    """The report. The same outcome gives the same bytes, whenever and wherever it is made.

    A letter that no font at hand has (an emoji in a title) breaks the promise of PDF/UA for that letter; the report
    is then tagged all the same, and does not claim the standard.
    """
    content = json.dumps(report_content(outcome, source, language, columns), ensure_ascii=False)
    template = files(__package__).joinpath("report.typ").read_bytes()
    data = {"report": content}
    try:
        return typst.compile(template, sys_inputs=data, pdf_standards=STANDARD, ignore_system_fonts=True)
    except typst.TypstError:
        return typst.compile(template, sys_inputs=data, ignore_system_fonts=True)
