"""The capability `decisions` as a Django app."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Adds decisions to every story."""

    name = "wijkwerk.decisions"
    label = "decisions"

    def ready(self) -> None:
        """Register the story source."""
        from wijkwerk.decisions.queries import moments
        from wijkwerk.thread.kinds import register_moments

        register_moments(moments)
