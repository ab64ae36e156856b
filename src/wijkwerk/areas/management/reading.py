"""What the import commands share: dates as arguments, files that may be absent, refusals as one error."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from wijkwerk.areas.actions import Outcome
from wijkwerk.areas.sentences import BadFile
from wijkwerk.foundation.reasons import Refused


def day(text: str) -> date:
    """An argument such as 2026-01-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“%(text)s” is geen datum; schrijf 2026-01-31.") % {"text": text}
        ) from None


@contextmanager
def refusing() -> Iterator[None]:
    """Whatever is wrong with the file ends the command with every sentence, and exit status 1."""
    try:
        yield
    except BadFile as bad:
        raise CommandError("\n".join(bad.lines())) from None
    except Refused as refused:
        way_out = f" {refused.reason.way_out}" if refused.reason.way_out else ""
        raise CommandError(f"{refused.reason}{way_out}") from None
    except OSError as error:
        raise CommandError(
            _("%(file)s kan niet worden geopend: %(why)s.") % {"file": error.filename, "why": error.strerror}
        ) from None


def told(outcome: Outcome, *, dry_run: bool) -> str:
    """What happened, for the command line."""
    sentences = outcome.sentences()
    if dry_run:
        sentences.append(_("Dit was een proef: er is niets bewaard."))
    return "\n".join(sentences)
