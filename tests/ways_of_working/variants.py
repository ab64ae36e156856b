"""A file of its own that differs from one of the catalogue only in the values given: the other position of a switch."""

from __future__ import annotations

from pathlib import Path

import pytest

from wijkwerk.approaches import Text, load, loading
from wijkwerk.approaches.drafting import Draft, Plain
from wijkwerk.approaches.schema import Document


def variant(folder: Path, patch: pytest.MonkeyPatch, extends: str, values: dict[str, Plain]) -> str:
    """The key of an approach like `extends` with these values, for as long as the test runs."""
    key = "variant"
    draft = Draft(
        key=key,
        title=Text(nl="Andere stand"),
        extends=extends,
        values=values,
        sources=dict.fromkeys(values, "besluit §1"),
        documents={"besluit": Document(key="besluit", title=Text(nl="Besluit"), sections=("§1",))},
    )
    (folder / f"{key}.toml").write_text(draft.toml(), encoding="utf-8")
    patch.setattr(loading, "_directories", [*loading._directories, folder])
    load.cache_clear()
    return key
