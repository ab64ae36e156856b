"""Count a ballot file that somebody brings along. Nothing of it is kept, here or between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkwerk.choice import PabulibError, patience
from wijkwerk.choice.errors import ChoiceError, OutOfTime
from wijkwerk.choice.pabulib.remarks import remark
from wijkwerk.foundation import rate_limits
from wijkwerk.foundation.guards import public
from wijkwerk.participation.forms.recount import RecountForm
from wijkwerk.participation.recount.counting import SECONDS, Busy, Counted, one_at_a_time, tell
from wijkwerk.participation.recount.presenting import (
    change_sentence,
    official_sentence,
    parts_of,
    receipt_part,
)
from wijkwerk.participation.recount.upload import NotAccepted, pack, read
from wijkwerk.people.wording import language

COUNTS: Final = 20
WITHIN: Final = 600  # seconds
WHOLE: Final = SECONDS + 12
"""Seconds for everything: the outcome, the rules beside it, changes, and the report."""


@dataclass(frozen=True)
class Failed:
    """Why there is no outcome: a sentence at a field, and what is wrong in the file, line by line."""

    sentence: str
    field: str = "file"
    remarks: tuple[str, ...] = ()
    status: int = 422


@public
@never_cache
@require_http_methods(["GET", "POST"])
def recount(request: HttpRequest) -> HttpResponse:
    """The form; and, with a file, its outcome or a report of it."""
    if request.method == "GET":
        return _ask(request, RecountForm())
    rate_limits.count("recount", rate_limits.caller(request), limit=COUNTS, seconds=WITHIN)
    form = RecountForm(request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, form, status=422)
    wants_report = request.POST.get("do") == "report"
    answer = _count(form, project=str(request.POST.get("project", "")), report=wants_report)
    if isinstance(answer, Failed):
        form.add_error(answer.field, answer.sentence)
        return _ask(request, form, remarks=answer.remarks, status=answer.status)
    if wants_report:
        return _report(answer)
    return _show(request, form, answer)


def _count(form: RecountForm, *, project: str, report: bool) -> Counted | Failed:
    voter, spoken = form.cleaned_data["voter"], language()[:2]
    try:
        with one_at_a_time(), patience.at_most(WHOLE):
            with patience.at_most(SECONDS):
                file = read(form.raw, keep_voters=bool(voter))
            return tell(
                form.raw,
                file,
                form.settings(),
                name=form.cleaned_data["name"] or "stemmen.pb",
                language=spoken,
                voter=voter,
                project=project,
                changes=not report,
            )
    except PabulibError as error:
        told = tuple(remark(finding, spoken) for finding in error.findings)
        sentence = _(
            "Dit bestand kan niet op één manier geteld worden. Hieronder staat per regel wat er mis is."
        )
        return Failed(sentence, remarks=told)
    except NotAccepted as refused:
        return Failed(str(refused.sentence))
    except OutOfTime:
        return Failed(
            _(
                "Deze telling duurt te lang voor een pagina. Tel dit bestand op uw eigen computer, met "
                "“wijkwerk choose”, of "
                "kies een andere manier van tellen."
            ),
            field="rule",
        )
    except Busy:
        return Failed(
            _("Wij tellen net een ander bestand. Probeer het over een paar tellen nog eens."), status=503
        )
    except ChoiceError:
        return _does_not_fit(form)


def _does_not_fit(form: RecountForm) -> Failed:
    """The file is sound, but not made for these settings."""
    if form.settings().rule.is_ranking:
        return Failed(
            _("Deze manier van tellen heeft biljetten op volgorde nodig. Die staan niet in dit bestand."),
            field="rule",
        )
    if form.settings().utility.is_graded:
        return Failed(_("Op de biljetten in dit bestand staan geen punten of plaatsen."), field="utility")
    return Failed(
        _("Dit bestand is op deze manier niet precies te tellen. Kies een andere manier."), field="rule"
    )


def _ask(
    request: HttpRequest, form: RecountForm, *, remarks: tuple[str, ...] = (), status: int = 200
) -> HttpResponse:
    context = {"form": form, "remarks": remarks}
    return render(request, "participation/recount.html", context, status=status)


def _show(request: HttpRequest, form: RecountForm, counted: Counted) -> HttpResponse:
    packed = pack(form.raw)
    again = {**form.cleaned_data, "packed": packed, "voter": "", "project": ""}
    asked_voter, asked_project = form.cleaned_data["voter"], counted.one_change is not None
    context = {
        "counted": counted,
        "name": counted.writer.source.description or counted.writer.source.name,
        "parts": parts_of(counted),
        "official": official_sentence(counted),
        "receipt": receipt_part(counted),
        "unknown_voter": asked_voter if asked_voter and counted.receipt is None else "",
        "change": change_sentence(counted) if asked_project or request.POST.get("project") else "",
        "form": RecountForm(initial=again, election=counted.file.election),
        "packed": packed,
    }
    return render(request, "participation/recounted.html", context)


def _report(counted: Counted) -> HttpResponse:
    from wijkwerk.choice.document.pdf import report_pdf  # the typesetter takes a moment to load

    writer = counted.writer
    made = report_pdf(counted.outcome, writer.source, writer.language, writer.columns)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="telling-{counted.outcome.hash[:8]}.pdf"'
    return response
