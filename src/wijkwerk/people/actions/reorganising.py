"""From one way of working to another on a day: approach, areas and roles in one change set (TIL-02, GEN-04)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power, load
from wijkwerk.areas.actions import adopt_approach, redivide
from wijkwerk.areas.models import Area, Redivision
from wijkwerk.areas.queries import approach_for, descendant_ids, working_areas
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people import checks, permissions
from wijkwerk.people.actions.touched import difference, periods
from wijkwerk.people.models import LessonApplied, Person, Reorganisation, RoleHeld, RoleSuccession
from wijkwerk.people.rules import add_years
from wijkwerk.people.rules.changing import unknown_after, without_future
from wijkwerk.people.territory import Territory
from wijkwerk.people.wording import listing, role_label


@dataclass(frozen=True)
class Change:
    """What becomes of what: roles by key (None: nobody takes it over), areas by where their work goes on."""

    approach_key: str
    starts_on: date
    currency: str
    decided_by: str
    public_text: str
    roles: Mapping[str, str | None] = field(default_factory=dict)
    areas: Mapping[Area, Sequence[Area]] = field(default_factory=dict)
    lessons: Sequence[tuple[str, str]] = ()
    amount_per_resident: Money | None = None  # as in adopting: None: the number of the approach


@dataclass(frozen=True)
class Move:
    """A role that somebody holds now, and what it becomes where; nothing when nobody takes it over."""

    held: RoleHeld
    after: tuple[tuple[str, Area | None], ...]

    @property
    def goes_on(self) -> bool:
        """Whether nothing changes for the holder."""
        return self.after == ((self.held.role, self.held.area),)


@transaction.atomic
def reorganise(*, areas: Sequence[Area], change: Change, by: Person | None) -> Reorganisation:
    """Let these areas work another way from a day; nothing happens unless all of it can.

    Invalid when a role that somebody holds has no future, or becomes one that the new approach does not know. Who
    held a role goes on in the one it becomes; roles of the same key go on untouched.
    """
    if by is not None:
        for area in areas:
            permissions.may(by, Power.SET_APPROACH, within=area, on=clock.today()).require()
    if not areas:
        raise Invalid(Reason(_("Kies minstens één gebied."), field="areas"))
    before = approach_for(areas[0], change.starts_on)
    as_it_was, at_work = periods(change.starts_on), working_areas(change.starts_on)
    for area in areas:
        adopt_approach(
            area=area,
            approach_key=change.approach_key,
            valid_from=change.starts_on,
            currency=change.currency,
            adopted_by=change.decided_by,
            amount_per_resident=change.amount_per_resident,
        )
    after = load(change.approach_key)
    held = _held(areas, after, change.starts_on)
    _check(before, after, held, change)
    _check_levels(after, at_work, areas, change)
    made = Reorganisation.objects.create(
        starts_on=change.starts_on,
        approach_before=before.key,
        approach_after=after.key,
        redivision=_redivided(change),
        decided_by=change.decided_by.strip()[:200],
        public_text=change.public_text.strip(),
        entered_by=by,
    )
    made.areas.set(areas)
    moved = {area.pk: list(to) for area, to in change.areas.items()}
    for each in held:
        _carry_over(made, each, after, change.roles.get(each.role, each.role), moved)
    _apply_lessons(made, change.lessons)
    made.touched = difference(as_it_was, periods(change.starts_on))
    made.save(update_fields=["touched"])
    return made


def rehearse(
    *,
    areas: Sequence[Area],
    change: Change,
    by: Person | None,
    make: Callable[[], Reorganisation] | None = None,
) -> list[Move]:
    """What this change would do to whoever holds a role on that day. It is done, looked at, and undone.

    `make` does it, where more is done than the change alone.
    """
    day = change.starts_on
    with transaction.atomic():
        ids = {pk for area in areas for pk in descendant_ids(area, day)}
        rows = RoleHeld.objects.on(day).select_related("person", "area")
        before = list(rows.order_by("area__name", "role", "person__first_name", "pk"))
        made = make() if make else reorganise(areas=areas, change=change, by=by)
        changed = made.touched.get(RoleHeld._meta.label_lower, {}).get("before", {})
        became: dict[tuple[str, int | None], list[tuple[str, Area | None]]] = {}
        for step in made.successions.select_related("area_after").order_by("pk"):
            places = became.setdefault((step.role_before, step.area_before_id), [])
            if step.role_after:
                places.append((step.role_after, step.area_after))
        transaction.set_rollback(True)
    return [
        Move(each, tuple(became.get((each.role, each.area_id), ())))
        if str(each.pk) in changed
        else Move(each, ((each.role, each.area),))
        for each in before
        if str(each.pk) in changed or each.area_id in ids or each.area_id is None
    ]


def _held(areas: Sequence[Area], after: Approach, day: date) -> list[RoleHeld]:
    """Every role held on that day in these areas; those for the whole municipality too when all of it changes."""
    everywhere = {approach.key for approach in Territory().approaches(None, day)} == {after.key}
    ids = {pk for area in areas for pk in descendant_ids(area, day)}
    rows = RoleHeld.objects.on(day).select_for_update(of=("self",)).select_related("person", "area")
    return [each for each in rows.order_by("pk") if each.area_id in ids or (everywhere and not each.area_id)]


def _check(before: Approach, after: Approach, held: Sequence[RoleHeld], change: Change) -> None:
    if not change.public_text.strip():
        raise Invalid(
            Reason(_("Schrijf waarom het anders gaat. Iedereen kan dat lezen."), field="public_text")
        )
    lost = without_future((each.role for each in held), after.roles, change.roles)
    if lost:
        raise Invalid(
            Reason(
                _("De nieuwe aanpak kent deze taken niet: %(roles)s. Zeg wat ervan wordt.")
                % {"roles": listing(role_label(before, role) for role in lost)},
                rule=f"{after.key}: roles",
                value=", ".join(lost),
                field="roles",
            )
        )
    unknown = unknown_after(after.roles, change.roles)
    if unknown:
        raise Invalid(
            Reason(
                _("De nieuwe aanpak kent geen taak “%(roles)s”.") % {"roles": ", ".join(unknown)},
                rule=f"{after.key}: roles",
                field="roles",
            )
        )


def _check_levels(after: Approach, at_work: Sequence[Area], areas: Sequence[Area], change: Change) -> None:
    """An area that works at a level which the new approach does not know must go on in another one."""
    ids = {pk for area in areas for pk in descendant_ids(area, change.starts_on)}
    known = {level.key for level in after.levels}
    lost = [
        each for each in at_work if each.pk in ids and each.level not in known and each not in change.areas
    ]
    if lost:
        raise Invalid(
            Reason(
                _("De nieuwe aanpak kent zulke gebieden niet: %(areas)s. Zeg waar het werk verder gaat.")
                % {"areas": ", ".join(each.name for each in lost)},
                rule=f"{after.key}: levels",
                value=", ".join(str(each.pk) for each in lost),
                field="moves",
            )
        )


def _redivided(change: Change) -> Redivision | None:
    if not change.areas:
        return None
    return redivide(
        moves=change.areas,
        starts_on=change.starts_on,
        decided_by=change.decided_by,
        public_text=change.public_text,
        within=False,
    )


def _carry_over(
    made: Reorganisation,
    held: RoleHeld,
    after: Approach,
    role: str | None,
    moved: Mapping[int, Sequence[Area]],
) -> None:
    """End what was held and begin what it became, in every area where its work goes on."""
    places: Sequence[Area | None] = moved.get(held.area_id, [held.area]) if held.area_id else [None]
    if role == held.role and list(places) == [held.area]:
        return
    stands_in = held.stands_in_for_id is not None
    until = held.valid_to  # before it is cut short here
    _end(held, made.starts_on)
    if not role or stands_in:
        _note(made, held, "", None)
        return
    kind = after.roles[role]
    if held.area_id is None:  # what was done for the whole municipality is done in each area now
        places = [area for area in made.areas.all() if area.level == kind.area_level]
    for place in places if kind.area_level else [None]:
        _note(made, held, role, place)
        same = RoleHeld.objects.filter(
            person=held.person, role=role, area=place, organisation=held.organisation, valid_to__isnull=True
        )
        if same.exists():  # two areas became one, and the same person worked in both
            continue
        checks.check_place(after, kind, place)
        checks.check_maximum(after, kind, place, made.starts_on, until)
        term = checks.term_years(after, kind)
        RoleHeld.objects.create(
            person=held.person,
            role=role,
            area=place,
            organisation=held.organisation,
            employer=held.employer,
            hours=held.hours,
            valid_from=made.starts_on,
            valid_to=until,
            entry=held.entry,
            entered_by=held.entered_by,
            term_ends_on=add_years(made.starts_on, term) if term else None,
        )


def _end(held: RoleHeld, day: date) -> None:
    if held.valid_from >= day:
        held.delete()
        return
    held.valid_to = day
    held.save(update_fields=["valid_to"])
    permissions.forget(held.person)


def _note(made: Reorganisation, held: RoleHeld, role: str, place: Area | None) -> None:
    RoleSuccession.objects.get_or_create(
        reorganisation=made,
        role_before=held.role,
        area_before=held.area,
        role_after=role,
        area_after=place,
    )


def _apply_lessons(made: Reorganisation, lessons: Sequence[tuple[str, str]]) -> None:
    for approach_key, lesson in lessons:
        known = {each.key for each in load(approach_key).development.lessons}
        if lesson not in known:
            raise Invalid(
                Reason(
                    _("Deze les staat niet in de aanpak: %(lesson)s.") % {"lesson": lesson},
                    rule=f"{approach_key}: development.lessons",
                    value=", ".join(sorted(known)),
                    field="lessons",
                )
            )
        LessonApplied.objects.create(reorganisation=made, approach_key=approach_key, lesson=lesson)
