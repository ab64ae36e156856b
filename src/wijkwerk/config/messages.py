"""English translations: gather what the code says, compile what was translated. Needs no system package.

`python -m wijkwerk.config.messages update` brings every `locale/en` up to date with its capability;
`compile` turns the `.po` files into what Django reads. Dutch is the language of the code's own texts.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parent.parent
KEYWORDS: dict[str, Any] = {
    "gettext": None,
    "gettext_lazy": None,
    "_": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}

# Nothing that changes by itself: a file differs only where a text does.
HEADER = """\
# English texts of Wijkwerk.
msgid ""
msgstr ""
"Project-Id-Version: Wijkwerk\\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def texts_of(capability: Path) -> Iterator[tuple[Path, int, object, object]]:
    """Every text of a capability as (file, line, message or plural pair, context)."""
    from babel.messages.extract import extract
    from django.utils.translation.template import templatize

    for file in sorted([*capability.rglob("*.py"), *capability.rglob("*.html"), *capability.rglob("*.txt")]):
        if "tests" in file.parts or "node_modules" in file.parts:
            continue
        source = file.read_text(encoding="utf-8")
        if file.suffix != ".py":
            if "/templates/" not in file.as_posix():
                continue
            # Read as Python from here on, where the indentation of a template would be a mistake.
            source = "\n".join(line.lstrip() for line in templatize(source, origin=str(file)).splitlines())
        for line, message, _comments, context in extract(
            "python", io.BytesIO(source.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
        ):
            if message:
                yield file, line, message, context


def catalogue_file(capability: Path) -> Path:
    """Where the English of a capability stands."""
    return capability / "locale" / "en" / "LC_MESSAGES" / "django.po"


def capabilities() -> list[Path]:
    """The folders that may hold texts."""
    return sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))


def update() -> None:
    """Add new texts to each `.po` (empty, to be translated) and drop those no longer used."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    for capability in capabilities():
        template = Catalog(locale="en", charset="utf-8", fuzzy=False)
        for file, _line, message, context in texts_of(capability):
            place = (file.relative_to(PACKAGE).as_posix(), 0)
            template.add(message, context=context, locations=[place])  # type: ignore[arg-type]
        if not len(template):
            continue
        target = catalogue_file(capability)
        if target.exists():
            with target.open("rb") as old:
                catalogue = read_po(old, locale="en")
            catalogue.update(template, no_fuzzy_matching=True)
        else:
            catalogue = template
        catalogue.obsolete.clear()
        target.parent.mkdir(parents=True, exist_ok=True)
        text = io.BytesIO()
        write_po(text, catalogue, omit_header=True, width=110, sort_output=True, include_lineno=False)
        target.write_bytes(HEADER.encode() + text.getvalue())


def compile_all() -> None:
    """Write the `.mo` beside each `.po`."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in sorted(PACKAGE.glob("*/locale/*/LC_MESSAGES/*.po")):
        with source.open("rb") as text, source.with_suffix(".mo").open("wb") as out:
            write_mo(out, read_po(text))


if __name__ == "__main__":
    {"update": update, "compile": compile_all}[sys.argv[1]]()
