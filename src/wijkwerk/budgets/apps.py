"""The capability `budgets` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BudgetsConfig(AppConfig):
    """Registers the kinds `money` and `order`."""

    name = "wijkwerk.budgets"
    label = "budgets"

    def ready(self) -> None:
        """Tell the thread what money and orders are."""
        from wijkwerk.budgets import telling, wording  # noqa: F401  (names the states for people)
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register

        register(
            Kind("order", Bead.CHOSEN, "BS", _("bestelling"), _("bestellingen")),
            facts=telling.order_facts,
            moments=telling.order_moments,
        )
        register(
            Kind("money", Bead.PAID, "G", _("geld"), _("geld")), facts=telling.facts, moments=telling.moments
        )
