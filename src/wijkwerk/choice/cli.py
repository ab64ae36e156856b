"""The command `wijkwerk choose FILE.pb --rule …`: count a ballot file and show or print the outcome."""

import argparse
import json
import sys
from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

from wijkwerk.choice.constraints import KEEP, SPEND, Constraints
from wijkwerk.choice.count import count
from wijkwerk.choice.document.writer import Source
from wijkwerk.choice.errors import ChoiceError
from wijkwerk.choice.explain.report import report
from wijkwerk.choice.money import parse_decimal
from wijkwerk.choice.outcome import Outcome
from wijkwerk.choice.pabulib import Finding, PabulibError, PabulibFile, read_pabulib
from wijkwerk.choice.pabulib.pots import constraint_file, pots
from wijkwerk.choice.rule_texts import RULE_TEXTS
from wijkwerk.choice.settings import Comparison, Completion, Rule, Settings
from wijkwerk.choice.support import Utility
from wijkwerk.choice.ties import DEFAULT_TIE_ORDER, TIE_RULES

EPILOG = "rules:\n\n" + "\n\n".join(f"  {rule}\n{text}" for rule, text in RULE_TEXTS.items())


def parser() -> argparse.ArgumentParser:
    """The options, with an explanation of every rule."""
    result = argparse.ArgumentParser(
        prog="wijkwerk choose",
        description="Count a Pabulib ballot file (.pb) exactly, under any rule, and say why.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = result.add_argument
    add("file", metavar="FILE.pb", help="the ballot file")
    add(
        "--rule",
        choices=[rule.value for rule in Rule],
        required=True,
        help="how winners are found, see below",
    )
    add(
        "--utility",
        choices=[u.value for u in Utility],
        default=Utility.COST.value,
        help="what a funded project is worth to its voters (default: cost)",
    )
    add(
        "--completion",
        choices=[c.value for c in Completion],
        default=Completion.NONE.value,
        help="equal shares: what to do with unspent money (default: none)",
    )
    add(
        "--stop-at-exhaustion",
        choices=["yes", "no"],
        default="no",
        help="add1: stop at the first outcome that nothing can be added to (default: no)",
    )
    add(
        "--comparison",
        choices=[c.value for c in Comparison],
        default=Comparison.NONE.value,
        help="equal shares: keep greedy's outcome if more voters prefer it (default: none)",
    )
    add(
        "--increment",
        type=_amount,
        default=Fraction(1),
        metavar="AMOUNT",
        help="add1: how much each voter's share rises per step (default: 1)",
    )
    add(
        "--whole-shares",
        action="store_true",
        help="equal shares: round the first share down to whole currency",
    )
    add(
        "--threshold",
        type=_whole,
        metavar="N",
        help="threshold: least votes or points (default: as the file says)",
    )
    add("--seats", type=_whole, default=1, metavar="N", help="stv: number of seats (default: 1)")
    add(
        "--borda-last",
        type=int,
        choices=[0, 1],
        default=1,
        help="points for the last place on a list (default: 1)",
    )
    add(
        "--tie-order",
        type=_ties,
        default=DEFAULT_TIE_ORDER,
        metavar="LIST",
        help=f"chain out of {', '.join(TIE_RULES)}; ends in lot or id (default: {','.join(DEFAULT_TIE_ORDER)})",
    )
    add(
        "--seed",
        type=int,
        default=0,
        metavar="N",
        help="seed of the lot, drawn before the count (default: 0)",
    )
    add(
        "--pots",
        choices=["category", "neighborhood"],
        help="a separate pot per category or neighbourhood, as the file divides the budget",
    )
    add(
        "--leftover",
        choices=[KEEP, SPEND],
        default=KEEP,
        help="what pots leave over: keep it, or spend it on all that is left (default: keep)",
    )
    add("--constraints", metavar="FILE.toml", help="ceilings, floors, pots, exclusive and dependent projects")
    add("--strict", action="store_true", help="refuse a file with any error of the official checker")
    add("--language", choices=["nl", "en"], default="nl", help="of the explanation (default: nl)")
    add("--json", action="store_true", help="print everything as JSON")
    add(
        "--pdf",
        metavar="REPORT.pdf",
        help="also write a report with which anyone can recount, round by round",
    )
    return result  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 when counted, 1 when the file or the settings cannot be counted, 2 for a wrong option."""
    try:
        options = parser().parse_args(argv)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else 2
    try:
        file = read_pabulib(options.file, strict=options.strict)
        constraints = _constraints(options, file.meta, file.election.scale)
        outcome = count(file.election, _settings(options, constraints))
    except PabulibError as error:
        _tell(error.findings, options.file)
        return 1
    except (ChoiceError, OSError) as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return 1
    if options.pdf:
        _write_pdf(options, file, outcome)
    if options.json:
        print(json.dumps(_json(outcome, file.findings), ensure_ascii=False, indent=1))
    else:
        _tell(file.findings, options.file)
        print(report(outcome, options.language))
    return 0


def _settings(options: argparse.Namespace, constraints: Constraints) -> Settings:
    return Settings(
        rule=Rule(options.rule),
        utility=Utility(options.utility),
        completion=Completion(options.completion),
        stop_at_exhaustion=options.stop_at_exhaustion == "yes",
        comparison=Comparison(options.comparison),
        tie_order=tuple(options.tie_order),
        seed=options.seed,
        borda_last=options.borda_last,
        threshold=options.threshold,
        increment=options.increment,
        whole_shares=options.whole_shares,
        seats=options.seats,
        constraints=constraints,
    )


def _constraints(options: argparse.Namespace, meta: Any, scale: int) -> Constraints:
    if options.constraints and options.pots:
        raise ChoiceError("Choose between --pots and --constraints.")
    if options.constraints:
        return constraint_file(options.constraints, scale)
    return pots(meta, options.pots, scale, options.leftover) if options.pots else Constraints()


def _write_pdf(options: argparse.Namespace, file: PabulibFile, outcome: Outcome) -> None:
    from wijkwerk.choice.document.pdf import report_pdf  # the typesetter takes a moment to load

    raw, path = Path(options.file).read_bytes(), Path(options.pdf)
    remarks = tuple(str(finding) for finding in file.findings)
    source = Source(
        Path(options.file).name, sha256(raw).hexdigest(), file.meta.get("description", ""), remarks
    )
    path.write_bytes(report_pdf(outcome, source, options.language))


def _json(outcome: Outcome, findings: Sequence[Finding]) -> dict[str, Any]:
    return {**outcome.as_json(), "findings": [finding.as_json() for finding in findings]}


def _tell(findings: Sequence[Finding], name: str) -> None:
    for finding in findings:
        print(f"{name}: {finding.level.name.lower()}: {finding}", file=sys.stderr)


def _ties(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _amount(text: str) -> Fraction:
    try:
        return parse_decimal(text)
    except ChoiceError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 0.")
    return int(text)
