"""Tables of people."""

from wijkwerk.people.models.changes import (
    Handover,
    LessonApplied,
    LookUpCount,
    Reorganisation,
    RoleSuccession,
)
from wijkwerk.people.models.offices import Office, OfficeArea
from wijkwerk.people.models.people import (
    OF_RESIDENTS,
    Account,
    AccountManager,
    Contact,
    ContactRead,
    FoundingParty,
    Organisation,
    OrganisationKind,
    Person,
    RoleHeld,
)

__all__ = [
    "OF_RESIDENTS",
    "Account",
    "AccountManager",
    "Contact",
    "ContactRead",
    "FoundingParty",
    "Handover",
    "LessonApplied",
    "LookUpCount",
    "Office",
    "OfficeArea",
    "Organisation",
    "OrganisationKind",
    "Person",
    "Reorganisation",
    "RoleHeld",
    "RoleSuccession",
]
