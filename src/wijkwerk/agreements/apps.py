"""The capability `agreements` as a Django app."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Adds promises to every story."""

    name = "wijkwerk.agreements"
    label = "agreements"

    def ready(self) -> None:
        """Register the story source, and name the states for people."""
        from wijkwerk.agreements import telling, wording  # noqa: F401
        from wijkwerk.thread.kinds import register_moments

        register_moments(telling.moments)
