"""What changes when one approach takes the place of another: in rights, in money, and in the rest.

Said in sentences for whoever has to decide on it. Things are followed by their key: between versions of one
municipality a key means the same.
"""

import typing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from wijkwerk.approaches.dimensions import PARTS
from wijkwerk.approaches.merging import told_of_one
from wijkwerk.approaches.places import all_places
from wijkwerk.approaches.references import pointed_at
from wijkwerk.approaches.schema import Approach, PowerGrant
from wijkwerk.approaches.schema.about import About
from wijkwerk.approaches.trail import NOT_DESCRIBED, hints, reach, required
from wijkwerk.approaches.values import Text
from wijkwerk.approaches.wording import SILENT, choice, in_words, place

__all__ = ["About", "Change", "described", "difference", "shown"]


# What one of a list is called, for who reads that it goes.
KINDS = {
    "cycle.steps": ("De stap", "The step"),
    "levels": ("Het niveau", "The level"),
    "organisation.services": ("De dienst", "The service"),
    "partners.parties": ("De partner", "The partner"),
    "plans": ("Het plan", "The plan"),
    "roles": ("De rol", "The role"),
    "routes": ("De route", "The route"),
    "teams": ("Het team", "The team"),
}


@dataclass(frozen=True)
class Change:
    """One thing that becomes otherwise."""

    about: About
    path: str
    sentence: Text


def difference(before: Approach, after: Approach) -> tuple[Change, ...]:
    """Everything that changes, rights first, then money, then the rest."""
    found = [*_powers(before, after), *_values(before, after)]
    order = list(About)
    return tuple(sorted(found, key=lambda change: order.index(change.about)))


def described(approach: Approach, path: str) -> Text:
    """A place in words, with the things on the way by the names that people know them by."""
    parts, words = path.split("."), []
    for length in range(1, len(parts) + 1):
        here = ".".join(parts[:length])
        if length < len(parts) and parts[length - 1] in SILENT:
            continue
        label = _label(approach, here)
        keyed = label is not None and not _is_field(approach, parts[:length])
        words.append(label if label is not None and keyed else place(here))
    words = [
        word for number, word in enumerate(words) if number == len(words) - 1 or word != words[number + 1]
    ]
    return Text(nl=": ".join(one.nl for one in words), en=": ".join(one.within("en") for one in words))


def _is_field(approach: Approach, parts: list[str]) -> bool:
    """Whether this part is a field of the schema, and not the key of a thing in a list."""
    owner = approach if len(parts) == 1 else reach(approach, ".".join(parts[:-1]))
    names = getattr(type(owner), "__dataclass_fields__", {})
    return parts[-1] in names or f"{parts[-1]}_" in names


def _label(approach: Approach, path: str) -> Text | None:
    try:
        label = getattr(reach(approach, path), "label", None)
    except KeyError:
        return None
    return label if isinstance(label, Text) else None


def _powers(before: Approach, after: Approach) -> Iterator[Change]:
    for key in dict.fromkeys([*before.roles, *after.roles]):
        old, new = before.roles.get(key), after.roles.get(key)
        had = {grant.power: grant for grant in old.powers} if old else {}
        has = {grant.power: grant for grant in new.powers} if new else {}
        who = (new or old).label  # type: ignore[union-attr]
        path = f"roles.{key}.powers"
        if gained := [grant for power, grant in has.items() if power not in had]:
            yield _right(path, who, ("mag voortaan", "may now"), gained)
        if lost := [grant for power, grant in had.items() if power not in has]:
            words = ("mag niet meer", "may no longer") if new else ("vervalt, en mocht", "goes, and might")
            yield _right(path, who, words, [replace(grant, limit=None) for grant in lost])
        for power in (power for power in had if power in has and had[power].limit != has[power].limit):
            was, becomes, what = _limit(had[power]), _limit(has[power]), choice(power)
            sentence = Text(
                nl=f"{who.nl}: {what.nl} {becomes[0] or 'zonder grens'} (was: {was[0] or 'zonder grens'})",
                en=f"{who.within('en')}: {what.en} {becomes[1] or 'without limit'}"
                f" (was: {was[1] or 'without limit'})",
            )
            yield Change(About.MONEY, f"{path}.{power}.limit", sentence)


def _right(path: str, who: Text, words: tuple[str, str], grants: list[PowerGrant]) -> Change:
    named = [(choice(grant.power), _limit(grant)) for grant in grants]
    nl = ", ".join(f"{what.nl} {limit[0]}".strip() for what, limit in named)
    en = ", ".join(f"{what.en} {limit[1]}".strip() for what, limit in named)
    sentence = Text(nl=f"{who.nl} {words[0]}: {nl}", en=f"{who.within('en')} {words[1]}: {en}")
    return Change(About.RIGHTS, path, sentence)


def _limit(grant: PowerGrant) -> tuple[str, str]:
    if grant.limit is None:
        return "", ""
    return f"tot en met {in_words(grant.limit, 'nl')}", f"up to {in_words(grant.limit, 'en')}"


def _values(before: Approach, after: Approach) -> Iterator[Change]:
    cities = before.municipality, after.municipality
    elsewhere = all(cities) and cities[0] != cities[1]
    for part in (part for each in PARTS.values() for part in each):
        places = dict.fromkeys([*_stated(before, part), *_stated(after, part)])
        gone: dict[str, list[About]] = {}
        for path in places:
            if elsewhere and told_of_one(tuple(path.split("."))):
                continue  # what happened in another municipality is no change in this one
            if thing := _gone(before, after, path):
                gone.setdefault(thing, []).append(_about(path))
                continue  # said once for the whole thing
            if path.endswith(".powers"):
                continue  # said one by one above
            old, new = shown(before, path), shown(after, path)
            if old != new:
                what = described(after if _there(after, path) else before, path)
                sentence = Text(
                    nl=f"{what.nl}: {new.nl} (was: {old.nl})", en=f"{what.en}: {new.en} (was: {old.en})"
                )
                yield Change(_about(path), path, sentence)
        for thing, abouts in gone.items():
            yield Change(min(abouts, key=list(About).index), thing, _goes(before, thing))


def _gone(before: Approach, after: Approach, path: str) -> str:
    """The thing in a list, at or above a path, that was there before and is there no more."""
    parts = path.split(".")
    for length in range(2, len(parts) + 1):
        here = ".".join(parts[:length])
        if not _there(before, here):
            return ""
        if not _is_field(before, parts[:length]):
            return "" if _there(after, here) else here
    return ""


def _goes(before: Approach, path: str) -> Text:
    """That a thing goes, by its name."""
    around, _, key = path.rpartition(".")
    name = _label(before, path) or Text(nl=key)
    nl, en = KINDS.get(around) or (f"{place(around).nl}:", f"{place(around).within('en')}:")
    return Text(nl=f"{nl} ‘{name.nl}’ verdwijnt.", en=f"{en} ‘{name.within('en')}’ goes.")


def _stated(approach: Approach, part: str) -> list[str]:
    return list(all_places(approach, part)) if reach(approach, part) is not None else []


def _there(approach: Approach, path: str) -> bool:
    try:
        return reach(approach, path) is not None
    except KeyError:
        return False


def shown(approach: Approach, path: str) -> Text:
    """What stands at a place, in words: what it points at by the name of that."""
    try:
        value = reach(approach, path)
    except KeyError:
        value = None
    if value is None or value == ():
        return NOT_DESCRIBED
    named = tuple(thing or key for key, thing in pointed_at(approach, path, value))
    return Text(nl=in_words(named or value, "nl"), en=in_words(named or value, "en"))


def _about(path: str) -> About:
    """What the nearest mark above a place says; without one it is about the rest."""
    hint: Any = Approach
    found = About.OTHER
    for part in path.split("."):
        if things := typing.get_args(hint):
            hint = things[0 if typing.get_origin(hint) is tuple else 1]
        else:
            found = marks(hint).get(part, found)
            hint = required(hints(hint)[part])
    return found


@cache
def marks(of: Any) -> dict[str, About]:
    """What the fields of a class say they are about, by their names in the file."""
    declared = typing.get_type_hints(of, include_extras=True).items()
    return {
        name.rstrip("_"): mark
        for name, hint in declared
        for mark in getattr(hint, "__metadata__", ())
        if isinstance(mark, About)
    }
