"""The capability `ways` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WaysConfig(AppConfig):
    """Puts adopted approaches on the shelf, and registers the kind `approach`."""

    name = "wijkwerk.ways"
    label = "ways"

    def ready(self) -> None:
        """Let `approaches` find what was adopted here, and tell the thread what an approach is."""
        from wijkwerk.approaches import add_shelf
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register
        from wijkwerk.ways.queries import text_of

        add_shelf(text_of)
        register(Kind("approach", Bead.CHOSEN, "WW", _("aanpak"), _("aanpakken"), alone=True, ends_here=True))
