"""Dutch stands in the code, English beside each capability: nothing is left out, nothing is lost on the way."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.template.loader import get_template

from tests.source import PACKAGE
from wijkwerk.config.messages import capabilities, catalogue_file, texts_of

# %(name)s of Python and of templates, {name} of str.format, and what a link or emphasis needs.
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|%[sd]|\{\w*\}|</?\w+")
# Words no Dutch text for people has; `status`, `team` and the like are Dutch too.
ENGLISH = re.compile(
    r"\b(the|your|you|please|and|with|this|that|which|must|should|cannot|will be|has been|not found|sign in)\b",
    re.IGNORECASE,
)
WITH_TEXTS = [path for path in capabilities() if any(texts_of(path))]


def forms(message: object) -> tuple[str, ...]:
    """A message as its one form, or singular and plural."""
    return tuple(map(str, message)) if isinstance(message, tuple | list) else (str(message),)


@cache
def english(capability: Path) -> Catalog:
    file = catalogue_file(capability)
    if not file.exists():
        return Catalog(locale="en")
    with file.open("rb") as opened:
        return read_po(opened, locale="en")


def translation(capability: Path, message: object, context: object) -> tuple[str, ...]:
    found = english(capability).get(forms(message)[0], context=context)  # type: ignore[arg-type]
    return forms(found.string) if isinstance(found, Message) else ("",)


@pytest.mark.parametrize("capability", WITH_TEXTS, ids=lambda path: path.name)
def test_every_text_has_its_english(capability: Path) -> None:
    missing = {
        f"{file.relative_to(PACKAGE)}:{line}: {forms(message)[0][:80]}"
        for file, line, message, context in texts_of(capability)
        if not all(translation(capability, message, context))
    }
    assert not missing, f"{len(missing)} without English; `make messages` gathers them\n" + "\n".join(
        sorted(missing)
    )


@pytest.mark.parametrize("capability", WITH_TEXTS, ids=lambda path: path.name)
def test_both_languages_have_the_same_places_to_fill(capability: Path) -> None:
    differ = []
    for _file, _line, message, context in texts_of(capability):
        dutch, translated = forms(message), translation(capability, message, context)
        if not all(translated):
            continue
        # A singular may say "one" where the plural counts.
        wanted = {frozenset(PLACEHOLDER.findall(form)) for form in dutch}
        differ += [
            f"{form!r} ≠ {dutch!r}" for form in translated if set(PLACEHOLDER.findall(form)) not in wanted
        ]
    assert not differ, "\n".join(differ)


def test_the_same_dutch_is_the_same_english_everywhere() -> None:
    """Django puts all catalogues on one heap: of two answers to one text, one would win by chance."""
    heard: dict[tuple[tuple[str, ...], object], set[tuple[str, ...]]] = {}
    for capability in WITH_TEXTS:
        for _file, _line, message, context in texts_of(capability):
            said = translation(capability, message, context)
            if all(said):
                heard.setdefault((forms(message), context), set()).add(said)
    differ = [f"{message}: {sorted(said)}" for (message, _context), said in heard.items() if len(said) > 1]
    assert not differ, "\n".join(differ)


@pytest.mark.parametrize("capability", WITH_TEXTS, ids=lambda path: path.name)
def test_texts_in_the_code_are_dutch(capability: Path) -> None:
    found = {
        f"{file.relative_to(PACKAGE)}:{line}: {form[:80]}"
        for file, line, message, _context in texts_of(capability)
        for form in forms(message)
        if ENGLISH.search(PLACEHOLDER.sub("", form))
    }
    assert not found, "\n".join(sorted(found))


def test_refusals_are_in_the_readers_language() -> None:
    """A sentence of a Reason, or a `no`, that nobody marked would stand in Dutch on an English page."""
    found = []
    for capability in capabilities():
        for path in capability.rglob("*.py"):
            # The style guide shows pieces, not what happened.
            if {"tests", "demo"} & set(path.parts) or path.name == "styleguide.py":
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                    continue
                if node.func.id not in {"Reason", "no", "Invalid", "Conflict", "Refused"} or not node.args:
                    continue
                first = node.args[0]
                parts = first.values if isinstance(first, ast.JoinedStr) else [first]
                words = " ".join(str(part.value) for part in parts if isinstance(part, ast.Constant))
                if re.search(r"[a-z]{3}", words):
                    found.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    assert not found, "\n".join(found)


TEMPLATES = sorted(
    path.relative_to(folder).as_posix()
    for folder in PACKAGE.glob("*/templates")
    for path in folder.rglob("*.*")
)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_can_be_read(name: str) -> None:
    """A tag that is written wrongly breaks the page only for whoever opens it."""
    get_template(name)
