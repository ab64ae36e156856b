"""Whether a plan can be adopted: what its approach asks to be there first."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wijkwerk.approaches.schema import AuthorKind, PlanKind
from wijkwerk.decisions.actions import heard_before_deciding
from wijkwerk.decisions.models import DecisionKind, Followed
from wijkwerk.foundation.next_steps import first_no
from wijkwerk.foundation.reasons import YES, Verdict, no
from wijkwerk.people.wording import because, language
from wijkwerk.plans.models import ConsultationRound, Plan, Reaction
from wijkwerk.plans.queries import measures_in, missing_parts
from wijkwerk.plans.rules.deciding import OF_MEASURES, residents_were_consulted

_SIGNED = {AuthorKind.RESIDENTS, AuthorKind.STAKEHOLDERS}


def ready_to_adopt(plan: Plan) -> Verdict:
    """Everything its approach asks of a plan before it holds: measures, consultation, its parts, its makers."""
    return first_no(
        has_all_parts(plan),
        has_content(plan),
        residents_reacted(plan),
        was_accepted(plan),
        was_made_together(plan),
        heard_before_deciding(plan.thing, DecisionKind.ADOPT),
    )


def has_content(plan: Plan) -> Verdict:
    """A plan of measures holds one at least; an ambition a task; a frame or a project says what it is."""
    kind = PlanKind(plan.kind)
    if kind in OF_MEASURES:
        return has_measures(measures_in(plan).count())
    if kind is PlanKind.AMBITION:
        if plan.tasks.exists():
            return YES
        return no(
            _("Een ambitie zonder opgaven kan niet worden vastgesteld."),
            rule="plan.opgaven",
            way_out=_("Schrijf eerst op welke opgaven het gebied heeft, en hoe u daaraan samenwerkt."),
        )
    if plan.foreword.strip() or measures_in(plan).exists():
        return YES
    return no(
        _("Dit plan is nog leeg. Schrijf eerst wat erin staat."),
        rule="plan.inhoud",
    )


def has_measures(number: int) -> Verdict:
    """An empty plan is no plan."""
    if number:
        return YES
    return no(
        _("Een wijkplan zonder maatregelen kan niet worden vastgesteld."),
        rule="plan.maatregelen",
        way_out=_("Werk eerst een wens van bewoners uit tot maatregel."),
    )


def has_all_parts(plan: Plan) -> Verdict:
    """A plan put together from others needs every one of them: four sector plans are not a plan (DOR-17)."""
    described = plan.described
    waiting = missing_parts(plan)
    if described is None or not waiting:
        return YES
    names = ", ".join(each.label.within(language()) for each in waiting)
    return because(
        plan.approach,
        f"plans.{described.key}.made_from",
        _("Dit plan is nog niet compleet: %(plans)s ontbreekt.") % {"plans": names},
        _("Wacht tot ook dat plan is vastgesteld, en voeg dan samen."),
    )


def residents_reacted(plan: Plan) -> Verdict:
    """Where residents are consulted, a plan holds once the round was closed with an answer to everyone (DOR-14)."""
    decided_by = plan.approach.options.measures_decided_by
    described = plan.described
    found = ConsultationRound.objects.filter(plan=plan).first()
    if found is not None and found.closed_on is not None:
        return YES
    if found is None and not residents_were_consulted(decided_by, described, PlanKind(plan.kind)):
        return YES
    demanded = described is not None and described.consultation_required
    path = (
        f"plans.{described.key}.consultation_required"
        if described is not None and demanded
        else "options.measures_decided_by"
    )
    return because(
        plan.approach,
        path,
        _("Bewoners moeten eerst kunnen reageren op het concept, en op elke reactie hoort een antwoord."),
        _("Open een overlegronde, beantwoord wat er binnenkomt en sluit de ronde."),
    )


def was_accepted(plan: Plan) -> Verdict:
    """A project that a service had to register holds once the office accepted it (UTR97-12)."""
    registration = getattr(plan, "registration", None)
    if registration is None or registration.accepted:
        return YES
    return because(
        plan.approach,
        "options.service_registers_projects",
        _("%(service)s meldde dit project bij het wijkbureau. Het bureau heeft het nog niet aanvaard.")
        % {"service": plan.service},
        _("Vraag het wijkbureau om een besluit."),
    )


def was_made_together(plan: Plan) -> Verdict:
    """Residents and stakeholders whom the approach names as authors stand in it as makers (UTR18-06)."""
    described = plan.described
    if described is None or PlanKind(plan.kind) is not PlanKind.AMBITION:
        return YES
    signed = set(plan.makers.values_list("kind", flat=True))
    waiting = [author for author in described.authors if author in _SIGNED and author.value not in signed]
    if not waiting:
        return YES
    return because(
        plan.approach,
        f"plans.{described.key}.authors",
        _("Bewoners en andere betrokkenen maken dit samen. Nog niet iedereen staat erbij."),
        _("Schrijf op wie meededen: groepen en organisaties, geen namen van bewoners."),
    )


def kept_reactions(plan: Plan) -> list[Reaction]:
    """The reactions that changed the plan, wholly or in part."""
    kept = (Followed.ADOPTED, Followed.PARTLY)
    return list(Reaction.objects.filter(round__plan=plan, followed__in=kept).select_related("thing"))
