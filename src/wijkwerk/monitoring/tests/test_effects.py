"""What was done and what it brought stay apart; a figure counts when it was named beforehand (KEY3-01)."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.urls import reverse

from wijkwerk.figures.models import NamedFigure
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Refused
from wijkwerk.monitoring import actions
from wijkwerk.monitoring.models import Effect
from wijkwerk.plans.actions import finish_work
from wijkwerk.plans.models import Measure, Work
from wijkwerk.plans.tests.building import NOON, TODAY, Year, a_year, on, signed_in, text
from wijkwerk.thread.beads import Bead, BeadState
from wijkwerk.thread.story import tell_story

LATER = TODAY + timedelta(200)


def own_fields() -> list[models.Field]:
    return [
        field
        for model in apps.get_models()
        if model.__module__.startswith("wijkwerk.")
        for field in model._meta.get_fields()
        if isinstance(field, models.Field)
    ]


@pytest.mark.requirement("KEY3-01")
def test_output_and_outcome_share_no_field_and_no_table() -> None:
    homes: dict[str, set[str]] = {"output": set(), "outcome": set()}
    for field in own_fields():
        words = set(field.name.split("_"))
        assert not {"output", "outcome"} <= words, field
        for word in words & set(homes):
            homes[word].add(field.model.__name__)
    assert homes == {"output": {"Work"}, "outcome": {"Effect"}}


@pytest.mark.requirement("KEY3-01")
def test_no_field_anywhere_is_a_score() -> None:
    score = re.compile(r"(^|_)(score|rating|grade|mark|success|rapportcijfer|effectiveness)(_|$)")
    assert [str(field) for field in own_fields() if score.search(field.name)] == []
    numbers = (models.IntegerField, models.FloatField, models.DecimalField)
    assert not [field for field in Effect._meta.get_fields() if isinstance(field, numbers)]


@pytest.fixture(autouse=True)
def today():
    with clock.at(NOON):
        yield


@pytest.fixture
def year(db: None) -> Year:
    return a_year()


def named(year: Year, measure: Measure, **changes: object) -> NamedFigure:
    return actions.name_figure(
        **{
            "measure_id": measure.pk,
            "indicator": "speelplekken bereikbaar met een rolstoel",
            "unit": "van de 6",
            "before": Decimal(10),
            "source": "telling wijkteam 2026",
            "by": year.world.area_officer,
            **changes,
        }
    )


def done(year: Year, work: Work) -> Work:
    return finish_work(work_id=work.pk, output="Het pad is 1,60 breed.", text="", by=year.world.executor)


def learned(year: Year, work: Work, **given: object) -> Effect:
    with on(LATER):
        return actions.learn(work_id=work.pk, given=actions.Learned(**given), by=year.world.policy_officer)


def test_a_figure_is_named_before_the_work_is_done(year: Year) -> None:
    work = year.work()
    for field in ("indicator", "unit", "source"):
        with pytest.raises(Invalid) as refused:
            named(year, work.measure, **{field: " "})
        assert refused.value.reason.field == field
    assert named(year, work.measure).named_on == TODAY
    done(year, work)
    with pytest.raises(Conflict, match="vooraf is genoemd"):
        named(year, work.measure)


def test_what_it_brought_shows_after_it_was_done(year: Year) -> None:
    work = year.work()
    with pytest.raises(Conflict, match="nog niet gedaan"):
        learned(year, work, outcome="x")
    done(year, work)
    with pytest.raises(Invalid) as refused:
        learned(year, work, outcome=" ", verdict="")
    assert refused.value.reason.field == "outcome"
    assert not Effect.objects.exists()


@pytest.mark.requirement("KEY3-01")
def test_outcome_verdict_and_figure_are_told_each_apart(year: Year) -> None:
    work = year.work()
    named(year, work.measure)
    done(year, work)
    learned(
        year,
        work,
        outcome="Vier kinderen spelen er nu.",
        verdict="Zij staat nu ín de speeltuin.",
        verdict_by="3 bewoners",
        after=Decimal(20),
        after_source="telling wijkteam 2027",
    )
    story = tell_story(work.measure.thing, None)
    assert {view.bead: view.state for view in story.beads}[Bead.LEARNED] is BeadState.DONE
    (moment,) = [moment for moment in story.moments if str(moment.title) == "Wat het bracht"]
    assert "eerst 10 (telling wijkteam 2026), nu 20 van de 6 (telling wijkteam 2027)" in str(moment.text)
    assert moment.quote == "Zij staat nu ín de speeltuin."
    assert "1,60" not in str(moment.text), "what was done is not what it brought"


@pytest.mark.parametrize(
    ("given", "field"),
    [({"after": Decimal(2)}, "after"), ({"after": Decimal(2), "after_source": "x"}, "after")],
)
def test_a_figure_that_nobody_named_beforehand_does_not_count(
    year: Year, given: dict[str, object], field: str
) -> None:
    work = done(year, year.work())
    with pytest.raises(Invalid, match="vooraf geen cijfer") as refused:
        learned(year, work, outcome="x", **given)
    assert refused.value.reason.field == field
    assert not Effect.objects.exists()


def test_a_figure_has_its_source_and_is_measured_once(year: Year) -> None:
    work = year.work()
    figure = named(year, work.measure)
    done(year, work)
    with pytest.raises(Invalid) as refused:
        learned(year, work, outcome="x", after=Decimal(2))
    assert refused.value.reason.field == "after_source"
    learned(year, work, outcome="x", after=Decimal(2), after_source="telling")
    with pytest.raises(Invalid, match="al gemeten"):
        learned(year, work, outcome="y", after=Decimal(6), after_source="telling")
    figure.refresh_from_db()
    assert figure.after == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        NamedFigure.objects.update(after_source="")
    assert learned(year, work, verdict="Het pad is alweer kapot.").verdict


def test_an_effect_says_something(year: Year) -> None:
    effect = learned(year, done(year, year.work()), outcome="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Effect.objects.filter(pk=effect.pk).update(outcome="")


def test_who_may_not_is_refused(year: Year) -> None:
    work = done(year, year.work())
    for person in (year.world.executor, year.world.area_alderman, None):
        with pytest.raises(Refused):
            actions.learn(work_id=work.pk, given=actions.Learned(outcome="x"), by=person)


def test_naming_and_learning_on_pages(year: Year) -> None:
    work = year.work()
    officer, number = signed_in(year.world.area_officer), work.measure.thing.number
    naming = reverse("monitoring:name-figure", args=[number])
    assert naming in text(officer.get(reverse("plans:measure", args=[number])))
    given_ = {"indicator": "speelplekken", "before": "1,5", "unit": "van de 6", "source": "telling 2026"}
    assert officer.post(naming, {**given_, "before": "veel"}).status_code == 422
    assert officer.post(naming, given_).status_code == 302
    assert "1,5 van de 6" in text(officer.get(reverse("plans:measure", args=[number])))
    learning = reverse("monitoring:learn", args=[work.thing.number])
    assert "nog niet gedaan" in text(officer.get(learning))
    done(year, work)
    page = text(officer.get(learning))
    assert "Het pad is 1,60 breed." in page
    assert "eerst 1,5 van de 6" in page
    assert officer.post(learning, {"outcome": "", "verdict": ""}).status_code == 422
    wrong = officer.post(learning, {"outcome": "Fijn", "after": "3", "after_source": ""})
    assert wrong.status_code == 422
    assert "Fijn" in text(wrong)
    right = {"outcome": "Fijn", "verdict": "Top", "verdict_by": "2", "after": "3", "after_source": "telling"}
    assert officer.post(learning, right).status_code == 302
    assert "Top" in text(officer.get(learning))
    assert officer.post(naming, given_).status_code == 422


def test_pages_are_for_who_may_and_for_what_exists(year: Year) -> None:
    work = year.work()
    learning = reverse("monitoring:learn", args=[work.thing.number])
    assert signed_in(year.world.executor).get(learning).status_code == 403
    officer = signed_in(year.world.area_officer)
    assert officer.get(reverse("monitoring:learn", args=["U-2026-9999"])).status_code == 404
    assert officer.get(reverse("monitoring:learn", args=[work.measure.thing.number])).status_code == 404
