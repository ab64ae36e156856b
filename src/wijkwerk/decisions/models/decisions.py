"""Tables of decisions."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkwerk.people.models import Person
from wijkwerk.thread.models import Thing


class DecisionKind(models.TextChoices):
    """What was decided."""

    PASS_ON = "pass_on", _("doorgegeven")
    DROP = "drop", _("afgevallen")
    SUPRA_AREA = "supra_area", _("groter dan de wijk")
    INDIVIDUAL = "individual", _("persoonlijke vraag")
    RANK = "rank", _("op volgorde gezet door bewoners")
    ADOPT = "adopt", _("vastgesteld")
    TAKE_NOTE = "take_note", _("kennis van genomen")
    GRANT = "grant", _("toegekend")
    REFUSE = "refuse", _("geweigerd")
    CHANGE = "change", _("veranderd")
    STOP = "stop", _("gestopt")
    DISCUSS = "discuss", _("besproken")
    ADVISE = "advise", _("geadviseerd")
    CONSULT = "consult", _("inspraak gehouden")
    SAY = "say", _("zeggenschap veranderd")
    SCOPE = "scope", _("bij de wijk of niet")
    STEP_ASIDE = "step_aside", _("stap opzij voor bewoners")
    OVERRULE = "overrule", _("toch zelf besloten")
    DEVIATE = "deviate", _("afwijken van stedelijk beleid")
    AGREE = "agree", _("ingestemd")


class Decision(models.Model):
    """One decision about one thing."""

    thing = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=20, choices=DecisionKind.choices)
    maker = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    body = models.CharField(max_length=160, help_text="function or body in whose name")
    mandate = models.CharField(max_length=200, help_text="the rule that gave the power")
    reason = models.TextField(max_length=2000)
    public_text = models.CharField(max_length=300)
    decided_on = models.DateField()
    locked = models.BooleanField(default=False)
    important = models.BooleanField(default=False, help_text="not taken before everyone could react")
    changes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="changed_by"
    )

    class Meta:
        ordering = ["-decided_on", "-id"]
        indexes = [models.Index(fields=["kind", "-decided_on"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id}"
