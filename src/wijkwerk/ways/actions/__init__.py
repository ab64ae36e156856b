"""Everything that is done to ways of working."""

from wijkwerk.ways.actions.adopting import Adopted, adopt_draft
from wijkwerk.ways.actions.drafts import begin_draft, drop_draft, save_draft, succeed
from wijkwerk.ways.actions.reviewing import review_term, settle_issue
from wijkwerk.ways.actions.scale import review_scale
from wijkwerk.ways.actions.vision import write_chapter

__all__ = [
    "Adopted",
    "adopt_draft",
    "begin_draft",
    "drop_draft",
    "review_scale",
    "review_term",
    "save_draft",
    "settle_issue",
    "succeed",
    "write_chapter",
]
