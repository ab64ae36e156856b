"""The fields of the format in their recommended order, and what each may hold (specification of April 2026)."""

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files

Check = Callable[[str], bool]

RULES = (
    "greedy", "greedy-no-skip", "greedy-threshold", "greedy-exclusive", "greedy-custom", "equalshares",
    "equalshares-comparison", "equalshares/add1", "equalshares/add1-comparison", "unknown",
)  # fmt: skip
VOTE_TYPES = ("approval", "choose-1", "ordinal", "cumulative", "scoring")


@cache
def codes(kind: str) -> frozenset[str]:
    """Known currencies, languages or countries, lower case."""
    table = tomllib.loads(files(__package__).joinpath("codes.toml").read_text(encoding="utf-8"))
    words = table[kind].replace("\n", " ").split(";" if kind == "countries" else None)
    return frozenset(word.strip().casefold() for word in words if word.strip())


def whole(text: str) -> bool:
    """A whole number."""
    return re.fullmatch(r"[+-]?\d+", text.strip()) is not None


def number(text: str) -> bool:
    """A decimal number with a point."""
    return re.fullmatch(r"[+-]?\d+(\.\d+)?", text.strip()) is not None


def anything(text: str) -> bool:
    """Any text."""
    return True


def parse_date(text: str) -> date | None:
    """dd.mm.yyyy, or a year (its first day)."""
    if re.fullmatch(r"\d{4}", text) and text != "0000":
        return date(int(text), 1, 1)
    if match := re.fullmatch(r"(\d{2})\.(\d{2})\.(\d{4})", text):
        day, month, year = (int(part) for part in match.groups())
        try:
            return date(year, month, day)
        except ValueError:
            return None
    return None


def _age(text: str) -> bool:
    if whole(text):
        return True
    match = re.fullmatch(r"(\d+)-(\d+)", text)
    return match is not None and int(match[1]) <= int(match[2])


def _one_of(*values: str) -> Check:
    return lambda text: text in values


def _code(kind: str) -> Check:
    return lambda text: text.casefold() in codes(kind)


def _coordinate(limit: int) -> Check:
    return lambda text: number(text.replace(",", ".")) and abs(float(text.replace(",", "."))) <= limit


META: Mapping[str, Check] = {
    "description": anything, "country": _code("countries"), "unit": anything, "district": anything,
    "subunit": anything, "instance": anything, "num_projects": whole, "num_votes": whole, "budget": number,
    "vote_type": _one_of(*VOTE_TYPES), "rule": _one_of(*RULES),
    "date_begin": lambda text: parse_date(text) is not None, "date_end": lambda text: parse_date(text) is not None,
    "min_length": whole, "max_length": whole, "min_sum_cost": number, "max_sum_cost": number, "min_points": whole,
    "max_points": whole, "min_sum_points": whole, "max_sum_points": whole, "default_score": whole,
    "min_project_cost": whole, "max_project_cost": whole, "min_project_score_threshold": whole,
    "neighborhoods": anything, "subdistricts": anything, "categories": anything, "edition": anything,
    "language": _code("languages"), "currency": _code("currencies"), "fully_funded": _one_of("1"),
    "experimental": _one_of("1"), "comment": lambda text: text.startswith("#1: "), "acknowledgments": anything,
    "leftover_budget": anything, "budget_per_category": anything, "budget_per_neighborhood": anything,
    "min_length_per_category": whole, "max_length_per_category": whole, "min_sum_cost_per_category": anything,
    "max_sum_cost_per_category": anything, "scoring_fn": anything,
}  # fmt: skip
META_REQUIRED = (
    "description", "country", "unit", "instance", "num_projects", "num_votes", "budget", "vote_type", "rule",
    "date_begin", "date_end",
)  # fmt: skip
PROJECTS: Mapping[str, Check] = {
    "project_id": anything, "cost": number, "votes": whole, "score": whole, "name": anything, "category": anything,
    "beneficiaries": anything, "selected": _one_of("0", "1", "2", "3"), "neighborhood": anything,
    "subunit": anything, "district": anything, "description": anything, "proposer": anything,
    "public_id": anything, "latitude": _coordinate(90), "longitude": _coordinate(180),
}  # fmt: skip
PROJECTS_MAY_BE_EMPTY = frozenset({"category", "beneficiaries", "latitude", "longitude"})
VOTES: Mapping[str, Check] = {
    "voter_id": anything, "vote": anything, "points": anything, "age": _age, "sex": _one_of("M", "F", "O"),
    "voting_method": _one_of("internet", "paper"), "district": anything, "neighborhood": anything,
    "education": anything, "topic_preference_transport": whole, "topic_preference_culture": whole,
    "topic_preference_nature": whole, "district_preference": anything, "time_taken_seconds": whole,
    "format_easiness": anything, "format_expressiveness": anything, "format_rank": anything,
}  # fmt: skip
VOTES_MAY_BE_EMPTY = frozenset({"age", "sex", "district", "neighborhood", "education"})

META_LISTS = frozenset({
    "categories", "neighborhoods", "subdistricts", "budget_per_category", "budget_per_neighborhood",
    "min_sum_cost_per_category", "max_sum_cost_per_category",
})  # fmt: skip
PROJECT_LISTS = frozenset({"category", "beneficiaries"})
POINTS_LIMITS = ("min_points", "max_points", "min_sum_points", "max_sum_points", "default_score")


def split_list(text: str) -> list[str]:
    """The items of a list, without the spaces that should not be there; `None` and nothing are no items."""
    return [item for part in text.split(",") if (item := part.strip())] if text != "None" else []
