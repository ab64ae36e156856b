"""The direct line: who has one, to which office, and who reads and answers what came over it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import YES, Verdict, no
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.permissions import mandates_of, may
from wijkwerk.people.queries import who_is_it_now
from wijkwerk.people.wording import role_label
from wijkwerk.politics.models import Matter


@dataclass(frozen=True)
class Line:
    """One direct line: from a role to an office, and who holds that office now."""

    role: str
    label: str
    holders: list[RoleHeld]


def line_of(person: Person, area: Area) -> Line | None:
    """The direct line this person has in this area; None when none of their roles here has one."""
    held = mandates_of(person)
    approach = held.territory.approaches(area, clock.today())[0]
    for each in held.within(area):
        role = approach.roles.get(each.role)
        if role is not None and role.direct_line_to:
            target = approach.roles.get(role.direct_line_to)
            place = None if target is None or target.city_wide else area
            return Line(
                role.direct_line_to,
                role_label(approach, role.direct_line_to),
                who_is_it_now(role.direct_line_to, place),
            )
    return None


def may_lay_before(person: Person | None, area: Area) -> Verdict:
    """Whether this person may lay a matter before an office here: the power, a line, and somebody at the other end."""
    verdict = may(person, Power.ESCALATE, within=area, on=clock.today())
    if not verdict or person is None:
        return verdict
    line = line_of(person, area)
    approach = mandates_of(person).territory.approaches(area, clock.today())[0]
    if line is None:
        return no(
            _("Uw taak heeft in deze aanpak geen directe lijn naar een bestuurder."),
            rule=f"{approach.key}: roles.direct_line_to",
        )
    if not line.holders:
        return no(
            _("%(area)s heeft op dit moment geen %(office)s.") % {"area": area.name, "office": line.label},
            rule=f"{approach.key}: roles.{line.role}",
            way_out=_coordinator(approach),
        )
    return YES


def _coordinator(approach: Approach) -> str:
    who = approach.politics.coordinated_by
    return _("Ga naar de %(who)s, die coördineert.") % {"who": role_label(approach, who)} if who else ""


def may_answer(person: Person | None, matter: Matter) -> Verdict:
    """Only who holds the office now answers (whoever held it when the matter was sent)."""
    if person is not None and holds_office(person, matter.to_role, matter.area):
        return YES
    return no(_("Alleen wie dit ambt nu heeft, antwoordt."), rule="politiek.directe_lijn")


def may_read(person: Person | None, matter: Matter) -> Verdict:
    """The two ends of the line, and nobody between them: who sent it while they work here, and who answers it now."""
    sent = person is not None and matter.sent_by_id == person.pk
    if person is not None and (
        (sent and mandates_of(person).within(matter.area)) or may_answer(person, matter)
    ):
        return YES
    return no(
        _("Dit is een bericht over de directe lijn. Alleen wie het stuurde en voor wie het is, leest het."),
        rule="politiek.directe_lijn",
    )


def holds_office(person: Person, role: str, area: Area) -> bool:
    """Whether this person holds that role here now."""
    return any(each.role == role for each in mandates_of(person).within(area))
