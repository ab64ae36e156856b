"""Mandate, not title: the one function that says what a person may do.

What someone may do = roles held now, in this area or one that contains it × the powers which the approach
in force there gives those roles × scope (process or content) × limit of amount. Never the employer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.schema import Role
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import YES, Verdict, no
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.rules import Ground, Judgement, judge
from wijkwerk.people.territory import Territory
from wijkwerk.people.wording import listing, refusal, role_label

_KEPT = "_mandates"


class Mandates:
    """Every role one person ever held, loaded in one query; answers any number of questions about them."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.territory = Territory()
        self.ever: Sequence[RoleHeld] = list(
            RoleHeld.objects.filter(person=person)
            .select_related("area", "organisation")
            .order_by("valid_from", "pk")
        )

    def on(self, day: date | None = None) -> list[RoleHeld]:
        """The roles held on that day (today when not given)."""
        day = day or clock.today()
        return [held for held in self.ever if held.holds_on(day)]

    def within(self, area: Area | None, day: date | None = None) -> list[RoleHeld]:
        """The roles held on that day that count here: in this area, in what contains it, or everywhere."""
        day = day or clock.today()
        around = self.territory.around(area, day) if area else ()
        return [held for held in self.on(day) if held.area_id is None or held.area_id in around]

    def may(
        self, power: Power, *, within: Area | None, on: date | None = None, amount: Money | None = None
    ) -> Verdict:
        """Yes, or a no with its reason. `within=None` asks for the municipality as a whole."""
        day = on or clock.today()
        held = self.within(within, day)
        refused: list[tuple[Judgement, Approach]] = []
        for approach in self.territory.approaches(within, day):
            roles = [approach.roles[each.role] for each in held if each.role in approach.roles]
            judgement = judge(roles, power, amount)
            if judgement:
                return YES
            refused.append((judgement, approach))
        judgement, approach = refused[0]
        told = self._not_here(within, day, approach) if judgement.ground is Ground.NO_ROLE else None
        if told is not None:
            return told
        return refusal(judgement, power, approach, amount, within)

    def may_somewhere(self, power: Power, on: date | None = None) -> Verdict:
        """Yes when the power is held in any area at all: for pages that then show only those areas."""
        day = on or clock.today()
        places = {held.area_id: held.area for held in self.on(day)} or {None: None}
        answers = [self.may(power, within=area, on=day) for area in places.values()]
        return next((answer for answer in answers if answer), answers[0])

    def areas_with(self, power: Power, on: date | None = None) -> list[Area]:
        """The areas in which the power is held: those of the roles, and the working areas within them."""
        day = on or clock.today()
        return self._areas(day, lambda area: bool(self.may(power, within=area, on=day)))

    def may_give_roles(self, on: date | None = None) -> Verdict:
        """Yes for whoever may appoint somebody to something somewhere."""
        manages = self.may_somewhere(Power.MANAGE_PEOPLE, on)
        return manages if manages or not self.may_somewhere(Power.MANAGE_TEAM, on) else YES

    def areas_to_staff(self, on: date | None = None) -> list[Area]:
        """The areas in which this person may appoint somebody to something."""
        day = on or clock.today()
        powers = (Power.MANAGE_PEOPLE, Power.MANAGE_TEAM)
        return self._areas(day, lambda area: any(self.may(power, within=area, on=day) for power in powers))

    def _areas(self, day: date, wanted: Callable[[Area], bool]) -> list[Area]:
        places = {area.pk: area for area, _approach in self.territory.working_areas(day)}
        places |= {held.area.pk: held.area for held in self.on(day) if held.area}
        return sorted(filter(wanted, places.values()), key=lambda area: (area.name, area.pk))

    def _not_here(self, within: Area | None, day: date, approach: Approach) -> Verdict | None:
        """More than "no role": the role that ended, or the areas in which it does hold."""
        here = self.within(within, day)
        elsewhere = [held for held in self.on(day) if held.area and held not in here]
        if elsewhere:
            return no(
                _("Uw taak als %(role)s geldt in %(where)s, en niet in %(here)s.")
                % {
                    "role": listing(role_label(approach, held.role) for held in elsewhere),
                    "where": listing(held.area.name for held in elsewhere if held.area),
                    "here": within.name if within else _("de hele gemeente"),
                },
                rule="mandaat.gebied",
                value=listing(held.area.name for held in elsewhere if held.area),
            )
        ended = [held for held in self.ever if held.valid_to and held.valid_to <= day]
        if ended and not self.on(day):
            last = max(ended, key=lambda held: held.valid_to or day)
            return no(
                _("Uw taak als %(role)s is geëindigd op %(day)s.")
                % {
                    "role": role_label(approach, last.role),
                    "day": date_format(last.valid_to or day, "j F Y"),
                },
                rule="mandaat.termijn",
                value=f"{last.valid_from:%d-%m-%Y} – {last.valid_to:%d-%m-%Y}",
            )
        return None


def mandates_of(person: Person) -> Mandates:
    """The mandates kept with this person for the length of a request (see `keep`), else freshly read."""
    kept = person.__dict__.get(_KEPT)
    return kept if isinstance(kept, Mandates) else Mandates(person)


def keep(person: Person) -> Mandates:
    """Read a person's mandates once and keep them with this object: a page then asks as often as it likes."""
    person.__dict__[_KEPT] = mandates = Mandates(person)
    return mandates


def forget(person: Person) -> None:
    """Let go of kept mandates, because they have just changed."""
    person.__dict__.pop(_KEPT, None)


def may(
    person: Person | None,
    power: Power,
    *,
    within: Area | None,
    on: date | None = None,
    amount: Money | None = None,
) -> Verdict:
    """Whether this person may do this here on this day, up to this amount: yes, or a no with its reason."""
    if person is None:
        return no(
            _("Dit kan alleen wie is ingelogd."),
            rule="mandaat",
            way_out=_("Log in. Bewoners hoeven dat nooit: bel ons of kom langs, dan doen wij het samen."),
        )
    return mandates_of(person).may(power, within=within, on=on, amount=amount)


def holds(person: Person, on: date | None = None) -> list[RoleHeld]:
    """The roles this person holds on that day (today when not given)."""
    return mandates_of(person).on(on)


def areas_of(person: Person, power: Power, on: date | None = None) -> list[Area]:
    """The areas in which this person has this power on that day."""
    return mandates_of(person).areas_with(power, on)


def may_appoint(person: Person | None, role: Role, *, within: Area | None, on: date | None = None) -> Verdict:
    """Whether this person may give or end this role here: by managing people, or, for residents, the team."""
    manages = may(person, Power.MANAGE_PEOPLE, within=within, on=on)
    if manages or not role.is_resident:
        return manages
    return may(person, Power.MANAGE_TEAM, within=within, on=on)
