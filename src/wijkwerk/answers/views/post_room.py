"""For the desk: letters to print, people to call. And in a demo: everything that went out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from wijkwerk.answers import actions
from wijkwerk.answers.composing import Message, compose, in_its_language, title_of
from wijkwerk.answers.models import Delivery, DeliveryState
from wijkwerk.answers.qr import qr_svg
from wijkwerk.answers.queries import for_the_desk
from wijkwerk.answers.rules import Channel
from wijkwerk.approaches import Power
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.pages import before_id
from wijkwerk.foundation.reasons import YES, Verdict
from wijkwerk.people.actions import read_contact
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.people.permissions import areas_of, may
from wijkwerk.people.queries.contacts import details_of
from wijkwerk.people.rules import Details

PAGE = 50


def _may_read(request: SignedInRequest, delivery_id: int) -> Verdict:
    """Letters and calls hold contact data: in the area it is about, by who may read those."""
    delivery = Delivery.objects.filter(pk=delivery_id).select_related("asker__thing__area").first()
    area = delivery.asker.thing.area if delivery and delivery.asker else None
    verdict = may(request.person, Power.ENTER_ON_BEHALF, within=area)
    return may(request.person, Power.READ_CONTACT, within=area) if verdict else verdict


@permitted(Power.ENTER_ON_BEHALF)
def letters(request: SignedInRequest) -> HttpResponse:
    """Letters that wait to be printed, oldest first, without names."""
    waiting = for_the_desk(Channel.LETTER, areas_of(request.person, Power.ENTER_ON_BEHALF))
    return render(request, "answers/letters.html", {"deliveries": waiting[:PAGE]})


@permitted(Power.ENTER_ON_BEHALF)
def calls(request: SignedInRequest) -> HttpResponse:
    """People who asked to be called back, oldest first."""
    waiting = for_the_desk(Channel.PHONE, areas_of(request.person, Power.ENTER_ON_BEHALF))
    return render(request, "answers/calls.html", {"deliveries": waiting[:PAGE]})


@permitted(_may_read)
@never_cache
def letter(request: SignedInRequest, delivery_id: int) -> HttpResponse:
    """One letter on one page, with QR and code; printed again whenever needed."""
    known = _letter(request, delivery_id, Channel.LETTER)
    letter = printed(request, known["delivery"], known["message"], known["details"])
    return render(request, "answers/letter.html", {**known, "letter": letter})


@permitted(_may_read)
@never_cache
def call(request: SignedInRequest, delivery_id: int) -> HttpResponse:
    """Whom to call, and what to say."""
    return render(request, "answers/call.html", _letter(request, delivery_id, Channel.PHONE))


_PURPOSES = {Channel.LETTER: "letter", Channel.PHONE: "call"}


def _letter(request: SignedInRequest, delivery_id: int, channel: Channel) -> dict[str, Any]:
    # Of this channel only: a mail may hold someone's own form, or the link that erases them.
    delivery = get_object_or_404(
        Delivery.objects.select_related("contact", "answer__by", "asker__thing__area", "asker__contact"),
        pk=delivery_id,
        channel=channel,
        contact__isnull=False,
    )
    message = compose(delivery)
    contact = delivery.contact
    if contact is None:
        raise Http404
    return {
        **message.context,
        "delivery": delivery,
        "message": message,
        "details": read_contact(contact, by=request.person, purpose=_PURPOSES[channel]),
    }


def printed(request: HttpRequest, delivery: Delivery, message: Message, details: Details) -> SafeString:
    """The letter itself, in the language of who gets it, whatever language the desk reads."""
    known = {
        **message.context,
        "message": message,
        "details": details,
        "day": delivery.created_at,
        "qr": qr_svg(message.link),
    }
    with in_its_language(delivery):
        return mark_safe(render_to_string("answers/_letter.html", known, request))  # noqa: S308 - our own template


@permitted(_may_read)
@require_POST
def handed_over(request: SignedInRequest, delivery_id: int) -> HttpResponse:
    """The letter is printed, or the call made."""
    delivery = actions.handed_over(delivery_id=delivery_id, by=request.person)
    return redirect("answers:letters" if delivery.channel == Channel.LETTER else "answers:calls")


def in_demo(_request: HttpRequest) -> Verdict:
    """Only a demo shows what went out: there everybody is invented."""
    if not settings.DEMO:
        raise Http404
    return YES


@public
def sent(request: HttpRequest) -> HttpResponse:
    """Every mail and letter of the demo, newest first, a page at a time."""
    in_demo(request)
    deliveries = (
        Delivery.objects.filter(channel__in=[Channel.MAIL, Channel.LETTER, Channel.PHONE])
        .exclude(state=DeliveryState.FAILED)
        .select_related("contact", "asker__thing", "answer")
        .order_by("-id")
    )
    if before := before_id(request):
        deliveries = deliveries.filter(pk__lt=before)
    found = list(deliveries[: PAGE + 1])
    rows = [
        {
            "pk": delivery.pk,
            "title": title_of(delivery),
            "reader": _reader(delivery),
            "channel": _CHANNELS[Channel(delivery.channel)],
            "day": delivery.created_at,
        }
        for delivery in found[:PAGE]
    ]
    context = {"rows": rows, "next": f"?voor={rows[-1]['pk']}" if len(found) > PAGE else ""}
    return render(request, "answers/sent.html", context)


_CHANNELS = {
    Channel.MAIL: gettext_lazy("mail"),
    Channel.LETTER: gettext_lazy("brief"),
    Channel.PHONE: gettext_lazy("telefoon"),
    Channel.PAGE: gettext_lazy("pagina"),
}


def _reader(delivery: Delivery) -> str:
    """Who got it. Only in a demo, where everybody is invented: nobody's details are read here otherwise."""
    if delivery.contact is None:
        return ""
    details = details_of(delivery.contact)
    return details.name or details.email or details.phone


@public
def sent_message(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """One message of the demo as its reader got it."""
    in_demo(request)
    delivery = get_object_or_404(
        Delivery.objects.select_related("contact", "answer__by", "asker__thing__area", "asker__contact"),
        pk=delivery_id,
    )
    message = compose(delivery)
    on_paper = delivery.channel == Channel.LETTER and delivery.contact is not None and message.link
    details = details_of(delivery.contact) if delivery.contact else Details()
    known = {
        "delivery": delivery,
        "message": message,
        "reader": _reader(delivery),
        "letter": printed(request, delivery, message, details) if on_paper else "",
    }
    return render(request, "answers/sent_message.html", known)
