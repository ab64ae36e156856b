"""The suite makes its tables straight from the models, which takes a second; the migrations must make the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests.shape import shape


@pytest.fixture
def empty_database(tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables, of the kind this round runs on."""
    if connection.vendor != "postgresql":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    import psycopg

    server, name = os.environ["WIJKWERK_DATABASE_URL"], f"empty_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f'create database "{name}"')
    yield f"{server.rpartition('/')[0]}/{name}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f'drop database "{name}" with (force)')


@pytest.mark.django_db
def test_the_migrations_make_the_tables_of_the_models(empty_database: str) -> None:
    environment = {
        **os.environ,
        "WIJKWERK_DATABASE_URL": empty_database,
        "DJANGO_SETTINGS_MODULE": "wijkwerk.config.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }

    def run(*command: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", *command], env=environment, check=True, capture_output=True, text=True
        ).stdout

    run("wijkwerk", "migrate", "--verbosity", "0")
    run("wijkwerk", "makemigrations", "--check", "--dry-run")
    made = json.loads(run("tests.shape"))
    wanted = shape()
    assert made.keys() == wanted.keys()
    for table in wanted:
        assert made[table] == wanted[table], table
