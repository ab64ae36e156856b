"""What a report is made of: headings, sentences and tables. The layout is the template's."""

from dataclasses import dataclass, field
from typing import Any

NUMERIC = "right"
TEXT = "left"
SHORT = "short"
"""Text that stands on one line, such as an id."""


@dataclass(frozen=True)
class Table:
    """A table with a caption and a head; `align` has one word per column."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """For the template."""
        return {
            "kind": "table",
            "caption": self.caption,
            "head": list(self.head),
            "rows": [list(row) for row in self.rows],
            "align": list(self.align),
        }


@dataclass(frozen=True)
class Code:
    """Text to copy to the letter."""

    text: str

    def as_json(self) -> dict[str, Any]:
        """For the template."""
        return {"kind": "code", "text": self.text}


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """For the template."""
        return {"kind": "list", "items": list(self.items)}


Block = str | Table | Code | Bullets


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it."""

    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple["Section", ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """For the template."""
        blocks = [
            {"kind": "text", "text": block} if isinstance(block, str) else block.as_json()
            for block in self.blocks
        ]
        return {"title": self.title, "blocks": blocks, "parts": [part.as_json() for part in self.parts]}
