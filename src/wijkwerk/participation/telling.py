"""What wishes say of a thread: the beads "bedacht" and "gekozen"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wijkwerk.decisions.models import Decision, DecisionKind
from wijkwerk.foundation.language import day_with_year, inner
from wijkwerk.foundation.reasons import Text
from wijkwerk.participation.models import Ranking, Wish
from wijkwerk.participation.rules import RankingStatus, WishStatus
from wijkwerk.thread.actions import shortened
from wijkwerk.thread.beads import Bead, BeadState, Fact
from wijkwerk.thread.kinds import Moment


def facts(ids: Sequence[int]) -> list[Fact]:
    """A wish is a measure proposed; dropped or passed on, it stops here; while residents rank, choosing is going on."""
    wishes = list(Wish.objects.filter(pk__in=ids).select_related("passed_to"))
    rankings = {
        ranking.longlist_id: ranking
        for ranking in Ranking.objects.filter(
            longlist__in={wish.longlist_id for wish in wishes if wish.longlist_id}
        )
    }
    reasons = _reasons(wish.pk for wish in wishes if wish.status == WishStatus.DROPPED)
    found = []
    for wish in wishes:
        found.append(Fact(Bead.PROPOSED, BeadState.DONE, wish.pk, wish.wished_on))
        ranking = rankings.get(wish.longlist_id) if wish.longlist_id else None
        if wish.status == WishStatus.DROPPED:
            why: Text = _("bewoners zetten andere wensen hoger") if wish.place else reasons.get(wish.pk, "")
            why = why or _("gaat nu niet door")
            found.append(Fact(Bead.CHOSEN, BeadState.STOPPED, wish.pk, wish.ended_on, why=why))
        elif wish.status == WishStatus.PASSED_ON:
            why = _("doorgegeven aan %(who)s") % {"who": wish.passed_to}
            found.append(Fact(Bead.CHOSEN, BeadState.STOPPED, wish.pk, wish.ended_on, why=why))
        elif wish.status == WishStatus.RANKED:
            place = _("bewoners: plaats %(place)s") % {"place": wish.place}
            counted = ranking.counted_on if ranking else None
            found.append(Fact(Bead.CHOSEN, BeadState.DONE, wish.pk, counted, place))
        elif ranking is not None and ranking.status == RankingStatus.OPEN:
            line = _("bewoners zetten de wensen op volgorde, tot en met %(day)s") % {
                "day": day_with_year(ranking.closes_on)
            }
            found.append(Fact(Bead.CHOSEN, BeadState.PRESENT, wish.pk, line=line))
        else:
            found.append(
                Fact(
                    Bead.CHOSEN,
                    BeadState.FUTURE,
                    wish.pk,
                    expected=_("als bewoners de wensen op volgorde zetten"),
                )
            )
    return found


def moments(ids: Sequence[int]) -> list[Moment]:
    """That it was wished, with what residents bring themselves, and on which place they put it."""
    found = []
    for wish in Wish.objects.filter(pk__in=ids).select_related("thing", "longlist__ranking"):
        found.append(
            Moment(
                on=wish.wished_on,
                thing_id=wish.pk,
                title=_("Een wens: %(wish)s") % {"wish": wish.thing.sentence},
                who=_("bewoners"),
                text=wish.text if wish.text != wish.thing.sentence else "",
                quote=wish.own_contribution,
                quote_by=_("wat bewoners zelf doen") if wish.own_contribution else "",
                url=wish.thing.get_absolute_url(),
                link_text=wish.thing.number,
            )
        )
        ranking = getattr(wish.longlist, "ranking", None) if wish.longlist else None
        if wish.place and ranking and ranking.counted_on:
            forms = (ranking.result or {}).get("ballots", 0)
            found.append(
                Moment(
                    on=ranking.counted_on,
                    thing_id=wish.pk,
                    title=_("Bewoners zetten “%(wish)s” op plaats %(place)s")
                    % {"wish": inner(wish.thing.sentence), "place": wish.place},
                    who=_("bewoners"),
                    text=f"{_took_part(forms)} {ranking.missing}".strip(),
                    url=reverse("participation:result", args=[ranking.pk]),
                    link_text=_("Bekijk de uitslag"),
                    order=40,
                )
            )
    return found


def _reasons(ids: Iterable[int]) -> dict[int, str]:
    """Why each of these wishes was dropped, in the first sentence of the decision."""
    dropped = Decision.objects.filter(thing_id__in=list(ids), kind=DecisionKind.DROP).order_by(
        "decided_on", "pk"
    )
    return {decision.thing_id: shortened(decision.reason) for decision in dropped}


def _took_part(forms: int) -> str:
    return ngettext("%(forms)s bewoner deed mee.", "%(forms)s bewoners deden mee.", forms) % {"forms": forms}
