"""What people write is shown as they wrote it: markup in any free text of any table stays text on every page."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models
from django.db.models import Value
from django.test import Client
from django.urls import reverse

from tests.access.asking import visitor
from tests.addresses import Guide, Unknown, addresses
from tests.filled import make_filled_world, that_day
from tests.readers import quiet

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(600)]

MARKUP = "<b id=kwaad>&{{ 7 }}{% now %}'\">"
RAW = ("<b id=kwaad", "&{{ 7 }}{% now %}'\"")
SHORTEST_FREE_TEXT = 80
# Files, and words that the program itself reads back.
NO_FREE_TEXT = {
    "key", "text_key", "mandate", "path", "url", "source_url", "file", "fields", "hash", "listener", "email",
    "password", "session_key", "led_to", "request_key",
}  # fmt: skip
FILES = {("ways", "Draft", "text"), ("ways", "OwnApproach", "text")}
READERS = ("administrator", "policy_officer", "area_officer")


def free_texts() -> list[tuple[type[models.Model], models.Field]]:  # type: ignore[type-arg]
    """Every column in which people write."""
    return [
        (model, field)
        for model in apps.get_models()
        if model.__module__.startswith("wijkwerk.")
        for field in model._meta.concrete_fields
        if type(field) in (models.CharField, models.TextField)
        and not field.choices
        and not field.unique
        and field.name not in NO_FREE_TEXT
        and (model._meta.app_label, model.__name__, field.name) not in FILES
        and (field.max_length is None or field.max_length >= SHORTEST_FREE_TEXT)
    ]


def test_markup_in_any_free_text_stays_text_on_every_page() -> None:
    filled = make_filled_world()
    for model, field in free_texts():
        model._default_manager.exclude(**{field.name: ""}).exclude(**{field.name: None}).update(
            **{field.name: Value(MARKUP)}
        )
    readers = {"anyone": Client(), **{role: visitor(filled.world.people[role]) for role in READERS}}
    guide, seen, wrong = Guide(filled), 0, []
    with that_day(), quiet():
        for address in addresses():
            try:
                told = [arguments for _words, arguments in guide.arguments(address)]
            except Unknown:
                continue
            for arguments in told:
                for role, client in readers.items():
                    client.raise_request_exception = False
                    response = client.get(reverse(address.name, kwargs=arguments))
                    if response.status_code >= 500:
                        wrong.append(f"{address.name} as {role}: {response.status_code}")
                    if (
                        not response.headers.get("Content-Type", "").startswith("text/html")
                        or response.streaming
                    ):
                        continue
                    page = response.content.decode()
                    seen += "kwaad" in page
                    wrong += [f"{address.name} as {role}: {raw}" for raw in RAW if raw in page]
    assert not wrong, "\n".join(wrong)
    assert seen > 50, "the markup was looked for where it is"
