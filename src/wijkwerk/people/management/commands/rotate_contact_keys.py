"""`wijkwerk rotate_contact_keys`: after a new key was put in front of WIJKWERK_CONTACT_KEYS."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from wijkwerk.people.actions import rotate_contact_keys


class Command(BaseCommand):
    """Write all contact data anew under the newest key."""

    help = "Re-encrypt contact data and second steps under the first key of WIJKWERK_CONTACT_KEYS."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rewrite, and say how many and what to do next."""
        done = rotate_contact_keys()
        self.stdout.write(f"{done} contacts re-encrypted under the newest key.")
        if len(settings.CONTACT_KEYS) > 1:
            self.stdout.write("The older keys may now be taken out of WIJKWERK_CONTACT_KEYS.")
