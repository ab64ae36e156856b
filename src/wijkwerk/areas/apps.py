"""The capability `areas` as a Django app."""

from django.apps import AppConfig


class AreasConfig(AppConfig):
    """Start-up of `areas`."""

    name = "wijkwerk.areas"
    label = "areas"
