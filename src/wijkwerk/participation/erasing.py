"""What goes from here when a resident is erased: for whom they spoke, what they wished, an order not handed in.

A form that was handed in stays: nothing tells whose it was.
"""

from __future__ import annotations

from collections.abc import Iterable

from wijkwerk.answers.models import Asker, AskerRole
from wijkwerk.participation.models import Contribution, Draft, Voter, Wish
from wijkwerk.people import erasure, quotes
from wijkwerk.people.models import Contact


def register() -> None:
    """Be called when someone is erased; called once, at start."""
    erasure.register(erase_contributions_of)
    quotes.register_words(words_said, own=[Contribution])


def words_said(contact: Contact) -> Iterable[str]:
    """What they wished, in their words, and for whom they spoke."""
    mine = Contribution.objects.filter(
        signal__askers__contact=contact, signal__askers__role=AskerRole.CONTRIBUTOR
    )
    return [text for row in mine.values_list("wished", "group") for text in row]


def erase_contributions_of(contact: Contact) -> None:
    """Empty what only they said; a wish that others share stays in the words of its title."""
    mine = Contribution.objects.filter(
        signal__askers__contact=contact, signal__askers__role=AskerRole.CONTRIBUTOR
    )
    Contribution.objects.filter(pk__in=list(mine.values_list("pk", flat=True))).update(
        group="", supporter="", wished=""
    )
    for wish in _only_theirs(contact):
        wish.text, wish.own_contribution = wish.thing.sentence, ""
        wish.save(update_fields=["text", "own_contribution"])
    voters = Voter.objects.filter(contact=contact)
    Draft.objects.filter(voter__in=voters).delete()
    voters.update(hear_result=False)


def _only_theirs(contact: Contact) -> list[Wish]:
    wishers = Asker.objects.filter(role=AskerRole.WISHER, contact__erased_at__isnull=True)
    others = wishers.exclude(contact=contact).values("thing")
    mine = wishers.filter(contact=contact).values("thing")
    return list(Wish.objects.filter(pk__in=mine).exclude(pk__in=others).select_related("thing"))
