"""Server and worker are killed at random while reports come in and answers go out: what was acknowledged is there once,
and every answer arrives."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import default as default_policy
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.faults.resident import Resident
from tests.faults.site import Site
from tests.plugin import ON_POSTGRESQL

pytestmark = pytest.mark.timeout(280)

KILLS = 20
RESIDENTS = 3
LONGEST = 150.0  # seconds; then the residents give up and the test fails


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with _database() as url:
        made = Site(tmp_path, url)
        made.run("tests.faults.prepare")
        made.start()
        yield made
        made.kill()


class _database:
    """A database of its own on the PostgreSQL under test; none where the suite runs on SQLite."""

    def __enter__(self) -> str:
        if not ON_POSTGRESQL:
            return ""
        import psycopg

        self._server = os.environ["WIJKWERK_DATABASE_URL"]
        self._name = f"faults_{os.getpid()}"
        with psycopg.connect(self._server, autocommit=True) as connection:
            connection.execute(f"create database {self._name}")
        return self._server.rpartition("/")[0] + f"/{self._name}"

    def __exit__(self, *_: object) -> None:
        if ON_POSTGRESQL:
            import psycopg

            with psycopg.connect(self._server, autocommit=True) as connection:
                connection.execute(f"drop database {self._name} with (force)")


def kept_mails(folder: Path) -> list[Message]:
    """Every mail that the site's mail backend wrote out whole."""
    mails = [
        message_from_bytes(content.lstrip(), policy=default_policy)
        for file in sorted(folder.glob("*.log"))
        for content in file.read_bytes().split(b"-" * 79 + b"\n")
    ]
    return [mail for mail in mails if mail["Message-ID"]]


def report_until(site: Site, over: Event, give_up: Event) -> tuple[list[Resident], list[Thread]]:
    residents = [Resident(site.url, f"bewoner{number}", give_up=give_up) for number in range(RESIDENTS)]

    def go_on(resident: Resident) -> None:
        number = 0
        # What is filled in when it is over is still sent: pressed until it is acknowledged.
        while not over.is_set() and number < 60:
            number += 1
            resident.report(number)
            over.wait(0.5)

    threads = [Thread(target=go_on, args=[resident]) for resident in residents]
    for thread in threads:
        thread.start()
    return residents, threads


def strike(site: Site, dice: random.Random) -> Counter[str]:
    """Twenty kills in a random order, each at a random moment of its victim's life."""
    blows = ["everything"] * 4 + ["server"] * 4 + ["outbox"] * 12
    assert len(blows) == KILLS
    dice.shuffle(blows)
    struck: Counter[str] = Counter()
    for blow in blows:
        if blow == "outbox":
            if site.kill_outbox(after=dice.uniform(0, 0.4)):
                struck[blow] += 1
                continue
            # It rests between two of its lives: then all that runs is struck.
            blow = "everything"
        time.sleep(dice.uniform(0.1, 1.5))
        if blow == "everything":
            site.kill()
        else:
            site.kill_server()
        struck[blow] += 1
        time.sleep(dice.uniform(0, 0.4))
        site.start()
    return struck


def answer(site: Site, over: Event, dice: random.Random) -> None:
    """An official answers what comes in, and is killed now and then too."""
    while not over.is_set():
        official = site.beside("tests.faults.official")
        over.wait(dice.uniform(6, 20))
        official.kill()
        official.wait(timeout=10)


def test_killed_twenty_times_nothing_acknowledged_is_lost_or_doubled(site: Site) -> None:
    over, give_up = Event(), Event()
    residents, threads = report_until(site, over, give_up)
    threads.append(Thread(target=answer, args=[site, over, random.Random(7)]))
    threads[-1].start()
    try:
        struck = strike(site, random.Random(20260301))
    finally:
        over.set()
        for thread in threads:
            thread.join(timeout=LONGEST)
        give_up.set()
        for thread in threads:
            thread.join(timeout=30)
    site.kill()
    found = site.ask("tests.faults.look")

    assert sum(struck.values()) == KILLS
    acknowledged = [text for resident in residents for text in resident.acknowledged]
    assert len(acknowledged) > 15
    assert sum(resident.pressed_again for resident in residents) > 0  # they did meet a dead site
    assert Counter(acknowledged).most_common(1)[0][1] == 1
    assert sorted(found["signals"]) == sorted(acknowledged)
    assert found["askers"] == len(acknowledged)

    deliveries = found["deliveries"]
    # The outbox delivered all the while, and some of what it held when it was killed was taken over.
    assert found["left_by_the_dead"] < len(deliveries)
    taken_over = sum(delivery["attempts"] > 1 for delivery in deliveries)
    assert taken_over > 0
    assert {delivery["state"] for delivery in deliveries} == {"sent"}
    kinds = Counter(delivery["kind"] for delivery in deliveries)
    assert kinds == {"confirmation": len(acknowledged), "answer": found["answers"]}
    assert found["answers"] > 5

    arrived = kept_mails(site.folder / "mail")
    to = {(mail["Message-ID"], mail["To"]) for mail in arrived}
    assert to == {(delivery["message_id"], delivery["to"]) for delivery in deliveries}
    assert len({delivery["message_id"] for delivery in deliveries}) == len(deliveries)
    doubles = len(arrived) - len(to)
    assert doubles <= struck["outbox"] + struck["everything"] + struck["server"]
    print(
        f"{len(acknowledged)} reports, {len(deliveries)} messages, {doubles} sent twice under one Message-ID, "
        f"{taken_over} taken over from the dead; {dict(struck)}"
    )
