"""A judgement about roles in words: one sentence for the reader, with the rule, its source and who may."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import at, because, sourced
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import language, listing
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.reasons import Verdict
from wijkwerk.people.labels import POWER_LABELS
from wijkwerk.people.rules import Ground, Judgement, judge_role
from wijkwerk.people.territory import Territory

# What every capability needs to say why stands together here.
__all__ = [
    "at",
    "because",
    "language",
    "listing",
    "refusal",
    "resident_text",
    "role_choices",
    "role_label",
    "sourced",
    "theme_label",
    "who_may",
]


def resident_text(approach: Approach, key: str) -> str:
    """A sentence that residents meet, as this municipality words it; empty where it has none."""
    found = approach.resident_texts.get(key)
    return found.text.within(language()) if found else ""


def role_label(approach: Approach, key: str) -> str:
    """What the approach calls a role; the key itself when it knows no such role."""
    role = approach.roles.get(key)
    return role.label.within(language()) if role else key


def theme_label(approach: Approach, key: str) -> str:
    """What the approach calls a theme; one that it does not know reads as it was written."""
    return next((theme.label.within(language()) for theme in approach.themes.list if theme.key == key), key)


def who_may(approach: Approach, power: Power, amount: Money | None = None) -> list[str]:
    """The labels of the roles that have this power, up to this amount."""
    able = (role for role in approach.roles.values() if judge_role(role, power, amount))
    return [role.label.within(language()) for role in able]


def refusal(
    judgement: Judgement, power: Power, approach: Approach, amount: Money | None, area: Area | None
) -> Verdict:
    """The no behind a judgement, as a reader can follow it."""
    able = who_may(approach, power, amount)
    facts = {
        "what": str(POWER_LABELS[power]),
        "role": judgement.role.label.within(language()) if judgement.role else "",
        "who": listing(able),
        "area": area.name if area else _("de hele gemeente"),
        "amount": str(amount or ""),
    }
    path, value = "", None
    if judgement.role:
        path = f"roles.{judgement.role.key}"
    if judgement.ground is Ground.PROCESS_ONLY:
        path = f"{path}.scope"
    elif judgement.grant and judgement.grant.limit:
        limit = Money.of(judgement.grant.limit.amount, judgement.grant.limit.currency)
        path, value = f"{path}.powers.{power}.limit", str(limit)
        facts["limit"] = str(limit)
    elif judgement.ground is Ground.EXCLUDED:
        path, value = f"{path}.excluded_from", str(POWER_LABELS[power])
    elif judgement.role:
        path, value = f"{path}.powers", listing(str(POWER_LABELS[g.power]) for g in judgement.role.powers)
    return because(approach, path, _sentence(judgement.ground, able) % facts, _way_out(able), value=value)


def _sentence(ground: Ground, able: Sequence[str]) -> str:
    match ground:
        case Ground.PROCESS_ONLY if len(able) == 1:
            return _("Een %(role)s gaat over het proces; de inhoud ligt bij de %(who)s.")
        case Ground.PROCESS_ONLY:
            return _("Een %(role)s gaat over het proces; de inhoud ligt bij: %(who)s.")
        case Ground.OVER_LIMIT:
            return _("Een %(role)s mag dit tot en met %(limit)s; dit is %(amount)s. Dit bedrag mag: %(who)s.")
        case Ground.OTHER_CURRENCY:
            return _(
                "De grens van een %(role)s is %(limit)s; dit bedrag (%(amount)s) staat in een andere munt."
            )
        case Ground.EXCLUDED:
            return _("Wie hier %(role)s is, doet dit niet: “%(what)s”. Dat is zo afgesproken in de aanpak.")
        case Ground.LACKING:
            return _("“%(what)s” hoort niet bij uw taak als %(role)s in %(area)s. Dit mag: %(who)s.")
        case _:
            return _("U hebt geen taak in %(area)s waar dit bij hoort: “%(what)s”. Dit mag: %(who)s.")


def _way_out(able: Sequence[str]) -> str:
    return _("Vraag het aan: %(who)s.") % {"who": listing(able)} if able else ""


def role_choices(territory: Territory, day: date | None = None) -> list[tuple[str, str]]:
    """Every role of the approaches in force that a person can be given, for a list to choose from."""
    roles = {
        key: role
        for approach in territory.approaches(None, day or clock.today())
        for key, role in approach.roles.items()
    }
    return sorted(
        ((key, role.label.within(language())) for key, role in roles.items()), key=lambda each: each[1]
    )
