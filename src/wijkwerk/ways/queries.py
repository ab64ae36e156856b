"""Which approaches there are to choose from, and the text of those that were adopted here."""

from __future__ import annotations

from collections import Counter

from wijkwerk.approaches import Approach, catalogue, load
from wijkwerk.approaches.loading import house
from wijkwerk.approaches.trail import is_house
from wijkwerk.areas.models import Area, AreaApproach
from wijkwerk.foundation import clock
from wijkwerk.ways.models import Chapter, OwnApproach, VisionChapter


def text_of(key: str) -> str | None:
    """The file of an adopted approach, for whoever asks by its key; None when there is none."""
    return OwnApproach.objects.filter(key=key).values_list("text", flat=True).first()


def choosable() -> list[str]:
    """Our own approaches first, the latest in front; then the catalogue by name."""
    own = OwnApproach.objects.order_by("-adopted_on", "-pk").values_list("key", flat=True)
    return list(dict.fromkeys([*own, *catalogue()]))


def in_force() -> list[str]:
    """The keys of the approaches in force today, the one of most areas first."""
    used = Counter(AreaApproach.objects.on(clock.today()).values_list("approach_key", flat=True))
    return [key for key, _number in used.most_common()]


def once_in_force(key: str) -> Approach:
    """The approach that a change began or ended with: our own defaults held before the first one."""
    return house() if is_house(key) else load(key)


def approaches(chosen: list[str]) -> list[Approach]:
    """Those of these keys that exist, in this order, each once."""
    known = set(choosable())
    return [load(key) for key in dict.fromkeys(chosen) if key in known]


def vision() -> dict[Chapter, VisionChapter | None]:
    """The six chapters in their order; None for one that nobody wrote. Complete when none is missing."""
    written = {Chapter(each.chapter): each for each in VisionChapter.objects.all()}
    return {chapter: written.get(chapter) for chapter in Chapter}


def places_to_adopt() -> list[Area]:
    """Where an approach is in force now, the largest area first; else the areas that lie in no other."""
    today = clock.today()
    held = AreaApproach.objects.on(today).select_related("area").order_by("area__name")
    found = list(dict.fromkeys(row.area for row in held))
    if not found:
        found = list(Area.objects.on(today).filter(parent=None).order_by("name")[:50])
    return sorted(found, key=lambda area: (area.parent_id is not None, area.name))
