"""What a proposal says of a thread: that it was forwarded, and to whom; what became of it is a decision."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from wijkwerk.politics.models import Proposal
from wijkwerk.thread.kinds import Moment


def moments(ids: Sequence[int]) -> list[Moment]:
    """Forwarded to a committee, or put on the list of the board."""
    return [
        Moment(
            on=row.brought_on,
            thing_id=row.pk,
            title=_("Doorgestuurd naar %(body)s") % {"body": row.to},
            text=row.text,
        )
        for row in Proposal.objects.filter(pk__in=ids)
    ]
