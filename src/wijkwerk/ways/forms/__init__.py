"""Forms of ways of working."""

from wijkwerk.ways.forms.drafts import AddForm, BeginForm, PlaceForm, TextForm, name_of
from wijkwerk.ways.forms.moving import AdoptForm, MoveForm, WithdrawForm
from wijkwerk.ways.forms.reviews import ChapterForm, IssueForm, ReviewForm, ScaleForm

__all__ = [
    "AddForm",
    "AdoptForm",
    "BeginForm",
    "ChapterForm",
    "IssueForm",
    "MoveForm",
    "PlaceForm",
    "ReviewForm",
    "ScaleForm",
    "TextForm",
    "WithdrawForm",
    "name_of",
]
