"""`python -m tests.access`: write the table anew."""

from __future__ import annotations

import os

import tests.plugin  # noqa: F401  sets the environment of a test


def main() -> None:
    """Make a test database, ask everything, write."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wijkwerk.config.settings")
    import django
    from django.test.utils import setup_databases, setup_test_environment

    django.setup()
    setup_test_environment()
    setup_databases(verbosity=0, interactive=False)

    from tests.access.asking import open_site, rows
    from tests.access.table import TABLE, render

    site = open_site()
    table = list(rows(site))
    TABLE.write_text(render(table, site), encoding="utf-8")
    print(f"Wrote {TABLE}.", *(f"Broken: {row.broken}" for row in table if row.broken), sep="\n")


if __name__ == "__main__":
    main()
