"""Who may open a page. Every view carries one of these or `foundation.guards.public`; a test finds the rest.

A guard lets sign in who has not, sends a password account without a second step to set that up, and refuses
with the reason. Inside a guarded view `request.person` is the reader, with mandates kept for the request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from allauth.mfa.models import Authenticator
from django.contrib.auth.views import redirect_to_login
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext as _

from wijkwerk.approaches.powers import Power
from wijkwerk.areas.models import Area
from wijkwerk.foundation.guards import guarded
from wijkwerk.foundation.reasons import YES, Reason, Refused, Verdict, no
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import Mandates, keep, mandates_of

Given = ParamSpec("Given")
_ASKED = "_wijkwerk_person"


class SignedInRequest(HttpRequest):
    """What a guarded view receives: a request whose person is known."""

    person: Person


View = Callable[Concatenate[SignedInRequest, Given], HttpResponseBase]
OpenView = Callable[Concatenate[HttpRequest, Given], HttpResponseBase]
AreaFinder = Callable[..., Area | None]
Predicate = Callable[..., Verdict]


def person_of(request: HttpRequest) -> Person | None:
    """Who is reading, with their mandates kept; None for an anonymous visitor, without any query."""
    if _ASKED not in request.__dict__:
        request.__dict__[_ASKED] = _find_person(request)
    person: Person | None = request.__dict__[_ASKED]
    return person


def _find_person(request: HttpRequest) -> Person | None:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    second_step = Authenticator.objects.filter(user_id=OuterRef("account_id"), type=Authenticator.Type.TOTP)
    person = Person.objects.filter(account_id=user.pk).annotate(has_second_step=Exists(second_step)).first()
    if person is not None:
        keep(person)
    return person


def mandates(request: HttpRequest) -> Mandates | None:
    """The mandates of who is reading."""
    person = person_of(request)
    return mandates_of(person) if person else None


def needs_second_step(request: HttpRequest, person: Person) -> bool:
    """Whether this account signs in with a password and has no second step yet."""
    with_password = request.user.is_authenticated and request.user.has_usable_password()
    return with_password and not getattr(person, "has_second_step", False)


def _guard(name: str, judge: Callable[..., Verdict]) -> Callable[[View[Given]], OpenView[Given]]:
    def decorate(view: View[Given]) -> OpenView[Given]:
        @wraps(view)
        def guarded_view(request: HttpRequest, *args: Given.args, **kwargs: Given.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), resolve_url("account_login"))
            person = person_of(request)
            if person is None:
                raise Refused(
                    Reason(_("Bij dit account hoort nog niemand. Vraag de beheerder om u toe te voegen."))
                )
            if needs_second_step(request, person):
                return redirect("mfa_activate_totp")
            request.person = person  # type: ignore[attr-defined]
            judge(request, *args, **kwargs).require()
            return view(request, *args, **kwargs)  # type: ignore[arg-type]

        guarded(name, guarded_view)
        return cast(OpenView[Given], guarded_view)

    return decorate


def signed_in(view: View[Given]) -> OpenView[Given]:
    """A page for whoever is signed in, roles or none."""
    return _guard("signed_in", lambda *_args, **_kwargs: YES)(view)


def staff(view: View[Given]) -> OpenView[Given]:
    """A page for whoever holds any role now."""
    return _guard("staff", _holds_a_role)(view)


def _holds_a_role(request: SignedInRequest, *_args: Any, **_kwargs: Any) -> Verdict:
    if mandates_of(request.person).on():
        return YES
    return no(_("U hebt op dit moment geen taak in de wijkaanpak."), rule="mandaat.termijn")


def permitted(
    what: Power | Predicate, *, area: AreaFinder | None = None
) -> Callable[[View[Given]], OpenView[Given]]:
    """A page for whoever may do this.

    `@permitted(Power.RANK, area=area_of_round)`: a power, in the area which `area(request, **address)` finds
    (None: the whole municipality).
    `@permitted(Power.TRIAGE_SIGNAL)`: held in any area at all; the view then shows those areas only.
    `@permitted(may_answer)`: a capability's own predicate, called as `may_answer(request, **address)`, that
    gives a Verdict.
    """
    if not isinstance(what, Power):
        return _guard(f"permitted: {what.__name__}", what)
    power = what

    def judge(request: SignedInRequest, *args: Any, **kwargs: Any) -> Verdict:
        held = mandates_of(request.person)
        if area is None:
            return held.may_somewhere(power)
        return held.may(power, within=area(request, *args, **kwargs))

    return _guard(f"permitted: {power}" + (f" in {area.__name__}" if area else ""), judge)


def guard_included(patterns: Iterable[URLPattern | URLResolver], name: str) -> None:
    """Write on every view of someone else's address list who guards it: the package does so itself."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            guard_included(pattern.url_patterns, name)
        elif not hasattr(pattern.callback, "guard"):
            guarded(name, pattern.callback)


def views_without_guard(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> list[str]:
    """The addresses whose view nobody guards: must be none."""
    found: list[str] = []
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += views_without_guard(pattern.url_patterns, address)
        elif not hasattr(pattern.callback, "guard"):
            found.append(address)
    return found
