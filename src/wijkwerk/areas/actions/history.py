"""Giving an area a name and outline from a day, so that what it was before that day stays readable."""

from __future__ import annotations

from datetime import date

from wijkwerk.areas.models import Area, FormerOutline
from wijkwerk.areas.rules.features import AreaFeature


def reshape(area: Area, former: list[FormerOutline], feature: AreaFeature, day: date, source: str) -> bool:
    """Give `area` this name and outline from `day`; whether that changed anything.

    Later than the present outline: the present one becomes a former one. From the same day: put right in
    place. Earlier: an older file, which only fills in the past.
    """
    shape = feature.name, feature.geometry
    since = area.outline_since
    if day >= since:
        if area.shape == shape:
            return False
        if day > since:
            _end(area, since, day)
        _put(area, feature, source)
        area.outline_from = day
        area.save()
        return True
    return _fill_in_the_past(area, former, feature, day, source)


def _put(row: Area | FormerOutline, feature: AreaFeature, source: str) -> None:
    row.name, row.geometry = feature.name, feature.geometry
    row.drawn, row.source = feature.drawn, source


def _end(area: Area, since: date, day: date) -> None:
    FormerOutline.objects.create(
        area=area,
        name=area.name,
        geometry=area.geometry,
        drawn=area.drawn,
        source=area.source,
        valid_from=since,
        valid_to=day,
    )


def _fill_in_the_past(
    area: Area, former: list[FormerOutline], feature: AreaFeature, day: date, source: str
) -> bool:
    shape = feature.name, feature.geometry
    then = next((each for each in former if each.holds_on(day)), None)
    if then is not None:
        if then.shape == shape:
            return False
        if then.valid_from < day:
            new = FormerOutline(area=area, valid_from=day, valid_to=then.valid_to)
            then.valid_to = day
            then.save()
            then = new
        _put(then, feature, source)
        then.save()
        return True
    # Before everything that is known of this area.
    earliest: Area | FormerOutline = min(former, key=lambda each: each.valid_from, default=area)
    starts = earliest.valid_from if isinstance(earliest, FormerOutline) else area.outline_since
    if earliest.shape == shape:
        if isinstance(earliest, FormerOutline):
            earliest.valid_from = day
            earliest.save()
        else:
            area.outline_from = day
    else:
        older = FormerOutline(area=area, valid_from=day, valid_to=starts)
        _put(older, feature, source)
        older.save()
        area.outline_from = area.outline_since
    area.valid_from = min(area.valid_from, day)
    area.save()
    return True
