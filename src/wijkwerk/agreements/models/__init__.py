"""Tables of agreements: promises to residents, what people agreed with each other, and who signed with us."""

from wijkwerk.agreements.models.agreements import Agreement, AgreementChange, AgreementMaker, AgreementNotice
from wijkwerk.agreements.models.covenants import CovenantParty
from wijkwerk.agreements.models.promises import Promise

__all__ = ["Agreement", "AgreementChange", "AgreementMaker", "AgreementNotice", "CovenantParty", "Promise"]
