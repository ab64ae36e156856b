"""Scenes in order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from wijkwerk.foundation import clock


@dataclass(order=True)
class Scene:
    """One thing that someone does at a moment. Scenes of one moment keep the order in which they were written."""

    at: datetime
    place: int
    act: Callable[[], object] = field(compare=False)


@dataclass
class Script:
    """All scenes up to `until`; a later one has not happened yet."""

    until: datetime
    scenes: list[Scene] = field(default_factory=list)
    now: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.now = self.until

    def add(self, at: datetime, act: Callable[[], object]) -> None:
        """Write a scene."""
        if at <= self.until:
            self.scenes.append(Scene(at, len(self.scenes), act))

    def play(self) -> Iterator[int]:
        """Play all scenes in order; gives how many are done after each."""
        for done, scene in enumerate(sorted(self.scenes), start=1):
            self.now = scene.at
            with clock.at(scene.at):
                scene.act()
            yield done
