"""Fill the site's database: one area, everybody in it."""

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from tests.world import make_world  # noqa: E402

call_command("migrate", verbosity=0)
make_world()
