"""Plays the whole year into an empty database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

from django.conf import settings
from django.db import transaction

from wijkwerk.answers import worker
from wijkwerk.answers.actions import handed_over
from wijkwerk.answers.queries import for_the_desk
from wijkwerk.answers.rules import Channel
from wijkwerk.approaches import StepKind, load
from wijkwerk.demo import company, stage
from wijkwerk.demo.calendar import Calendar, at_hour
from wijkwerk.demo.cast import Cast
from wijkwerk.demo.scenes import plan, promises, reports, year
from wijkwerk.demo.script import Script
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Reason

Progress = Callable[[float], None]
NEEDED = (StepKind.PANEL, StepKind.PRIORITISATION, StepKind.EXECUTION)
# Every so many scenes the post is worked, so that answers go out in the month they were given.
POST_EVERY = 150
DESK_HABIT = timedelta(days=14)


def build(
    *,
    approach_key: str,
    today: date,
    seed: int,
    outlines: Path | None,
    progress: Progress = lambda _share: None,
) -> Cast:
    """Set the stage and play every scene up to `today`; `progress` hears how far it is (0 to 1).

    Raises Invalid for an approach whose year has other steps than the texts of this demo were written for.
    """
    approach = load(approach_key)
    missing = [kind for kind in NEEDED if not approach.cycle.of_kind(kind)]
    if missing:
        raise Invalid(
            Reason(
                "De teksten van dit voorbeeld horen bij een jaar met panels, een volgorde door bewoners en uitvoering; "
                f"“{approach.title}” kent geen {', '.join(missing)}."
            )
        )
    calendar = Calendar(today)
    cast = Cast(approach, calendar, Random(seed))
    script = Script(until=at_hour(today, 7))
    with clock.at(at_hour(calendar.first_day - timedelta(days=30), 9)), transaction.atomic():
        stage.set_areas(cast, approach_key, outlines)
        stage.set_map(cast)
        company.gather(cast)
        stage.set_programme(cast)
    with clock.at(at_hour(calendar.first_day, 8)), transaction.atomic():
        stage.set_money(cast, approach_key)
    year.write(script, cast)
    reports.write(script, cast)
    plan.write(script, cast)
    promises.write(script, cast)
    total = len(script.scenes)
    for done in script.play():
        if done % POST_EVERY == 0:
            with clock.at(script.now):
                _work_the_post(cast)
        progress(done / total)
    with clock.at(script.until):
        _work_the_post(cast)
    return cast


def _work_the_post(cast: Cast) -> None:
    """Mail goes; the desk prints and calls what waited longer than its own habit of once in two weeks."""
    while worker.work_once(most=500):
        pass
    waited = clock.now() - DESK_HABIT
    for channel in (Channel.LETTER, Channel.PHONE):
        for delivery in for_the_desk(channel, list(cast.areas.values())).filter(created_at__lt=waited):
            handed_over(delivery_id=delivery.pk, by=cast.holder("desk_worker"))


def write_accounts() -> Path:
    """`accounts.json` in the data folder."""
    folder = Path(settings.ENVIRONMENT.data_dir)
    company.write_accounts(folder)
    return folder / "accounts.json"
