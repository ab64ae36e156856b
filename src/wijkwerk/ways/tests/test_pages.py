"""The pages of composing: fill in, see what it changes, keep; all errors at once; adopt; nobody else."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.world import World, make_world
from wijkwerk.approaches import Power
from wijkwerk.approaches.drafting import draft_of
from wijkwerk.areas.models import AreaApproach
from wijkwerk.areas.queries import adopted, approach_for
from wijkwerk.foundation import clock
from wijkwerk.people.models import Reorganisation
from wijkwerk.ways import actions
from wijkwerk.ways.asking import left_open
from wijkwerk.ways.forms.moving import NOBODY
from wijkwerk.ways.models import Draft, OwnApproach
from wijkwerk.ways.tests.factories import a_draft, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def client(world: World) -> Client:
    return signed_in(world.policy_officer)


def text(response: HttpResponse) -> str:
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def as_shown(page: str) -> dict[str, Any]:
    """What a browser would send if nothing was changed in the last form of a page."""
    form = page.rpartition('<form class="wijkwerk-form"')[2]
    sent: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ("checkbox" not in tag or " checked" in tag):
            sent.setdefault(name[1], []).append(value[1] if value else "")
    for name, body in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\s*(.*?)</textarea>', form, re.DOTALL):
        sent[name] = [body]
    for name, body in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', body) or re.search(
            r'<option value="([^"]*)"', body
        )
        sent[name] = [chosen[1] if chosen else ""]
    sent.pop("csrfmiddlewaretoken", None)
    if "source" in sent:  # asked anew at every value
        assert sent["source"] == [""]
        sent["source"] = ["artikel 3"]
    return sent


def kept(client: Client, page: str, draft: Draft) -> HttpResponse:
    """Press the button that keeps what was seen."""
    sent = {name: html.unescape(values[0]) for name, values in as_shown(page).items()}
    return client.post(reverse("ways:save", args=[draft.pk]), sent)  # type: ignore[return-value]


def test_a_changed_value_shows_rights_and_money_before_it_is_kept(client: Client, world: World) -> None:
    draft = a_draft(world)
    address = reverse("ways:edit", args=[draft.pk, "budget"])
    sent = as_shown(text(client.get(address)))
    page = text(client.post(address, {**sent, "budget--per_resident": "9"}))
    assert "Er is nog niets bewaard" in page
    assert "gebiedsbudget: bedrag per inwoner: 9 (was: 8)" in page
    assert cells(page, "Samen") == ["€ 110.000", "€ 56.155", "−€ 53.845"]
    assert Draft.objects.get().edition == 1
    response = kept(client, page, draft)
    assert response.status_code == 302
    draft.refresh_from_db()
    assert draft.edition == 2
    assert "budget.per_resident = 9" in draft.text
    assert "bedrag per inwoner: 9" in text(client.get(reverse("ways:draft", args=[draft.pk])))


def cells(page: str, name: str) -> list[str]:
    """What a table says in the row of this name."""
    rows = [row for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL) if f">{name}</th>" in row]
    return re.findall(r"<td[^>]*>(.*?)</td>", rows[-1], re.DOTALL)


def test_money_now_is_what_is_in_force_in_the_area_in_one_currency(client: Client, world: World) -> None:
    """Not what the draft says until now; both in euros when either is, and no cents."""
    row = adopted(world.area)
    assert row is not None
    AreaApproach.objects.filter(pk=row.pk).update(currency="EUR", amount_per_resident=363)
    draft = a_draft(world, values={"budget.per_resident": 7})
    address = reverse("ways:edit", args=[draft.pk, "budget"])
    sent = as_shown(text(client.get(address)))
    page = text(client.post(address, {**sent, "budget--per_resident": "9"}))
    assert cells(page, world.area.name) == ["€ 49.913", "€ 56.155", "+€ 6.242"]
    assert cells(page, "Samen") == ["€ 49.913", "€ 56.155", "+€ 6.242"]
    assert cells(text(client.get(reverse("ways:draft", args=[draft.pk]))), "Samen")[0] == "€ 49.913"


def test_a_source_is_never_filled_in_for_you(client: Client, world: World) -> None:
    """What was the place of one value stood as that of the next one, unread."""
    draft = a_draft(world)
    address = reverse("ways:edit", args=[draft.pk, "budget"])
    sent = as_shown(text(client.get(address)))
    kept(client, text(client.post(address, {**sent, "budget--per_resident": "9"})), draft)
    for name, path in (("edit", "levels.district"), ("add", "cycle.steps")):
        address = reverse(f"ways:{name}", args=[draft.pk, path])
        page = text(client.get(address))
        assert "artikel 3" not in page
        assert client.post(address, {**as_shown(page), "source": ""}).status_code == 422


def test_powers_are_ticked_and_shown_as_rights(client: Client, world: World) -> None:
    draft = a_draft(world)
    address = reverse("ways:edit", args=[draft.pk, "roles.area_officer"])
    sent = as_shown(text(client.get(address)))
    name = "roles--area_officer--powers"
    assert Power.COMMIT_MONEY not in sent[name]
    page = text(client.post(address, {**sent, name: [*sent[name], Power.COMMIT_MONEY]}))
    assert "wijkambtenaar mag voortaan: geld vastleggen" in page


def test_nothing_changed_says_so(client: Client, world: World) -> None:
    draft = a_draft(world)
    for path in ("budget", "options", "roles.area_officer", "cycle.steps.panel", "levels.district", "valid"):
        address = reverse("ways:edit", args=[draft.pk, path])
        assert "Er verandert niets." in text(client.post(address, as_shown(text(client.get(address))))), path


def test_all_errors_stand_at_their_fields_and_what_was_typed_stays(client: Client, world: World) -> None:
    draft = a_draft(world)
    address = reverse("ways:edit", args=[draft.pk, "budget"])
    sent = as_shown(text(client.get(address)))
    wrong = {"budget--decided_by": "none", "budget--free_part": "2"}
    response = client.post(address, {**sent, **wrong})
    page = text(response)  # type: ignore[arg-type]
    assert response.status_code == 422
    assert "Er is een bedrag maar geen gebiedsbudget waarover iemand beslist." in page
    assert "Een deel is hoogstens 1 (alles)." in page
    assert 'value="2"' in page
    assert Draft.objects.get().edition == 1


def test_a_step_is_added_and_another_taken_away(client: Client, world: World) -> None:
    draft = a_draft(world)
    address = reverse("ways:add", args=[draft.pk, "cycle.steps"])
    sent = as_shown(text(client.get(address)))
    page = text(client.post(address, {**sent, "label": "terugkijken", "kind": "learning"}))
    assert "terugkijken" in page
    kept(client, page, draft)
    steps = [step["key"] for step in _steps(draft)]
    assert steps[-1] == "terugkijken"
    page = text(client.get(reverse("ways:take-away", args=[draft.pk, "cycle.steps.terugkijken"])))
    kept(client, page, draft)
    assert "terugkijken" not in [step["key"] for step in _steps(draft)]


def test_a_text_for_residents_is_worded_anew_and_none_is_invented(client: Client, world: World) -> None:
    draft = a_draft(world)
    page = text(client.get(reverse("ways:edit", args=[draft.pk, "resident_texts"])))
    adding = reverse("ways:add", args=[draft.pk, "resident_texts"])
    assert (adding in page, client.get(adding).status_code) == (False, 404)
    address = reverse("ways:edit", args=[draft.pk, "resident_texts.danger"])
    assert address in page
    sent = as_shown(text(client.get(address)))
    changed = client.post(address, {**sent, "resident_texts--danger--text": "Bel meteen 112."})
    assert "Bel meteen 112. (was: Is er nu gevaar? Bel 112.)" in text(changed)


def _steps(draft: Draft) -> list[dict[str, str]]:
    from wijkwerk.ways.actions.drafts import sound

    draft.refresh_from_db()
    return [{"key": step.key} for step in sound(draft.key, draft.text).cycle.steps]


def test_what_cannot_go_says_why(client: Client, world: World) -> None:
    draft = a_draft(world)
    page = text(
        client.get(reverse("ways:take-away", args=[draft.pk, "partners.parties.police"]), follow=True)
    )
    employer = reverse("ways:edit", args=[draft.pk, "roles.neighbourhood_police_officer"])
    assert f'<a class="utrecht-link" href="{employer}">Rollen: wijkagent › werkgever</a>' in page
    assert reverse("ways:take-away", args=[draft.pk, "partners.parties.police"]) in page  # the list again
    assert Draft.objects.get().edition == 1


def test_a_clash_is_said_in_the_words_of_the_forms_and_leads_to_the_other_one(
    client: Client, world: World
) -> None:
    """The other half of a clash is in another form: that one is named, with what stands there, as a link."""
    shift = ("options", "options--responsibility_shift", "none")
    decides = ("budget", "budget--decided_by", "residents")
    for extends, (part, name, value), told in (
        ("deventer_1997", shift, '<li><a class="utrecht-link" href="{budget}">Gebiedsbudget › wie beslist</a>: '
         "Bewoners beslissen over een budget terwijl er geen verantwoordelijkheid verschuift.</li>"),
        ("dordrecht_1997", decides, '<li>Hoort hierbij: <a class="utrecht-link" href="{options}">'
         "Keuzes › verschuift verantwoordelijkheid</a> (nee)</li>"),
    ):  # fmt: skip
        draft = a_draft(world, extends=extends, key=f"eigen_{part}")
        address = {each: reverse("ways:edit", args=[draft.pk, each]) for each in ("budget", "options")}
        sent = as_shown(text(client.get(address[part])))
        response = client.post(address[part], {**sent, name: value})
        page = text(response)  # type: ignore[arg-type]
        assert response.status_code == 422
        assert told.format(**address) in page, re.findall(
            r"<li>[^\n]*(?:Bewoners beslissen|Hoort)[^\n]*", page
        )
        assert "decided_by =" not in page


def test_taking_away_and_throwing_away_ask_first(client: Client, world: World) -> None:
    draft = a_draft(world)
    way = reverse("ways:take-away", args=[draft.pk, "partners.parties.citizens_council"])
    assert client.post(way).status_code == 405
    drop = reverse("ways:drop", args=[draft.pk])
    assert f'href="{drop}"' in text(client.get(reverse("ways:draft", args=[draft.pk])))
    asked = text(client.get(drop))
    assert ("Gooi dit concept weg?" in asked, "Onze eigen aanpak" in asked) == (True, True)
    assert Draft.objects.count() == 1
    response = client.post(drop, {name: values[0] for name, values in as_shown(asked).items()})
    assert (response["Location"], Draft.objects.count()) == (reverse("ways:drafts"), 0)


def test_the_file_itself_can_be_written(client: Client, world: World) -> None:
    draft = a_draft(world)
    address = reverse("ways:text", args=[draft.pk])
    wrong = client.post(
        address, {"text": draft.text.replace('"deventer_1997"', '"atlantis"') + "\n[budget]\nx = 1\n"}
    )
    assert wrong.status_code == 422
    for words in ("er is geen aanpak", "budget.x"):
        assert words in text(wrong)  # type: ignore[arg-type]
    page = text(client.post(address, {"text": draft.text.replace("\n", "\r\n")}))
    assert "Er verandert niets." in page
    response = client.get(reverse("ways:draft-file", args=[draft.pk]))
    assert response.content.decode() == draft.text


def test_what_someone_else_changed_meanwhile_is_not_undone(client: Client, world: World) -> None:
    draft = a_draft(world)
    address = reverse("ways:edit", args=[draft.pk, "budget"])
    sent = as_shown(text(client.get(address)))
    first, second = (
        text(client.post(address, {**sent, "budget--per_resident": each})) for each in ("9", "10")
    )
    assert kept(client, first, draft).status_code == 302
    assert kept(client, second, draft).status_code == 409
    assert "budget.per_resident = 9" in Draft.objects.get().text


DECIDED = {
    "starts_on": (clock.today() + timedelta(days=40)).isoformat(),
    "decided_by": "de gemeenteraad, 3 december 2026",
    "public_text": "Wij gaan werken met onze eigen aanpak.",
    "reason": "Bewoners vroegen erom.",
}


def test_the_council_adopts_and_it_holds(client: Client, world: World) -> None:
    draft = a_draft(world, values={"budget.per_resident": 9})
    address = reverse("ways:adopt", args=[draft.pk])
    sent = as_shown(text(client.get(address)))
    overview = text(client.post(address, {**sent, **DECIDED}))
    assert "Er is nog niets vastgelegd." in overview
    assert "Wij gaan werken met onze eigen aanpak." in overview
    assert "gebiedsbudget: bedrag per inwoner: 9 (was: 8)" in overview
    assert not OwnApproach.objects.exists()
    response = client.post(address, {**as_shown(overview), "stap": "doe"})
    own = OwnApproach.objects.get()
    assert response["Location"] == reverse("thread", args=[own.thing.number])
    assert approach_for(world.area, own.valid_from).key == own.key
    held = adopted(world.area, own.valid_from)
    assert held is not None
    assert str(held.per_resident) == "€ 4,08"  # nine guilders, adopted in euros
    story = text(client.get(response["Location"]))
    for words in (
        "Wij gaan werken met onze eigen aanpak.",
        "Bewoners vroegen erom.",
        "Vastgesteld op",
        "gebiedsbudget: bedrag per inwoner: 9 (was: 8)",
        reverse("ways:file", args=[own.key]),
        reverse("portal:approach"),
        reverse("ways:change", args=[Reorganisation.objects.get().pk]),
    ):
        assert words in story, words
    assert "Gezien" not in story  # no report, and no thread of one
    listed = text(client.get(reverse("ways:drafts")))
    assert "Onze eigen aanpak" in listed
    public = text(Client().get(reverse("ways:catalogue")))
    assert "Onze eigen aanpak" in public
    assert draft_of(own.key, Client().get(reverse("ways:file", args=[own.key])).content.decode()).extends


def test_adopting_asks_what_becomes_of_every_task(client: Client, world: World) -> None:
    """The same road as going over: a task without an answer holds it up, and is shown before it ends."""
    draft = a_draft(world, extends="utrecht_2018")
    address = reverse("ways:adopt", args=[draft.pk])
    page = text(client.get(address))
    person = world.people["area_councillor"]
    assert f"Nu: {person.first_name} (" in page
    sent = {**as_shown(page), **DECIDED}
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert 'href="#id_role_area_councillor"' in text(refused)  # type: ignore[arg-type]
    silent = client.post(address, {**sent, "stap": "doe"})
    assert silent.status_code == 422
    assert not OwnApproach.objects.exists()
    answers = {name: NOBODY for name in sent if name.startswith("role_")}
    overview = text(client.post(address, {**sent, **answers}))
    assert str(person) in overview.partition("Wie geen taak meer heeft")[2]
    client.post(address, {**as_shown(overview), "stap": "doe"})
    assert OwnApproach.objects.get().key == draft.key
    public = text(Client().get(reverse("ways:changes")))
    assert "Van “Deventer wijkaanpak” naar “Onze eigen aanpak”" in public


def test_what_residents_would_ask_in_vain_is_said_before(client: Client, world: World) -> None:
    draft = a_draft(world, extends="utrecht_2018")
    left = left_open(actions.sound(draft.key, draft.text))
    assert left
    for name in ("draft", "adopt"):
        page = html.unescape(text(client.get(reverse(f"ways:{name}", args=[draft.pk]))))
        assert f"{len(left)} vragen blijven voor bewoners open." in page
        assert all(f"<li>{question}</li>" in page for question in left)


def test_a_draft_is_held_against_what_is_in_force_first(client: Client, world: World) -> None:
    draft = a_draft(world, extends="utrecht_2018")
    for name in ("draft", "adopt"):
        page = text(client.get(reverse(f"ways:{name}", args=[draft.pk])))
        here = page.index("Wat er hier anders wordt: nu geldt “Deventer wijkaanpak”")
        there = page.index("Wat anders is dan in “Utrechtse wijkaanpak”")
        assert here < there
        assert "wijkraad" in page[here:there] or "vervalt" in page[here:there]


@pytest.mark.parametrize("name", ["draft", "text", "draft-file", "adopt"])
def test_a_draft_is_for_who_may_set_the_approach(world: World, name: str) -> None:
    draft = a_draft(world)
    address = reverse(f"ways:{name}", args=[draft.pk])
    assert Client().get(address).status_code == 302
    assert signed_in(world.area_officer).get(address).status_code == 403


@pytest.mark.parametrize("path", ["nowhere", "budget.per_resident", "title", "../x"])
def test_what_is_no_place_is_not_found(client: Client, world: World, path: str) -> None:
    draft = a_draft(world)
    assert client.get(f"/werkwijzen/concepten/{draft.pk}/invullen/{path}").status_code == 404
    assert client.get(f"/werkwijzen/concepten/{draft.pk}/toevoegen/{path}").status_code == 404
