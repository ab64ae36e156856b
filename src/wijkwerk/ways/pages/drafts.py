"""What the pages of a draft say: what it changes, where one can fill in, and what that does to rights and money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Problem, load
from wijkwerk.approaches.difference import About, Change, described, difference
from wijkwerk.approaches.dimensions import SIX_QUESTIONS
from wijkwerk.approaches.drafting import Draft as DraftFile
from wijkwerk.approaches.drafting import Plain, draft_of, examine_text
from wijkwerk.approaches.editing import Named, Place, parts
from wijkwerk.approaches.wording import place as words_of
from wijkwerk.people.wording import language
from wijkwerk.ways import facts
from wijkwerk.ways.asking import left_open
from wijkwerk.ways.facts import Ours
from wijkwerk.ways.models import Draft
from wijkwerk.ways.pages.money import MoneyTable, money_table
from wijkwerk.ways.queries import approaches, in_force


@dataclass(frozen=True)
class Changes:
    """What changes, in three parts."""

    rights: list[str]
    money: list[str]
    other: list[str]

    @property
    def none(self) -> bool:
        """Whether nothing changes at all."""
        return not (self.rights or self.money or self.other)


@dataclass(frozen=True)
class Against:
    """What is otherwise than in one other approach."""

    heading: str
    changes: Changes


@dataclass(frozen=True)
class Preview:
    """What a change of a draft does, before it is kept; and what the draft then does to what is in force."""

    changes: Changes
    against: list[Against]
    money: MoneyTable


@dataclass(frozen=True)
class PartLink:
    """One place to fill in, under its question."""

    path: str
    label: str


@dataclass(frozen=True)
class Question:
    """One of the six questions with the places under it."""

    label: str
    parts: list[PartLink]


@dataclass(frozen=True)
class DraftPage:
    """A draft at a glance."""

    extends: str
    against: list[Against]
    money: MoneyTable
    questions: list[Question]
    warnings: list[str]
    left_open: list[str]


@dataclass(frozen=True)
class ItemLink:
    """One thing in a list."""

    path: str
    label: str


@dataclass(frozen=True)
class ListWords:
    """A list of things, to go to one, add one or take one away."""

    path: str
    label: str
    items: list[ItemLink]
    grows: bool


@dataclass(frozen=True)
class PlaceWords:
    """A place in words."""

    path: str
    label: str
    has_entries: bool
    lists: list[ListWords]


def page(draft: Draft) -> DraftPage:
    """What a draft changes of the approach that it extends, and where one can change more."""
    approach, problems = examine_text(draft.key, draft.text)
    extended = load(draft_of(draft.key, draft.text).extends)
    return DraftPage(
        extended.title.within(language()),
        against(approach, extended),
        money_table(approach, facts.ours()),
        [
            Question(
                label.within(language()).capitalize(),
                [PartLink(part, words_of(part).within(language()).capitalize()) for part in parts(key)],
            )
            for key, label in SIX_QUESTIONS.items()
        ],
        [problem.within(language()) for problem in problems if problem.is_warning],
        left_open(approach),
    )


def against(approach: Approach, extended: Approach) -> list[Against]:
    """What it changes of what is in force here, which is what is decided on; and of what it began with."""
    now = next(iter(approaches(in_force())), None)
    found = []
    if now is not None:
        heading = _("Wat er hier anders wordt: nu geldt “%(title)s”")
        found.append((heading, now))
    if now is None or now.key != extended.key:
        found.append((_("Wat anders is dan in “%(title)s”"), extended))
    return [
        Against(heading % {"title": other.title.within(language())}, told(difference(other, approach)))
        for heading, other in found
    ]


def told(changes: Sequence[Change]) -> Changes:
    """Changes as sentences, by what they are about."""
    by_part: dict[About, list[str]] = {about: [] for about in About}
    for change in changes:
        by_part[change.about].append(change.sentence.within(language()))
    return Changes(by_part[About.RIGHTS], by_part[About.MONEY], by_part[About.OTHER])


def preview(before: Approach, after: Approach, extended: Approach, ours: Ours) -> Preview:
    """The difference with the draft so far and with what is in force, and what each of our areas would get."""
    return Preview(told(difference(before, after)), against(after, extended), money_table(after, ours))


def place_words(approach: Approach, place: Place) -> PlaceWords:
    """A place with the lists below it."""
    label = described(approach, place.path).within(language()).capitalize()
    return PlaceWords(place.path, label, bool(place.entries), [list_words(named) for named in place.lists])


def list_words(named: Named) -> ListWords:
    """A list with its things by name."""
    return ListWords(
        named.path,
        named.label.within(language()).capitalize(),
        [ItemLink(f"{named.path}.{key}", label.within(language())) for key, label in named.items],
        named.grows,
    )


def document_name(file: DraftFile) -> str:
    """The document that a draft's own values point at."""
    return next(iter(file.documents), "voorstel")


def our_name() -> str:
    """What this municipality is called."""
    return str(settings.ENVIRONMENT.municipality)


def as_here(request: HttpRequest, given: Mapping[str, Any]) -> dict[str, Plain]:
    """What we know of ourselves: how many areas we have, when a draft begins from what an approach means for us."""
    asked = request.GET.get("gebieden", "")
    if not asked:
        return {}
    ours, approach = facts.ours(asked), load(given["extends"])
    level = approach.plan_level
    if not ours.areas or level.count == len(ours.areas):
        return {}
    return {f"levels.{level.key}.count": len(ours.areas)}


def show_errors(form: forms.BaseForm, errors: Sequence[Problem]) -> None:
    """All errors of a file at once, by the names that stand in the file: its writer looks for those."""
    for problem in errors:
        clash = ", ".join(f"{path} = {value}" for path, value in problem.values)
        sentence = f"{problem.key}: {problem.message.within(language())}" + (f" ({clash})" if clash else "")
        form.add_error(None, sentence)
