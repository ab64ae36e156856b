"""`make test`: the suite on SQLite, then on PostgreSQL where that is installed; says what it left out."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack

from tests.machine import chromium, postgresql, postgresql_programs, required

# What asks no table, or asks whom a view admits, gives the same answer on any database.
ASKED_ONCE = [
    "src/wijkwerk/approaches",
    "src/wijkwerk/choice",
    "tests/test_access.py",
    "tests/test_architecture.py",
    "tests/test_documentation.py",
    "tests/test_traceability.py",
    "tests/test_translations.py",
]

# A server for each process of the second round; one more than there are processors, because some tests mostly wait.
MOST_SERVERS = min((os.cpu_count() or 1) + 1, 4)


def main(arguments: list[str]) -> int:
    """Run; gives the exit status of the first round that failed."""
    command = [sys.executable, "-m", "pytest", "-q", "--dist", "worksteal", *arguments]
    left_out = []
    if chromium() is None:
        left_out.append("the tests in a browser (apt-get install chromium)")
    if postgresql_programs() is None:
        left_out.append("the round on PostgreSQL (apt-get install postgresql)")
        if "postgresql" in required():
            print("PostgreSQL is required and missing; Debian has it as `postgresql`.")
            return 2
    print("→ The suite on SQLite", flush=True)
    if failed := subprocess.run(command, check=False).returncode:
        return failed
    if postgresql_programs() is not None:
        print("→ The suite on PostgreSQL", flush=True)
        with ExitStack() as running:
            servers = [running.enter_context(postgresql()) for _ in range(MOST_SERVERS)]
            environment = {**os.environ, "WIJKWERK_TEST_DATABASE_URL": " ".join(servers)}
            ignored = [f"--ignore={path}" for path in ASKED_ONCE]
            round_two = [*command, "-n", str(len(servers)), "-m", "not browser", *ignored]
            if failed := subprocess.run(round_two, env=environment, check=False).returncode:
                return failed
    if left_out:
        print(f"Left out, because this machine lacks it: {'; '.join(left_out)}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
