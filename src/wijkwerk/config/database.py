"""The one place where SQLite and PostgreSQL are set up differently."""

from __future__ import annotations

from typing import Any, cast

import dj_database_url

# WAL lets readers go on while one writes; NORMAL is durable enough with WAL (a crash of the machine may lose
# the last commits but never corrupts, and an answer not sent is found again by the sweep). Secure delete: what was
# erased of a resident is overwritten in the file too.
_SQLITE_START = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-64000;PRAGMA temp_store=MEMORY;"
    "PRAGMA secure_delete=ON;"
)


def database_settings(url: str) -> dict[str, Any]:
    """Django's DATABASES entry for one address such as `sqlite:////srv/wijk.sqlite3` or `postgresql://…`."""
    not_understood = SystemExit(
        "WIJKWERK_DATABASE_URL is not understood; write sqlite:////path/to/file or "
        "postgresql://user:password@host/name. docs/reference/settings.md explains."
    )
    try:
        settings = cast(
            dict[str, Any], dj_database_url.parse(url, conn_max_age=None, conn_health_checks=True)
        )
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError) as error:
        raise not_understood from error
    if not settings["ENGINE"].endswith(("sqlite3", "postgresql")):
        raise not_understood
    if settings["ENGINE"].endswith("sqlite3"):
        # IMMEDIATE: a transaction that reads and then writes would otherwise fail at once under load,
        # whatever the timeout says.
        settings["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": _SQLITE_START,
        }
        settings["CONN_HEALTH_CHECKS"] = False
    return settings
