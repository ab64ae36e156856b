"""The capability `meetings` as a Django app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Start-up of `meetings`."""

    name = "wijkwerk.meetings"
    label = "meetings"
