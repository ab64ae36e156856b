"""Forms of formal consultation."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.decisions.forms.rulings import line, long_text
from wijkwerk.decisions.models import Followed
from wijkwerk.foundation.forms import DayField, ReasonedForm


class ImportantForm(ReasonedForm):
    """Why everyone has to be able to react first."""

    why = line(_("Waarom is dit een belangrijk besluit?"), _("Iedereen kan dit lezen."), 300)


class ConsultationForm(ReasonedForm):
    """Everyone may react."""

    question = line(_("Waar kunnen mensen op reageren?"), most=300)
    intention = long_text(
        _("Wat wil de gemeente besluiten?"), _("In gewone woorden: wat ligt al vast, en wat nog niet?")
    )
    decider = line(
        _("Wie besluit daarna?"),
        _("Een functie of een college, geen naam. Leeg: wie volgens de aanpak vaststelt."),
        required=False,
    )
    open_until = DayField(label=_("Tot en met welke dag?"))


class AnswerForm(ReasonedForm):
    """What was done with one reaction, and why."""

    followed = forms.ChoiceField(
        label=_("Wat is ermee gedaan?"), choices=Followed.choices, widget=forms.RadioSelect
    )
    reason = long_text(_("Waarom?"), _("Wie reageerde, krijgt dit te lezen. Het staat ook bij de inspraak."))
    text_public = forms.BooleanField(
        label=_("Iedereen mag de reactie lezen: er staat niets persoonlijks in"), required=False
    )

    def clean_followed(self) -> Followed:
        """What was done itself."""
        return Followed(self.cleaned_data["followed"])


class CloseConsultationForm(ReasonedForm):
    """How many reacted, and what was done with it."""

    reactions = forms.IntegerField(
        label=_("Hoeveel mensen reageerden?"),
        help_text=_("Ook wie op een bijeenkomst iets zei."),
        min_value=0,
        max_value=1_000_000,
    )
    answer = long_text(_("Wat is er met de reacties gedaan?"), _("Iedereen kan dit lezen."), 4000)
