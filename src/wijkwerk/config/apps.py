"""The capability `config` as a Django app."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Start-up of `config`."""

    name = "wijkwerk.config"
    label = "config"
