"""The capability `communication` as a Django app."""

from django.apps import AppConfig


class CommunicationConfig(AppConfig):
    """Start-up of `communication`."""

    name = "wijkwerk.communication"
    label = "communication"
