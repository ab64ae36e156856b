"""The page of an approach that was adopted: what was decided, what it changed, and where to go from there."""

from __future__ import annotations

from dataclasses import dataclass

from wijkwerk.people.models import Reorganisation
from wijkwerk.people.wording import language
from wijkwerk.thread.models import Thing
from wijkwerk.ways.models import OwnApproach
from wijkwerk.ways.pages.drafts import Changes


@dataclass(frozen=True)
class AdoptedPage:
    """The decision; `change` is how the organisation went over, and may have been taken back."""

    own: OwnApproach
    changes: Changes
    change: Reorganisation | None


def adopted_page(thing: Thing) -> AdoptedPage:
    """In a fixed number of queries."""
    own = OwnApproach.objects.select_related("decision").get(pk=thing.pk)
    rights, money = own.of_rights_and_money(language())
    change = Reorganisation.objects.filter(approach_after=own.key, starts_on=own.valid_from).last()
    return AdoptedPage(own, Changes(rights, money, []), change)
