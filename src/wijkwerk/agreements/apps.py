"""The capability `agreements` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgreementsConfig(AppConfig):
    """Registers the kind `agreement`, and adds promises to every story."""

    name = "wijkwerk.agreements"
    label = "agreements"

    def ready(self) -> None:
        """Register the story source, and name the states for people."""
        from wijkwerk.agreements import telling, wording  # noqa: F401
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register, register_moments

        register(
            Kind("agreement", Bead.CHOSEN, "AF", _("afspraak"), _("afspraken")),
            moments=telling.agreement_moments,
        )
        register_moments(telling.moments)
