"""Words of signals: for choosing from, and for storing."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches import Approach
from wijkwerk.approaches.schema.signals import Category
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for, house_approach
from wijkwerk.foundation import clock
from wijkwerk.foundation.lifecycle import name_states
from wijkwerk.people.territory import Territory
from wijkwerk.signals.rules import SIGNAL, FundingSource, QuestionLevel, SignalStatus

FUNDING_LABELS = {
    FundingSource.REGULAR: _("gewone begroting van een dienst"),
    FundingSource.AREA_BUDGET: _("budget van de wijk"),
    FundingSource.PARTNER: _("een partner"),
    FundingSource.NONE: _("kostte geen geld"),
}
LEVEL_LABELS = {
    QuestionLevel.CITY_POLICY: _("stedelijk beleid"),
    QuestionLevel.AREA: _("de wijk"),
    QuestionLevel.PRIVATE_SERVICE: _("dienst aan één persoon"),
}
STATUS_LABELS = {
    SignalStatus.NEW: _("nieuw"),
    SignalStatus.WITH_SERVICE: _("bij een dienst"),
    SignalStatus.QUICK: _("snel te doen"),
    SignalStatus.IN_NEED: _("hoort bij een vraag"),
    SignalStatus.ANSWERED: _("beantwoord"),
}
name_states(SIGNAL, STATUS_LABELS)


def approach_here(area: Area | None) -> Approach:
    """The approach of this area; before an area is known, that of the municipality."""
    if area is not None:
        return approach_for(area, clock.today())
    found = Territory().approaches(None, clock.today())
    return found[0] if found else house_approach()


def category_words(category: Category) -> tuple[str, str]:
    """Label and examples of a category in the reader's language."""
    language = get_language() or settings.LANGUAGE_CODE
    examples = category.examples.within(language) if category.examples else ""
    return category.label.within(language), examples


def category_label(approach: Approach, key: str) -> str:
    """The label of a category by its key; empty for none."""
    found = next((one for one in approach.signals.categories if one.key == key), None)
    return category_words(found)[0] if found else ""
