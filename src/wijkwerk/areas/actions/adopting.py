"""Taking an approach: from a day, with a currency, and with what it warns about in sight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach, ApproachErrors, load
from wijkwerk.areas.actions.differing import end_differences_below
from wijkwerk.areas.models import Area, AreaApproach, MapState
from wijkwerk.areas.queries import descendant_ids, warnings_within
from wijkwerk.foundation.money import Currency, Money
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason


@dataclass(frozen=True)
class Adoption:
    """The approach now in force, and what the one who adopts it should know. A warning forbids nothing."""

    adopted: AreaApproach
    warnings: tuple[Reason, ...]


@transaction.atomic
def adopt_approach(
    *,
    area: Area,
    approach_key: str,
    valid_from: date,
    currency: str,
    adopted_by: str,
    amount_per_resident: Money | None = None,
) -> Adoption:
    """Let an area work under an approach from a day; the one before ends that day and stays readable.

    Without `amount_per_resident` the approach's own number holds, in the currency chosen here. The same
    adoption again changes nothing.
    """
    approach = _sound(approach_key)
    chosen = _chosen(currency, amount_per_resident)
    Area.objects.select_for_update().get(pk=area.pk)
    row = AreaApproach(
        area=area,
        approach_key=approach_key,
        valid_from=valid_from,
        currency=chosen,
        amount_per_resident=amount_per_resident.minor if amount_per_resident else None,
        adopted_by=adopted_by.strip(),
    )
    if not row.adopted_by:
        raise Invalid(Reason(_("Zeg wie dit besloot en wanneer."), field="adopted_by"))
    latest = AreaApproach.objects.filter(area=area).order_by("-valid_from").first()
    if latest and _same(latest, row):
        return Adoption(latest, warnings_within(area, approach, valid_from))
    if latest and (latest.valid_from >= valid_from or (latest.valid_to and latest.valid_to > valid_from)):
        raise Conflict(
            Reason(
                _("In %(area)s is al een aanpak aangenomen vanaf %(since)s.")
                % {"area": area.name, "since": f"{latest.valid_from:%d-%m-%Y}"},
                rule="gebieden.aanpak",
                field="valid_from",
                way_out=_("Kies een latere dag. Wat eerder gold, blijft zo staan."),
            )
        )
    if latest and latest.valid_to is None:
        latest.valid_to = valid_from
        latest.save(update_fields=["valid_to"])
        end_differences_below(descendant_ids(area, valid_from) - {area.pk}, latest.approach_key, valid_from)
    row.save()
    MapState.renew()
    return Adoption(row, warnings_within(area, approach, valid_from))


def _sound(key: str) -> Approach:
    try:
        return load(key)
    except ApproachErrors as errors:
        first = next(iter(errors))
        raise Invalid(
            Reason(
                _("De aanpak “%(key)s” kan niet worden aangenomen: %(why)s")
                % {"key": key, "why": str(first)},
                field="approach_key",
            )
        ) from errors


def _chosen(currency: str, amount: Money | None) -> Currency:
    try:
        chosen = Currency(currency)
    except ValueError:
        raise Invalid(
            Reason(
                _("“%(currency)s” is geen munt die wij kennen. Kies uit: %(known)s.")
                % {"currency": currency, "known": ", ".join(Currency)},
                field="currency",
            )
        ) from None
    if amount is not None and amount.currency is not chosen:
        raise Invalid(
            Reason(
                _("Het bedrag per inwoner staat in %(other)s, de gekozen munt is %(chosen)s.")
                % {"other": amount.currency, "chosen": chosen},
                field="amount_per_resident",
            )
        )
    if amount is not None and amount.minor < 0:
        raise Invalid(
            Reason(_("Een bedrag per inwoner kan niet negatief zijn."), field="amount_per_resident")
        )
    return chosen


def _same(one: AreaApproach, other: AreaApproach) -> bool:
    names = ("approach_key", "valid_from", "currency", "amount_per_resident", "adopted_by")
    return all(getattr(one, name) == getattr(other, name) for name in names)
