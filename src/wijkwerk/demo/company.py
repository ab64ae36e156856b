"""The people of the demo: organisations, officials, teams, and the residents who ask. All invented."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from wijkwerk.demo.cast import Cast
from wijkwerk.demo.texts import Row, table
from wijkwerk.people.actions import appoint, make_account, remember_contact, set_second_step
from wijkwerk.people.models import Account, Organisation, OrganisationKind, Person

# One password for all: everybody here is invented, and one hash is made once instead of sixty times.
PASSWORD = "een-wijk-vol-mensen"  # noqa: S105
MAILED_LINK = "resident_team_member"


def gather(cast: Cast) -> None:
    """Organisations, people in their roles, and residents."""
    for row in table("organisations"):
        cast.organisations[row["key"]] = Organisation.objects.create(
            key=row["key"],
            name=row["name"],
            kind=OrganisationKind(row["kind"]),
            parent=cast.organisations.get(row.get("parent", "")),
        )
        if row.get("signal_service"):
            cast.services[row["signal_service"]] = cast.organisations[row["key"]]
    password = ""
    for row in table("people"):
        person = make_account(
            email=row["email"],
            first_name=row["first_name"],
            last_name=row["last_name"],
            phone=row.get("phone", ""),
        )
        Person.objects.filter(pk=person.pk).update(hours_text=row.get("when_where", ""))
        cast.people[row["key"]] = person
        account = person.account
        if account is not None and not _by_mailed_link(row):
            if not password:
                account.set_password(PASSWORD)
                password = account.password
            Account.objects.filter(pk=account.pk).update(password=password)
            set_second_step(account, secret=_secret(cast))
        _appoint(cast, person, row)
    for place, row in enumerate(table("residents")):
        cast.contacts[row["key"]] = remember_contact(
            name=f"{row['first_name']} {row['last_name']}",
            email=row.get("email", "") if row["channel"] == "mail" else "",
            # A number that is given to nobody.
            phone=f"0570 000 {place:03d}" if row["channel"] == "phone" else "",
            address=_address(row) if row["channel"] == "letter" else "",
            by_desk=row["channel"] != "mail",
        )


def _by_mailed_link(row: Row) -> bool:
    return bool(row["role"] == MAILED_LINK)


def _appoint(cast: Cast, person: Person, row: Row) -> None:
    since = cast.calendar.first_day - timedelta(days=60)
    organisation = cast.organisations.get(row.get("organisation", ""))
    titles = [row, *row.get("also", [])]
    titles += [{"role": role} for role in EXTRA.get(row["role"], ())]
    for title in titles:
        for_whom = cast.organisations.get(title.get("organisation", "")) or organisation
        areas = row["areas"] if title is row else []
        for key in areas or [""]:
            appoint(
                person=person,
                role=title["role"],
                area=cast.areas[key] if key else None,
                by=None,
                valid_from=since,
                organisation=for_whom,
                employer=organisation,
                hours=Decimal(row["hours"]) if title is row and row.get("hours") else None,
                entry=row.get("entry", "") if title is row else "",
                entered_by=cast.by_role.get(("community_worker", key)) if row.get("entry") else None,
            )
            cast.by_role.setdefault((title["role"], key), person)
            if for_whom is not None:
                cast.by_organisation.setdefault((for_whom.key, key), person)


# The board acts through its chair; the one who keeps the budget also does the books of this small city.
EXTRA = {"mayor": ("executive_board",), "budget_keeper": ("financial_administrator",)}


def _address(row: Row) -> str:
    return f"{row['street']} {row['number']}\n{row['postcode']} Deventer"


def _secret(cast: Cast) -> str:
    return base64.b32encode(cast.chance.randbytes(20)).decode()


def write_accounts(folder: Path) -> None:
    """`accounts.json`: who can sign in, with what, and where they may look."""
    from allauth.mfa.adapter import get_adapter
    from allauth.mfa.models import Authenticator

    secrets = {
        row.user_id: get_adapter().decrypt(row.data["secret"])
        for row in Authenticator.objects.filter(type=Authenticator.Type.TOTP)
    }
    accounts = []
    for person in Person.objects.filter(account__isnull=False).select_related("account").order_by("pk"):
        roles = list(person.roles.select_related("area").order_by("pk"))
        account = person.account
        if account is None or not roles:
            continue
        with_password = account.has_usable_password()
        accounts.append(
            {
                "role": roles[0].role,
                "name": str(person),
                "email": account.email,
                "password": PASSWORD if with_password else None,
                "totp_secret": secrets.get(account.pk) if with_password else None,
                "areas": sorted({held.area.code for held in roles if held.area}),
            }
        )
    (folder / "accounts.json").write_text(
        json.dumps({"accounts": accounts}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
