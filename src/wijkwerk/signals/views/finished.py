"""After a report: the confirmation; and "dat bedoel ik ook" on what others reported."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkwerk.answers.composing import secret_code, secret_path
from wijkwerk.answers.models import Asker, AskerRole, Door
from wijkwerk.foundation import rate_limits
from wijkwerk.foundation.guards import public
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Contact
from wijkwerk.signals.actions import drafts, leave_contact, support
from wijkwerk.signals.forms.report import MailForm
from wijkwerk.signals.models import Signal
from wijkwerk.signals.near import kinds_to_mean_too
from wijkwerk.signals.views.report import MAILS_A_DAY, REPORTS_AN_HOUR
from wijkwerk.signals.views.visit import Visit
from wijkwerk.thread.models import Thing
from wijkwerk.thread.pages import thread_context


@public
@never_cache
@require_http_methods(["GET", "POST"])
def done(request: HttpRequest) -> HttpResponse:
    """Number, promised day, thread and secret link; and a last chance to leave a mail address."""
    visit = Visit(request)
    if visit.draft is None or visit.draft.asker_id is None:
        return visit.go("signals:report")
    asker = Asker.objects.select_related("thing__area", "thing__neighbourhood", "contact").get(
        pk=visit.draft.asker_id
    )
    form = MailForm(request.POST or None, required=True)
    if request.method == "POST" and (
        contact := form.attempt(lambda given: _contact(request, given["email"]))
    ):
        leave_contact(asker_id=asker.pk, contact=contact)
        messages.success(request, _("Dank u wel. U hoort van ons op het adres dat u opgaf."))
        return visit.go("signals:report-done")
    # Who means the same as a need or a measure reported nothing of their own.
    signal = Signal.objects.filter(pk=asker.thing_id).first()
    context = {
        **thread_context(asker.thing, None, own=[asker.thing_id]),
        "asker": asker,
        "signal": signal,
        "link": secret_path(asker),
        "code": secret_code(asker),
        "supported": asker.role == AskerRole.SUPPORTER,
        "form": form,
    }
    return visit.page("signals/report_done.html", context, form.status)


@public
@never_cache
@require_http_methods(["GET", "POST"])
def support_signal(request: HttpRequest, number: str) -> HttpResponse:
    """ "Dat bedoel ik ook": owed the same answers, with or without a mail address."""
    thing = _public_thing(number)
    visit = Visit(request)
    form = MailForm(request.POST or None)
    if request.method == "POST":
        asker = form.attempt(lambda given: _support(visit, thing, given["email"]))
        if asker is not None and asker.contact_id:
            # The link goes to the address itself: who types it here need not be whose it is.
            messages.success(request, _("Dank u wel. Wij mailen u een eigen link en elk nieuws hierover."))
            return redirect(thing.get_absolute_url())
        if asker is not None:
            return visit.go("signals:report-done")
    return visit.page("signals/support.html", {"form": form, "thing": thing}, form.status)


def _public_thing(number: str) -> Thing:
    things = Thing.objects.numbered(number).filter(public=True)
    thing: Thing | None = things.select_related("area", "neighbourhood").first()
    if thing is None or thing.kind not in kinds_to_mean_too():
        raise Http404
    return thing


def _contact(request: HttpRequest, email: str) -> Contact:
    rate_limits.count("report mail", email.casefold(), limit=MAILS_A_DAY, seconds=86_400)
    return remember_contact(email=email, language=(get_language() or "nl")[:2])


def _support(visit: Visit, thing: Thing, email: str) -> Asker:
    """Once per browser without a mail address; once per address with one."""
    rate_limits.count("report", rate_limits.caller(visit.request), limit=REPORTS_AN_HOUR, seconds=3600)
    finished = visit.draft.asker if visit.draft and visit.draft.asker_id else None
    if not email and finished and finished.thing_id == thing.pk:
        return finished
    contact = _contact(visit.request, email) if email else None
    asker = support(thing=thing, contact=contact, door=Door.WEB)
    draft = visit.open_draft or visit.keep()
    drafts.finish(draft, asker)
    if contact is not None:
        drafts.throw_away(draft)
        visit.draft = None
    return asker
