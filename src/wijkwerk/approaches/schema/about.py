"""What a value of the schema is about, written at the field itself: `step_aside: Right[bool | None] = None`.

A mark on a part holds for everything below it, unless something below says otherwise.
"""

from enum import StrEnum
from typing import Annotated, TypeVar


class About(StrEnum):
    """What a change is about: rights and money are what a council decides on."""

    RIGHTS = "rights"
    MONEY = "money"
    OTHER = "other"


T = TypeVar("T")

Right = Annotated[T, About.RIGHTS]
Sum = Annotated[T, About.MONEY]
Manner = Annotated[T, About.OTHER]
