"""Our tables as a database has them: `python -m tests.shape` prints it for the database that the settings name."""

from __future__ import annotations

import json
from typing import Any

from django.apps import apps
from django.db import connection

# Numbered by SQLite in the order in which the columns came.
UNNAMED = ("__unnamed", "sqlite_autoindex", "fk_")


def shape() -> dict[str, Any]:
    """Per table its columns and what is demanded of them, in an order that does not matter to a database."""
    ours = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_config.name.startswith("wijkwerk.")
    }
    with connection.cursor() as cursor:
        reading = connection.introspection
        found: dict[str, Any] = {}
        for table in sorted(ours & set(reading.table_names(cursor))):
            columns = [
                (column.name, str(column.type_code), bool(column.null_ok), column.default)
                for column in reading.get_table_description(cursor, table)
            ]
            demands = [
                ["" if name.startswith(UNNAMED) else name, sorted(demand.items())]
                for name, demand in reading.get_constraints(cursor, table).items()
            ]
            found[table] = {"columns": sorted(columns), "demands": sorted(demands, key=repr)}
    return json.loads(json.dumps(found))  # type: ignore[no-any-return]


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(shape()))
