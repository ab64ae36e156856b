"""The capability `people` as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Start-up of `people`."""

    name = "wijkwerk.people"
    label = "people"
