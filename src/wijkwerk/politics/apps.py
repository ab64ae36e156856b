"""The capability `politics` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PoliticsConfig(AppConfig):
    """Registers the kind `proposal`."""

    name = "wijkwerk.politics"
    label = "politics"

    def ready(self) -> None:
        """Tell the thread what a proposal is."""
        from wijkwerk.politics import telling
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register

        register(
            Kind("proposal", Bead.PROPOSED, "VS", _("voorstel"), _("voorstellen")),
            moments=telling.moments,
        )
