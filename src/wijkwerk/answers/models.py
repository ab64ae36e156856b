"""Tables of answers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation.language import day_in_words
from wijkwerk.people.models import Contact, Person
from wijkwerk.thread.models import Thing

# Where the day stands in what is next: worded when it is read, in the reader's language.
DAY = "{day}"


class AskerRole(models.TextChoices):
    """Why someone is owed an answer."""

    REPORTER = "reporter", _("meldde dit")
    SUPPORTER = "supporter", _("bedoelt dit ook")
    CONTRIBUTOR = "contributor", _("zei dit in een panel")
    WISHER = "wisher", _("wenste dit")
    RANKER = "ranker", _("zette op volgorde")
    ATTENDEE = "attendee", _("was erbij")
    FOLLOWER = "follower", _("volgt dit")


class Door(models.TextChoices):
    """Through which door something came in. One register, many doors, equal weight (CXO-12)."""

    WEB = "web", _("website")
    DESK = "desk", _("balie")
    PHONE = "phone", _("telefoon")
    PAPER = "paper", _("papier")
    PANEL = "panel", _("panel")
    WALKABOUT = "walkabout", _("wijkschouw")
    NETWORKER = "networker", _("wijknetwerker")
    LETTER = "letter", _("brief")


class Asker(models.Model):
    """Someone owed an answer about a thing. Without contact they read it on the page of their secret link."""

    thing = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="askers")
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="askers"
    )
    role = models.CharField(max_length=20, choices=AskerRole.choices)
    door = models.CharField(max_length=20, choices=Door.choices)
    entered_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="entered_askers",
        help_text="the desk worker or supporter who wrote it down",
    )
    link_counter = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["thing", "contact"],
                condition=Q(contact__isnull=False),
                name="asked_once_about_a_thing",
            )
        ]

    def __str__(self) -> str:
        return f"asker {self.pk}"

    @property
    def is_theirs(self) -> bool:
        """Whether they put it forward themselves; others mean the same, were there, or follow it."""
        return self.role in {AskerRole.REPORTER, AskerRole.CONTRIBUTOR, AskerRole.WISHER}


class Answer(models.Model):
    """What everyone who asked is told at one turn."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="answer")
    about = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="answers")
    turn = models.CharField(max_length=30)
    news = models.CharField(max_length=80, help_text="the news in a few words, for the subject of a mail")
    text = models.TextField(max_length=4000)
    next_text = models.CharField(max_length=300, blank=True)
    next_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="answers_given"
    )
    function = models.CharField(
        max_length=120, blank=True, help_text="on behalf of which function; survives the person"
    )
    told_at = models.DateTimeField()
    closing = models.BooleanField(default=False, help_text='the work is done: who asked is asked "opgelost?"')
    in_story = models.BooleanField(
        default=True, help_text="false where the story tells this turn in another way"
    )

    class Meta:
        indexes = [models.Index(fields=["about", "told_at"])]

    def __str__(self) -> str:
        return f"answer {self.pk}"

    @property
    def next_words(self) -> str:
        """What is next and when, as one sentence. `next_text` holds `{day}` where the day belongs in it."""
        if self.next_on is None:
            return self.next_text
        day = day_in_words(self.next_on)
        if DAY in self.next_text:
            return self.next_text.replace(DAY, day)
        return (
            f"{capfirst(day)}: {self.next_text}"
            if self.next_text
            else _("U hoort meer op %(day)s.") % {"day": day}
        )


class DeliveryState(models.TextChoices):
    """How far one message is."""

    WAITING = "waiting", _("wacht")
    CLAIMED = "claimed", _("wordt verzonden")
    SENT = "sent", _("verzonden")
    FAILED = "failed", _("niet gelukt")


class Delivery(models.Model):
    """One message to one person: the outbox. Its words are made anew from what is stored: printable again."""

    key = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=30)
    answer = models.ForeignKey(
        Answer, null=True, blank=True, on_delete=models.PROTECT, related_name="deliveries"
    )
    asker = models.ForeignKey(
        Asker, null=True, blank=True, on_delete=models.PROTECT, related_name="deliveries"
    )
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="deliveries"
    )
    about_id = models.BigIntegerField(
        null=True, blank=True, help_text="id of the row a message of this kind is about"
    )
    channel = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_until = models.DateTimeField(null=True, blank=True)
    next_attempt_at = models.DateTimeField()
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=120, blank=True, help_text="name of the error; never its text")

    class Meta:
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                condition=Q(state__in=["waiting", "claimed"]),
                name="delivery_to_do",
            ),
            models.Index(fields=["channel", "state", "-id"]),
        ]

    def __str__(self) -> str:
        return self.key


class Solved(models.Model):
    """What an asker said when asked "opgelost?" about one closing answer."""

    asker = models.ForeignKey(Asker, on_delete=models.PROTECT, related_name="verdicts")
    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="verdicts")
    solved = models.BooleanField()
    words = models.TextField(max_length=2000, blank=True)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["asker", "answer"], name="one_verdict_per_asker_and_answer")
        ]

    def __str__(self) -> str:
        return f"{self.asker_id}: {self.solved}"
