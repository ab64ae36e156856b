"""The composition as a Django app."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Lets a municipality's own approach files be chosen beside the catalogue."""

    name = "wijkwerk.config"
    label = "config"

    def ready(self) -> None:
        """Own files stand in `approaches/` of the data folder."""
        from django.conf import settings

        from wijkwerk.approaches.loading import add_directory

        add_directory(settings.ENVIRONMENT.data_dir / "approaches")
