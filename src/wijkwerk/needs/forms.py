"""Forms of needs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach
from wijkwerk.areas.models import Area
from wijkwerk.foundation.forms import ReasonedForm, ThingField
from wijkwerk.needs.actions import Understanding
from wijkwerk.needs.models import Need, WordsOf
from wijkwerk.needs.queries import needs_of, neighbourhoods_of


def theme_choices(approach: Approach, known: str = "") -> list[tuple[str, str]]:
    """The themes of the approach; a theme from before stays a choice."""
    language = get_language() or "nl"
    listed = [(theme.key, theme.label.within(language)) for theme in approach.themes.list]
    if known and known not in dict(listed):
        listed.append((known, known))
    return [("", str(_("geen thema"))), *listed]


class BundleForm(ReasonedForm):
    """Which signals belong together, and to which need."""

    signals = forms.TypedMultipleChoiceField(label=_("Meldingen"), coerce=int)
    need = ThingField(
        label=_("Hoort bij"),
        queryset=Need.objects.none(),
        required=False,
        empty_label=_("een nieuwe vraag"),
    )

    def __init__(self, *args: Any, area: Area, signal_ids: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signals"].choices = [(pk, str(pk)) for pk in signal_ids]  # type: ignore[attr-defined]
        need = self.fields["need"]
        need.queryset = needs_of(area)  # type: ignore[attr-defined]
        need.label_from_instance = lambda each: each.thing.sentence  # type: ignore[attr-defined]


class NeedForm(ReasonedForm):
    """What is needed, in both wordings and from three sources."""

    sentence = forms.CharField(
        label=_("Wat is er nodig?"),
        max_length=120,
        help_text=_("Eén zin, in gewone woorden. Iedereen leest dit."),
    )
    asked = forms.CharField(label=_("Wat werd er gevraagd?"), max_length=300)
    underlying = forms.CharField(
        label=_("Welke vraag zit daarachter?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    resident_words = forms.CharField(
        label=_("In de woorden van bewoners"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Zoals zij het zeiden, zonder namen."),
    )
    policy_words = forms.CharField(
        label=_("In de woorden van de gemeente"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    words_of = forms.ChoiceField(
        label=_("In wiens woorden staat de zin bovenaan?"),
        choices=WordsOf.choices,
        widget=forms.RadioSelect,
        initial=WordsOf.RESIDENT,
    )
    theme = forms.ChoiceField(label=_("Thema"), required=False)
    neighbourhood = forms.ModelChoiceField(
        label=_("Buurt"), queryset=Area.objects.none(), required=False, empty_label=_("de hele wijk")
    )
    from_residents = forms.CharField(
        label=_("Wat zeggen bewoners?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    from_figures = forms.CharField(
        label=_("Wat zeggen de cijfers?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Met jaar en bron."),
    )
    from_professionals = forms.CharField(
        label=_("Wat zien mensen die er werken?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, area: Area, approach: Approach, known: Need | None = None, **kwargs: Any
    ) -> None:
        if known is not None:
            kwargs["initial"] = {
                "sentence": known.thing.sentence,
                **{name: getattr(known, name) for name in self.base_fields if hasattr(known, name)},
            }
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = theme_choices(approach, known.theme if known else "")  # type: ignore[attr-defined]
        self.fields["neighbourhood"].queryset = neighbourhoods_of(area)  # type: ignore[attr-defined]
        if known is not None:
            # Where it is was said when the thing was born; only the words change.
            del self.fields["neighbourhood"]

    def understanding(self) -> Understanding:
        """What was filled in, as the action reads it."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "neighbourhood"}
        return Understanding(**{**given, "words_of": WordsOf(given["words_of"])})
