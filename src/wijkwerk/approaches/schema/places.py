"""The levels at which an approach looks at its city."""

from dataclasses import dataclass

from wijkwerk.approaches.values import Band, Text


@dataclass(frozen=True, kw_only=True)
class Level:
    """A layer of areas. What it is called is the municipality's business."""

    key: str
    label: Text
    plural: Text | None = None
    count: int | None = None
    trial_count: int | None = None
    inhabitants: Band | None = None
    mean_inhabitants: int | None = None
    intensive_count: int | None = None
    extensive_count: int | None = None
    planned: tuple[str, ...] = ()
    border_rule: Text | None = None
    whole_city: bool = False
    plans: bool = False
    ranking: bool = False
    measures: bool = False

    def fits(self, inhabitants: int) -> bool | None:
        """Whether an area of this many people is of the size the approach asks; None if it asks none."""
        return None if self.inhabitants is None else inhabitants in self.inhabitants
