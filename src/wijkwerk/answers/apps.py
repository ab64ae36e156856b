"""The capability `answers` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AnswersConfig(AppConfig):
    """Registers the kind `answer` and how messages are worded."""

    name = "wijkwerk.answers"
    label = "answers"

    def ready(self) -> None:
        """Tell the thread what an answer is."""
        from wijkwerk.answers import composing, telling
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register

        register(
            Kind("answer", Bead.TOLD, "A", _("antwoord"), _("antwoorden")),
            facts=telling.facts,
            moments=telling.moments,
        )
        composing.register_composer("confirmation", composing.compose_confirmation)
        composing.register_composer("answer", composing.compose_answer)
        composing.register_composer("erase", composing.compose_erase)
