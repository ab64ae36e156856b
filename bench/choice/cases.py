"""What to measure on: real files where they are at hand, and made ones that need nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "pabulib"
REAL = (
    "Netherlands_Assen_2024", "Netherlands_Amsterdam_358", "Netherlands_Amsterdam_621", "Poland_Lodz_2022",
)  # fmt: skip
HEAD = """META
key;value
description;Made for measuring
country;Worldwide
unit;Bench
instance;2026
num_projects;{projects}
num_votes;{voters}
budget;{budget}
vote_type;approval
rule;unknown
date_begin;2026
date_end;2026
PROJECTS
project_id;cost
"""


@dataclass(frozen=True)
class Case:
    """A file, and whether the other library can be expected to finish on it."""

    name: str
    file: Path
    beside: bool = True


def cases(folder: Path) -> Iterator[Case]:
    """Small, middle and large; the made ones are written to this folder."""
    for name in REAL:
        if (file := SHARED / f"{name}.pb").exists():
            yield Case(name, file)
    yield Case(
        "made: 219 voters, 40 projects", _made(folder / "small.pb", voters=219, projects=40, budget=150_000)
    )
    yield Case(
        "made: 10,000 voters, 60 projects",
        _made(folder / "middle.pb", voters=10_000, projects=60, budget=450_000),
    )
    large = _made(folder / "large.pb", voters=1_000_000, projects=160, budget=67_000_000)
    yield Case("made: 1,000,000 voters, 160 projects", large, beside=False)


def _made(file: Path, *, voters: int, projects: int, budget: int) -> Path:
    """Ballots of one to six projects, some far more popular than others; costs of any size up to a sixth."""
    random = np.random.default_rng(1988)
    popularity = random.pareto(0.9, projects) + 0.2
    costs = np.sort(random.integers(budget // 200, budget // 6, projects))
    lengths = random.integers(1, 7, voters)
    draws = random.choice(projects, (voters, 6), p=popularity / popularity.sum())
    with file.open("w", encoding="utf-8") as out:
        out.write(HEAD.format(projects=projects, voters=voters, budget=budget))
        out.writelines(f"{number};{cost}\n" for number, cost in enumerate(costs.tolist()))
        out.write("VOTES\nvoter_id;vote\n")
        for number, (length, draw) in enumerate(zip(lengths.tolist(), draws.tolist(), strict=True)):
            out.write(f"v{number};{','.join(map(str, dict.fromkeys(draw[:length])))}\n")
    return file
