"""The foundation as a Django app: templates, styles and one table for rate limits."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    """Nothing to start."""

    name = "wijkwerk.foundation"
    label = "foundation"
