"""`python -m bench.choice.official [--write]`: real elections against what their city said."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.choice.cases import SHARED
from wijkwerk.choice import read_pabulib
from wijkwerk.choice.pabulib.official import Verdict, recount

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "choice-official-winners.md"
INTRO = """# Do real elections come out with their official winners?

Made by `make bench-choice` from the ballot files at hand ([Pabulib](https://pabulib.org), open data). Each file is
counted under the rule that it names itself, with ties by id, and compared with the winners that its city published
(column `selected`). Where that cannot be told, the reason stands beside it.

"""


def rows() -> Iterator[tuple[str, str, int, str]]:
    """File, rule, votes, and what came out."""
    for path in sorted(SHARED.glob("*.pb")):
        file = read_pabulib(path)
        yield path.stem, file.meta.get("rule", ""), file.election.voters, told(recount(file))


def told(verdict: Verdict) -> str:
    """The verdict in words."""
    if verdict.followed:
        return "the same winners"
    if verdict.followed is None:
        return f"cannot be told: {verdict.reason}"
    only = "; ".join(
        f"{who}: {', '.join(names)}"
        for who, names in (("only official", verdict.only_official), ("only here", verdict.only_recounted))
        if names
    )
    return f"{verdict.reason} ({only})"


def main() -> None:
    """Print, or write."""
    lines = ["| file | rule | votes | what comes out |", "|---|---|---|---|"]
    lines += [f"| {name} | {rule} | {votes:,} | {said} |" for name, rule, votes, said in rows()]
    shown = "\n".join(lines) + "\n"
    if "--write" in sys.argv[1:] and len(lines) > 2:
        PAGE.write_text(INTRO + shown, encoding="utf-8")
    print(shown)


if __name__ == "__main__":
    main()
