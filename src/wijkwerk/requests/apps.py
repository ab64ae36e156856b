"""The capability `requests` as a Django app."""

from django.apps import AppConfig


class RequestsConfig(AppConfig):
    """Adds what was asked of services to every story."""

    name = "wijkwerk.requests"
    label = "requests"

    def ready(self) -> None:
        """Register the story source, and name the states for people."""
        from wijkwerk.requests import telling, wording  # noqa: F401
        from wijkwerk.thread.kinds import register_moments

        register_moments(telling.moments)
