"""Composing: a draft begins by extending an approach, is changed while it stays sound, and may be dropped."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach, ApproachErrors, catalogue, load
from wijkwerk.approaches.drafting import Draft as DraftFile
from wijkwerk.approaches.drafting import Plain, examine_text
from wijkwerk.approaches.schema import Document
from wijkwerk.approaches.values import Text
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.people.wording import language
from wijkwerk.thread.actions import journal
from wijkwerk.ways.events import Verb
from wijkwerk.ways.models import Draft, OwnApproach
from wijkwerk.ways.permissions import must_set_approach

KEY = re.compile(r"[a-z][a-z0-9_]{2,59}")


def sound(key: str, text: str) -> Approach:
    """The approach that this text makes. Invalid with all errors at once when it makes none."""
    approach, problems = examine_text(key, text)
    if errors := [problem for problem in problems if not problem.is_warning]:
        sentences = "\n".join(problem.within(language()) for problem in errors)
        raise Invalid(Reason(sentences, field="text")) from ApproachErrors(tuple(errors))
    return approach


@transaction.atomic
def begin_draft(
    *,
    key: str,
    title: str,
    extends: str,
    document: str,
    by: Person,
    municipality: str = "",
    succeeds: str = "",
    values: Mapping[str, Plain] | None = None,
    place: str = "",
) -> Draft:
    """Start composing by extending an approach. `document` is the proposal or decision in which the choices stand."""
    must_set_approach(by)
    if not KEY.fullmatch(key):
        raise Invalid(
            Reason(_("Gebruik kleine letters, cijfers en lage streepjes; begin met een letter."), field="key")
        )
    taken = Invalid(Reason(_("Deze sleutel bestaat al. Kies een andere."), field="key"))
    if key in catalogue() or OwnApproach.objects.filter(key=key).exists() or _drafted(key):
        raise taken
    try:
        load(extends)
    except ApproachErrors as errors:
        raise Invalid(Reason(str(errors), field="extends")) from errors
    name = re.sub(r"[^a-z0-9]+", "-", document.lower()).strip("-") or "voorstel"
    at = place.strip() or str(_("voorstel"))
    file = DraftFile(
        key=key,
        title=Text(nl=title.strip()),
        extends=extends,
        municipality=municipality.strip() or None,
        documents={name: Document(key=name, title=Text(nl=document.strip() or name), sections=(at,))},
        values={"valid.from": clock.today().year, **({"succeeds": succeeds} if succeeds else {})},
    )
    for path, value in (values or {}).items():
        file = file.stating(path, value, f"{name} {at}")
    text = file.toml()
    sound(key, text)
    draft, made = Draft.objects.get_or_create(
        key=key, defaults={"title": file.title.nl, "text": text, "made_by": by, "changed_at": clock.now()}
    )
    if not made:  # by someone else at the same moment
        raise taken
    journal(Verb.DRAFT_BEGUN, by=by, detail_id=draft.pk)
    return draft


def locked(draft_id: int) -> Draft:
    """The draft, for whoever is first; Conflict for who comes after it was adopted or thrown away."""
    draft = Draft.objects.select_for_update().filter(pk=draft_id).first()
    if draft is None:
        raise Conflict(
            Reason(
                _("Dit concept is er niet meer. Iemand anders heeft het vastgesteld of weggegooid."),
                rule="concept.weg",
            )
        )
    return draft


def _drafted(key: str) -> bool:
    return Draft.objects.filter(key=key).exists()


@transaction.atomic
def save_draft(*, draft_id: int, text: str, edition: int, by: Person) -> Draft:
    """Keep a draft as it now reads. Refused with all errors when it contradicts itself, or was changed meanwhile."""
    must_set_approach(by)
    draft = locked(draft_id)
    if draft.edition != edition:
        raise Conflict(
            Reason(
                _("Iemand anders heeft dit concept intussen veranderd."),
                rule="concept.uitgave",
                way_out=_("Open het opnieuw en breng uw wijziging daar aan."),
            )
        )
    approach = sound(draft.key, text)
    draft.text, draft.title = text, approach.title.nl[:160]
    draft.edition += 1
    draft.changed_at = clock.now()
    draft.save(update_fields=["text", "title", "edition", "changed_at"])
    journal(Verb.DRAFT_CHANGED, by=by, detail_id=draft.pk)
    return draft


@transaction.atomic
def drop_draft(*, draft_id: int, by: Person) -> None:
    """Throw a draft away. What was adopted cannot be thrown away, for it is no draft any more."""
    must_set_approach(by)
    locked(draft_id).delete()
    journal(Verb.DRAFT_DROPPED, by=by, detail_id=draft_id)


def succeed(*, key: str, new_key: str, title: str, document: str, by: Person) -> Draft:
    """A draft that follows on what was adopted: that is never edited, only succeeded."""
    before = load(key)
    return begin_draft(
        key=new_key,
        title=title,
        extends=key,
        document=document,
        by=by,
        municipality=before.municipality or "",
        succeeds=key,
    )
