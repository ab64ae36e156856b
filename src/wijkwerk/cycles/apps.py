"""The capability `cycles` as a Django app."""

from django.apps import AppConfig


class CyclesConfig(AppConfig):
    """Start-up of `cycles`."""

    name = "wijkwerk.cycles"
    label = "cycles"

    def ready(self) -> None:
        """Tell the check of hours how many steps are due."""
        from wijkwerk.cycles.queries import steps_due
        from wijkwerk.people.queries.capacity import count_steps_with

        count_steps_with(steps_due)
