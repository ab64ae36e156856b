"""A no, or a warning, that rests on a value of an approach."""

from __future__ import annotations

from wijkwerk.approaches import Approach
from wijkwerk.foundation.reasons import Reason, Text


def resting_on(
    approach: Approach, path: str, sentence: Text, *, value: str = "", way_out: Text = "", field: str = ""
) -> Reason:
    """The reason with its rule, its source, and whether it is a default of ours."""
    why = approach.why(path)
    return Reason(
        sentence,
        rule=f"{approach.key}: {path}",
        value=value or str(why.value if why.value is not None else ""),
        source=why.source or "",
        house_default=why.is_house_default,
        way_out=way_out,
        field=field,
    )
