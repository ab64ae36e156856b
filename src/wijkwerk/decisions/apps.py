"""The capability `decisions` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DecisionsConfig(AppConfig):
    """Registers the kind `ruling`, and adds decisions to every story."""

    name = "wijkwerk.decisions"
    label = "decisions"

    def ready(self) -> None:
        """Register the story source."""
        from wijkwerk.decisions.queries import moments
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register, register_moments

        # A decision that is about an area and no other thing: it stands by itself and causes nothing.
        register(Kind("ruling", Bead.CHOSEN, "B", _("besluit"), _("besluiten"), ends_here=True))
        register_moments(moments)
