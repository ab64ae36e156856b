"""Rules of promises and agreements, pure."""

from __future__ import annotations

from enum import StrEnum

from wijkwerk.approaches.schema import Options, PartnerForm
from wijkwerk.foundation.lifecycle import Lifecycle


class PromiseState(StrEnum):
    """How a promise stands."""

    OPEN = "open"
    KEPT = "kept"
    CANNOT_ALONE = "cannot_be_kept_alone"
    KEPT_TOGETHER = "kept_together"
    GIVEN_UP = "given_up"


PROMISE = Lifecycle(
    "toezegging",
    {
        PromiseState.OPEN: frozenset({PromiseState.KEPT, PromiseState.CANNOT_ALONE}),
        # Given back to the residents: it ends only together with them (DEV-04).
        PromiseState.CANNOT_ALONE: frozenset({PromiseState.KEPT_TOGETHER, PromiseState.GIVEN_UP}),
    },
)
ENDS = frozenset({PromiseState.KEPT, PromiseState.KEPT_TOGETHER, PromiseState.GIVEN_UP})


def is_locked(options: Options) -> bool:
    """Whether what was agreed changes only with a reason and notice to who agreed (UTR18-12)."""
    return options.agreements_locked is True


def may_be_signed(form: PartnerForm | None) -> bool:
    """Whether partners sign an agreement: with a covenant, and where nothing is arranged yet or nothing is said."""
    return form in (None, PartnerForm.COVENANT, PartnerForm.NOT_ARRANGED)
