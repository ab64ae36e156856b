"""The capability `signals` as a Django app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SignalsConfig(AppConfig):
    """Registers the kind `signal`, its ways out of triage, and what a "nee" and an erasure do."""

    name = "wijkwerk.signals"
    label = "signals"

    def ready(self) -> None:
        """Tell the capabilities below what a signal is."""
        from wijkwerk.answers.actions import register_reopener
        from wijkwerk.answers.chores import register_chore
        from wijkwerk.answers.own_words import register_own_words
        from wijkwerk.signals import telling, wording  # noqa: F401  (names the states for people)
        from wijkwerk.signals.actions import reopen, sweep_drafts
        from wijkwerk.signals.actions.erasing import register as register_erasing
        from wijkwerk.signals.actions.letting_go import let_go_of_the_told
        from wijkwerk.signals.actions.ways import register_own
        from wijkwerk.signals.near import register_open
        from wijkwerk.signals.queries import is_open, text_of
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register

        register(
            Kind("signal", Bead.SEEN, "M", _("melding"), _("meldingen")),
            facts=telling.facts,
            moments=telling.moments,
        )
        register_own()
        register_open("signal", is_open)
        register_reopener("signal", reopen)
        register_own_words("signal", text_of)
        register_erasing()
        register_chore("signals.sweep_drafts", timedelta(hours=1), sweep_drafts)
        register_chore("signals.let_go_of_the_told", timedelta(minutes=10), let_go_of_the_told)
