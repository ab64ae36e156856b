"""The capability `thread` as a Django app."""

from django.apps import AppConfig


class ThreadConfig(AppConfig):
    """Knows no kinds of its own; the capabilities register theirs."""

    name = "wijkwerk.thread"
    label = "thread"
