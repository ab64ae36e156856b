"""What is stored does not depend on the language of who works here."""

from __future__ import annotations

from datetime import date

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.language import day_with_year, stored


def test_what_is_stored_is_in_the_language_of_the_municipality() -> None:
    with translation.override("en"):
        assert str(_("Regel")) == "Rule"
        assert stored(_("Regel")) == "Regel"
        assert stored("%(what)s op %(day)s", what="Klaar", day=date(2026, 5, 1)) == "Klaar op 1 mei 2026"
        assert day_with_year(date(2026, 5, 1)) == "1 May 2026"
        assert translation.get_language() == "en"
