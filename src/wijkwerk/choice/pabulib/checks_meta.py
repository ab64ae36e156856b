"""META against the format: what is missing, unknown, out of order, or contradicts itself."""

import re

from wijkwerk.choice.pabulib.fields import META, META_LISTS, META_REQUIRED, POINTS_LIMITS, codes, parse_date
from wijkwerk.choice.pabulib.findings import Findings
from wijkwerk.choice.pabulib.numbers import whole_or_none
from wijkwerk.choice.pabulib.sections import Sections

CODES = {"country": "countries", "language": "languages", "currency": "currencies"}


def check_meta(sections: Sections, findings: Findings) -> None:
    """All findings about META; none of them stops the count."""
    meta, lines = sections.meta, sections.meta_lines
    for key in META_REQUIRED:
        if key not in meta and key not in ("budget", "vote_type"):
            findings.error(0, key, "missing field", "this field is required in META.")
    for key, value in meta.items():
        _check_value(key, value, lines[key], findings)
    known = [key for key in meta if key in META]
    if known != sorted(known, key=list(META).index):
        findings.warn(0, "META", "order of fields", "the fields of META are not in the recommended order.")
    _check_counts(sections, findings)
    _check_dates(sections, findings)
    _check_lengths(sections, findings)
    _check_type(sections, findings)


def _check_value(key: str, value: str, line: int, findings: Findings) -> None:
    if key not in META:
        findings.error(line, key, "unknown field", "this field is not part of the format.")
    elif not value:
        findings.error(line, key, "empty field", "this field is empty.")
    elif key in CODES and value.casefold() not in codes(CODES[key]):
        findings.error(line, key, "unknown code", f"{value!r} is not a known {key}.")
    elif key == "comment":
        _check_comment(value, line, findings)
    elif key in ("max_sum_cost", "min_sum_cost") and "," in value:
        findings.error(line, key, "comma in number", f"{value!r} has a comma where a point should stand.")
    elif key not in ("budget", "vote_type") and not META[key](value):
        findings.error(line, key, "wrong value", f"{value!r} is not a value for {key}.")
    if key in META_LISTS and any(part != part.strip() for part in value.split(",")):
        findings.error(line, key, "spaces in list", "spaces around the commas of a list; they are left out.")


def _check_comment(value: str, line: int, findings: Findings) -> None:
    numbers = re.findall(r"#(\d+):", value)
    if not value.startswith("#1: "):
        findings.error(line, "comment", "comment numbering", "comments are numbered: #1: … #2: …")
    elif numbers != [str(number) for number in range(1, len(numbers) + 1)]:
        findings.warn(
            line, "comment", "comment numbering", f"the comments are numbered {', '.join(numbers)}."
        )


def _check_counts(sections: Sections, findings: Findings) -> None:
    voters, projects = sum(sections.votes.values()), len(sections.projects)
    for key, counted in (("num_votes", voters), ("num_projects", projects)):
        declared = whole_or_none(sections.meta.get(key))
        if declared is not None and declared != counted:
            message = f"META says {declared}, the file has {counted}; {counted} is what counts."
            findings.error(sections.meta_lines[key], key, "different number", message)


def _check_dates(sections: Sections, findings: Findings) -> None:
    begin, end = (parse_date(sections.meta.get(key, "")) for key in ("date_begin", "date_end"))
    if begin and end and begin > end:
        line = sections.meta_lines["date_end"]
        findings.error(line, "date_end", "date range", "the vote ends before it begins.")


def _check_lengths(sections: Sections, findings: Findings) -> None:
    meta, lines = sections.meta, sections.meta_lines
    longest, projects = whole_or_none(meta.get("max_length")), len(sections.projects)
    shortest = whole_or_none(meta.get("min_length"))
    if longest is not None and longest > projects:
        message = f"a ballot of {longest} is longer than the list of {projects} projects."
        findings.error(lines["max_length"], "max_length", "too long", message)
    if meta.get("vote_type") == "choose-1":
        for key, value in (("min_length", shortest), ("max_length", longest)):
            if value not in (None, 1):
                findings.error(lines[key], key, "choose-1", "with choose-1 a ballot has exactly one project.")
    elif longest == 1 and projects > 1:
        findings.warn(
            lines["max_length"], "vote_type", "choose-1 meant", "a ballot of one project is choose-1."
        )


def _check_type(sections: Sections, findings: Findings) -> None:
    meta, lines = sections.meta, sections.meta_lines
    if meta.get("vote_type") in ("approval", "choose-1"):
        for key in POINTS_LIMITS:
            if meta.get(key):
                findings.warn(
                    lines[key], key, "not for this type", f"{key} means nothing for {meta['vote_type']}."
                )
    if meta.get("vote_type") == "cumulative" and not meta.get("max_sum_points"):
        findings.error(0, "max_sum_points", "missing field", "cumulative ballots need max_sum_points.")
    if meta.get("rule") == "greedy" and "min_project_score_threshold" in meta:
        message = "with min_project_score_threshold the rule is greedy-threshold."
        findings.error(lines["rule"], "rule", "threshold", message)
    if meta.get("rule") == "greedy-threshold" and "min_project_score_threshold" not in meta:
        findings.error(lines["rule"], "rule", "threshold", "min_project_score_threshold is missing.")
    if meta.get("rule") == "greedy-custom" and not meta.get("comment"):
        findings.warn(
            lines["rule"], "comment", "missing comment", "a custom rule should be told in the comment."
        )
