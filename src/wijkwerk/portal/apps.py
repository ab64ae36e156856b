"""The capability `portal` as a Django app."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Start-up of `portal`."""

    name = "wijkwerk.portal"
    label = "portal"

    def ready(self) -> None:
        """Tell who composes an approach which questions of residents it leaves open."""
        from wijkwerk.portal.pages.standing import open_questions
        from wijkwerk.ways.asking import register_questions

        register_questions(open_questions)
