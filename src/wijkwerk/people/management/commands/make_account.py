"""`wijkwerk make_account EMAIL --name … --role … [--area …]`: the first account of a site, or one more."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from wijkwerk.areas.models import Area
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Refused
from wijkwerk.people import sign_in
from wijkwerk.people.actions import appoint, make_account
from wijkwerk.people.models import Person


class Command(BaseCommand):
    """Make a person with an account and, if asked, a role; print a link that works once."""

    help = "Make an account and print its one-time link (nothing is mailed)."

    def add_arguments(self, parser: CommandParser) -> None:
        """The address, the name, the role and where it holds."""
        parser.add_argument("email")
        parser.add_argument("--name", required=True, help="first name and, after a blank, the last name")
        parser.add_argument("--role", help="role key of the approach in force, such as administrator")
        parser.add_argument("--area", help="code of the area; left out: the whole municipality")
        parser.add_argument(
            "--by-link", action="store_true", help="signs in by mailed link, without a password"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make all of it, or nothing."""
        try:
            person = self._make(options)
        except Refused as refused:
            raise CommandError(str(refused.reason)) from None
        if person.account is None:
            raise CommandError("no account was made")
        link = sign_in.mailed_link if options["by_link"] else sign_in.set_up_link
        validity = f"{sign_in.LINK_MINUTES} minutes" if options["by_link"] else "three days"
        self.stdout.write(f"Account made. This link works once, for {validity}:")
        self.stdout.write(link(person.account))

    @transaction.atomic
    def _make(self, options: dict[str, Any]) -> Person:
        area = None
        if options["area"]:
            area = Area.objects.on(clock.today()).filter(code=options["area"]).first()
            if area is None:
                raise CommandError(f"There is no area with code {options['area']!r}.")
        first, _blank, last = options["name"].strip().partition(" ")
        person = make_account(email=options["email"], first_name=first, last_name=last)
        if options["role"]:
            appoint(person=person, role=options["role"], area=area, by=None)
        return person
