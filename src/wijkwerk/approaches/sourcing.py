"""Whether every value of a file says where it comes from, and whether that place exists."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path as FilePath

from wijkwerk.approaches.dimensions import SIX_QUESTIONS
from wijkwerk.approaches.reading import HEADER, ApproachFile, read
from wijkwerk.approaches.schema import Document
from wijkwerk.approaches.trail import Trail, is_house, nearest
from wijkwerk.approaches.values import Text

CATALOGUE = FilePath(__file__).parent / "catalogue"
NEEDS_NO_SOURCE = tuple(name for name in HEADER if name != "advice")

Sections = Mapping[str, tuple[str, ...]]


@cache
def house_documents() -> Sections:
    """The documents that the catalogue's files point at, with their sections."""
    return _sections([read(CATALOGUE / "_documents.toml")])


@cache
def document(name: str) -> Document:
    """Who made a source and how it was found out, to show beside what it says. KeyError for an unknown one."""
    raw = read(CATALOGUE / "_documents.toml").documents[name]
    method = raw.get("method")
    return Document(
        key=name,
        title=Text(**raw["title"]),
        year=raw.get("year"),
        maker=raw.get("maker"),
        method=Text(**method) if method else None,
        sections=tuple(raw["sections"]),
    )


def check_sources(file: ApproachFile, chain: list[ApproachFile]) -> None:
    """Every value has a source, every source a value, and every place is in a known document."""
    if is_house(file.key):
        _check_reasons(file)
        return
    known = {**house_documents(), **_sections(chain)}
    for path in file.leaves:
        if path[0] not in NEEDS_NO_SOURCE and not nearest(file.sources, path):
            file.wrong(
                ".".join(path),
                "deze waarde heeft geen bron in [sources]",
                "this value has no source in [sources]",
            )
    for stated, source in file.sources.items():
        if not file.has_below(stated):
            file.wrong(
                f"sources.{stated}",
                "deze bron hoort bij een waarde die niet in het bestand staat",
                "this source belongs to a value that is not in the file",
            )
        _check_place(file, stated, source, known)


def check_headings(file: ApproachFile, trail: Trail, below: Iterable[ApproachFile] = ()) -> None:
    """All six questions are answered, or said to be not described: by this file or one it extends.

    What another municipality answers is no answer of this one, and yet asks none of it.
    """
    stated = {at: leaf.value for at, leaf in trail.leaves.items() if not is_house(leaf.file)}
    for heading, words in SIX_QUESTIONS.items():
        answered = any(
            (heading, "answer", "nl") in told for told in (stated, *(each.leaves for each in below))
        )
        silent = stated.get((heading, "not_described")) is True
        if not answered and not silent:
            file.wrong(
                heading,
                f"de vraag naar {words.nl} is niet beantwoord: geef answer, of not_described = true",
                f"the question of {words.en} is not answered: give answer, or not_described = true",
            )
        elif silent and sum(at[0] == heading for at in stated) > 1:
            file.wrong(
                heading,
                "hier staat iets en toch heet het niet beschreven",
                "something is stated here and yet it is called not described",
                (f"{heading}.not_described", "true"),
            )


def _check_reasons(file: ApproachFile) -> None:
    for path in file.leaves:
        if path[0] not in NEEDS_NO_SOURCE and not nearest(file.reasons, path):
            file.wrong(
                ".".join(path), "deze standaard heeft geen reden", "this default has no reason in [reasons]"
            )
    for stated in file.reasons:
        if not file.has_below(stated):
            file.wrong(
                f"reasons.{stated}",
                "deze reden hoort bij een waarde die niet in het bestand staat",
                "this reason belongs to a value that is not in the file",
            )


def _check_place(file: ApproachFile, stated: str, source: str, known: Sections) -> None:
    for place in source.split("; "):
        document, _, sections = place.partition(" ")
        if document not in known:
            file.wrong(
                f"sources.{stated}",
                f'het document "{document}" is niet bekend; beschrijf het in [documents]',
                f'the document "{document}" is not known; describe it in [documents]',
            )
            continue
        for section in sections.split(", "):
            if section not in known[document]:
                file.wrong(
                    f"sources.{stated}",
                    f'"{document}" heeft geen plaats "{section}"',
                    f'"{document}" has no place "{section}"',
                )


def _sections(files: Iterable[ApproachFile]) -> Sections:
    return {
        name: tuple(document.get("sections", ()))
        for file in files
        for name, document in file.documents.items()
    }
