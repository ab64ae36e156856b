"""Loading, checking and listing approaches."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from wijkwerk.approaches.building import build
from wijkwerk.approaches.limits import LONGEST_KEY
from wijkwerk.approaches.merging import merge
from wijkwerk.approaches.reading import ApproachFile, read, read_text
from wijkwerk.approaches.rules import contradictions
from wijkwerk.approaches.schema import Approach
from wijkwerk.approaches.sourcing import CATALOGUE, check_headings, check_sources
from wijkwerk.approaches.trail import is_house
from wijkwerk.approaches.values import ApproachErrors, Problem, Text

__all__ = [
    "CATALOGUE",
    "HOUSE",
    "add_directory",
    "add_shelf",
    "catalogue",
    "check",
    "examine",
    "forget",
    "house",
    "load",
    "load_file",
    "text_of",
]

HOUSE = "_house"


Shelf = Callable[[str], str | None]

_directories: list[Path] = [CATALOGUE]
_shelves: list[Shelf] = []


def add_directory(directory: Path) -> None:
    """Let a municipality's own files be chosen too. A key of ours always means our file."""
    if directory not in _directories:
        _directories.append(directory)
        load.cache_clear()


def add_shelf(find: Shelf) -> None:
    """Let files be kept elsewhere than on a disk: `find` gives the text of the file with a key, or None.

    Asked last, and once per key: what was adopted is never edited. `forget` when a key is adopted.
    """
    if find not in _shelves:
        _shelves.append(find)


def forget() -> None:
    """Read everything anew when it is asked for: a file was put on a shelf."""
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
    file = read(path) if path else _from_shelf(key)
    if file is None:
        raise ApproachErrors((_no_such(key),))
    return _sound(file, path.parent if path else CATALOGUE)


def _from_shelf(key: str) -> ApproachFile | None:
    texts = (find(key) for find in _shelves)
    found = next((text for text in texts if text is not None), None)
    return None if found is None else read_text(key, found)


@cache
def house() -> Approach:
    """The defaults alone: what holds where no approach was adopted. Cannot be chosen."""
    return load_file(CATALOGUE / f"{HOUSE}.toml")


def text_of(key: str) -> str:
    """The file of an approach as it was written, to download. Raises ApproachErrors for an unknown key."""
    path = _files().get(key)
    if path is not None:
        return path.read_text(encoding="utf-8")
    found = next((text for find in _shelves if (text := find(key)) is not None), None)
    if found is None:
        raise ApproachErrors((_no_such(key),))
    return found


def _no_such(key: str) -> Problem:
    message = Text(nl=f'er is geen aanpak "{key}"', en=f'there is no approach "{key}"')
    return Problem(file=f"{key}.toml", key="key", message=message)


def load_file(path: Path) -> Approach:
    """An approach from any file, such as a draft. Raises ApproachErrors with everything that is wrong."""
    return _sound(read(path), path.parent)


def _sound(file: ApproachFile, directory: Path) -> Approach:
    approach, problems = examine(file, directory)
    if any(not problem.is_warning for problem in problems):
        raise ApproachErrors(tuple(problems))
    return approach


def check(path: Path | str) -> list[Problem]:
    """Everything wrong with a file, at once; an empty list for a sound one."""
    path = Path(path)
    return examine(read(path), path.parent)[1]


def examine(file: ApproachFile, directory: Path) -> tuple[Approach, list[Problem]]:
    """Merge, build and check a file that was read; what it extends is looked for beside it, then with us.

    Of a file that cannot be read nothing more is said than that.
    """
    if not file.readable:
        return house(), file.problems
    chain = _chain(file, directory)
    trail = merge(chain)
    check_sources(file, chain)
    if not is_house(file.key):
        check_headings(file, trail, chain)
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
        found = _extended(below, directory)
        if found is None:
            chain[0].wrong("extends", f'er is geen aanpak "{below}"', f'there is no approach "{below}"')
            return [read(CATALOGUE / f"{HOUSE}.toml"), *chain]
        chain.insert(0, found)
    return chain


def _extended(key: str, directory: Path) -> ApproachFile | None:
    if len(key) > LONGEST_KEY or not key.replace("-", "_").isidentifier():
        return None  # a draft comes from outside: it names an approach, never a place on the disk
    places = (place / f"{key}.toml" for place in (directory, *_directories))
    path = next((path for path in places if path.is_file()), None)
    return read(path) if path else _from_shelf(key)


def _once(problems: list[Problem]) -> list[Problem]:
    return list(dict.fromkeys(problems))
