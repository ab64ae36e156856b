"""Signing in, under `account/`: allauth's views at Dutch addresses, and the mailed link.

Only the pages we offer are listed: changing one's own e-mail address is not among them, because the address
is what an account was given for. allauth itself asks who may see each page; `guard_included` says so for the
test.
"""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import URLPattern, path, re_path

from wijkwerk.people.guards import guard_included
from wijkwerk.people.views import sign_in

urlpatterns: list[URLPattern] = [
    path("inloggen", account.login, name="account_login"),
    path("uitloggen", account.logout, name="account_logout"),
    path("aanmelden", account.signup, name="account_signup"),
    path("gesloten", account.account_inactive, name="account_inactive"),
    path("bevestigen", account.reauthenticate, name="account_reauthenticate"),
    path("wachtwoord/wijzigen", account.password_change, name="account_change_password"),
    path("wachtwoord/kiezen", account.password_set, name="account_set_password"),
    path("wachtwoord/vergeten", account.password_reset, name="account_reset_password"),
    path("wachtwoord/verstuurd", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/klaar", account.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
    path("tweede-stap", second_step.index, name="mfa_index"),
    path("tweede-stap/code", second_step.authenticate, name="mfa_authenticate"),
    path("tweede-stap/bevestigen", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("tweede-stap/instellen", totp.activate_totp, name="mfa_activate_totp"),
    path("tweede-stap/uitzetten", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("tweede-stap/reservecodes", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "tweede-stap/reservecodes/nieuw",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "tweede-stap/reservecodes/bewaren",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("link", sign_in.ask_for_link, name="account_ask_for_link"),
    path("link/<str:token>", sign_in.follow_link, name="account_mailed_link"),
]
guard_included(urlpatterns, "allauth")
