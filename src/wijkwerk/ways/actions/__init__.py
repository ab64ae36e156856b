"""Everything that is done to ways of working."""

from wijkwerk.ways.actions.adopting import Adopted, Adoption, adopt_draft, rehearse_adoption
from wijkwerk.ways.actions.drafts import begin_draft, drop_draft, save_draft, sound, succeed
from wijkwerk.ways.actions.reviewing import review_term, settle_issue
from wijkwerk.ways.actions.scale import review_scale
from wijkwerk.ways.actions.vision import write_chapter

__all__ = [
    "Adopted",
    "Adoption",
    "adopt_draft",
    "begin_draft",
    "drop_draft",
    "rehearse_adoption",
    "review_scale",
    "review_term",
    "save_draft",
    "settle_issue",
    "sound",
    "succeed",
    "write_chapter",
]
