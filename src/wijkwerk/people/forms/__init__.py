"""Forms about people and signing in."""

from wijkwerk.people.forms.roles import AppointForm, EndForm, HandoverForm, WhoNowForm
from wijkwerk.people.forms.sign_in import LinkForm

__all__ = ["AppointForm", "EndForm", "HandoverForm", "LinkForm", "WhoNowForm"]
