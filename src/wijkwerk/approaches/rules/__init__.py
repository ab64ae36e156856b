"""Whether an approach contradicts itself. Each rule looks at one thing and names the values that clash."""

from typing import Any

from wijkwerk.approaches.rules import decisions, names, numbers, organisation, positions, switches
from wijkwerk.approaches.rules.clash import Rule
from wijkwerk.approaches.schema import Approach
from wijkwerk.approaches.trail import reach
from wijkwerk.approaches.values import Problem, Text

RULES: tuple[Rule, ...] = (
    *names.RULES,
    *decisions.RULES,
    *numbers.RULES,
    *switches.RULES,
    *positions.RULES,
    *organisation.RULES,
)


def contradictions(approach: Approach, file: str, known_wrong: set[str]) -> list[Problem]:
    """Every clash in an approach; clashes that only follow from a value already called wrong are left out.

    Where nothing contradicts but reality would differ from what is written, the problem is a warning.
    """
    found = []
    for rules, is_warning in ((RULES, False), (numbers.WARNINGS, True)):
        for rule in rules:
            for key, nl, en, paths in rule(approach):
                if known_wrong.isdisjoint({key, *paths}):
                    values = tuple((path, _shown(reach(approach, path))) for path in paths)
                    found.append(
                        Problem(
                            file=file,
                            key=key,
                            message=Text(nl=nl, en=en),
                            values=values,
                            is_warning=is_warning,
                        )
                    )
    return found


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_shown(one) for one in value) + "]"
    return str(getattr(value, "key", value))
