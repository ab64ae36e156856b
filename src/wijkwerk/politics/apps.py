"""The capability `politics` as a Django app."""

from django.apps import AppConfig


class PoliticsConfig(AppConfig):
    """Start-up of `politics`."""

    name = "wijkwerk.politics"
    label = "politics"
