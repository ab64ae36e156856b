"""What the approach asks of an appointment; each check raises Invalid or Conflict with its reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema import Role
from wijkwerk.approaches.schema.roles import Entry
from wijkwerk.areas.models import Area
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Organisation, Person, RoleHeld
from wijkwerk.people.rules import periods_overlap
from wijkwerk.people.territory import Territory
from wijkwerk.people.wording import language, sourced


def role_in_force(key: str, area: Area | None, day: date) -> tuple[Approach, Role]:
    """The role with this key, in the approach that is in force there on that day."""
    approaches = Territory().approaches(area, day)
    for approach in approaches:
        if key in approach.roles:
            return approach, approach.roles[key]
    known = ", ".join(role.label.within(language()) for role in approaches[0].roles.values())
    raise Invalid(
        Reason(
            _("De aanpak kent geen taak “%(role)s”. Kies uit: %(known)s.") % {"role": key, "known": known},
            rule=f"{approaches[0].key}: roles",
            field="role",
        )
    )


def _refuse(approach: Approach, path: str, value: str, sentence: str, field: str) -> None:
    raise Invalid(sourced(approach, sentence, path, value, field=field))


def check_period(start: date, end: date | None) -> None:
    """An end comes after its beginning."""
    if end is not None and end <= start:
        raise Invalid(
            Reason(_("De einddatum moet na de begindatum liggen."), field="valid_to", rule="taak.periode")
        )


def check_place(approach: Approach, role: Role, area: Area | None) -> None:
    """A role of one level is held in an area of that level; other roles anywhere, or in the whole city."""
    if role.area_level is None or (area is not None and area.level == role.area_level):
        return
    level = approach.label(f"levels.{role.area_level}", language())
    _refuse(
        approach,
        f"roles.{role.key}.area_level",
        level,
        _("De taak %(role)s hoort bij een %(level)s. Kies zo'n gebied.")
        % {"role": role.label.within(language()), "level": level},
        "area",
    )


def check_hours(approach: Approach, role: Role, hours: Decimal | int | None) -> None:
    """Hours lie in the band which the approach gives the role."""
    if hours is None or (hours >= 0 and (role.hours is None or hours in role.hours)):
        return
    _refuse(
        approach,
        f"roles.{role.key}.hours",
        str(role.hours or ""),
        _("Het aantal uren per week past niet bij de taak %(role)s (%(band)s).")
        % {"role": role.label.within(language()), "band": str(role.hours or "≥ 0")},
        "hours",
    )


def check_adoption(approach: Approach, role: Role, person: Person, start: date, end: date | None) -> None:
    """Who holds a role that adopts no area holds none that does, in either order (DEV-20)."""
    if role.adopts_areas is None:
        return
    for held in person.roles.all():
        other = approach.roles.get(held.role)
        if (
            other is not None
            and other.adopts_areas is (not role.adopts_areas)
            and periods_overlap(start, end, held.valid_from, held.valid_to)
        ):
            never = other if other.adopts_areas is False else role
            _refuse(
                approach,
                f"roles.{never.key}.adopts_areas",
                _("nee"),
                _("Wie %(role)s is, adopteert geen gebied.") % {"role": never.label.within(language())},
                "person",
            )


def check_once(
    person: Person,
    role: Role,
    area: Area | None,
    organisation: Organisation | None,
    start: date,
    end: date | None,
) -> None:
    """Nobody holds the same role twice at a time."""
    same = person.roles.filter(role=role.key, area=area, organisation=organisation)
    if any(periods_overlap(start, end, held.valid_from, held.valid_to) for held in same):
        raise Conflict(
            Reason(
                _("%(person)s heeft deze taak hier al in die tijd.") % {"person": person.first_name},
                field="person",
                rule="taak.eenmaal",
            )
        )


def check_maximum(approach: Approach, role: Role, area: Area | None, start: date, end: date | None) -> None:
    """No more holders than the approach allows; who stands in does not count."""
    if role.maximum is None:
        return
    here = RoleHeld.objects.filter(role=role.key, area=area, stands_in_for__isnull=True)
    holders = [held for held in here if periods_overlap(start, end, held.valid_from, held.valid_to)]
    if len(holders) >= role.maximum:
        _refuse(
            approach,
            f"roles.{role.key}.maximum",
            str(role.maximum),
            _("Er is al genoeg bezetting: de taak %(role)s heeft hier hoogstens %(most)s.")
            % {"role": role.label.within(language()), "most": role.maximum},
            "role",
        )


def employer_of(
    approach: Approach, role: Role, employer: Organisation | None, organisation: Organisation | None
) -> Organisation | None:
    """Who employs the holder: as given, else as the approach says. Who is lent has an employer elsewhere."""
    if role.entry not in (Entry.SECONDED, Entry.MANDATED):
        return employer
    found = employer or Organisation.objects.filter(key=role.employer or "").first()
    if found is None or found == organisation:
        _refuse(
            approach,
            f"roles.{role.key}.employer",
            role.employer or "",
            _("Een %(role)s blijft in dienst bij een ander. Kies bij wie.")
            % {"role": role.label.within(language())},
            "employer",
        )
    return found


def term_years(approach: Approach, role: Role) -> int | None:
    """The term of the role, or of the team whose member it makes."""
    teams = (team.term_years for team in approach.teams.values() if role.key in team.members)
    return role.term_years or next((years for years in teams if years), None)


def entry_of(approach: Approach, role: Role, entry: str) -> str:
    """How it came about: as given, else as the approach says such a role comes about."""
    if not entry:
        return str(role.entry or "")
    try:
        return Entry(entry)
    except ValueError:
        raise Invalid(
            Reason(_("Kies hoe deze persoon de taak kreeg."), field="entry", rule=f"{approach.key}: entry")
        ) from None
