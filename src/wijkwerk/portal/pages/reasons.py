"""Why: any value of an approach for a reader, with its source, or said to be our default or not described."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.difference import described, shown
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.wording import language, listing


def why(approach: Approach, path: str, sentence: str = "") -> Reason:
    """What an approach says at a path and where it has that from; KeyError for a path that cannot exist."""
    found = approach.why(path)
    stated = found.described or found.is_house_default
    reason = found.reason.within(language()) if found.reason else ""
    if reason and found.is_house_default:
        reason = _("Onze reden: %(reason)s.") % {"reason": reason.rstrip(".")}
    elif reason:
        reason = _("Bij de bron: %(reason)s.") % {"reason": reason.rstrip(".")}
    changers = [role.label.within(language()) for role in approach.roles_with(Power.SET_APPROACH)]
    return Reason(
        " ".join(part for part in (sentence, reason) if part),
        rule=described(approach, path).within(language()),
        value=shown(approach, path).within(language()) if stated and found.value is not None else "",
        source=found.source or "",
        house_default=found.is_house_default,
        file=f"{found.file}.toml" if found.file else "",
        may_change=listing(changers) if changers else "",
    )
