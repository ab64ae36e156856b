"""The capability `needs` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NeedsConfig(AppConfig):
    """Registers the kind `need` and its way in from triage."""

    name = "wijkwerk.needs"
    label = "needs"

    def ready(self) -> None:
        """Tell the capabilities below what a need is."""
        from wijkwerk.needs import telling, triage_form
        from wijkwerk.needs.actions import register_way
        from wijkwerk.needs.queries import needs_near
        from wijkwerk.signals.actions import register_form
        from wijkwerk.signals.near import register_near, register_open
        from wijkwerk.signals.rules import Route
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register

        register(
            Kind("need", Bead.UNDERSTOOD, "V", _("vraag"), _("vragen")),
            facts=telling.facts,
            moments=telling.moments,
        )
        register_way()
        register_form(Route.LONGLIST, triage_form.make)
        register_near("need", needs_near, destination=Route.LONGLIST)
        register_open("need", lambda thing: thing.ended_on is None)
