"""A report in the making: opened, filled in screen by screen, sent once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.models import Asker, Door
from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock, encryption
from wijkwerk.foundation.photos import Photo
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Contact
from wijkwerk.signals.actions.reporting import Report, report
from wijkwerk.signals.models import Draft
from wijkwerk.signals.queries import about_of, filled_in
from wijkwerk.signals.rules import Filled

KEPT = timedelta(days=1)


def key_of(token: str) -> str:
    """What the table knows a token by: whoever reads the table cannot take over a draft."""
    return hashlib.sha256(token.encode()).hexdigest()


def open_draft() -> tuple[str, Draft]:
    """A new draft and the token for its browser. Drafts past their day go at the same time."""
    sweep_drafts()
    token = secrets.token_urlsafe(24)
    return token, Draft.objects.create(key=key_of(token), expires_at=clock.now() + KEPT)


def keep(draft: Draft, filled: Filled) -> None:
    """Keep what was typed so far."""
    draft.content, draft.expires_at = encryption.encrypt(filled.to_json()), clock.now() + KEPT
    draft.save(update_fields=["content", "expires_at"])


def keep_photo(draft: Draft, photo: Photo | None) -> None:
    """Keep a photo with the draft, instead of the one that was there; None takes it away."""
    draft.photo = photo.content if photo else None
    draft.photo_width, draft.photo_height = (photo.width, photo.height) if photo else (0, 0)
    draft.save(update_fields=["photo", "photo_width", "photo_height"])


@transaction.atomic
def send(*, draft_id: int, language: str) -> Asker:
    """Make a signal of the draft and empty it. Sent a second time it gives the same asker again."""
    draft = Draft.objects.select_for_update(of=("self",)).get(pk=draft_id)
    if draft.asker_id:
        return Asker.objects.select_related("thing").get(pk=draft.asker_id)
    filled = filled_in(draft)
    if filled.area_id is None:
        raise Invalid(Reason(_("Kies in welke wijk het is."), field="area"))
    contact = contact_of(filled, language=language)
    _signal, asker = report(_report(draft, filled), contact=contact)
    _empty(draft, asker)
    return asker


@transaction.atomic
def finish(draft: Draft, asker: Asker) -> None:
    """The draft's writer chose "dat bedoel ik ook" instead: what was typed goes."""
    _empty(Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk), asker)


def throw_away(draft: Draft) -> None:
    """Start over."""
    draft.delete()


def sweep_drafts() -> None:
    """Delete drafts past their day."""
    Draft.objects.filter(expires_at__lt=clock.now()).delete()


def contact_of(filled: Filled, *, language: str) -> Contact | None:
    """Whom to answer, if they left a way to."""
    if not filled.reachable:
        return None
    given: dict[str, Any] = {part: getattr(filled, part) for part in ("name", "email", "phone", "address")}
    return remember_contact(**given, language=language)


def _report(draft: Draft, filled: Filled) -> Report:
    areas = Area.objects.in_bulk([pk for pk in (filled.area_id, filled.neighbourhood_id) if pk])
    photo = draft.photo and Photo(bytes(draft.photo), draft.photo_width, draft.photo_height)
    return Report(
        area=areas[filled.area_id or 0],
        neighbourhood=areas.get(filled.neighbourhood_id or 0),
        text=filled.text,
        door=Door.WEB,
        category=filled.category,
        place_text=filled.place_text,
        longitude=filled.longitude,
        latitude=filled.latitude,
        whole_neighbourhood=filled.whole_neighbourhood,
        own_contribution=filled.own_contribution,
        photos=(photo,) if photo else (),
        request_key=draft.key[:40],
        about=about_of(filled),
    )


def _empty(draft: Draft, asker: Asker) -> None:
    draft.content, draft.photo, draft.photo_width, draft.photo_height = b"", None, 0, 0
    draft.asker = asker
    draft.save()
