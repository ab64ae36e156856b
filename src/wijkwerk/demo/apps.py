"""The capability `demo` as a Django app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Start-up of `demo`."""

    name = "wijkwerk.demo"
    label = "demo"
