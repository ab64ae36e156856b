"""The command with which anyone counts the same file again under the same settings."""

import shlex

from wijkwerk.choice.settings import Comparison, Completion, Rule, Settings
from wijkwerk.choice.support import Utility

NAME = "wijkwerk choose"


def command_of(settings: Settings, file: str = "FILE.pb") -> str:
    """`wijkwerk choose FILE.pb --rule …` with all that differs from the defaults. Constraints come as a file apart."""
    plain = Settings()
    parts = ["--rule", settings.rule.value]
    if settings.utility is not Utility.COST:
        parts += ["--utility", settings.utility.value]
    if settings.completion is not Completion.NONE:
        parts += ["--completion", settings.completion.value]
    if settings.stop_at_exhaustion:
        parts += ["--stop-at-exhaustion", "yes"]
    if settings.comparison is not Comparison.NONE:
        parts += ["--comparison", settings.comparison.value]
    if settings.increment != plain.increment:
        parts += ["--increment", _decimal(settings)]
    parts += ["--whole-shares"] if settings.whole_shares else []
    if settings.threshold is not None:
        parts += ["--threshold", str(settings.threshold)]
    if settings.rule is Rule.STV and settings.seats != plain.seats:
        parts += ["--seats", str(settings.seats)]
    if settings.borda_last != plain.borda_last:
        parts += ["--borda-last", str(settings.borda_last)]
    if settings.tie_order != plain.tie_order:
        parts += ["--tie-order", ",".join(settings.tie_order)]
    if settings.seed is not None:
        parts += ["--seed", str(settings.seed)]
    return f"{NAME} {shlex.join([file, *parts])}"


def _decimal(settings: Settings) -> str:
    return f"{float(settings.increment):.12f}".rstrip("0").rstrip(".")
