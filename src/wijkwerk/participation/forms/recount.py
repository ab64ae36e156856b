"""What to count, and how: a ballot file and the settings of a count, each as people call it."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkwerk.choice import Completion, Election, Rule, Settings, Utility
from wijkwerk.choice.explain.names import Names
from wijkwerk.choice.ties import DEFAULT_TIE_ORDER, ID, LOT, LOWEST_COST, MOST_VOTES
from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.participation.recount.upload import (
    MOST_BYTES,
    MOST_PACKED,
    TOO_LARGE,
    NotAccepted,
    unpack,
)
from wijkwerk.people.wording import language

MOST_SEED: Final = 10**12
CHAINS: Final = (DEFAULT_TIE_ORDER, (MOST_VOTES, LOWEST_COST, LOT), (LOT,), (ID,))


class RecountForm(ReasonedForm):
    """A file, chosen now or sent along from the page before, and everything that can change an outcome."""

    file = forms.FileField(
        label=_("Stembestand (.pb)"),
        required=False,
        allow_empty_file=True,
        help_text=_("Een bestand in het open formaat van Pabulib, tot 2,4 MB. Wij bewaren het niet."),
        widget=forms.FileInput(attrs={"accept": ".pb,text/plain"}),
    )
    packed = forms.CharField(required=False, max_length=MOST_PACKED, widget=forms.HiddenInput)
    name = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    rule = forms.ChoiceField(label=_("Manier van tellen"), initial=Rule.EQUAL_SHARES)
    utility = forms.ChoiceField(
        label=_("Wat een plan waard is voor wie het koos"),
        initial=Utility.COST,
        help_text=_("Meestal: wat het kost. Punten of plaats kan alleen als die op de biljetten staan."),
    )
    completion = forms.ChoiceField(
        label=_("Wat er gebeurt met geld dat overblijft"),
        initial=Completion.ADD1,
        help_text=_("Alleen bij gelijke delen."),
    )
    stop = forms.BooleanField(
        label=_("Stop met verhogen zodra er niets meer bij past"),
        required=False,
        help_text=_("Alleen bij verhogen. Zonder dit gaat de telling door tot net voor het budget op is."),
    )
    ties = forms.ChoiceField(label=_("Bij een gelijke stand gaat voor"))
    seed = forms.IntegerField(
        label=_("Getal van het lot"),
        min_value=0,
        max_value=MOST_SEED,
        initial=0,
        help_text=_("Het getal dat voor de stemming bekend is gemaakt. Is er geen? Laat dan 0 staan."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    voter = forms.CharField(
        label=_("Nummer van een stemmer"),
        required=False,
        max_length=200,
        help_text=_("Zoals het in het bestand staat. U ziet dan wat dit biljet deed."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    project = forms.CharField(
        label=_("Plan om na te gaan"),
        required=False,
        max_length=200,
        help_text=_("U ziet dan hoeveel stemmen of geld de uitslag voor dit plan zouden veranderen."),
        widget=forms.Select,
    )

    def __init__(self, *args: Any, election: Election | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = Names(language()[:2])
        self._choices("rule", [(rule.value, names.rule(rule)) for rule in Rule])
        self._choices("utility", [(each.value, names.utility(each)) for each in Utility])
        self._choices("completion", [(each.value, names.completion(each)) for each in Completion])
        self._choices("ties", [(",".join(chain), names.chain(chain)) for chain in CHAINS])
        if election is None:
            del self.fields["project"]
        else:
            projects = [(project.id, project.name or project.id) for project in election.projects]
            self.fields["project"].widget.choices = [("", _("geen")), *projects]

    def _choices(self, field: str, choices: list[tuple[str, str]]) -> None:
        self.fields[field].choices = choices  # type: ignore[attr-defined]

    @property
    def raw(self) -> bytes:
        """The bytes to count."""
        found: bytes = self.cleaned_data["raw"]
        return found

    def clean(self) -> dict[str, Any]:
        """The file that was chosen, else the one that was sent along."""
        given = super().clean() or {}
        file, packed = given.get("file"), given.get("packed")
        if file is not None:
            given["name"] = file.name
            given["raw"] = b"" if file.size > MOST_BYTES else file.read()
            if file.size > MOST_BYTES:
                self.add_error("file", str(TOO_LARGE))
        elif packed:
            try:
                given["raw"] = unpack(packed)
            except NotAccepted as refused:
                self.add_error("file", str(refused.sentence))
        elif "file" not in self.errors:
            self.add_error("file", str(_("Kies een bestand.")))
        return given

    def settings(self) -> Settings:
        """The settings of the count."""
        given = self.cleaned_data
        rule, completion = Rule(given["rule"]), Completion(given["completion"])
        if rule is not Rule.EQUAL_SHARES:
            completion = Completion.NONE
        return Settings(
            rule=rule,
            utility=Utility.COST if rule.is_ranking else Utility(given["utility"]),
            completion=completion,
            stop_at_exhaustion=bool(given["stop"]) and completion.raises,
            tie_order=tuple(given["ties"].split(",")),
            seed=given["seed"],
        )
