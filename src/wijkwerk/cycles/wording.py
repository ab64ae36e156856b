"""The level of say of a step in plain words, shown before the step begins; the questions of a self-assessment."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Involvement
from wijkwerk.foundation.reasons import Text


@dataclass(frozen=True)
class Say:
    """How far residents go: one word, and what it means for the reader."""

    name: Text
    meaning: Text


SAY = {
    Involvement.INFORMED: Say(_("U hoort het"), _("Wij vertellen u wat er gebeurt. De gemeente beslist.")),
    Involvement.CONSULTED: Say(
        _("U praat mee"),
        _("Wij vragen wat u ziet en wat u wilt. Wat u zegt, gaat mee naar de volgende stap."),
    ),
    Involvement.CO_DECIDE: Say(
        _("U beslist en doet mee"), _("Bewoners en gemeente beslissen en doen het samen.")
    ),
    Involvement.DECIDE: Say(_("Bewoners kiezen"), _("Wat bewoners kiezen, gaat voor.")),
}


def say_of(involvement: Involvement | None) -> Say | None:
    """The words for the level of say of a step; None where the approach describes none."""
    return SAY[involvement] if involvement else None


ASKED = {
    "what": _("Wat willen wij bereiken?"),
    "why": _("Waarom doen wij het?"),
    "how_well": _("Hoe doen wij het, en hoe goed?"),
}
