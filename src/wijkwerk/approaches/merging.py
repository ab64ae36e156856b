"""Laying one file over another: house defaults below, the municipality's own values on top."""

from wijkwerk.approaches.reading import HEADER, ApproachFile
from wijkwerk.approaches.trail import Leaf, Path, Trail, hints, is_house
from wijkwerk.approaches.values import Text

# A file that names its own levels, steps or plans names them all: those of the house that it leaves out go.
# What the house says about one that it does name (who takes note of an area plan) stays.
COMPLETE_LISTS: tuple[Path, ...] = (("levels",), ("cycle", "steps"), ("plans",), ("themes", "list"))
# Who answers a question that another file left open takes the place of its silence, and the other way round.
ANSWERED_OR_NOT = ("answer", "not_described")
LANGUAGES = tuple(hints(Text))
# What happened in a municipality, what was found there and what its people believe is told of that one alone.
OF_ONE_MUNICIPALITY = ("development", "effect", "principles")


def merge(chain: list[ApproachFile]) -> Trail:
    """Merge files, the first at the bottom, and give each role the powers of its kind."""
    leaves: dict[Path, Leaf] = {}
    elsewhere = _elsewhere(chain)
    for position, file in enumerate(chain):
        last = position == len(chain) - 1
        if not is_house(file.key):
            leaves = _named_by(leaves, file)
        for removed in file.remove:
            part = tuple(removed.split("."))
            kept = {at: leaf for at, leaf in leaves.items() if not _under(at, part)}
            if len(kept) == len(leaves) and not (elsewhere and told_of_one(part)):
                file.wrong(
                    f"remove.{removed}",
                    "wat hier wordt weggehaald, stond er niet",
                    "what is removed here was not there",
                )
            leaves = kept
        for at, value in file.leaves.items():
            if file.key in elsewhere and told_of_one(at):
                continue
            if last or at[0] not in HEADER:
                _make_room(leaves, at, file.key)
                leaves[at] = Leaf(value, file.key, at)
    _lend_kinds(leaves)
    return Trail(
        leaves=leaves,
        sources={file.key: file.sources for file in chain},
        reasons={file.key: file.reasons for file in chain},
        since={file.key: file.since for file in chain},
        chain=tuple(file.key for file in chain),
        elsewhere=elsewhere,
    )


def told_of_one(at: Path) -> bool:
    """Whether a value tells of the municipality itself, and not of how it works: no other one can take it over."""
    return at[0] in OF_ONE_MUNICIPALITY or at[1:2] == ("answer",)


def _elsewhere(chain: list[ApproachFile]) -> dict[str, str]:
    """The files of another municipality than that of the last one, each with whose it is."""
    named = {file.key: str(name) for file in chain if (name := file.leaves.get(("municipality",)))}
    own = named.get(chain[-1].key)
    return {key: name for key, name in named.items() if own and name != own}


def overlay(trail: Trail, file: ApproachFile) -> Trail:
    """A merged approach with a few values laid over it, such as those that one area changes."""
    leaves = dict(trail.leaves)
    for at, value in file.leaves.items():
        _make_room(leaves, at, file.key)
        leaves[at] = Leaf(value, file.key, at)
    return Trail(
        leaves=leaves,
        sources={**trail.sources, file.key: file.sources},
        reasons={**trail.reasons, file.key: file.reasons},
        since=trail.since,
        chain=(*trail.chain, file.key),
        elsewhere=trail.elsewhere,
    )


def _named_by(leaves: dict[Path, Leaf], file: ApproachFile) -> dict[Path, Leaf]:
    """Of the complete lists: only what the file names, in the file's order."""
    for part in COMPLETE_LISTS:
        depth = len(part)
        named = dict.fromkeys(at[depth] for at in file.leaves if len(at) > depth and _under(at, part))
        if not named:
            continue
        kept = {at: leaf for at, leaf in leaves.items() if not (_under(at, part) and is_house(leaf.file))}
        for key in named:
            kept.setdefault((*part, key, "key"), Leaf(key, file.key, (*part, key, "key")))
            below = {at: leaf for at, leaf in leaves.items() if _under(at, (*part, key))}
            kept.update({at: leaf for at, leaf in below.items() if is_house(leaf.file)})
        leaves = kept
    if any(at[0] == "levels" and at[-1] == "plans" for at in file.leaves):
        # Who says at which level plans are made also says at which level they are not.
        leaves = {
            at: leaf for at, leaf in leaves.items() if not (_is_level_choice(at) and is_house(leaf.file))
        }
    return leaves


def _is_level_choice(at: Path) -> bool:
    return len(at) == 3 and at[0] == "levels" and at[2] in ("plans", "ranking")


def _under(at: Path, part: Path) -> bool:
    return at[: len(part)] == part


def _make_room(leaves: dict[Path, Leaf], at: Path, file: str) -> None:
    """A value stated where a part stood, or the other way round, takes its place whole.

    So does a text: new Dutch words never keep the English ones of another file.
    """
    if at[-1] in LANGUAGES:
        for language in LANGUAGES:
            told = leaves.get((*at[:-1], language))
            if told and told.file != file:
                del leaves[*at[:-1], language]
    for length in range(1, len(at)):
        leaves.pop(at[:length], None)
    if len(at) > 1 and at[1] in ANSWERED_OR_NOT:
        for name in ANSWERED_OR_NOT:
            for other in [other for other in leaves if _under(other, (at[0], name)) and name != at[1]]:
                if leaves[other].file != file:
                    del leaves[other]
    if at not in leaves:
        for other in [other for other in leaves if _under(other, at)]:
            del leaves[other]


def _lend_kinds(leaves: dict[Path, Leaf]) -> None:
    """Give a role what its kind has. What a file excludes a role from, no other file can give it."""
    for at in [at for at in leaves if len(at) == 3 and at[0] == "roles" and at[2] == "excluded_from"]:
        excluded = leaves[at]
        for power in excluded.value if isinstance(excluded.value, tuple) else ():
            for below in [below for below in leaves if _under(below, (*at[:2], "powers", str(power)))]:
                if leaves[below].file != excluded.file:
                    del leaves[below]
    for at in [at for at in leaves if len(at) == 3 and at[0] == "roles" and at[2] == "kind"]:
        role, kind = at[:2], str(leaves[at].value)
        barred = leaves.get((*role, "excluded_from"))
        barred_powers = barred.value if barred and isinstance(barred.value, tuple) else ()
        for lent, leaf in list(leaves.items()):
            if _under(lent, ("role_kinds", kind, "powers")) and lent[3] not in barred_powers:
                leaves.setdefault((*role, *lent[2:]), leaf)
