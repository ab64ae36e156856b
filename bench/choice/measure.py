"""One measurement in one process: `python -m bench.choice.measure ours|pabutools FILE equal-shares|add1`.

What takes less than a second is done three times, for either side, and the best is taken.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from time import process_time
from typing import Any


def ours(file: str, step: str) -> tuple[float, float, list[str]]:
    """Read with all checks, then count."""
    from wijkwerk.choice import Completion, Settings, count, read_pabulib

    start = process_time()
    election = read_pabulib(file).election
    read = process_time()
    completion = Completion.ADD1 if step == "add1" else Completion.NONE
    settings = Settings(completion=completion, stop_at_exhaustion=True, tie_order=("id",))
    outcome = count(election, settings, alternatives=False)
    return read - start, process_time() - read, list(outcome.order)


def pabutools(file: str, step: str) -> tuple[float, float, list[str]]:
    """Read and count as its manual shows; with WIJKWERK_BENCH_MERGED its equal ballots are merged first."""
    from pabutools.election import Cost_Sat, parse_pabulib  # type: ignore[import-untyped,import-not-found,unused-ignore]
    from pabutools.rules import method_of_equal_shares  # type: ignore[import-untyped,import-not-found,unused-ignore]

    start = process_time()
    instance, profile = parse_pabulib(file)
    if os.environ.get("WIJKWERK_BENCH_MERGED"):
        profile = profile.as_multiprofile()
    read = process_time()
    options: dict[str, Any] = {"voter_budget_increment": 1} if step == "add1" else {}
    chosen = method_of_equal_shares(instance, profile, sat_class=Cost_Sat, **options)
    return read - start, process_time() - read, [project.name for project in chosen]


def main() -> None:
    """Print one line of JSON."""
    who, file, step = sys.argv[1:]
    measured = [(ours if who == "ours" else pabutools)(file, step)]
    while len(measured) < 3 and sum(read + rule for read, rule, _ in measured) < 1:
        measured.append((ours if who == "ours" else pabutools)(file, step))
    read, rule = (min(row[at] for row in measured) for at in (0, 1))
    order = measured[0][2]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    shown = {"read_seconds": round(read, 4), "rule_seconds": round(rule, 4), "peak_mb": peak, "order": order}
    print(json.dumps(shown))


if __name__ == "__main__":
    main()
