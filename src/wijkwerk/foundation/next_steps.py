"""What someone can do next on a page, and why not where they cannot: the rule is asked once, the page shows both."""

from __future__ import annotations

from dataclasses import dataclass

from wijkwerk.foundation.reasons import YES, Text, Verdict


@dataclass(frozen=True)
class NextStep:
    """One action as `ui/next_steps.html` shows it: a link when allowed, the reason when not."""

    label: Text
    url: str
    verdict: Verdict = YES
    extra: Text = ""
    lesser: bool = False  # never the one thing a page asks for: giving back, stopping, doing over

    @property
    def allowed(self) -> bool:
        """Whether the reader may do it now."""
        return bool(self.verdict)


def first_no(*verdicts: Verdict) -> Verdict:
    """The first refusal of several rules, else yes."""
    return next((verdict for verdict in verdicts if not verdict), YES)
