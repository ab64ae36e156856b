"""Reporting, the first and last of its screens: what do you see, may we answer, check, done."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wijkwerk.foundation import rate_limits
from wijkwerk.foundation.guards import public
from wijkwerk.foundation.photos import reencode
from wijkwerk.foundation.reasons import Invalid
from wijkwerk.people.wording import resident_text
from wijkwerk.signals.actions import drafts
from wijkwerk.signals.actions.reporting import check_text
from wijkwerk.signals.forms.report import ReplyForm, SeenForm
from wijkwerk.signals.views.visit import Visit
from wijkwerk.signals.wording import category_label

STEPS = [
    gettext_lazy("Wat"),
    gettext_lazy("Waar"),
    gettext_lazy("Antwoord"),
    gettext_lazy("Nakijken"),
]
_HOUR, _DAY = 3600, 86_400
# Above what a library or a demonstration does in an hour; a mail address is not written to at someone else's wish.
REPORTS_AN_HOUR = 200
MAILS_A_DAY = 20
# What is kept of a text that is too long, so that it can be made shorter.
_LONGEST_KEPT = 20_000


@public
@never_cache
@require_http_methods(["GET", "POST"])
def seen(request: HttpRequest) -> HttpResponse:
    """ "Wat ziet u?" Text or photo; neither is lost when the other is refused."""
    visit = Visit(request)
    filled = visit.filled
    initial = {"text": filled.text, "category": filled.category}
    posted = request.POST if request.method == "POST" else None
    form = SeenForm(posted, request.FILES or None, initial=initial, approach=visit.approach)
    if request.method == "POST":
        if request.POST.get("action") == "remove-photo" and visit.open_draft:
            drafts.keep_photo(visit.open_draft, None)
        _keep_seen(visit, form)
        if not form.errors:
            return visit.go("signals:report-place" if "action" not in request.POST else "signals:report")
    context = {
        "form": form,
        "steps": STEPS,
        "about": visit.about,
        "danger": resident_text(visit.approach, "danger"),
        "worry": resident_text(visit.approach, "worry"),
        "promise": resident_text(visit.approach, "promise"),
        "organised": resident_text(visit.approach, "organised"),
    }
    return visit.page("signals/report_seen.html", context, form.status)


def _keep_seen(visit: Visit, form: SeenForm) -> None:
    """Keep what is right, and put on the form what is not."""
    form.is_valid()
    text = visit.request.POST.get("text", "")
    area = visit.area
    category = form.cleaned_data.get("category", "")
    neighbourhood, about = visit.filled.neighbourhood_id, visit.about
    visit.keep(
        text=text[:_LONGEST_KEPT].replace("\0", ""),
        category=category,
        area_id=area.pk if area else None,
        neighbourhood_id=neighbourhood,
        about_id=about.pk if about else None,
    )
    upload = visit.request.FILES.get("photo")
    try:
        if upload is not None:
            visit.keep_photo(reencode(upload, size=upload.size))
    except Invalid as invalid:
        form.refuse(invalid.reason)
    if "text" in form.errors:
        return
    try:
        check_text(text, with_photo=bool(visit.draft and visit.draft.photo) or "action" in visit.request.POST)
    except Invalid as invalid:
        # A refused photo already says that something must be done.
        if upload is None or text.strip():
            form.refuse(invalid.reason)


@public
@never_cache
@require_http_methods(["GET", "POST"])
def reply(request: HttpRequest) -> HttpResponse:
    """ "Mogen wij u antwoorden?" Everything may stay empty."""
    visit = Visit(request)
    if visit.open_draft is None or visit.area is None:
        return visit.go("signals:report-place" if visit.open_draft else "signals:report")
    filled = visit.filled
    kept = ("email", "phone", "address", "name", "own_contribution")
    form = ReplyForm(
        request.POST or None, initial={part: getattr(filled, part) for part in kept}, approach=visit.approach
    )
    if request.method == "POST":
        typed = {part: request.POST.get(part, getattr(filled, part)) for part in kept}
        visit.keep(**{part: text.strip().replace("\0", "")[:500] for part, text in typed.items()})
        if request.POST.get("action") == "back":
            return visit.go("signals:report-place")
        if form.is_valid():
            return visit.go("signals:report-check")
    context = {"form": form, "steps": STEPS, "promise": resident_text(visit.approach, "promise")}
    return visit.page("signals/report_reply.html", context, form.status)


@public
@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Everything once more on one page; sent from here, once however often the button is pressed."""
    visit = Visit(request)
    if visit.draft is None:
        return visit.go("signals:report")
    if visit.draft.asker_id:
        return visit.go("signals:report-done")
    if visit.area is None:
        return visit.go("signals:report-place")
    if request.method == "POST":
        rate_limits.count("report", rate_limits.caller(request), limit=REPORTS_AN_HOUR, seconds=_HOUR)
        if visit.filled.email:
            rate_limits.count("report mail", visit.filled.email.casefold(), limit=MAILS_A_DAY, seconds=_DAY)
        try:
            drafts.send(draft_id=visit.draft.pk, language=(get_language() or "nl")[:2])
        except Invalid as invalid:
            messages.error(request, str(invalid.reason))
            screen = {"area": "signals:report-place", "text": "signals:report", "category": "signals:report"}
            return visit.go(screen.get(invalid.reason.field, "signals:report-reply"))
        return visit.go("signals:report-done")
    context = {
        "steps": STEPS,
        "area": visit.area,
        "about": visit.about,
        "category": category_label(visit.approach, visit.filled.category),
        "promise": resident_text(visit.approach, "promise"),
    }
    return visit.page("signals/report_check.html", context)


@public
@never_cache
@require_safe
def photo(request: HttpRequest) -> HttpResponse:
    """The photo of the draft, for its own writer."""
    draft = Visit(request).open_draft
    if draft is None or not draft.photo:
        raise Http404
    return HttpResponse(bytes(draft.photo), content_type="image/jpeg")


@public
@require_POST
def start_over(request: HttpRequest) -> HttpResponse:
    """Throw away what was typed."""
    visit = Visit(request)
    if visit.open_draft:
        drafts.throw_away(visit.open_draft)
        messages.success(request, _("Wat u had ingevuld is weg. U begint opnieuw."))
    visit.draft = None
    return visit.go("signals:report")
