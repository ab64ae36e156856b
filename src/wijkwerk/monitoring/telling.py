"""What effects say of a thread: the bead "geleerd"."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from wijkwerk.figures.wording import plain
from wijkwerk.monitoring.models import Effect
from wijkwerk.thread.beads import Bead, BeadState, Fact
from wijkwerk.thread.kinds import Moment


def facts(ids: Sequence[int]) -> list[Fact]:
    """Learned is done on the day it was written down."""
    return [
        Fact(Bead.LEARNED, BeadState.DONE, effect.pk, effect.learned_on)
        for effect in Effect.objects.filter(pk__in=ids)
    ]


def moments(ids: Sequence[int]) -> list[Moment]:
    """What it brought, what residents say, and the figure before and after, each apart."""
    found = []
    for effect in Effect.objects.filter(pk__in=ids).select_related("figure"):
        text = effect.outcome
        figure = effect.figure
        if figure is not None and figure.after is not None:
            text += "\n\n" + str(
                _("%(indicator)s: eerst %(before)s (%(source)s), nu %(after)s (%(after_source)s).")
                % {
                    "indicator": figure.indicator,
                    # The unit once, with the last number: "eerst 1, nu 2 plekken".
                    "before": plain(figure.before),
                    "after": figure.after_text,
                    "source": figure.before_source,
                    "after_source": figure.after_source,
                }
            )
        found.append(
            Moment(
                on=effect.learned_on,
                thing_id=effect.pk,
                title=_("Wat het bracht"),
                text=text.strip(),
                quote=effect.verdict,
                quote_by=effect.verdict_by,
            )
        )
    return found
