"""Tables of ways of working."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches.difference import About
from wijkwerk.areas.models import Area
from wijkwerk.decisions.models import Decision
from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing


class Draft(models.Model):
    """An approach being composed: the text of a file that is sound as it stands, and may still change."""

    key = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=160)
    text = models.TextField()
    edition = models.PositiveIntegerField(
        default=1,
        help_text="goes up with every change, so that two who change at once do not undo each other",
    )
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="drafts")
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return self.key


class OwnApproach(models.Model):
    """A draft that was adopted. Its text never changes; who wants another makes a successor."""

    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="approach")
    key = models.CharField(max_length=60, unique=True)
    text = models.TextField()
    before = models.CharField(max_length=60, blank=True, help_text="key of what was in force until then")
    adopted_on = models.DateField()
    valid_from = models.DateField()
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="own_approach")
    difference = models.JSONField(
        default=list, help_text="what it changes in rights and money, as sentences: [kind, Dutch, English]"
    )

    class Meta:
        ordering = ["-adopted_on"]

    def __str__(self) -> str:
        return self.key

    def sentences(self, language: str) -> list[str]:
        """What it changed in rights and money, in this language."""
        rights, money = self.of_rights_and_money(language)
        return rights + money

    def of_rights_and_money(self, language: str) -> tuple[list[str], list[str]]:
        """The same in two parts."""
        told = [
            (about, english if language.startswith("en") else dutch)
            for about, dutch, english in self.difference
        ]
        rights = [words for about, words in told if about == About.RIGHTS]
        return rights, [words for about, words in told if about != About.RIGHTS]


class Outcome(models.TextChoices):
    """How a scale review ended."""

    KEEP = "keep", _("laten zoals het is")
    CHANGE = "change", _("anders indelen")


class ScaleReview(models.Model):
    """Whether the areas are of the size that an approach asks, and what was decided, with reasons (AMF-05)."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="scale_reviews")
    approach_key = models.CharField(max_length=60)
    ending = models.CharField(max_length=10, choices=Outcome.choices)
    reasons = models.TextField(max_length=2000)
    decided_by = models.CharField(max_length=200, help_text="the body, in words")
    reviewed_on = models.DateField()
    too_large = models.JSONField(
        default=list, help_text="[name, inhabitants] of the areas above the size, then"
    )
    too_small = models.JSONField(default=list)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="scale_reviews")

    class Meta:
        ordering = ["-reviewed_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="a_scale_review_has_its_reasons"),
        ]

    def __str__(self) -> str:
        return f"{self.approach_key} {self.reviewed_on}: {self.ending}"


class TermReview(models.Model):
    """Taking stock at the end of a term of the council: who was asked, where, and what the next one has to take up."""

    term = models.CharField(max_length=20, unique=True, help_text="of the council, such as 2026–2030")
    asked = models.CharField(max_length=500, help_text="who was asked, by function")
    places = models.CharField(max_length=300, help_text="the municipalities in which they were asked")
    findings = models.TextField(max_length=4000)
    made_on = models.DateField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="term_reviews")

    class Meta:
        ordering = ["-made_on", "-pk"]

    def __str__(self) -> str:
        return self.term


class IssueState(models.TextChoices):
    """What became of an issue that was handed over."""

    HANDED_OVER = "handed_over", _("overgedragen aan de nieuwe raad")
    TAKEN_UP = "taken_up", _("opgepakt")
    DONE = "done", _("klaar")
    NOT_TAKEN_UP = "not_taken_up", _("niet opgepakt")


class OpenIssue(models.Model):
    """One issue that a review left to the next council, with what became of it."""

    review = models.ForeignKey(TermReview, on_delete=models.CASCADE, related_name="issues")
    sentence = models.CharField(max_length=300)
    state = models.CharField(max_length=20, choices=IssueState.choices, default=IssueState.HANDED_OVER)
    reason = models.CharField(max_length=500, blank=True)
    changed_on = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.sentence


class Chapter(models.TextChoices):
    """The fixed chapters of a vision on working in neighbourhoods (AMF-02)."""

    SCALE = "scale", _("Schaal")
    INVOLVEMENT = "involvement", _("Betrokkenheid en zeggenschap")
    DECENTRALISATION = "decentralisation", _("Taken naar de wijk brengen")
    INTEGRATION = "integration", _("Fysiek, sociaal en veilig beheer samen")
    COMMUNICATION = "communication", _("Communicatie")
    POLITICS = "politics", _("De rol van de politiek")


class VisionChapter(models.Model):
    """What the municipality holds about one subject, and when it looks at that again."""

    chapter = models.CharField(max_length=20, choices=Chapter.choices, unique=True)
    stance = models.TextField(max_length=2000)
    review_on = models.DateField()
    written_on = models.DateField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="vision_chapters")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(stance=""), name="a_chapter_of_the_vision_has_its_stance"),
        ]

    def __str__(self) -> str:
        return self.chapter
