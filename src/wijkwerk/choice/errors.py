"""What can be wrong with a count. Every error is a sentence that names the field or the ballot."""


class ChoiceError(ValueError):
    """Anything that makes a count impossible or its outcome meaningless."""


class BallotError(ChoiceError):
    """A ballot, or the list of candidates, breaks the rules of its own kind."""


class SettingError(ChoiceError):
    """A setting of the count is unknown or contradicts another."""


class TieError(ChoiceError):
    """A tie that the chosen chain cannot settle."""


class OutOfTime(ChoiceError):
    """The count would take longer than whoever asked for it wants to wait."""
