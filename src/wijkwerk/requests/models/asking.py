"""Tables of requests."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from wijkwerk.areas.models import Area
from wijkwerk.people.models import Organisation, Person
from wijkwerk.requests.rules import ANSWERS, OPEN, Course, RequestState, Weight, is_late
from wijkwerk.thread.models import Thing

_WITH_REASON = [state.value for state, answer in ANSWERS.items() if answer.says_why]
_WITHOUT_SERVICE = [RequestState.LOOKING.value, RequestState.WITHDRAWN.value]


class ServiceRequest(models.Model):
    """Something an area asks of a service (or a service reports at the office of an area)."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="service_requests")
    about = models.ForeignKey(
        Thing, null=True, blank=True, on_delete=models.PROTECT, related_name="service_requests"
    )
    course = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in Course], default=Course.TO_SERVICE
    )
    weight = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in Weight], default=Weight.REQUEST
    )
    client = models.CharField(
        max_length=40, blank=True, help_text="kind of client, as the approach lists them (UTR97-14)"
    )
    service = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="service_requests",
        help_text="null: nobody was found yet who supplies this (DOR-11)",
    )
    sentence = models.CharField(max_length=200, help_text="what is asked, in one public sentence")
    area_needs = models.TextField(max_length=2000, blank=True, help_text="what the area needs and why")
    service_needs = models.TextField(
        max_length=2000, blank=True, help_text="what the service needs to be able to say yes"
    )
    wanted_on = models.DateField(null=True, blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="service_requests")
    asked_on = models.DateField()
    due_on = models.DateField(null=True, blank=True, help_text="null: nobody has to answer")
    state = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in RequestState], default=RequestState.ASKED
    )
    answer = models.TextField(max_length=2000, blank=True, help_text="public")
    promised_for = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="requests_answered"
    )
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[state.value for state, one in ANSWERS.items() if one.says_why])
                | ~Q(answer=""),
                name="a_no_says_why",
            ),
            models.CheckConstraint(
                condition=Q(service__isnull=False) | Q(state__in=_WITHOUT_SERVICE),
                name="only_a_service_is_asked",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("asked_on")),
                name="answered_after_it_was_asked",
            ),
        ]
        indexes = [
            models.Index(fields=["area", "state", "due_on"]),
            models.Index(fields=["service", "state", "due_on"]),
        ]

    def __str__(self) -> str:
        return f"service request {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether an answer is still awaited, or a service sought."""
        return RequestState(self.state) in OPEN

    def is_late(self, today: date) -> bool:
        """Whether the one who has to answer has been silent too long."""
        return is_late(RequestState(self.state), self.due_on, today)

    def age(self, today: date) -> int:
        """For how many days this has been asked."""
        return (today - self.asked_on).days


class Reminder(models.Model):
    """Somebody reminded the service on a day."""

    request = models.ForeignKey(ServiceRequest, on_delete=models.CASCADE, related_name="reminders")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reminders")
    on = models.DateField()

    class Meta:
        ordering = ["on", "id"]
        constraints = [models.UniqueConstraint(fields=["request", "on"], name="one_reminder_a_day")]

    def __str__(self) -> str:
        return f"reminder {self.pk}"
