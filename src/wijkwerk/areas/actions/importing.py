"""Taking areas in from a file: all of it or nothing, and the second time nothing changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from django.db import transaction

from wijkwerk.approaches import ApproachErrors, catalogue, load
from wijkwerk.areas.actions.history import reshape
from wijkwerk.areas.actions.numbers import keep_inhabitants
from wijkwerk.areas.actions.outcome import Outcome
from wijkwerk.areas.models import Area, FormerOutline, MapState
from wijkwerk.areas.rules.codes import BUURT, GEMEENTE, STATISTICAL, WIJK, containing, municipality_of
from wijkwerk.areas.rules.features import AreaFeature, read_areas
from wijkwerk.areas.rules.problems import Kind, Problem, Unit
from wijkwerk.areas.sentences import BadFile
from wijkwerk.foundation import clock

_FEW = 500


def import_areas(
    *,
    path: Path,
    level: str,
    municipality: str = "",
    valid_from: date | None = None,
    source: str = "",
    drawn: bool = False,
    dry_run: bool = False,
) -> Outcome:
    """Take in a GeoJSON file (plain or gzip) of areas of one level.

    Raises BadFile with everything that is wrong with it. `municipality` (GM0150) takes only its areas;
    `valid_from` is the day they hold from, else 1 January of the year the file names, else today.
    `dry_run` does the real work and undoes it.
    """
    require_level(level, path.name)
    reading = read_areas(path.read_bytes(), level=level)
    if reading.problems:
        raise BadFile(path.name, reading.problems)
    features = reading.features
    if municipality:
        features = [each for each in features if municipality_of(each.code) == municipality.upper()]
        if not features:
            raise BadFile(path.name, [Problem(kind=Kind.NO_MUNICIPALITY, value=municipality)])
    if drawn:
        features = [replace(each, drawn=True) for each in features]
    published = "CBS, Kadaster " if level in STATISTICAL else ""
    outcome = keep_areas(
        features=features,
        level=level,
        valid_from=valid_from or _day_of(features),
        source=source or f"{published}({path.name})",
        file=path.name,
        dry_run=dry_run,
    )
    outcome.water, outcome.without_code = reading.water, reading.without_code
    return outcome


def require_level(level: str, file: str) -> None:
    """Raise BadFile when this is neither a statistical level nor a level of any approach."""
    if level in STATISTICAL or level in _levels_of_approaches():
        return
    raise BadFile(file, [Problem(kind=Kind.BAD_LEVEL, key="level", value=level)])


def _levels_of_approaches() -> set[str]:
    levels = set()
    for key in catalogue():
        try:
            levels |= {level.key for level in load(key).levels}
        except ApproachErrors:
            continue  # a broken draft is another command's business
    return levels


def _day_of(features: Sequence[AreaFeature]) -> date:
    years = {feature.year for feature in features}
    year = years.pop() if len(years) == 1 else None
    return date(year, 1, 1) if year else clock.today()


@transaction.atomic
def keep_areas(
    *,
    features: Sequence[AreaFeature],
    level: str,
    valid_from: date,
    source: str,
    file: str = "",
    dry_run: bool = False,
) -> Outcome:
    """Make or bring up to date the areas of one level, from values that were checked (or the demo's own)."""
    outcome = Outcome(total=len(features))
    areas = _present(level, features, valid_from)
    former = defaultdict(list)
    for each in FormerOutline.objects.filter(area__level=level):
        former[each.area_id].append(each)
    parents = _named_parents(features, file)
    new: list[Area] = []
    for feature in features:
        area = areas.get(feature.code)
        if area is None:
            new.append(_new_area(feature, level, valid_from, source, parents.get(feature.parent)))
            continue
        reshaped = reshape(area, former[area.pk], feature, valid_from, source)
        if _describe(area, feature, parents) or reshaped:
            outcome.codes_changed.add(feature.code)
    areas |= {area.code: area for area in Area.objects.bulk_create(new, batch_size=_FEW)}
    outcome.codes_made = {area.code for area in new}
    counted = keep_inhabitants(
        {
            (areas[feature.code].pk, feature.year or valid_from.year): (feature.inhabitants, source)
            for feature in features
            if feature.inhabitants is not None
        }
    )
    outcome.codes_changed |= {code for code, area in areas.items() if area.pk in counted}
    if _link_by_code() or outcome.codes_made or outcome.codes_changed:
        MapState.renew()
    if dry_run:
        transaction.set_rollback(True)
    return outcome


def _present(level: str, features: Sequence[AreaFeature], day: date) -> dict[str, Area]:
    """The rows these features are about: the one that holds on the day, else the first one after it."""
    rows = Area.objects.select_for_update().filter(level=level).order_by("-valid_from")
    if len(features) <= _FEW:
        rows = rows.filter(code__in=[feature.code for feature in features])
    return {row.code: row for row in rows if row.valid_to is None or row.valid_to > day}


def _new_area(feature: AreaFeature, level: str, day: date, source: str, parent: Area | None) -> Area:
    return Area(
        code=feature.code,
        name=feature.name,
        level=level,
        parent=parent,
        short_name=feature.short_name,
        portrait=feature.portrait,
        geometry=feature.geometry,
        drawn=feature.drawn,
        source=source,
        valid_from=day,
    )


def _describe(area: Area, feature: AreaFeature, parents: Mapping[str, Area]) -> bool:
    """Short name, portrait and parent where the file names them; whether that changed anything."""
    before = area.short_name, area.portrait, area.parent_id
    area.short_name = feature.short_name or area.short_name
    area.portrait = feature.portrait or area.portrait
    area.parent_id = parents[feature.parent].pk if feature.parent else area.parent_id
    if before == (area.short_name, area.portrait, area.parent_id):
        return False
    area.save(update_fields=["short_name", "portrait", "parent"])
    return True


def _named_parents(features: Sequence[AreaFeature], file: str) -> dict[str, Area]:
    codes = {feature.parent for feature in features if feature.parent}
    if not codes:
        return {}
    found = {area.code: area for area in Area.objects.filter(code__in=codes, valid_to__isnull=True)}
    problems = [
        Problem(
            kind=Kind.UNKNOWN_AREA,
            unit=Unit.FEATURE,
            number=feature.number,
            code=feature.code,
            key="parent",
            value=feature.parent,
        )
        for feature in features
        if feature.parent and feature.parent not in found
    ]
    if problems:
        raise BadFile(file, problems)
    return found


def _link_by_code() -> int:
    """Hang every statistical area under the nearest one that its code names and that is here; how many moved.

    Whatever order the files come in, the outcome is the same. A parent of our own making is left alone.
    """
    rows = Area.objects.filter(level__in=STATISTICAL, valid_to__isnull=True)
    ids = dict(rows.filter(level__in=(GEMEENTE, WIJK)).values_list("code", "pk"))
    moved: dict[int | None, list[int]] = defaultdict(list)
    below = rows.filter(level__in=(WIJK, BUURT)).select_related("parent").only("code", "parent__level")
    for area in below:
        parent = next((ids[code] for code in containing(area.code) if code in ids), None)
        own = area.parent is not None and area.parent.level not in STATISTICAL
        if parent != area.parent_id and not own:
            moved[parent].append(area.pk)
    # One update per parent: one statement for all would weigh every row against every other.
    for parent, children in moved.items():
        Area.objects.filter(pk__in=children).update(parent=parent)
    return sum(map(len, moved.values()))
