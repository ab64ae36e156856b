"""Loading, checking and listing approaches."""

from functools import cache
from pathlib import Path

from wijkwerk.approaches.building import build
from wijkwerk.approaches.merging import merge
from wijkwerk.approaches.reading import ApproachFile, read
from wijkwerk.approaches.rules import contradictions
from wijkwerk.approaches.schema import Approach
from wijkwerk.approaches.sourcing import CATALOGUE, check_headings, check_sources
from wijkwerk.approaches.trail import is_house
from wijkwerk.approaches.values import ApproachErrors, Problem, Text

__all__ = [
    "CATALOGUE",
    "HOUSE",
    "add_directory",
    "catalogue",
    "check",
    "examine",
    "house",
    "load",
    "load_file",
]

HOUSE = "_house"


_directories: list[Path] = [CATALOGUE]


def add_directory(directory: Path) -> None:
    """Let a municipality's own files be chosen too. A key of ours always means our file."""
    if directory not in _directories:
        _directories.append(directory)
        load.cache_clear()


def catalogue() -> list[str]:
    """The keys of all approaches that can be chosen, in order of name."""
    return sorted(_files())


def _files() -> dict[str, Path]:
    found: dict[str, Path] = {}
    for directory in _directories:
        for path in directory.glob("*.toml"):
            if not is_house(path.stem):
                found.setdefault(path.stem, path)
    return found


@cache
def load(key: str) -> Approach:
    """The approach with this key, over the house defaults. Raises ApproachErrors for an unsound file."""
    path = _files().get(key)
    if path is None:
        message = Text(nl=f'er is geen aanpak "{key}"', en=f'there is no approach "{key}"')
        raise ApproachErrors((Problem(file=f"{key}.toml", key="key", message=message),))
    return load_file(path)


@cache
def house() -> Approach:
    """The defaults alone: what holds where no approach was adopted. Cannot be chosen."""
    return load_file(CATALOGUE / f"{HOUSE}.toml")


def load_file(path: Path) -> Approach:
    """An approach from any file, such as a draft. Raises ApproachErrors with everything that is wrong."""
    approach, problems = examine(read(path), path.parent)
    if any(not problem.is_warning for problem in problems):
        raise ApproachErrors(tuple(problems))
    return approach


def check(path: Path | str) -> list[Problem]:
    """Everything wrong with a file, at once; an empty list for a sound one."""
    path = Path(path)
    return examine(read(path), path.parent)[1]


def examine(file: ApproachFile, directory: Path) -> tuple[Approach, list[Problem]]:
    """Merge, build and check a file that was read; what it extends is looked for beside it, then with us."""
    chain = _chain(file, directory)
    trail = merge(chain)
    check_sources(file, chain)
    if not is_house(file.key):
        check_headings(file, trail)
    approach, problems = build(trail, file.name)
    found = [problem for each in chain for problem in each.problems] + problems
    known_wrong = {problem.key for problem in found}
    return approach, _once(found + contradictions(approach, file.name, known_wrong))


def _chain(file: ApproachFile, directory: Path) -> list[ApproachFile]:
    """The file and all it stands on, the lowest first. The house lies under everything."""
    chain = [file]
    while (below := chain[0].extends or (None if is_house(chain[0].key) else HOUSE)) is not None:
        if below in {each.key for each in chain}:
            circle = " → ".join([*(each.key for each in reversed(chain)), below])
            file.wrong("extends", f"dit loopt rond: {circle}", f"this runs in a circle: {circle}")
            return [read(CATALOGUE / f"{HOUSE}.toml"), *chain]
        path = next(
            (
                place / f"{below}.toml"
                for place in (directory, *_directories)
                if (place / f"{below}.toml").is_file()
            ),
            None,
        )
        if path is None:
            chain[0].wrong("extends", f'er is geen aanpak "{below}"', f'there is no approach "{below}"')
            return [read(CATALOGUE / f"{HOUSE}.toml"), *chain]
        chain.insert(0, read(path))
    return chain


def _once(problems: list[Problem]) -> list[Problem]:
    return list(dict.fromkeys(problems))
