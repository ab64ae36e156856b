"""Composing an approach: begin, fill in, see what it changes, keep."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wijkwerk.approaches import Approach, Power, load
from wijkwerk.approaches.drafting import Draft as DraftFile
from wijkwerk.approaches.drafting import draft_of, examine_text
from wijkwerk.approaches.editing import Named, added, place_at, restate, taken_away
from wijkwerk.foundation.forms import ReasonedForm
from wijkwerk.foundation.once import pressed_once
from wijkwerk.foundation.pages import Crumb, form_turn
from wijkwerk.people.guards import SignedInRequest, permitted
from wijkwerk.people.wording import language
from wijkwerk.ways import actions, facts, queries
from wijkwerk.ways.forms import AddForm, BeginForm, PlaceForm, TextForm, name_of
from wijkwerk.ways.models import Draft, OwnApproach
from wijkwerk.ways.pages import clashes
from wijkwerk.ways.pages import drafts as pages
from wijkwerk.ways.views.consequences import whole


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
@pressed_once
def begin(request: SignedInRequest) -> HttpResponse:
    """All drafts, and a new one that extends an approach."""
    choices = [(key, load(key).title.within(language())) for key in queries.choosable()]
    form = BeginForm(
        request.POST or None,
        choices=choices,
        initial={"extends": request.GET.get("aanpak", ""), "municipality": pages.our_name()},
    )
    if form.is_bound and (
        draft := form.attempt(
            lambda given: actions.begin_draft(
                by=request.person, values=pages.as_here(request, given), **given
            )
        )
    ):
        messages.success(request, _("Het concept staat klaar. Verander nu wat u anders wilt."))
        return redirect("ways:draft", draft.pk)
    known = {
        "drafts": Draft.objects.select_related("made_by"),
        "form": form,
        "own": OwnApproach.objects.all(),
    }
    return render(request, "ways/drafts.html", known, status=form.status)


@permitted(Power.SET_APPROACH, area=whole)
@require_safe
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """A draft: what it changes, what can be filled in, and what to do with it."""
    draft = _draft(pk)
    known = {"draft": draft, "page": pages.page(draft)}
    return render(request, "ways/draft.html", known)


@permitted(Power.SET_APPROACH, area=whole)
@require_safe
def file(request: SignedInRequest, pk: int) -> HttpResponse:
    """The draft as a file."""
    draft = _draft(pk)
    response = HttpResponse(draft.text, content_type="application/toml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{draft.key}.toml"'
    return response


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int, path: str) -> HttpResponse:
    """Fill in one place; nothing is kept before what it changes has been seen."""
    draft = _draft(pk)
    present, file_ = _read(draft)
    try:
        place = place_at(present, path)
    except KeyError:
        raise Http404 from None
    form = PlaceForm(request.POST if request.method == "POST" else None, place=place)
    if form.is_bound and form.is_valid():
        new = restate(
            file_,
            extended=load(file_.extends),
            at=place,
            given=form.given,
            source=f"{pages.document_name(file_)} {form.cleaned_data['source']}",
        )
        if preview := _previewed(request, draft, present, new.toml(), form):
            return preview
    known = {"draft": draft, "form": form, "place": pages.place_words(present, place)}
    return render(request, "ways/edit.html", known, status=form.status)


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, pk: int, path: str) -> HttpResponse:
    """One thing more in a list: a step, a role, a plan."""
    draft = _draft(pk)
    present, file_ = _read(draft)
    named = _list(present, path)
    kinds = [(key, label.within(language())) for key, label in named.kinds]
    form = AddForm(
        request.POST if request.method == "POST" else None,
        kinds=kinds,
    )
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        source = f"{pages.document_name(file_)} {given['source']}"
        new, _path = added(file_, named, given["label"], given.get("kind", ""), source)
        if preview := _previewed(request, draft, present, new.toml(), form):
            return preview
    known = {"draft": draft, "form": form, "place": pages.list_words(named)}
    return render(request, "ways/add.html", known, status=form.status)


@permitted(Power.SET_APPROACH, area=whole)
@require_safe
def take_away(request: SignedInRequest, pk: int, path: str) -> HttpResponse:
    """Whether one thing shall go, with what that changes; it goes when that is kept."""
    draft = _draft(pk)
    present, file_ = _read(draft)
    around = path.rpartition(".")[0]
    named = next((one for one in _lists(present, around) if path in one.paths), None)
    if named is None:
        raise Http404
    new = taken_away(file_, load(file_.extends), path)
    question = _("Haal ‘%(what)s’ weg?") % {"what": named.paths[path].within(language())}
    back = reverse("ways:edit", args=[pk, around])
    return _previewed(request, draft, present, new.toml(), None, question, back) or redirect(back)


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
def text(request: SignedInRequest, pk: int) -> HttpResponse:
    """The whole draft as a file, for whoever would rather write."""
    draft = _draft(pk)
    present, _file = _read(draft)
    form = TextForm(request.POST if request.method == "POST" else None, initial={"text": draft.text})
    if (
        form.is_bound
        and form.is_valid()
        and (preview := _previewed(request, draft, present, form.cleaned_data["text"], form))
    ):
        return preview
    return render(request, "ways/text.html", {"draft": draft, "form": form}, status=form.status)


@permitted(Power.SET_APPROACH, area=whole)
@require_POST
@pressed_once
def save(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep what was seen."""
    actions.save_draft(
        draft_id=_draft(pk).pk,
        text=request.POST.get("text", "").replace("\r\n", "\n"),
        edition=number_from(request.POST.get("edition", "")),
        by=request.person,
    )
    messages.success(request, _("Het concept is bewaard."))
    return redirect("ways:draft", pk)


@permitted(Power.SET_APPROACH, area=whole)
@require_http_methods(["GET", "POST"])
def drop(request: SignedInRequest, pk: int) -> HttpResponse:
    """Throw the draft away, once asked whether that is meant."""
    draft = _draft(pk)
    return form_turn(
        request,
        ReasonedForm(request.POST if request.method == "POST" else None),
        lambda _given: actions.drop_draft(draft_id=pk, by=request.person),
        done=_("Het concept is weggegooid."),
        to=reverse("ways:drafts"),
        title=_("Gooi dit concept weg?"),
        lead=_("Het komt niet terug. Wilt u het later nog zien? Download dan eerst het bestand."),
        facts=[(_("Concept"), draft.title), (_("Gemaakt door"), draft.made_by.first_name)],
        submit=_("Gooi het concept weg"),
        back=Crumb(draft.title, reverse("ways:draft", args=[pk])),
        danger=True,
    )


def number_from(text: str) -> int:
    """The number of an edition as a form sends it; none of ours when it is no number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _draft(pk: int) -> Draft:
    return get_object_or_404(Draft, pk=pk)


def _read(draft: Draft) -> tuple[Approach, DraftFile]:
    return examine_text(draft.key, draft.text)[0], draft_of(draft.key, draft.text)


def _list(present: Approach, path: str) -> Named:
    found = next((named for named in _lists(present, path) if named.path == path), None)
    if found is None or not found.grows:
        raise Http404
    return found


def _lists(present: Approach, path: str) -> list[Named]:
    """The lists at a place and just above it; Http404 for what is no place."""
    owner = path.rpartition(".")[0] or path
    try:
        return [*place_at(present, owner).lists, *place_at(present, path).lists]
    except KeyError:
        raise Http404 from None


def _previewed(
    request: SignedInRequest,
    draft: Draft,
    present: Approach,
    text: str,
    form: ReasonedForm | None,
    question: str = "",
    back: str = "",
) -> HttpResponse | None:
    """The page with what this would change; None when the text is not sound, with every error on the form."""
    after, problems = examine_text(draft.key, text)
    errors = [problem for problem in problems if not problem.is_warning]
    if errors:
        if isinstance(form, TextForm):
            pages.show_errors(form, errors)
        elif form is not None:
            clashes.show_clashes(form, errors, draft, after, name_of)
        else:
            for sentence in clashes.in_sentences(errors, draft, after):
                messages.error(request, sentence)
        return None
    known = {
        "draft": draft,
        "text": text,
        "question": question or _("Dit verandert er"),
        "back": back or reverse("ways:draft", args=[draft.pk]),
        "preview": pages.preview(present, after, load(draft_of(draft.key, text).extends), facts.ours()),
        "warnings": [problem.within(language()) for problem in problems],
    }
    return render(request, "ways/preview.html", known)
