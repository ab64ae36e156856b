"""The capability `answers` as a Django app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AnswersConfig(AppConfig):
    """Registers the kind `answer` and how messages are worded."""

    name = "wijkwerk.answers"
    label = "answers"

    def ready(self) -> None:
        """Tell the thread what an answer is."""
        from wijkwerk.answers import account_letters, chores, composing, erasing, telling
        from wijkwerk.foundation.once import sweep as sweep_pressed
        from wijkwerk.foundation.rate_limits import sweep as sweep_rate_limits
        from wijkwerk.people import erasure
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register

        register(
            Kind("answer", Bead.TOLD, "A", _("antwoord"), _("antwoorden")),
            facts=telling.facts,
            moments=telling.moments,
        )
        composing.register_composer("confirmation", composing.compose_confirmation, label=_("ontvangen"))
        composing.register_composer("answer", composing.compose_answer)
        composing.register_composer("erase", composing.compose_erase, label=_("gegevens wissen"))
        account_letters.register()
        erasing.register()
        chores.register_chore("forms pressed once", timedelta(hours=1), sweep_pressed)
        chores.register_chore("rate limits", timedelta(hours=1), sweep_rate_limits)
        chores.register_chore("erased from the log too", timedelta(hours=1), erasure.sweep_log)
