"""The capability `monitoring` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MonitoringConfig(AppConfig):
    """Registers the kind `effect`."""

    name = "wijkwerk.monitoring"
    label = "monitoring"

    def ready(self) -> None:
        """Tell the thread what an effect is."""
        from wijkwerk.monitoring import telling
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register

        register(
            Kind("effect", Bead.LEARNED, "E", _("opbrengst"), _("opbrengsten")),
            facts=telling.facts,
            moments=telling.moments,
        )
