"""Tables of politics: matters on a direct line, proposals to a committee or the board, agreements on process."""

from wijkwerk.politics.models.matters import Matter, Subject
from wijkwerk.politics.models.proposals import ProcessAgreement, Proposal

__all__ = ["Matter", "ProcessAgreement", "Proposal", "Subject"]
