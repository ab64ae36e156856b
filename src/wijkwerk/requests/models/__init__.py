"""Tables of requests."""

from wijkwerk.requests.models.asking import Reminder, ServiceRequest
from wijkwerk.requests.models.assigning import Assignment, Expectation, ExpectedResult

__all__ = ["Assignment", "Expectation", "ExpectedResult", "Reminder", "ServiceRequest"]
