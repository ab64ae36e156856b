"""Tables of agreements: promises to residents, and what people agreed with each other."""

from wijkwerk.agreements.models.agreements import Agreement, AgreementChange, AgreementMaker, AgreementNotice
from wijkwerk.agreements.models.promises import Promise

__all__ = ["Agreement", "AgreementChange", "AgreementMaker", "AgreementNotice", "Promise"]
