"""Where every value came from: the trail that answers "waarom?" for an approach."""

import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, is_dataclass
from functools import cache
from typing import Any, Protocol, TypeVar

from wijkwerk.approaches.values import Text

Path = tuple[str, ...]

NOT_DESCRIBED = Text(nl="niet beschreven", en="not described")
HOUSE_DEFAULT = Text(
    nl="standaard van Wijkwerk, niet uit de bron", en="Wijkwerk's default, not from the source"
)


class Keyed(Protocol):
    """Anything that a file names by a key."""

    @property
    def key(self) -> str:
        """The key in the file."""


K = TypeVar("K", bound=Keyed)
T = TypeVar("T")


def is_house(file: str) -> bool:
    """House files start with an underscore: they fill gaps and are never chosen."""
    return file.startswith("_")


def named(things: Iterable[K], key: str) -> K:
    """The one with this key; KeyError when there is none."""
    for thing in things:
        if thing.key == key:
            return thing
    raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value as read: from which file, and under which path there (a bundle of powers lends its own)."""

    value: Any
    file: str
    path: Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Provenance:
    """The answer to "why is this value so?"."""

    value: Any
    source: str | None = None
    reason: Text | None = None
    file: str | None = None
    since: int | None = None
    is_house_default: bool = False
    described: bool = False

    def remark(self, language: str = "nl") -> str:
        """What to show beside the value when no source states it; empty when one does."""
        if not self.described and not self.is_house_default:
            return NOT_DESCRIBED.within(language)
        return HOUSE_DEFAULT.within(language) if self.is_house_default else ""


@dataclass(frozen=True, kw_only=True)
class Trail:
    """All leaves of a merged approach, with the sources, reasons and dates of the files they came from."""

    leaves: Mapping[Path, Leaf] = field(default_factory=dict)
    sources: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    reasons: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    since: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    chain: tuple[str, ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    def leaf(self, path: Path) -> Leaf | None:
        """The value at a path, or for a whole part its most specific leaf (the last file in the chain)."""
        if exact := self.leaves.get(path):
            return exact
        under = [leaf for at, leaf in self.leaves.items() if at[: len(path)] == path]
        return max(under, key=lambda leaf: self.chain.index(leaf.file), default=None)

    def provenance(self, path: str, value: Any, *, since: int | None) -> Provenance:
        """Everything known about the value at a dotted path."""
        at = tuple(path.split("."))
        leaf = self.leaf(at)
        if leaf is None:
            return Provenance(value=value)
        stated = at if leaf.path[: len(at)] == at else leaf.path
        house = is_house(leaf.file)
        sources, reasons = self.sources.get(leaf.file, {}), self.reasons.get(leaf.file, {})
        return Provenance(
            value=value,
            source=self._named(
                leaf.file, nearest(sources, stated) or nearest(sources, leaf.path) or below(sources, path)
            ),
            reason=nearest(reasons, stated) or nearest(reasons, leaf.path),
            file=leaf.file,
            since=nearest(self.since.get(leaf.file, {}), leaf.path) or (None if house else since),
            is_house_default=house,
            described=not house,
        )

    def _named(self, file: str, source: str | None) -> str | None:
        """A source, with the municipality whose it is where that is another one."""
        city = self.elsewhere.get(file)
        if not city or not source:
            return source
        return "; ".join(f"{city}: {place}" for place in source.split("; "))


def nearest(entries: Mapping[str, T], path: Path) -> T | None:
    """The entry for a path or for the closest part above it."""
    for length in range(len(path), 0, -1):
        if found := entries.get(".".join(path[:length])):
            return found
    return None


def below(sources: Mapping[str, str], path: str) -> str | None:
    """The sources of the values under a path, for a list whose items come from several places."""
    return (
        "; ".join(dict.fromkeys(at for under, at in sources.items() if under.startswith(f"{path}."))) or None
    )


@cache
def hints(of: Any) -> dict[str, Any]:
    """The declared type of every field of a class, by its name in the file (`from_` is written `from`)."""
    return {name.rstrip("_"): hint for name, hint in typing.get_type_hints(of).items() if name != "trail"}


def required(hint: Any) -> Any:
    """`X` out of `X | None`; anything else unchanged."""
    if isinstance(hint, types.UnionType):
        return next(part for part in typing.get_args(hint) if part is not type(None))
    return hint


def reach(whole: Any, path: str) -> Any:
    """The value at a dotted path; None for what is not filled, KeyError for what cannot exist."""
    value, hint = whole, type(whole)
    for part in path.split("."):
        if is_dataclass(hint):
            fields = hints(hint)
            if part not in fields:
                raise KeyError(path)
            hint = required(fields[part])
            value = None if value is None else getattr(value, part, getattr(value, f"{part}_", None))
        elif typing.get_origin(hint) in (tuple, Mapping) and value is not None:
            value = _item(value, part, path)
            hint = type(value)
        else:
            raise KeyError(path)
    return value


def _item(values: Any, key: str, path: str) -> Any:
    if isinstance(values, Mapping):
        if key in values:
            return values[key]
        raise KeyError(path)
    for value in values:
        if getattr(value, "key", getattr(value, "power", None)) == key:
            return value
    raise KeyError(path)
