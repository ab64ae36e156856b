"""Tables of people."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from wijkwerk.areas.models import Area, Programme
from wijkwerk.foundation.models import ValidPeriod


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; an e-mail address is kept in small letters."""

    def create_user(self, email: str, password: str | None = None) -> Account:
        """An account that signs in with `email`; without password only by a mailed link."""
        account = self.model(email=email.strip().casefold())
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> Account:
        """By e-mail address, in whatever letters it was typed."""
        return self.get(email=(username or "").strip().casefold())


class Account(AbstractBaseUser):
    """Signing in, and nothing else. What someone may do follows from the roles their person holds."""

    email = models.EmailField(unique=True, max_length=254)
    is_active = models.BooleanField(default=True)
    link_counter = models.PositiveIntegerField(default=0, help_text="raised on use: a mailed link works once")

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = AccountManager()

    def __str__(self) -> str:
        return f"account {self.pk}"


class OrganisationKind(models.TextChoices):
    """Kinds of organisation (DEV-02)."""

    MUNICIPALITY = "municipality", _("gemeente")
    SERVICE = "service", _("dienst van de gemeente")
    WELFARE = "welfare", _("welzijnsorganisatie")
    POLICE = "police", _("politie")
    HOUSING_CORPORATION = "housing_corporation", _("woningcorporatie")
    EDUCATION = "education", _("onderwijs")
    CARE = "care", _("zorg")
    RESIDENT_GROUP = "resident_group", _("bewonersgroep")
    RESIDENT_ORGANISATION = "resident_organisation", _("bewonersorganisatie")
    MARKET = "market", _("marktpartij")
    OTHER = "other", _("anders")


OF_RESIDENTS = frozenset({OrganisationKind.RESIDENT_GROUP, OrganisationKind.RESIDENT_ORGANISATION})


class Organisation(models.Model):
    """A party with a name: a service, a partner, a residents' group."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=30, choices=OrganisationKind.choices)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Someone who holds roles: an official, a partner's worker, a team member, an alderman."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="person"
    )
    first_name = models.CharField(max_length=80)
    last_name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True, help_text="public work number")
    hours_text = models.CharField(max_length=160, blank=True, help_text="when and where to find them, public")

    class Meta:
        ordering = ["first_name", "last_name"]

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


class RoleHeld(ValidPeriod):
    """A person holds a role of the approach, in an area or (area null) in the whole municipality, from–to."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=60, help_text="role key of the approach")
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="roles")
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="roles",
        help_text="the service or group the role is for",
    )
    employer = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="employed"
    )
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True, help_text="a week")
    entry = models.CharField(
        max_length=40, blank=True, help_text="how it came about: recruited, elected, open …"
    )
    entered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="recruited"
    )
    term_ends_on = models.DateField(
        null=True, blank=True, help_text="end of the term the approach set at appointment; renewing moves it"
    )
    ended_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="roles_ended"
    )
    stands_in_for = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="stand_ins"
    )

    class Meta:
        constraints = [
            *ValidPeriod.Meta.constraints,
            # An empty area or organisation is a value here: nobody holds a city-wide role twice either.
            models.UniqueConstraint(
                F("person"),
                F("role"),
                Coalesce(F("area"), 0),
                Coalesce(F("organisation"), 0),
                condition=Q(valid_to__isnull=True),
                name="a_person_holds_a_role_once",
                violation_error_message=_("Deze persoon heeft deze taak hier al."),
            ),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gte=0), name="hours_of_a_role_are_not_negative"
            ),
        ]
        indexes = [models.Index(fields=["role", "area"])]

    def __str__(self) -> str:
        return f"{self.role} {self.pk}"


class FoundingParty(models.Model):
    """An organisation that was there when a programme began (DEV-02)."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="founding_parties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="founded")
    since = models.PositiveSmallIntegerField(null=True, blank=True, help_text="year")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "organisation"], name="an_organisation_founds_a_programme_once"
            )
        ]

    def __str__(self) -> str:
        return f"founding party {self.pk}"


class Contact(models.Model):
    """A resident's contact data, apart from everything they said; encrypted, findable by blind index only.

    Erasing empties the row and keeps it, so that what points here (the journal too) stands with nobody in it.
    """

    name_encrypted = models.BinaryField(default=b"", blank=True)
    email_encrypted = models.BinaryField(default=b"", blank=True)
    phone_encrypted = models.BinaryField(default=b"", blank=True)
    address_encrypted = models.BinaryField(default=b"", blank=True)
    email_index = models.BinaryField(null=True, blank=True, max_length=16)
    phone_index = models.BinaryField(null=True, blank=True, max_length=16)
    address_index = models.BinaryField(null=True, blank=True, max_length=16)
    email_confirmed_at = models.DateTimeField(null=True, blank=True)
    link_counter = models.PositiveIntegerField(default=0)
    language = models.CharField(max_length=2, default="nl")
    created_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["email_index"],
                condition=Q(email_index__isnull=False),
                name="one_contact_per_email_address",
            )
        ]
        indexes = [models.Index(fields=["phone_index"]), models.Index(fields=["address_index"])]

    def __str__(self) -> str:
        return f"contact {self.pk}"


class ContactRead(models.Model):
    """Someone looked at a resident's contact data: who, what for, when. Holds nothing of the data itself."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="reads")
    by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="contact_reads"
    )
    purpose = models.CharField(max_length=40, help_text="key of a purpose in the code, never free text")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["contact", "at"])]

    def __str__(self) -> str:
        return f"contact read {self.pk}"
