"""Working areas of our own, put together from statistical buurten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.areas.actions.importing import keep_areas, require_level
from wijkwerk.areas.actions.numbers import keep_inhabitants
from wijkwerk.areas.actions.outcome import Outcome
from wijkwerk.areas.models import Area, Grouping, Inhabitants, MapState
from wijkwerk.areas.rules.codes import BUURT, GEMEENTE, municipality_of
from wijkwerk.areas.rules.features import AreaFeature
from wijkwerk.areas.rules.mapping import WorkingArea, read_mapping
from wijkwerk.areas.rules.outlines import together
from wijkwerk.areas.rules.problems import Kind, Problem
from wijkwerk.areas.sentences import BadFile
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Reason


def group_areas(*, path: Path, valid_from: date | None = None, dry_run: bool = False) -> Outcome:
    """Make or bring up to date the working areas of a mapping file (`.toml`, else a table).

    Raises BadFile with everything that is wrong with it. Without `valid_from` the grouping holds from today.
    """
    mapping = read_mapping(path.read_bytes(), toml=path.suffix.lower() == ".toml")
    if mapping.problems:
        raise BadFile(path.name, mapping.problems)
    return keep_working_areas(
        areas=mapping.areas, valid_from=valid_from or clock.today(), file=path.name, dry_run=dry_run
    )


@transaction.atomic
def keep_working_areas(
    *, areas: Sequence[WorkingArea], valid_from: date, file: str = "", dry_run: bool = False
) -> Outcome:
    """Make or bring up to date working areas from values that were checked (or that the demo gives)."""
    for level in sorted({area.level for area in areas}):
        require_level(level, file)
    buurten = _members(areas, file)
    outcome = Outcome(total=len(areas))
    rows: dict[str, Area] = {}
    for level in sorted({area.level for area in areas}):
        of_level = [area for area in areas if area.level == level]
        counted = keep_areas(
            features=[_feature(area, [buurten[code] for code in area.members]) for area in of_level],
            level=level,
            valid_from=valid_from,
            source=_source(file),
        )
        outcome.codes_made |= counted.codes_made
        outcome.codes_changed |= counted.codes_changed
        codes = [area.code for area in of_level]
        rows |= {row.code: row for row in Area.objects.filter(level=level, code__in=codes, valid_to=None)}
    ids = {area.code: rows[area.code] for area in areas}
    outcome.codes_changed |= _regroup(areas, ids, buurten, valid_from)
    added = _add_up(areas, ids, buurten)
    outcome.codes_changed |= {code for code, row in ids.items() if row.pk in added}
    _hang_under_municipality(areas, ids)
    if outcome.codes_made or outcome.codes_changed:
        MapState.renew()
    if dry_run:
        transaction.set_rollback(True)
    return outcome


def _source(file: str) -> str:
    return f"Samengesteld uit buurten ({file})" if file else "Samengesteld uit buurten"


def _members(areas: Sequence[WorkingArea], file: str) -> dict[str, Area]:
    """The buurten named, by code; all that are not here are said at once."""
    codes = {member for area in areas for member in area.members}
    found = {row.code: row for row in Area.objects.filter(level=BUURT, code__in=codes, valid_to__isnull=True)}
    problems = [
        Problem(kind=Kind.UNKNOWN_AREA, code=area.code, key="buurt_code", value=member)
        for area in areas
        for member in area.members
        if member not in found
    ]
    if problems:
        raise BadFile(file, problems)
    return found


def _feature(area: WorkingArea, members: Sequence[Area]) -> AreaFeature:
    outlines = [member.geometry for member in members if member.geometry]
    return AreaFeature(
        code=area.code,
        name=area.name,
        geometry=area.geometry or together(outlines),
        short_name=area.short_name,
        portrait=area.portrait,
        drawn=area.drawn or any(member.drawn for member in members if not area.geometry),
    )


def _regroup(
    areas: Sequence[WorkingArea], rows: Mapping[str, Area], buurten: Mapping[str, Area], day: date
) -> set[str]:
    """Put every buurt in its area from the day on; the codes of the areas that gained or lost one."""
    home = {buurten[member].pk: rows[area.code] for area in areas for member in area.members}
    present = (
        Grouping.objects.select_for_update().filter(valid_to__isnull=True).select_related("area", "member")
    )
    changed = set()
    new = dict(home)
    for grouping in present:
        wanted = home.get(grouping.member_id)
        if wanted is None and grouping.area_id not in {row.pk for row in rows.values()}:
            continue  # neither this buurt nor its area is in the file
        if wanted is not None and wanted.pk == grouping.area_id:
            if day < grouping.valid_from:
                grouping.valid_from = day
                grouping.save(update_fields=["valid_from"])
            del new[grouping.member_id]
            continue
        changed |= {grouping.area.code} | ({wanted.code} if wanted else set())
        _end(grouping, day)
    Grouping.objects.bulk_create(
        Grouping(area=area, member_id=member, valid_from=day) for member, area in new.items()
    )
    return changed | {area.code for area in new.values()}


def _end(grouping: Grouping, day: date) -> None:
    if day < grouping.valid_from:
        raise Conflict(
            Reason(
                _("Buurt %(buurt)s hoort sinds %(since)s bij %(area)s; kies een datum daarna.")
                % {
                    "buurt": grouping.member.name,
                    "since": f"{grouping.valid_from:%d-%m-%Y}",
                    "area": grouping.area.name,
                },
                field="valid_from",
                rule="gebieden.indeling",
            )
        )
    if day == grouping.valid_from:
        grouping.delete()  # it never held for a single day
        return
    grouping.valid_to = day
    grouping.save(update_fields=["valid_to"])


def _add_up(areas: Sequence[WorkingArea], rows: Mapping[str, Area], buurten: Mapping[str, Area]) -> set[int]:
    """The inhabitants of an area are those of its buurten together, for every year a buurt has a number."""
    numbers: dict[int, list[Inhabitants]] = defaultdict(list)
    for each in Inhabitants.objects.filter(area__in=[row.pk for row in buurten.values()]):
        numbers[each.area_id].append(each)
    sums: dict[tuple[int, int], tuple[int, str]] = {}
    for area in areas:
        by_year: dict[int, list[Inhabitants]] = defaultdict(list)
        for member in area.members:
            for each in numbers[buurten[member].pk]:
                by_year[each.year].append(each)
        for year, found in by_year.items():
            said = f"som van {len(found)} van de {len(area.members)} buurten; {found[0].source}"
            sums[(rows[area.code].pk, year)] = sum(each.number for each in found), said
    return keep_inhabitants(sums)


def _hang_under_municipality(areas: Sequence[WorkingArea], rows: Mapping[str, Area]) -> None:
    """An area whose buurten all lie in one municipality lies in it too, unless it was hung elsewhere."""
    here = {row.code: row for row in Area.objects.filter(level=GEMEENTE, valid_to__isnull=True)}
    for area in areas:
        row = rows[area.code]
        municipalities = {municipality_of(member) for member in area.members}
        if row.parent_id is None and len(municipalities) == 1 and (parent := here.get(municipalities.pop())):
            row.parent = parent
            row.save(update_fields=["parent"])
