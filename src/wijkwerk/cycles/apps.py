"""The capability `cycles` as a Django app."""

from django.apps import AppConfig


class CyclesConfig(AppConfig):
    """Start-up of `cycles`."""

    name = "wijkwerk.cycles"
    label = "cycles"
