"""The mailed link: asked for on one page, followed on another."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from wijkwerk.foundation import rate_limits
from wijkwerk.foundation.guards import public, secret_address
from wijkwerk.people import sign_in
from wijkwerk.people.actions import request_mailed_link, use_mailed_link
from wijkwerk.people.actions.accounts import link_does_not_work
from wijkwerk.people.forms import LinkForm


@public
@require_http_methods(["GET", "POST"])
def ask_for_link(request: HttpRequest) -> HttpResponse:
    """Ask for a link. The answer is the same whether the address is known or not."""
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        request_mailed_link(email=form.cleaned_data["email"], caller=rate_limits.caller(request))
        return render(request, "people/link_sent.html", {"minutes": sign_in.LINK_MINUTES})
    status = 422 if form.errors else 200
    return render(request, "people/ask_for_link.html", {"form": form}, status=status)


@public
@secret_address
@require_http_methods(["GET", "POST"])
def follow_link(request: HttpRequest, token: str) -> HttpResponse:
    """A page with one button; only pressing it signs in, so that a mail scanner uses nothing up."""
    rate_limits.count("mailed link tried", rate_limits.caller(request), limit=60, seconds=3600)
    if request.method == "POST":
        get_adapter(request).login(request, use_mailed_link(token))
        return redirect(get_adapter(request).get_login_redirect_url(request))
    if sign_in.account_of_link(token) is None:
        return render(request, "people/link_refused.html", {"reason": link_does_not_work()}, status=403)
    return render(request, "people/follow_link.html")
