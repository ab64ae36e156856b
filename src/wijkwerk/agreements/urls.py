"""Addresses of `agreements`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkwerk.agreements.views import agreements, partners, promises

app_name = "agreements"
urlpatterns: list[URLPattern] = [
    path("beloftes/<str:code>", promises.area_promises, name="area"),
    path("beloftes/<str:code>/nieuw", promises.make, name="make"),
    path("belofte/<int:pk>/gedaan", promises.keep, name="keep"),
    path("belofte/<int:pk>/niet-alleen", promises.not_alone, name="not-alone"),
    path("belofte/<int:pk>/samen", promises.together, name="together"),
    path("afspraken/<str:code>", agreements.area_agreements, name="agreements"),
    path("afspraken/<str:code>/nieuw", agreements.make_agreement, name="make-agreement"),
    path("afspraak/<int:pk>/veranderen", agreements.change, name="change"),
    path("partners", partners.partners, name="partners"),
    path("partners/tekenen", partners.join, name="join"),
    path("afspraakbericht/<int:pk>/gelezen", agreements.read, name="read"),
]
