"""How neighbourhood working grew: a programme starts somewhere and is widened by dated decisions."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area, Programme, ProgrammeArea, ProgrammeDecision, Stage
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason


@transaction.atomic
def start_programme(
    *,
    key: str,
    name: str,
    areas: Collection[Area],
    decided_on: date,
    decided_by: str,
    public_text: str,
    stage: Stage = Stage.EXPERIMENT,
    policy_frame: str = "",
    goal: str = "",
    follows: Programme | None = None,
) -> Programme:
    """Begin a programme in some areas, by a decision. The one it follows keeps the goal it had (DOR-40)."""
    programme = Programme(
        key=key, name=name, policy_frame=policy_frame, goal=goal.strip()[:500], follows=follows
    )
    if Programme.objects.filter(key=key).exists():
        raise Conflict(
            Reason(
                _("Het programma “%(name)s” bestaat al.") % {"name": name},
                field="key",
                way_out=_("Breid het uit."),
            )
        )
    programme.full_clean()
    programme.save()
    _decide(programme, areas, decided_on, decided_by, public_text, stage)
    return programme


@transaction.atomic
def widen_programme(
    *,
    programme: Programme,
    areas: Collection[Area],
    decided_on: date,
    decided_by: str,
    public_text: str,
    stage: Stage = Stage.CITY_WIDE,
    policy_frame: str = "",
) -> ProgrammeDecision:
    """From this decision on exactly these areas take part; who took part before stays on record.

    A wider policy frame given here replaces the text the programme had (DEV-03).
    """
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    last = ProgrammeDecision.objects.filter(programme=programme).order_by("-decided_on").first()
    if last and decided_on <= last.decided_on:
        raise Conflict(
            Reason(
                _("Het laatste besluit over “%(name)s” is van %(day)s; een volgend besluit is van later.")
                % {"name": programme.name, "day": f"{last.decided_on:%d-%m-%Y}"},
                field="decided_on",
            )
        )
    if policy_frame:
        programme.policy_frame = policy_frame
        programme.save(update_fields=["policy_frame"])
    return _decide(programme, areas, decided_on, decided_by, public_text, stage)


def _decide(
    programme: Programme,
    areas: Collection[Area],
    day: date,
    decided_by: str,
    public_text: str,
    stage: Stage,
) -> ProgrammeDecision:
    for field, text in (("decided_by", decided_by), ("public_text", public_text)):
        if not text.strip():
            raise Invalid(Reason(_("Een besluit zegt wie besloot en waarom."), field=field))
    if not areas:
        raise Invalid(Reason(_("Kies minstens één gebied."), field="areas"))
    wanted = {area.pk for area in areas}
    present = ProgrammeArea.objects.filter(programme=programme, valid_to__isnull=True)
    present.exclude(area__in=wanted).update(valid_to=day)
    already = set(present.values_list("area_id", flat=True))
    ProgrammeArea.objects.bulk_create(
        ProgrammeArea(programme=programme, area=area, valid_from=day)
        for area in areas
        if area.pk not in already
    )
    return ProgrammeDecision.objects.create(
        programme=programme,
        decided_on=day,
        stage=stage,
        decided_by=decided_by.strip(),
        public_text=public_text.strip(),
    )
