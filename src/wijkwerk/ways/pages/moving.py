"""What there is to move: places, areas at work, roles that are held; and what a change did, for everyone to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkwerk.approaches import Approach, ApproachErrors, load
from wijkwerk.approaches.trail import is_house
from wijkwerk.areas.models import Area, AreaApproach
from wijkwerk.areas.queries import working_areas
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Currency
from wijkwerk.people.actions import Move
from wijkwerk.people.models import LessonApplied, LookUpCount, Reorganisation, RoleHeld
from wijkwerk.people.territory import Territory
from wijkwerk.people.wording import language, role_label
from wijkwerk.thread import kinds
from wijkwerk.thread.models import Thing
from wijkwerk.ways.queries import choosable, once_in_force, places_to_adopt

MOST_NAMES = 4


@dataclass(frozen=True)
class OldRole:
    """A role that is held now and that the new approach does not know."""

    key: str
    label: str
    holders: str


@dataclass(frozen=True)
class Place:
    """An area at work now, and where its work could go on."""

    area: Area
    others: tuple[Area, ...]
    must_move: bool

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The others, for a list to choose from."""
        return [(str(area.pk), area.name) for area in self.others]

    @property
    def by_id(self) -> dict[str, Area]:
        """The others by what the form calls them."""
        return {str(area.pk): area for area in self.others}


@dataclass(frozen=True)
class Present:
    """The municipality as it works now, seen from the approach it would go over to."""

    places: list[Area]
    currency: str
    titles: list[str]
    working: list[Place]
    without_future: list[OldRole]
    goes_on: list[str]
    lessons: list[tuple[str, str]]
    kept: list[str]


def present(after: Approach) -> Present:
    """Everything the page shows before anything was chosen, in a fixed number of queries."""
    today, places = clock.today(), places_to_adopt()
    territory = Territory()
    before = {each.key: each for each in territory.approaches(None, today)}
    labels = {key: role_label(each, key) for each in before.values() for key in each.roles}
    held: dict[str, list[str]] = {}
    rows = RoleHeld.objects.on(today).select_related("person", "area")
    for row in rows.order_by("role", "area__name", "person__first_name"):
        where = row.area.name if row.area else _("de hele gemeente")
        held.setdefault(row.role, []).append(f"{row.person.first_name} ({where})")
    working = working_areas(today)
    adopted = AreaApproach.objects.on(today).values_list("currency", flat=True)
    return Present(
        places=places,
        currency=next(iter(adopted), str(Currency.EUR)),
        titles=[each.title.within(language()) for each in before.values()],
        working=[_place(area, after, _new_areas(after, today)) for area in working],
        without_future=[
            OldRole(key, labels.get(key, key), _names(names))
            for key, names in held.items()
            if key not in after.roles
        ],
        goes_on=sorted(labels.get(key, key) for key in held if key in after.roles),
        lessons=_lessons(),
        kept=_kept(today),
    )


def _place(area: Area, after: Approach, new: list[Area]) -> Place:
    known = {level.key for level in after.levels}
    return Place(area, tuple(each for each in new if each.pk != area.pk), area.level not in known)


def _new_areas(after: Approach, day: date) -> list[Area]:
    lives = Q(valid_to__isnull=True) | Q(valid_to__gt=day)
    return list(Area.objects.filter(lives, level=after.plan_level.key).order_by("name", "code"))


def _names(names: list[str]) -> str:
    more = len(names) - MOST_NAMES
    shown = ", ".join(names[:MOST_NAMES])
    if more > 0:
        shown += " " + ngettext("en nog %(count)s", "en nog %(count)s", more) % {"count": more}
    return _("Nu: %(names)s") % {"names": shown}


def _lessons() -> list[tuple[str, str]]:
    words, found = language(), []
    for key in choosable():
        approach = load(key)
        for lesson in approach.development.lessons:
            label = f"{lesson.label.within(words).capitalize()} ({approach.title.within(words)})"
            found.append((f"{key}:{lesson.key}", label))
    return found


def _kept(day: date) -> list[str]:
    """What was made until now and keeps its rules: how much of each kind."""
    numbers = Thing.objects.filter(born_on__lte=day).values_list("kind").annotate(Count("pk"))
    return kinds.counted(dict(numbers.order_by()))


@dataclass(frozen=True)
class Line:
    """One line of an overview: who or what, what it is now, what it becomes."""

    who: str
    now: str
    then: str


@dataclass(frozen=True)
class Overview:
    """What will happen, before it is confirmed."""

    moves: list[Line]
    ends: list[Line]
    goes_on: int
    areas: list[Line]


def overview(
    moves: Sequence[Move], after: Approach, areas: dict[Area, Sequence[Area]], day: date
) -> Overview:
    """The change set in words; every holder of a role stands in it once."""
    territory = Territory()
    changed = [move for move in moves if not move.goes_on]

    def now(move: Move) -> str:
        held = move.held
        return _where(role_label(territory.approaches(held.area, day)[0], held.role), [held.area])

    return Overview(
        moves=[Line(str(move.held.person), now(move), _then(move, after)) for move in changed if move.after],
        ends=[Line(str(move.held.person), now(move), "") for move in changed if not move.after],
        goes_on=len(moves) - len(changed),
        areas=[Line(area.name, "", ", ".join(each.name for each in into)) for area, into in areas.items()],
    )


def _then(move: Move, after: Approach) -> str:
    places: dict[str, list[Area | None]] = {}
    for role, area in move.after:
        places.setdefault(role, []).append(area)
    return ", ".join(_where(role_label(after, role), where) for role, where in places.items())


def _where(role: str, areas: Sequence[Area | None]) -> str:
    names = ", ".join(area.name for area in areas if area)
    return f"{role} ({names})" if names else role


@dataclass(frozen=True)
class ChangePage:
    """One change of the organisation, as everyone may read it: functions, never persons."""

    before: str
    after: str
    file: str
    roles: list[Line]
    areas: list[Line]
    lessons: list[str]
    asked: list[LookUpCount]


def change_page(change: Reorganisation) -> ChangePage:
    """What went over into what; in a fixed number of queries."""
    before, after = once_in_force(change.approach_before), once_in_force(change.approach_after)
    roles: dict[tuple[str, str], list[str]] = {}
    steps = change.successions.select_related("area_before").order_by("pk")
    for step in steps:
        where = roles.setdefault((step.role_before, step.role_after), [])
        if step.area_before and step.area_before.name not in where:
            where.append(step.area_before.name)
    moved: dict[str, list[str]] = {}
    if change.redivision is not None:
        for each in change.redivision.successions.select_related("before", "after").order_by("pk"):
            moved.setdefault(each.before.name, []).append(each.after.name)
    return ChangePage(
        before=before.title.within(language()),
        after=after.title.within(language()),
        file="" if is_house(before.key) else before.key,
        roles=[
            Line(
                role_label(before, old).capitalize(),
                ", ".join(where),
                role_label(after, new) if new else _("stopt"),
            )
            for (old, new), where in roles.items()
        ],
        areas=[Line(name, "", ", ".join(into)) for name, into in moved.items()],
        lessons=[lesson_words(each) for each in change.lessons.order_by("pk")],
        asked=list(LookUpCount.objects.filter(month__gte=change.starts_on.replace(day=1))),
    )


def lesson_words(applied: LessonApplied) -> str:
    """The lesson as its approach words it; its key when that approach is gone."""
    try:
        lessons = load(applied.approach_key).development.lessons
    except ApproachErrors:
        return applied.lesson
    return next(
        (each.label.within(language()) for each in lessons if each.key == applied.lesson), applied.lesson
    )
