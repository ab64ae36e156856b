"""The capability `participation` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ParticipationConfig(AppConfig):
    """Registers the kind `wish`, and what opening and closing a step means here."""

    name = "wijkwerk.participation"
    label = "participation"

    def ready(self) -> None:
        """Tell the capabilities below what a wish is, and stand ready when a step opens."""
        from wijkwerk.answers.composing import register_composer
        from wijkwerk.approaches import StepKind
        from wijkwerk.cycles.actions import register_closing_check, register_opening
        from wijkwerk.participation import composing, erasing, notes, telling, wording  # noqa: F401
        from wijkwerk.participation.actions import longlist_is_ready, open_round
        from wijkwerk.participation.actions.ranking import prepare_longlist
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register

        register(
            Kind("wish", Bead.PROPOSED, "W", _("wens"), _("wensen")),
            facts=telling.facts,
            moments=telling.moments,
        )
        notes.register()
        erasing.register()
        register_composer("ballot", composing.compose_ballot, label=_("uw formulier"))
        register_composer("ranking_result", composing.compose_result, label=_("de uitslag"))
        register_opening(StepKind.PANEL, open_round)
        register_opening(StepKind.PRIORITISATION, prepare_longlist)
        register_closing_check(StepKind.PRIORITISATION, longlist_is_ready)
