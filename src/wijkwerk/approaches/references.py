"""Which places of the schema point at something else by its key, and what they point at."""

from collections.abc import Iterator, Mapping
from typing import Any

from wijkwerk.approaches.schema import Approach
from wijkwerk.approaches.values import Text

# The last name of a path, or its part and last name, to the parts of the approach where the key is looked up.
REFERENCES: dict[str, tuple[str, ...]] = {
    "opened_by": ("roles",),
    "closed_by": ("roles",),
    "led_by": ("roles",),
    "contribute": ("roles",),
    "rank": ("roles",),
    "decide": ("roles",),
    "execute": ("roles",),
    "members": ("roles",),
    "teams.guides": ("roles",),
    "advisers": ("roles",),
    "recruited_by": ("roles",),
    "direct_line_to": ("roles",),
    "chair": ("roles",),
    "role": ("roles",),
    "formal_decider": ("roles",),
    "managed_by": ("roles",),
    "coordinated_by": ("roles",),
    "responsible": ("roles",),
    "roles.kind": ("role_kinds",),
    "area_level": ("levels",),
    "level": ("levels",),
    "service": ("organisation.services",),
    "employer": ("organisation.services", "partners.parties"),
    "organisation.parent": ("organisation.services",),
    "plans.parent": ("plans",),
    "made_from": ("plans",),
    "route": ("routes",),
}

CALLED: dict[str, Text] = {
    "roles": Text(nl="rol", en="role"),
    "role_kinds": Text(nl="soort rol", en="kind of role"),
    "levels": Text(nl="niveau", en="level"),
    "organisation.services": Text(nl="dienst", en="service"),
    "partners.parties": Text(nl="partner", en="partner"),
    "plans": Text(nl="plan", en="plan"),
    "routes": Text(nl="route", en="route"),
}


def targets(path: str) -> tuple[str, ...]:
    """The parts that a value at this path points into; none when it is no reference."""
    first, _, last = path.partition(".")[0], "", path.rpartition(".")[2]
    return REFERENCES.get(f"{first}.{last}") or REFERENCES.get(last, ())


def things(approach: Approach, part: str) -> dict[str, Any]:
    """Everything in one part of an approach by its key."""
    value: Any = approach
    for name in part.split("."):
        value = getattr(value, name)
    return dict(value) if isinstance(value, Mapping) else {one.key: one for one in value}


def pointed_at(approach: Approach, path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Every key that a value at this path names, with the thing it names or None."""
    known: dict[str, Any] = {}
    for part in targets(path):
        known |= things(approach, part)
    if known or targets(path):
        for key in value if isinstance(value, tuple) else (value,):
            yield key, known.get(key)
