"""The capability `portal` as a Django app."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Start-up of `portal`."""

    name = "wijkwerk.portal"
    label = "portal"
