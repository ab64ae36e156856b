"""The asker's own page, behind the secret link: the thread, "opgelost?", and ending it."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wijkwerk.answers import actions
from wijkwerk.answers.composing import PURPOSE, secret_path
from wijkwerk.answers.forms import CodeForm, FollowForm, SolvedForm
from wijkwerk.answers.models import Asker, AskerRole, Door
from wijkwerk.answers.own_words import own_words
from wijkwerk.answers.queries import answer_to_judge, last_said
from wijkwerk.foundation import clock, rate_limits, secret_links
from wijkwerk.foundation.guards import public, secret_address
from wijkwerk.foundation.reasons import Invalid
from wijkwerk.people.actions import confirm_email, erase_contact, remember_contact
from wijkwerk.people.guards import person_of
from wijkwerk.people.models import Contact
from wijkwerk.thread.models import Attachment, Thing
from wijkwerk.thread.pages import thread_context
from wijkwerk.thread.views import photo_response

ERASE = "erase"


def asker_of(request: HttpRequest, asker_id: int, code: str) -> Asker:
    """The asker of a secret link; a wrong one is counted and then simply not there."""
    asker = (
        Asker.objects.filter(pk=asker_id)
        .select_related("contact", "thing__area", "thing__neighbourhood")
        .first()
    )
    if asker is None or not secret_links.matches(code, PURPOSE, asker.pk, asker.link_counter):
        rate_limits.count("secret link", rate_limits.caller(request), limit=30, seconds=600)
        raise Http404
    return asker


@public
@secret_address
def asker(request: HttpRequest, asker_id: int, code: str) -> HttpResponse:
    """What became of it, for who asked. Shows status and thread, never contact data."""
    found = asker_of(request, asker_id, code)
    if found.contact is not None and found.contact.email_confirmed_at is None:
        confirm_email(found.contact)
    return _page(request, found, SolvedForm())


def _page(request: HttpRequest, found: Asker, form: SolvedForm, status: int = 200) -> HttpResponse:
    thread = thread_context(found.thing, person_of(request), own=[found.thing_id])
    if not found.thing.public:
        # The public address of a photo is not open yet; the asker's own stands apart, below.
        for row in (*thread["moments"], *thread["earlier"]):
            row["photo_url"] = ""
    context = {
        **thread,
        "asker": found,
        "own_words": own_words(found),
        "path": secret_path(found),
        "to_judge": answer_to_judge(found),
        "said": last_said(found),
        "form": form,
        "photos": [
            reverse(
                "answers:photo",
                args=[found.pk, secret_links.code(PURPOSE, found.pk, found.link_counter), photo.key],
            )
            for photo in Attachment.objects.filter(thing_id=found.thing_id)
        ]
        if not found.thing.public
        else [],
    }
    return render(request, "answers/asker.html", context, status=status)


@public
@secret_address
def own_photo(request: HttpRequest, asker_id: int, code: str, key: str) -> FileResponse:
    """The asker's own photo, also before a person looked at it."""
    found = asker_of(request, asker_id, code)
    attachment = Attachment.objects.filter(key=key, thing_id=found.thing_id).first()
    if attachment is None:
        raise Http404
    return photo_response(attachment)


@public
@secret_address
@require_POST
def solved(request: HttpRequest, asker_id: int, code: str) -> HttpResponse:
    """ "Opgelost?" answered; a "nee" reopens it."""
    found = asker_of(request, asker_id, code)
    form = SolvedForm(request.POST)
    answer = answer_to_judge(found)
    if answer is None:
        return redirect(secret_path(found))
    if not form.is_valid():
        return _page(request, found, form, status=422)
    is_solved = bool(form.cleaned_data["solved"])
    actions.say_solved(
        asker_id=found.pk, answer_id=answer.pk, solved=is_solved, words=form.cleaned_data["words"]
    )
    messages.success(
        request,
        _("Dank u wel. Fijn dat het is opgelost.")
        if is_solved
        else _("Dank u wel. Wij kijken er opnieuw naar en laten het u weten."),
    )
    return redirect(secret_path(found))


@public
@require_POST
def stop(request: HttpRequest, asker_id: int, code: str) -> HttpResponse:
    """No more messages about this."""
    found = actions.stop_following(asker_id=asker_of(request, asker_id, code).pk)
    messages.success(request, _("U krijgt hierover geen berichten meer. De pagina blijft bestaan."))
    return redirect(secret_path(found))


@public
@require_POST
def ask_to_erase(request: HttpRequest, asker_id: int, code: str) -> HttpResponse:
    """Ending one's data asks a fresh confirmation: a link in a mail, because this page's link may be on paper."""
    found = asker_of(request, asker_id, code)
    contact = found.contact
    rate_limits.count("erase", str(asker_id), limit=3, seconds=3600)
    if contact is not None and contact.email_encrypted:
        actions.post(
            kind="erase",
            # Asked again in another hour it goes again: the first may have got lost.
            key=f"erase:{found.pk}:{clock.now():%Y%m%d%H}",
            contact=contact,
            asker=found,
        )
        messages.success(request, _("Wij mailen u een link. Pas als u die gebruikt, wissen wij uw gegevens."))
    else:
        messages.info(request, _("Bel ons of kom langs met uw code, dan wissen wij uw gegevens."))
    return redirect(secret_path(found))


@public
@secret_address
def erase(request: HttpRequest, contact_id: int, code: str) -> HttpResponse:
    """Confirm, and then everything we know of this resident is gone."""
    contact = Contact.objects.filter(pk=contact_id, erased_at__isnull=True).first()
    if contact is None or not secret_links.matches(code, ERASE, contact.pk, contact.link_counter):
        rate_limits.count("secret link", rate_limits.caller(request), limit=30, seconds=600)
        raise Http404
    if request.method == "POST":
        erase_contact(contact)
        return render(request, "answers/erased.html")
    return render(request, "answers/erase.html")


@public
def type_code(request: HttpRequest) -> HttpResponse:
    """From paper to page: number and code typed over from a letter."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        rate_limits.count("secret link", rate_limits.caller(request), limit=30, seconds=600)
        number, secret = secret_links.parted(form.cleaned_data["code"])
        found = Asker.objects.filter(pk=number).first()
        if found is not None and secret_links.matches(secret, PURPOSE, found.pk, found.link_counter):
            return redirect(secret_path(found))
        form.add_error("code", _("Deze code kennen wij niet. Kijk of alle letters en cijfers kloppen."))
    return render(request, "answers/code.html", {"form": form}, status=422 if form.errors else 200)


@public
@require_POST
def follow(request: HttpRequest, number: str) -> HttpResponse:
    """Follow something that others asked."""
    thing = Thing.objects.numbered(number).visible_to(person_of(request)).first()
    if thing is None:
        raise Http404
    form = FollowForm(request.POST)
    if not form.is_valid():
        context = {"form": form, "thing": thing}
        return render(request, "answers/follow.html", context, status=422)
    rate_limits.count("follow", rate_limits.caller(request), limit=30, seconds=3600)
    rate_limits.count("follow mail", form.cleaned_data["email"].casefold(), limit=10, seconds=3600)
    try:
        contact = remember_contact(email=form.cleaned_data["email"], language=request.LANGUAGE_CODE[:2])
    except Invalid as invalid:
        form.add_error("email", str(invalid.reason.sentence))
        return render(request, "answers/follow.html", {"form": form, "thing": thing}, status=422)
    actions.ask(thing=thing, contact=contact, role=AskerRole.FOLLOWER, door=Door.WEB)
    messages.success(request, _("U volgt dit. Wij mailen u een eigen link en elk nieuws hierover."))
    return redirect(thing.get_absolute_url())
