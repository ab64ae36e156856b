"""Words of participation for people: how a wish ended and how a tie was settled."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Involvement
from wijkwerk.choice import ties
from wijkwerk.foundation.lifecycle import name_states
from wijkwerk.participation.rules import WISH, WishStatus

# Word and shape (see ui/status_badge.html).
WISH_LABELS: dict[WishStatus, tuple[Promise, str]] = {
    WishStatus.LISTED: (_("op de groslijst"), "future"),
    WishStatus.PASSED_ON: (_("doorgegeven"), "neutral"),
    WishStatus.DROPPED: (_("gaat nu niet door"), "stopped"),
    WishStatus.RANKED: (_("gekozen door bewoners"), "done"),
}
name_states(WISH, {status: word for status, (word, _shape) in WISH_LABELS.items()})
TIE_LABELS: dict[str, Promise] = {
    ties.LOWEST_COST: _("wat het minst kost, gaat voor"),
    ties.MOST_VOTES: _("wat op de meeste formulieren staat, gaat voor"),
    ties.LOT: _("het lot besliste"),
}
INVOLVEMENT_LABELS: dict[Involvement, Promise] = {
    Involvement.INFORMED: _("u hoort wat er gebeurt"),
    Involvement.CONSULTED: _("u zegt wat u vindt en wenst"),
    Involvement.CO_DECIDE: _("u beslist mee"),
    Involvement.DECIDE: _("u beslist"),
}
