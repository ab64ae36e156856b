"""The pages of plans and work: what everyone reads, what officials and executors do, what a refusal says."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from tests.world import appointed
from wijkwerk.budgets.actions import commit_money, grant_from_council
from wijkwerk.budgets.models import Reservation
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.people.models import Person
from wijkwerk.plans import actions
from wijkwerk.plans.models import Funding, Measure, ProgressReport
from wijkwerk.plans.rules import MeasureStatus, PlanStatus
from wijkwerk.plans.tests.building import NOON, TODAY, Year, a_year, on, signed_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with clock.at(NOON):
        yield


@pytest.fixture
def year() -> Year:
    return a_year()


def plan_page(client: Client, year: Year) -> str:
    response = client.get(reverse("plans:plan", args=[year.plan.thing.number]))
    assert response.status_code == 200
    return text(response)


def photo(name: str = "foto.png") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/png")


@pytest.mark.requirement("DEV-11")
@pytest.mark.requirement("DEV-06")
def test_everyone_reads_the_plan(client: Client, year: Year) -> None:
    year.measure(serves_objective=True)
    actions.edit_plan(plan_id=year.plan.pk, foreword="Samen aan de slag.", by=year.world.area_officer)
    draft = plan_page(client, year)
    assert "Dit is een concept" in draft
    assert "Werk aan dit plan" not in draft
    year.adopt()
    actions.take_note(plan_id=year.plan.pk, body="gemeenteraad", by=year.world.mayor)
    page = " ".join(re.sub(r"<[^>]+>", "", plan_page(client, year)).split())
    for words in (
        "Samen aan de slag.",
        "Vastgesteld door college op maandag 2 maart",
        "Kennis genomen door gemeenteraad",
        "1. Breder pad naar de speelplek",
        "Kinderen in een rolstoel kunnen niet meespelen.",
        "Bewoners planten zelf de haag.",
        "Groen en Spelen (gemeente: pad leggen)",
        "Taakgroep De Haag (bewoners: haag planten)",
        "€ 9.400, wijkbudget",
        "naar verwachting",
        "sociale integratie",
        "zelfverantwoordelijkheid",
        "Dat is een standaard van Wijkwerk, niet uit de bron.",
        "standaard van Wijkwerk, niet uit de bron",
    ):
        assert words in page, words


def test_an_empty_plan_says_what_fills_it(client: Client, year: Year) -> None:
    assert "De wensen die bewoners op volgorde zetten" in plan_page(client, year)
    listed = client.get(reverse("plans:area", args=[year.world.area.code]))
    assert "concept" in text(listed)


def test_unknown_plans_and_measures_are_not_found(client: Client, year: Year) -> None:
    for name, number in (("plan", "P-2026-9999"), ("plan", "x"), ("plan", year.wish().thing.number)):
        assert client.get(reverse(f"plans:{name}", args=[number])).status_code == 404
    assert signed_in(year.world.area_officer).get(reverse("plans:measure", args=["MR-1"])).status_code == 404


def test_the_plan_costs_the_same_for_one_measure_and_for_twelve(client: Client, year: Year) -> None:
    year.measure()
    for reader in (client, signed_in(year.world.area_officer)):
        plan_page(reader, year)
        with CaptureQueriesContext(connection) as one:
            plan_page(reader, year)
        for _ in range(11):
            year.measure()
        with CaptureQueriesContext(connection) as many:
            plan_page(reader, year)
        assert len(many) == len(one)


def test_an_officer_opens_a_plan_for_a_cycle(year: Year) -> None:
    cycle = year.cycle
    other = type(cycle).objects.create(
        area=cycle.area,
        approach_key=cycle.approach_key,
        name="2027",
        starts_on=TODAY,
        ends_on=TODAY + timedelta(300),
    )
    client = signed_in(year.world.area_officer)
    address = reverse("plans:open", args=[other.pk])
    assert address in text(client.get(reverse("plans:area", args=[cycle.area.code])))
    assert client.get(address).status_code == 200
    assert client.post(address, {"foreword": "Hallo"}).status_code == 302
    assert other.plan.foreword == "Hallo"


def drafting(year: Year, **changes: object) -> dict[str, object]:
    organisations = year.world.organisations
    return {
        "sentence": "Breder pad",
        "motive": "Kinderen kunnen niet meespelen.",
        "theme": "physical_upkeep",
        "working_goal": "tuned_services",
        "serves_objective": "on",
        "neighbourhood": year.world.neighbourhood.pk,
        "residents_do": "De haag planten",
        "cost": "9.400",
        "funding": "area_budget",
        "expected_on": "2026-08-01",
        "executor_1": organisations["groen"].pk,
        "task_1": "pad",
        "executor_2": organisations["taakgroep"].pk,
        **changes,
    }


def test_a_wish_is_worked_out_on_a_page(year: Year) -> None:
    wish, client = year.wish(), signed_in(year.world.area_officer)
    desk = text(client.get(reverse("plans:edit", args=[year.plan.thing.number])))
    address = reverse("plans:draft", args=[year.plan.thing.number, wish.thing.number])
    assert address in desk
    assert "Dit mag: college van burgemeester en wethouders" in desk
    form = text(client.get(address))
    assert "Een breder pad naar de speelplek" in form
    assert 'value="9400"' in form
    assert client.post(address, drafting(year)).status_code == 302
    measure = Measure.objects.get()
    assert (measure.cost, measure.serves_objective) == (Money.of(9400, "EUR"), True)
    assert [one.kind for one in measure.executors.all()] == ["service", "resident_group"]
    assert "Uitgewerkt tot 1 maatregel" in text(
        client.get(reverse("plans:edit", args=[year.plan.thing.number]))
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"cost": "-5"}, "De kosten zijn nul of meer"),
        ({"cost": "veel"}, "Schrijf een bedrag in cijfers"),
        ({"executor_1": "", "executor_2": ""}, "Noem wie het uitvoert"),
        ({"funding": "regular"}, "Noem de dienst"),
        ({"funding": "weeshuis"}, "Selecteer een geldige keuze"),
        ({"motive": " "}, "verplicht"),
        ({"expected_on": "ooit"}, "geldige datum"),
        ({"sentence": "x" * 100_000}, "120"),
    ],
)
def test_what_is_wrong_is_named_and_what_was_typed_stays(
    year: Year, changes: dict[str, str], words: str
) -> None:
    address = reverse("plans:draft", args=[year.plan.thing.number, year.wish().thing.number])
    response = signed_in(year.world.area_officer).post(address, drafting(year, **changes))
    assert response.status_code == 422
    assert words in text(response)
    assert "De haag planten" in text(response)
    assert not Measure.objects.exists()


def test_html_and_emoji_stay_what_they_are(client: Client, year: Year) -> None:
    year.measure(sentence="<b>Pad</b> 🌳", motive="<script>alert(1)</script> שלום")
    page = plan_page(client, year)
    assert "<script>alert" not in page
    assert "&lt;b&gt;Pad&lt;/b&gt; 🌳" in page


def test_a_measure_is_changed_before_adoption_only(year: Year) -> None:
    measure, client = year.measure(), signed_in(year.world.area_officer)
    address = reverse("plans:edit-measure", args=[measure.thing.number])
    assert "Kinderen in een rolstoel" in text(client.get(address))
    assert client.post(address, drafting(year, sentence="Anders")).status_code == 302
    measure.thing.refresh_from_db()
    assert measure.thing.sentence == "Anders"
    year.adopt()
    late = client.post(address, drafting(year))
    assert late.status_code == 422
    assert "is vastgesteld" in text(late)


def test_adopting_and_taking_note_on_pages(year: Year) -> None:
    number, board = year.plan.thing.number, signed_in(year.world.executive_board)
    empty = board.post(reverse("plans:adopt", args=[number]), {"body": "college", "reason": "Daarom."})
    assert empty.status_code == 422
    assert "zonder maatregelen" in text(empty)
    year.measure()
    desk = text(board.get(reverse("plans:edit", args=[number])))
    assert reverse("plans:adopt", args=[number]) in desk
    assert "kan niemand kennisnemen" in desk
    assert "college van burgemeester en wethouders" in text(board.get(reverse("plans:adopt", args=[number])))
    assert (
        board.post(reverse("plans:adopt", args=[number]), {"body": "college", "reason": ""}).status_code
        == 422
    )
    done = board.post(reverse("plans:adopt", args=[number]), {"body": "college", "reason": "Bewoners kozen."})
    assert done.status_code == 302
    assert board.post(reverse("plans:take-note", args=[number]), {"body": "college"}).status_code == 302
    year.plan.refresh_from_db()
    assert (year.plan.status, year.plan.noted_by) == (PlanStatus.ADOPTED, "college")


@pytest.mark.requirement("DEV-57")
@pytest.mark.parametrize("name", ["adopt", "foreword"])
def test_the_alderman_of_the_process_is_told_whose_the_content_is(year: Year, name: str) -> None:
    year.measure()
    response = signed_in(year.world.area_alderman).get(
        reverse(f"plans:{name}", args=[year.plan.thing.number])
    )
    assert response.status_code == 403
    assert "gaat over het proces; de inhoud ligt bij" in text(response)
    desk = text(signed_in(year.world.area_alderman).get(reverse("plans:edit", args=[year.plan.thing.number])))
    assert reverse("plans:adopt", args=[year.plan.thing.number]) not in desk
    assert "gaat over het proces; de inhoud ligt bij" in desk


@pytest.mark.requirement("DEV-57")
def test_nor_does_he_stop_a_measure(year: Year) -> None:
    measure = year.measure()
    address = reverse("plans:stop", args=[measure.thing.number])
    for response in (
        signed_in(year.world.area_alderman).get(address),
        signed_in(year.world.area_alderman).post(address, {"body": "ik", "reason": "zomaar"}),
    ):
        assert response.status_code == 403
        assert "de inhoud ligt bij de portefeuillehouder" in text(response)
    measure.refresh_from_db()
    assert measure.status == MeasureStatus.DRAFTED
    done = signed_in(year.world.portfolio_holder).post(address, {"body": "wethouder", "reason": "Vervuild."})
    assert done.status_code == 302


def test_a_measure_walks_from_money_to_work_on_its_page(year: Year) -> None:
    world, measure = year.world, year.measure()
    number, page = measure.thing.number, reverse("plans:measure", args=[measure.thing.number])
    officer, keeper = signed_in(world.area_officer), signed_in(world.budget_keeper)
    assert "vastgesteld plan" in text(officer.get(page))
    year.adopt()
    fund = year.fund(units=9_399)
    reserve = reverse("plans:reserve", args=[number])
    short = keeper.post(reserve, {"fund": fund.pk, "year": 2026})
    assert short.status_code == 422
    assert "Er is nog € 9.399 vrij" in text(short)
    grant_from_council(fund=fund, year=2026, amount=Money.of(1, "EUR"), ground="begroting")
    assert keeper.post(reserve, {"fund": fund.pk, "year": 2026}).status_code == 302
    assert "€ 9.400" in text(officer.get(page))
    begin = reverse("plans:start", args=[number])
    service = signed_in(world.service_contact_officer)
    assert "nog niet vastgelegd" in text(service.post(begin, {"due_on": "2026-06-01"}))
    one = Reservation.objects.get(measure=measure.thing)
    commit_money(reservation_id=one.pk, ordered_from=None, by=world.budget_keeper)
    assert service.post(begin, {"due_on": "2026-06-01"}).status_code == 302
    assert "Meld hoe het gaat" in text(service.get(page))


def resident_of(year: Year) -> Person:
    return appointed("resident", year.world.area, year.world.organisations["taakgroep"], "Truus")


@pytest.mark.requirement("DEV-11")
@pytest.mark.requirement("DEV-49")
def test_residents_of_a_group_see_their_own_work_and_report_with_a_photo(year: Year) -> None:
    work = year.work()
    other = year.work(
        sentence="Dakpannen", executors=(actions.Executing.by(year.world.organisations["groen"]),)
    )
    client = signed_in(resident_of(year))
    mine = text(client.get(reverse("plans:my-work")))
    assert "uw deel: haag planten" in mine
    assert "Dakpannen" not in mine
    address = reverse("plans:progress", args=[work.thing.number])
    assert client.get(address).status_code == 200
    assert client.post(address, {"text": "De haag staat erin.", "photo": photo()}).status_code == 302
    report = ProgressReport.objects.get()
    assert report.photo is not None
    assert report.executor.organisation.name == "Taakgroep De Haag"
    assert "De haag staat erin." in text(
        client.get(reverse("plans:measure", args=[work.measure.thing.number]))
    )
    refused = client.get(reverse("plans:progress", args=[other.thing.number]))
    assert refused.status_code == 403


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (SimpleUploadedFile("x.jpg", b"geen foto"), "geen foto die wij kunnen lezen"),
        (SimpleUploadedFile("x.svg", b"<svg/>"), "geen foto die wij kunnen lezen"),
    ],
)
def test_a_photo_that_is_none_is_named_and_nothing_is_kept(year: Year, upload: object, words: str) -> None:
    upload.seek(0)
    address = reverse("plans:progress", args=[year.work().thing.number])
    response = signed_in(year.world.executor).post(address, {"text": "Kijk", "photo": upload})
    assert response.status_code == 422
    assert words in text(response)
    assert "Kijk" in text(response)
    assert not ProgressReport.objects.exists()


def test_late_and_done_are_told_on_pages(year: Year) -> None:
    work = year.work(due=TODAY + timedelta(5))
    with on(TODAY + timedelta(8)):
        client = signed_in(year.world.executor)
        assert "3 dagen te laat" in text(client.get(reverse("plans:my-work")))
        late = reverse("plans:late", args=[work.thing.number])
        assert client.post(late, {"reason": "Nat", "due_on": "2026-03-01"}).status_code == 422
        assert client.post(late, {"reason": "Te nat", "due_on": "2026-04-01"}).status_code == 302
        finish = reverse("plans:finish", args=[work.thing.number])
        assert client.post(finish, {"output": "", "text": "x"}).status_code == 422
        assert client.post(finish, {"output": "Het pad ligt.", "text": "Klaar!"}).status_code == 302
        assert "Het pad ligt." in text(client.get(reverse("plans:my-work")))
        again = client.post(finish, {"output": "Nog eens", "text": ""})
        assert again.status_code == 422


def test_my_work_costs_the_same_for_one_and_for_twelve(year: Year) -> None:
    client, address = signed_in(year.world.executor), reverse("plans:my-work")
    year.work()
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for _ in range(11):
        year.work()
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(one)


def test_without_work_the_list_says_what_will_come(year: Year) -> None:
    assert "Geen werk op dit moment" in text(signed_in(year.world.executor).get(reverse("plans:my-work")))


def test_work_pages_ask_for_a_role(client: Client, year: Year) -> None:
    work = year.work()
    for name, number in (
        ("my-work", None),
        ("measure", work.measure.thing.number),
        ("progress", work.thing.number),
        ("edit", year.plan.thing.number),
    ):
        assert client.get(reverse(f"plans:{name}", args=[number] if number else [])).status_code == 302


def test_what_the_area_budget_does_not_pay_is_not_offered_its_money(year: Year) -> None:
    measure = year.measure()
    year.adopt()
    Measure.objects.filter(pk=measure.pk).update(funding=Funding.REGULAR)
    reserve = reverse("plans:reserve", args=[measure.thing.number])
    page = signed_in(year.world.budget_keeper).get(reserve)
    assert page.status_code == 422
    assert 'name="fund"' not in text(page)
