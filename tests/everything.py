"""Every word that is kept anywhere: all rows of all tables, opened where our keys open them, all files, all mail."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default as default_policy
from pathlib import Path

from django.conf import settings
from django.db import connection

from wijkwerk.foundation import encryption


def everything_kept() -> Iterator[tuple[str, str]]:
    """Each piece of text or bytes with where it stands."""
    yield from _rows()
    for name in ("MEDIA_ROOT", "EMAIL_FILE_PATH"):
        folder = Path(getattr(settings, name))
        for file in folder.rglob("*") if folder.is_dir() else []:
            if file.is_file():
                yield f"{name}/{file.name}", file.read_bytes().decode("latin-1")
                yield from _mail(file, name)


def found_of(*needles: str) -> list[str]:
    """Where any of these still stands, in whatever letters."""
    wanted = [needle.casefold() for needle in needles]
    return sorted(
        {
            f"{place}: {needle}"
            for place, text in everything_kept()
            for needle in wanted
            if needle in text.casefold()
        }
    )


def _rows() -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for table in sorted(tables):
            cursor.execute(f'select * from "{table}"')
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    for text in _readings(value):
                        yield f"{table}.{column}", text


def _readings(value: object) -> Iterator[str]:
    """A cell as text, as bytes in hexadecimal, and opened when it is one of our ciphertexts."""
    if isinstance(value, bytes | memoryview):
        raw = bytes(value)
        yield raw.decode("latin-1")
        yield raw.hex()
    elif value is not None:
        raw = str(value).encode()
        yield str(value)
    else:
        return
    with contextlib.suppress(ValueError):
        yield encryption.decrypt(raw)


def _mail(file: Path, name: str) -> Iterator[tuple[str, str]]:
    """A mail kept as a file hides its words in an encoding."""
    if name != "EMAIL_FILE_PATH":
        return
    for content in file.read_bytes().split(b"-" * 79 + b"\n"):
        mail = message_from_bytes(content.lstrip(), policy=default_policy)
        yield f"mail/{file.name}", f"{mail['To']} {mail['Subject']}"
        for part in mail.walk():
            if part.get_content_maintype() == "text":
                yield f"mail/{file.name}", str(part.get_content())
