"""The capability `initiatives` as a Django app."""

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """Start-up of `initiatives`."""

    name = "wijkwerk.initiatives"
    label = "initiatives"
