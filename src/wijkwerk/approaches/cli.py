"""`wijkwerk approaches list|show|check|compare`: the catalogue on the command line."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from wijkwerk.approaches.citing import cited
from wijkwerk.approaches.comparing import compare
from wijkwerk.approaches.dimensions import PARTS, SIX_QUESTIONS
from wijkwerk.approaches.loading import catalogue, check, load, load_file
from wijkwerk.approaches.places import all_places
from wijkwerk.approaches.schema import Approach
from wijkwerk.approaches.trail import NOT_DESCRIBED
from wijkwerk.approaches.values import ApproachErrors
from wijkwerk.approaches.wording import in_words

WORDS = {
    "nl": {
        "sound": "in orde",
        "one": "fout",
        "wrong": "fouten",
        "same": "geen verschillen",
        "two": "vergelijken kan pas met twee: noem nog een sleutel of bestand",
    },
    "en": {
        "sound": "sound",
        "one": "error",
        "wrong": "errors",
        "same": "no differences",
        "two": "it takes two to compare: name another key or file",
    },
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when a file or key is not."""
    arguments = _parser().parse_args(argv)
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a screen without our letters still reads
    try:
        code = int(arguments.run(arguments))
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader has seen enough: `wijkwerk approaches show … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except ApproachErrors as errors:
        for problem in errors:
            print(problem.within(arguments.language))
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wijkwerk approaches", description="Ways of working as data.")
    parser.add_argument("--language", choices=sorted(WORDS), default="nl")
    commands = parser.add_subparsers(required=True, metavar="list|show|check|compare")
    commands.add_parser("list", help="all approaches that can be chosen").set_defaults(run=_list)
    show = commands.add_parser("show", help="every value of an approach with its source")
    show.add_argument("key", help="a key of the list, or your own file (….toml)")
    show.add_argument("--house", action="store_true", help="the house defaults too")
    show.set_defaults(run=_show)
    checking = commands.add_parser("check", help="everything that is wrong with a file")
    checking.add_argument("path", type=Path, nargs="+")
    checking.set_defaults(run=_check)
    comparing = commands.add_parser("compare", help="where approaches differ, by the six questions")
    comparing.add_argument("key", nargs="+", help="keys of the list, or your own files (….toml)")
    comparing.add_argument("--all", action="store_true", help="what is equal too")
    comparing.set_defaults(run=_compare)
    return parser


def _list(arguments: argparse.Namespace) -> int:
    for key in catalogue():
        approach = load(key)
        years = f"{approach.valid.from_ or '?'}–{approach.valid.to or ''}"
        print(f"{key:24} {years:10} {approach.title.within(arguments.language)}")
    return 0


def _show(arguments: argparse.Namespace) -> int:
    approach, language = _named(arguments.key), arguments.language
    print(f"{approach.title.within(language)} ({approach.key})")
    for question, parts in PARTS.items():
        print(f"\n{SIX_QUESTIONS[question].within(language).upper()}")
        if getattr(approach, question).not_described:
            print(f"  {NOT_DESCRIBED.within(language)}")
        for path in (path for part in parts for path in all_places(approach, part)):
            why = approach.why(path)
            if why.is_house_default and not arguments.house:
                continue
            reason = f" — {why.reason.within(language)}" if why.reason else ""
            print(f"  {path} = {in_words(why.value, language)}")
            print(f"      [{cited(why.source or '', language) or why.remark(language)}]{reason}")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    words, failed = WORDS[arguments.language], False
    for path in arguments.path:
        problems = check(path)
        for problem in problems:
            print(problem.within(arguments.language))
        errors = sum(not problem.is_warning for problem in problems)
        failed = failed or errors > 0
        verdict = f"{errors} {words['one' if errors == 1 else 'wrong']}" if errors else words["sound"]
        print(f"{path.name}: {verdict}")
    return 1 if failed else 0


def _named(key: str) -> Approach:
    """The approach with a key, or in a file of one's own."""
    return load_file(Path(key)) if key.endswith(".toml") else load(key)


def _compare(arguments: argparse.Namespace) -> int:
    if len(arguments.key) < 2:
        print(WORDS[arguments.language]["two"])
        return 1
    comparison = compare(*(_named(key) for key in arguments.key))
    if not (arguments.all or any(question.different for question in comparison.questions)):
        print(WORDS[arguments.language]["same"])
    for question in comparison.questions:
        rows = question.rows if arguments.all else question.different
        if not rows:
            continue
        print(f"\n{question.label.within(arguments.language).upper()}")
        for row in rows:
            print(f"  {row.label.within(arguments.language)}")
            for key, cell in zip(arguments.key, row.cells, strict=True):
                print(f"    {key:24} {cell.shown(arguments.language)}")
        if question.equal and not arguments.all:
            print(f"  (= {len(question.equal)})")
    return 0
