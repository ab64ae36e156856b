"""Streets to find an address by, and the landmarks of a drawn map."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from wijkwerk.areas.actions.outcome import Outcome
from wijkwerk.areas.models import Address, Area, Landmark, LandmarkKind, MapState
from wijkwerk.areas.rules.codes import BUURT, STATISTICAL
from wijkwerk.areas.rules.problems import Kind, Problem, Unit
from wijkwerk.areas.rules.streets import Street, read_streets
from wijkwerk.areas.sentences import BadFile

_AT_A_TIME = 500


def import_streets(*, path: Path, dry_run: bool = False) -> Outcome:
    """Take in a list of streets (`postcode;street;area;buurt;lon;lat`). Raises BadFile when anything is
    wrong.
    """
    streets = read_streets(path.read_bytes())
    if streets.problems:
        raise BadFile(path.name, streets.problems)
    return _keep_streets(streets.rows, path.name, dry_run)


@transaction.atomic
def _keep_streets(streets: list[Street], file: str, dry_run: bool) -> Outcome:
    living = Area.objects.filter(valid_to__isnull=True)
    buurten = dict(living.filter(level=BUURT).values_list("code", "pk"))
    areas = dict(living.exclude(level__in=STATISTICAL).values_list("code", "pk"))
    problems = [
        Problem(kind=Kind.UNKNOWN_AREA, unit=Unit.LINE, number=street.line, key=key, value=code)
        for street in streets
        for key, code, known in (("area", street.area, areas), ("buurt", street.buurt, buurten))
        if code and code not in known
    ]
    if problems:
        raise BadFile(file, problems)
    present = {(row.postcode, row.street): row for row in Address.objects.select_for_update()}
    outcome = Outcome(total=len(streets))
    new: list[Address] = []
    other: list[Address] = []
    for street in streets:
        row = present.get((street.postcode, street.street))
        place = (areas.get(street.area), buurten.get(street.buurt), street.lon, street.lat)
        if row is not None and (row.area_id, row.buurt_id, row.lon, row.lat) == place:
            continue
        name = f"{street.postcode} {street.street}"
        (outcome.codes_made if row is None else outcome.codes_changed).add(name)
        if row is None:
            row = Address(postcode=street.postcode, street=street.street)
            new.append(row)
        else:
            other.append(row)
        row.area_id, row.buurt_id, row.lon, row.lat = place
    Address.objects.bulk_create(new, batch_size=_AT_A_TIME)
    Address.objects.bulk_update(other, ["area", "buurt", "lon", "lat"], batch_size=_AT_A_TIME)
    if new or other:
        MapState.renew()
    if dry_run:
        transaction.set_rollback(True)
    return outcome


@transaction.atomic
def draw_landmarks(landmarks: Mapping[tuple[LandmarkKind, str], Mapping[str, Any]]) -> None:
    """Keep exactly these landmarks: (kind, name) → GeoJSON in WGS84."""
    Landmark.objects.all().delete()
    Landmark.objects.bulk_create(
        Landmark(kind=kind, name=name, geometry=dict(geometry))
        for (kind, name), geometry in landmarks.items()
    )
    MapState.renew()
