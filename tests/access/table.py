"""The table: rendered for people, kept in the documentation."""

from __future__ import annotations

import inspect
import re
from collections import defaultdict

from tests.access.asking import ANONYMOUS, BROKEN, HIDDEN, NO, OWN, SIGN_IN, YES, Row, Site
from tests.source import ROOT

TABLE = ROOT / "docs" / "reference" / "access.md"


def short(role: str) -> str:
    """A head for a narrow column: AO for area_officer, Adv for adviser."""
    words = role.split("_")
    return "".join(word[0].upper() for word in words) if len(words) > 1 else role[:3].capitalize()


INTRODUCTION = f"""# Who can open what

<!-- Made by `python -m tests.access`: do not change by hand. A test compares it with the site. -->

Every address of Wijkwerk, asked for as every role, in a small municipality that works under `{{approach}}`. The roles
and what each may do are values of that approach: under another one the marks differ, how they come about does not.

| Mark | Means |
|---|---|
| {YES} | opens |
| {OWN} | opens in the role's own area, or for its own organisation; elsewhere a refusal with its reason |
| {NO} | refused, with the reason and a way on |
| {HIDDEN} | "not found": this reader may not even know that it is there |
| {SIGN_IN} | asks to sign in |

An address with only a form behind it was sent an empty form; {YES} then says that it was taken in and looked at.
"""


def render(table: list[Row], site: Site) -> str:
    """The whole page."""
    roles = list(site.filled.world.people)
    approach = site.filled.world.approach
    out = [INTRODUCTION.format(approach=approach.key)]
    out += ["## Roles\n", "| Column | Role | In this approach |", "|---|---|---|"]
    out += [f"| {short(role)} | `{role}` | {approach.roles[role].label.within('nl')} |" for role in roles]
    everyone = [row for row in table if set(row.cells.values()) == {YES}]
    out += ["\n## Open to everyone\n", "Also without signing in.\n", "| Address | What it is |", "|---|---|"]
    out += [f"| {_address(row)} | {_what(row)} |" for row in everyone]
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in table:
        if row not in everyone:
            parts[row.address.app].append(row)
    for app, its_rows in sorted(parts.items()):
        heads = ["Address", "What it is", "Anyone", *map(short, roles)]
        out += [
            f"\n## {app.capitalize()}\n",
            f"| {' | '.join(heads)} |",
            "|---|---|" + ":-:|" * (len(roles) + 1),
        ]
        for row in its_rows:
            cells = [row.cells.get(role, BROKEN) for role in (ANONYMOUS, *roles)]
            out.append(f"| {_address(row)} | {_what(row)} | {' | '.join(cells)} |")
    return "\n".join(out) + "\n"


def _address(row: Row) -> str:
    plain = re.sub(r"<(?:\w+:)?(\w+)>", r"<\1>", row.address.pattern)
    plain = re.sub(r"[(][?]P(<\w+>).*?[)]", lambda match: match[1], plain)
    return f"`{plain}`"


def _what(row: Row) -> str:
    view = inspect.unwrap(getattr(row.address.view, "view_class", row.address.view))
    first = (inspect.getdoc(view) or "").split("\n\n")[0].replace("\n", " ").replace("|", "\\|").strip()
    if not view.__module__.startswith("wijkwerk"):
        first = f"`{row.address.name}`"
    return f"{first} ({row.words})" if row.words else first
