"""The three sites that are pictured: how each is made, in its own folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.source import ROOT

DEMO, LONG, EMPTY = "demo", "long", "empty"
STATES = (DEMO, LONG, EMPTY)
READY = "demo.ready"
COMPOUND = "Hottentottententententoonstellingsterreinbeheer"


def environment(state: str, folder: Path, port: int) -> dict[str, str]:
    """What the site of a state must know before Django starts."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "wijkwerk.config.settings",
        "WIJKWERK_MODE": "demo",
        "WIJKWERK_DATA_DIR": str(folder),
        "WIJKWERK_SITE_URL": f"http://localhost:{port}",
        "WIJKWERK_MUNICIPALITY": "Deventer",
        "WIJKWERK_LOG_LEVEL": "ERROR",
    }


def prepare_folder(state: str, folder: Path, data: Path | None) -> None:
    """Make the demo, or copy the one that was given; the small sites are made anew when they are served."""
    if state != DEMO:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return
    if data is not None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(data, folder)
    elif not (folder / READY).exists():
        command = [sys.executable, "-m", "wijkwerk", "demo", "--prepare-only", "--data", str(folder)]
        subprocess.run(command, check=True, cwd=ROOT)


def fill(state: str) -> None:
    """Fill the database of a small site."""
    from tests.filled import make_filled_world
    from tests.world import make_world

    if state == LONG:
        make_filled_world()
        lengthen()
    elif state == EMPTY:
        make_world()


def lengthen() -> None:
    """Give everything a name as long as it may be, with a word that does not break."""
    from wijkwerk.agreements.models import Promise
    from wijkwerk.areas.models import Area
    from wijkwerk.people.models import Organisation, Person
    from wijkwerk.signals.models import Signal
    from wijkwerk.thread.models import Thing

    for area in Area.objects.all():
        area.name = f"{area.name}, Zandweerd-Noord, de Oude Uiterwaarden en {COMPOUND}"
        area.save(update_fields=["name"])
    for thing in Thing.objects.exclude(sentence=""):
        thing.sentence = f"{thing.sentence} bij het {COMPOUND} aan de Burgemeester Van Suchtelenstraat"[:120]
        thing.save(update_fields=["sentence"])
    Organisation.objects.update(name=f"Stichting Samenwerkende Bewonersgroepen {COMPOUND} Oost")
    Person.objects.update(
        first_name="Wilhelmina-Alexandra", last_name="van der Westerhuijsen-Oostervelt tot Nijkerkenbroek"
    )
    Signal.objects.update(text=f"Bij het {COMPOUND} is het al maanden donker. " * 40, place_text=COMPOUND * 2)
    Promise.objects.update(text=f"Voor de zomer is het {COMPOUND} weer open voor iedereen uit de buurt.")
