"""Who may put wishes in order: whoever lives there. Who works there, or advises, speaks along instead."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Power
from wijkwerk.approaches.schema import Role
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Reason, Refused
from wijkwerk.participation.models import Ranking
from wijkwerk.people.models import OF_RESIDENTS, Account
from wijkwerk.people.permissions import mandates_of
from wijkwerk.people.wording import language, sourced


def only_residents(ranking: Ranking, email: str) -> None:
    """Raise Refused for an address of someone who now works in the approach or advises (DEV-10, DEV-13).

    A team member ranks as any resident; so does whoever works for a residents' group, or whose task has ended.
    """
    account = Account.objects.filter(email=email.strip().casefold()).select_related("person").first()
    person = getattr(account, "person", None)
    if person is None:
        return
    approach = ranking.longlist.step.cycle.approach
    strict = approach.longlist.ranked_by_residents_only is not False
    for held in mandates_of(person).on(clock.today()):
        role = approach.roles.get(held.role)
        # Who does work for a group of residents does it as a resident.
        if role is None or (held.organisation and held.organisation.kind in OF_RESIDENTS):
            continue
        if Power.RANK in role.excluded_from or (strict and not role.is_resident):
            raise Refused(_why(ranking, role))


def _why(ranking: Ranking, role: Role) -> Reason:
    approach = ranking.longlist.step.cycle.approach
    return sourced(
        approach,
        _("Alleen bewoners zetten de wensen op volgorde. U hebt een taak als %(role)s.")
        % {"role": role.label.within(language())},
        "longlist.ranked_by_residents_only",
        way_out=_("U kunt wel meepraten over deze stap, op de pagina van het bewonersteam."),
        field="email",
    )
