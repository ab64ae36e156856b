"""A page costs as many queries with twice as many signals. No test asserts a time."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from bench.pages import PAGES
from bench.pages.filling import fill
from bench.pages.visiting import Visitor
from wijkwerk.answers.models import Asker
from wijkwerk.signals.models import Signal
from wijkwerk.thread.models import JournalEntry, Link, Thing

pytestmark = pytest.mark.django_db(transaction=True)


def queries(size: int) -> dict[str, int]:
    visitor = Visitor(fill(size))
    assert Signal.objects.count() == Asker.objects.count() == size
    assert Thing.objects.filter(kind="measure").count() == size // 8
    assert not Link.objects.filter(cause__kind="plan").exists()
    assert JournalEntry.objects.count() > size
    return {page: visitor.measure(page, 1)["queries"] for page in PAGES}


def test_every_page_opens_and_asks_as_much_of_a_larger_site() -> None:
    smaller = queries(480)
    call_command("flush", interactive=False, verbosity=0)
    assert all(smaller.values())
    assert queries(960) == smaller
