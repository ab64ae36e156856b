"""The capability `decisions` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DecisionsConfig(AppConfig):
    """Registers the kinds `ruling` and `formal_reaction`, and adds decisions to every story."""

    name = "wijkwerk.decisions"
    label = "decisions"

    def ready(self) -> None:
        """Register what the thread, the pages of askers and erasing need to know."""
        from wijkwerk.answers.own_words import register_own_words
        from wijkwerk.decisions import erasing, telling, wording  # noqa: F401  (names the states for people)
        from wijkwerk.decisions.models import ConsultationReaction
        from wijkwerk.decisions.queries import moments
        from wijkwerk.thread.beads import Bead
        from wijkwerk.thread.kinds import Kind, register, register_moments

        # A decision that is about an area and no other thing: it stands by itself and causes nothing.
        register(Kind("ruling", Bead.CHOSEN, "B", _("besluit"), _("besluiten"), ends_here=True))
        register(
            Kind("formal_reaction", Bead.SEEN, "RI", _("inspraakreactie"), _("inspraakreacties")),
            facts=telling.facts_of(ConsultationReaction),
            moments=telling.moments_of(ConsultationReaction),
        )
        register_moments(moments)
        register_moments(telling.consultation_moments)
        register_own_words("formal_reaction", lambda thing: thing.formal_reaction.text)
        erasing.register_reactions(ConsultationReaction)
