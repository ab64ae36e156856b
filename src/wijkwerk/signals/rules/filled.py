"""What someone has filled in of a report so far."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True)
class Filled:
    """The three screens of a report, as typed. Nothing here is checked yet: that is the forms' work."""

    text: str = ""
    category: str = ""
    area_id: int | None = None
    neighbourhood_id: int | None = None
    search: str = ""
    street: str = ""
    place_text: str = ""
    longitude: float | None = None
    latitude: float | None = None
    whole_neighbourhood: bool = False
    seen_near: bool = False
    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    own_contribution: str = ""
    about_id: int | None = None  # the public thing that this adds to or corrects

    @property
    def located(self) -> bool:
        """Whether a point on the map is known."""
        return self.longitude is not None and self.latitude is not None

    @property
    def reachable(self) -> bool:
        """Whether there is any way to answer."""
        return bool(self.email or self.phone or self.address)

    def to_json(self) -> str:
        """For keeping."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, kept: str) -> Filled:
        """What was kept; what is no longer known is left out."""
        given: dict[str, Any] = json.loads(kept) if kept else {}
        names = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in given.items() if name in names})
