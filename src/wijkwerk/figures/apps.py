"""The capability `figures` as a Django app."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """Start-up of `figures`."""

    name = "wijkwerk.figures"
    label = "figures"
