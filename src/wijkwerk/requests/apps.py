"""The capability `requests` as a Django app."""

from django.apps import AppConfig


class RequestsConfig(AppConfig):
    """Start-up of `requests`."""

    name = "wijkwerk.requests"
    label = "requests"
