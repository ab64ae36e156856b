"""The capability `plans` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    """Registers the kinds `measure`, `plan`, `reaction` and `work`."""

    name = "wijkwerk.plans"
    label = "plans"

    def ready(self) -> None:
        """Tell the thread what measures, plans and work are, and the year what must be finished before it closes."""
        from wijkwerk.answers.own_words import register_own_words
        from wijkwerk.approaches import StepKind
        from wijkwerk.cycles.actions import register_closing_check
        from wijkwerk.decisions.erasing import register_reactions
        from wijkwerk.decisions.telling import facts_of, moments_of
        from wijkwerk.plans import telling, wording  # noqa: F401  (names the states for people)
        from wijkwerk.plans.actions.closing import work_is_finished
        from wijkwerk.plans.models import Reaction
        from wijkwerk.plans.queries.near import is_open, measures_near
        from wijkwerk.signals.near import register_near, register_open
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register

        register(
            Kind("measure", Bead.PROPOSED, "MR", _("maatregel"), _("maatregelen")),
            facts=telling.measure_facts,
            moments=telling.measure_moments,
        )
        register(
            Kind("plan", Bead.CHOSEN, "P", _("wijkplan"), _("wijkplannen"), ends_here=True),
            facts=telling.plan_facts,
        )
        register(
            Kind("reaction", Bead.SEEN, "RE", _("reactie op een plan"), _("reacties op een plan")),
            facts=facts_of(Reaction),
            moments=moments_of(Reaction),
        )
        register(
            Kind("work", Bead.DONE, "U", _("werk"), _("werk")),
            facts=telling.work_facts,
            moments=telling.work_moments,
        )
        register_near("measure", measures_near)
        register_open("measure", is_open)
        register_closing_check(StepKind.EXECUTION, work_is_finished)
        register_own_words("reaction", lambda thing: thing.reaction.text)
        register_reactions(Reaction)
