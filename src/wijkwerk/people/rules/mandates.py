"""Whether the roles someone holds let them do a thing: values in, a judgement out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wijkwerk.approaches.powers import Power
from wijkwerk.approaches.schema import PowerGrant, Role, Scope
from wijkwerk.foundation.money import Money

# Powers over *what* is done, as against *how* it goes. A role of scope process never has them (DEV-57),
# whatever its title suggests: two members of one board would thwart each other.
CONTENT_POWERS = frozenset(
    {
        Power.SET_SCOPE,
        Power.DECIDE_WISH,
        Power.RANK,
        Power.EDIT_PLAN,
        Power.EDIT_SECTOR_PLAN,
        Power.ADOPT_PLAN,
        Power.DECIDE_CONTENT,
        Power.ACCEPT_PROJECT,
        Power.DEVIATE_FROM_CITY_POLICY,
        Power.GRANT_BUDGET,
        Power.RESERVE_MONEY,
        Power.RELEASE_BUDGET,
        Power.COMMIT_MONEY,
        Power.BOOK_PAYMENT,
        Power.ORDER_FROM_SERVICE,
    }
)

# A wider power brings the narrower one along.
_WIDER = {Power.READ_AREA: Power.READ_EVERYTHING}


class Ground(StrEnum):
    """On what ground a power is given or refused; the later in this list, the closer it came to a yes."""

    NO_ROLE = "no_role"
    LACKING = "lacking"
    PROCESS_ONLY = "process_only"
    OTHER_CURRENCY = "other_currency"
    OVER_LIMIT = "over_limit"
    EXCLUDED = "excluded"
    ALLOWED = "allowed"


class Guided(StrEnum):
    """Whom a guide mainly guides: a value in the approach's `guides` (DEV-16)."""

    RESIDENTS = "residents"
    ORGANISATION = "organisation"


_CLOSENESS = {ground: place for place, ground in enumerate(Ground)}


@dataclass(frozen=True)
class Judgement:
    """The ground, the role it rests on, and the grant with its limit where there is one."""

    ground: Ground
    role: Role | None = None
    grant: PowerGrant | None = None

    def __bool__(self) -> bool:
        return self.ground is Ground.ALLOWED


def judge_role(role: Role, power: Power, amount: Money | None = None) -> Judgement:
    """What this one role says about this power, up to this amount (a refund counts by its size)."""
    if role.scope is Scope.PROCESS and power in CONTENT_POWERS:
        return Judgement(Ground.PROCESS_ONLY, role)
    if power in role.excluded_from:
        return Judgement(Ground.EXCLUDED, role)
    grant = role.grant(power) or role.grant(_WIDER.get(power, power))
    if grant is None:
        return Judgement(Ground.LACKING, role)
    if amount is not None and grant.limit is not None:
        limit = Money.of(grant.limit.amount, grant.limit.currency)
        if limit.currency is not amount.currency:
            return Judgement(Ground.OTHER_CURRENCY, role, grant)
        if abs(amount.minor) > limit.minor:
            return Judgement(Ground.OVER_LIMIT, role, grant)
    return Judgement(Ground.ALLOWED, role, grant)


def judge(roles: Iterable[Role], power: Power, amount: Money | None = None) -> Judgement:
    """What all roles together say.

    One role that excludes a power takes it away whatever the others give: an adviser who is also on the team
    still does not rank. Only a role that is expressly for content stands above that: who adopted an area
    decides there too on the own portfolio. Else one yes is enough; of several refusals the one closest to a
    yes is told.
    """
    judgements = [judge_role(role, power, amount) for role in roles]
    excluded = next((each for each in judgements if each.ground is Ground.EXCLUDED), None)
    expressly = next(
        (each for each in judgements if each and each.role and each.role.scope is Scope.CONTENT), None
    )
    if excluded is not None:
        return expressly or excluded
    return max(judgements, key=_how_close, default=Judgement(Ground.NO_ROLE))


def _how_close(judgement: Judgement) -> tuple[int, int]:
    limit = judgement.grant.limit if judgement.grant else None
    return _CLOSENESS[judgement.ground], int(limit.amount * 100) if limit else 0
