"""The mails of participation: the link to one's form, and the result for who asked."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from wijkwerk.answers.composing import Message, message
from wijkwerk.answers.models import Delivery
from wijkwerk.foundation import secret_links
from wijkwerk.participation.models import Ranking, Voter, Wish

PURPOSE = "ballot"


def form_code(voter: Voter) -> str:
    """The code in the link to someone's form. It ends when their contact data are erased."""
    return secret_links.code(PURPOSE, voter.pk, voter.contact.link_counter if voter.contact else 0)


def is_form_code(typed: str, voter: Voter) -> bool:
    """Whether this is the code of this voter's form."""
    counter = voter.contact.link_counter if voter.contact else 0
    return secret_links.matches(typed, PURPOSE, voter.pk, counter)


def compose_ballot(delivery: Delivery) -> Message:
    """The link to someone's form; or, for an address that took part already, that it did."""
    voter = Voter.objects.select_related("contact", "ranking__longlist__area").get(pk=delivery.about_id or 0)
    area = voter.ranking.longlist.area
    if voter.used:
        subject = _("U deed al mee in %(area)s") % {"area": area.name}
    else:
        subject = _("Uw formulier: zet de wensen van %(area)s op volgorde") % {"area": area.name}
    path = reverse("participation:form", args=[voter.pk, form_code(voter)])
    return message(
        "participation/mail/ballot",
        subject,
        {"voter": voter, "ranking": voter.ranking, "area": area},
        link=settings.SITE_URL + path,
    )


def compose_result(delivery: Delivery) -> Message:
    """The order of residents, for who took part and asked to hear it. Says nothing of what they chose."""
    ranking = Ranking.objects.select_related("longlist__area").get(pk=delivery.about_id or 0)
    wishes = (
        Wish.objects.filter(longlist=ranking.longlist, place__isnull=False)
        .select_related("thing")
        .order_by("place")
    )
    area = ranking.longlist.area
    return message(
        "participation/mail/ranking_result",
        _("De uitslag in %(area)s: zo zetten bewoners de wensen op volgorde") % {"area": area.name},
        {
            "ranking": ranking,
            "area": area,
            "wishes": wishes,
            "forms": (ranking.result or {}).get("ballots", 0),
        },
        link=settings.SITE_URL + reverse("participation:result", args=[ranking.pk]),
    )
