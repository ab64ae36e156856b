"""What is wrong with a draft, in the words of its forms: at the field, with the way to the other fields of a clash."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Problem
from wijkwerk.approaches.difference import described, shown
from wijkwerk.approaches.editing import place_at
from wijkwerk.approaches.wording import place as words_of
from wijkwerk.people.wording import language
from wijkwerk.ways.models import Draft


def show_clashes(
    form: forms.BaseForm,
    errors: Sequence[Problem],
    draft: Draft,
    after: Approach,
    name_of: Callable[[str], str],
) -> None:
    """Each error at its field; above the form the fields of other forms that it clashes with, as links."""
    for problem in errors:
        name = name_of(problem.key)
        if name in form.fields:
            form.add_error(name, sentence_of(problem))
        else:
            form.add_error(None, _pointed(problem.key, sentence_of(problem), draft, after))
        for path, _value in problem.values:
            if path != problem.key and name_of(path) not in form.fields:
                form.add_error(None, _elsewhere(path, draft, after))


def in_sentences(errors: Sequence[Problem], draft: Draft, after: Approach) -> Iterator[str]:
    """What is wrong where there is no form to say it at."""
    for problem in errors:
        yield _pointed(problem.key, sentence_of(problem), draft, after)
        for path, _value in problem.values:
            if path != problem.key:
                yield _elsewhere(path, draft, after)


def sentence_of(problem: Problem) -> str:
    """What is wrong, as a sentence."""
    words = problem.message.within(language())
    return f"{words[:1].upper()}{words[1:]}."


def _pointed(path: str, sentence: str, draft: Draft, after: Approach) -> SafeString:
    return format_html("{}: {}", _link(path, draft, after), sentence)


def _elsewhere(path: str, draft: Draft, after: Approach) -> SafeString:
    words = format_html(_("Hoort hierbij: {}"), _link(path, draft, after))
    return format_html("{} ({})", words, shown(after, path).within(language()))


def _link(path: str, draft: Draft, after: Approach) -> SafeString | str:
    """Where one can fill this in: the form by its name, and the field in it."""
    form = _form(path, after)
    if not form:
        return words_of(path).within(language()).capitalize()
    label = described(after, form).within(language())
    if form != path:
        label += f" › {words_of(path).within(language())}"
    return format_html(
        '<a class="utrecht-link" href="{}">{}</a>',
        reverse("ways:edit", args=[draft.pk, form]),
        label[:1].upper() + label[1:],
    )


def _form(path: str, after: Approach) -> str:
    """The nearest place around a path that is filled in on one page."""
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        here = ".".join(parts[:length])
        try:
            place_at(after, here)
        except KeyError:
            continue
        return here
    return ""
