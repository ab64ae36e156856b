"""How a request to deviate from city policy stands, in words with a shape."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wijkwerk.decisions.rules.rulings import DEVIATION, DeviationState
from wijkwerk.foundation.lifecycle import name_states
from wijkwerk.foundation.reasons import Text

STATES: dict[DeviationState, tuple[str, Text]] = {
    DeviationState.ASKED: ("future", _("aangevraagd")),
    DeviationState.WEIGHED: ("now", _("afgewogen")),
    DeviationState.ALLOWED: ("done", _("mag")),
    DeviationState.REFUSED: ("stopped", _("mag niet")),
    DeviationState.EVALUATED: ("done", _("teruggekeken")),
}
name_states(DEVIATION, {state: word for state, (_shape, word) in STATES.items()})
