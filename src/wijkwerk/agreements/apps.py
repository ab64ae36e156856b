"""The capability `agreements` as a Django app."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Start-up of `agreements`."""

    name = "wijkwerk.agreements"
    label = "agreements"
