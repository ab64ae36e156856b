"""Forms about people and signing in."""

from wijkwerk.people.forms.places import BorderForm, IntensityForm, OfficeForm
from wijkwerk.people.forms.roles import AppointForm, EndForm, HandoverForm, WhoNowForm
from wijkwerk.people.forms.sign_in import LinkForm

__all__ = [
    "AppointForm",
    "BorderForm",
    "EndForm",
    "HandoverForm",
    "IntensityForm",
    "LinkForm",
    "OfficeForm",
    "WhoNowForm",
]
