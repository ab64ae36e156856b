"""Which pages there are: found as people find them, by following links as every role."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from django.db.models import Count
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from tests.addresses import addresses
from tests.readers import ANYONE, Page, residents
from wijkwerk.answers.composing import secret_path
from wijkwerk.answers.models import Asker
from wijkwerk.approaches import Power
from wijkwerk.areas.queries import working_areas
from wijkwerk.participation.actions import ask_for_ballot, save_draft
from wijkwerk.participation.composing import form_code
from wijkwerk.participation.models import Ranking, Wish
from wijkwerk.people.actions import remember_contact
from wijkwerk.people.models import Person, RoleHeld
from wijkwerk.people.permissions import mandates_of
from wijkwerk.thread.models import Thing
from wijkwerk.thread.queries import causes_of

LINK = re.compile(r'<a [^>]*?href="(/[^"#]*)')
MOST_OF_A_KIND = 3
MOST_PAGES = 250
MOST_OF_A_ROLE = 5
SPOILS = {"account_logout", "set_language", "signals:report-again"}
FILES = (".jpg", ".png", ".json", ".geojson", ".txt", ".css", ".pdf")


@dataclass(frozen=True)
class Reader:
    """Someone who follows links, from these addresses on."""

    name: str
    client: Client
    begins_at: list[str]


def found_pages() -> list[Page]:
    """One page of every kind (of the thread: one per kind of thing), each with the first reader who met it."""
    found: dict[str, Page] = {}
    for reader in readers():
        for kind, path in walk(reader):
            cookies = {name: morsel.value for name, morsel in reader.client.cookies.items() if name != "taal"}
            found.setdefault(kind, Page(kind, path, reader.name, cookies))
    return list(found.values())


def never_met(pages: list[Page]) -> list[str]:
    """Addresses of our own pages that no link leads to."""
    met = {page.name.partition(" ")[0] for page in pages}
    return [address.pattern for address in addresses() if address.name not in met]


def walk(reader: Reader) -> Iterator[tuple[str, str]]:
    """Every kind of page this reader meets, and where."""
    ahead, seen, times = deque(reader.begins_at), set(reader.begins_at), Counter[str]()
    opened = 0
    while ahead and opened < MOST_PAGES:
        path = ahead.popleft()
        kind = _kind(path)
        if kind is None or times[kind] >= MOST_OF_A_KIND:
            continue
        times[kind] += 1
        opened += 1
        response = reader.client.get(path, follow=False)
        if response.status_code in (301, 302):
            ahead.appendleft(response["Location"])
        if response.status_code != 200 or not response.headers["Content-Type"].startswith("text/html"):
            continue
        yield kind, path
        for link in LINK.findall(response.content.decode()):
            address = unescape(link)
            if address not in seen:
                seen.add(address)
                ahead.append(address)


def _kind(path: str) -> str | None:
    """What sort of page an address is; None for what is no page, or would change something."""
    try:
        name = resolve(urlsplit(path).path).view_name
    except Resolver404:
        return None
    if name in SPOILS or urlsplit(path).path.endswith(FILES):
        return None
    if name == "thread":
        thing = Thing.objects.numbered(path.rpartition("/")[2]).first()
        return f"thread {thing.kind}" if thing else None
    return name


def readers() -> list[Reader]:
    """Residents first: what everyone may read is pictured as everyone sees it. Then each role."""
    strangers = residents()
    home = [reverse("portal:home"), *richest_threads(), *secret_pages()]
    begun = [Reader(ANYONE, strangers.pop(ANYONE), [*home, reverse("account_login")])]
    screens = [reverse(f"signals:report{screen}") for screen in ("", "-place", "-reply", "-check", "-done")]
    begun += [Reader(name, client, screens) for name, client in strangers.items()]
    return begun + [
        Reader(role, sign_in(person), [reverse("portal:my-day"), *home]) for role, person in staff()
    ]


def staff() -> Iterator[tuple[str, Person]]:
    """Someone of every role; where an area is asked, the one in which something is open."""
    busy = Ranking.objects.order_by("-pk").values_list("longlist__area", flat=True).first()
    roles = RoleHeld.objects.on().exclude(person__account=None).select_related("person__account")
    ordered = sorted(roles, key=lambda held: (held.area_id != busy, held.pk))
    chosen: dict[str, list[Person]] = defaultdict(list)
    for held in ordered:
        chosen[held.role].append(held.person)
    # Who may do most meets most pages as they were meant; in another area the year stands at another step.
    for role, people in sorted(chosen.items(), key=lambda pair: not _sorts_signals(pair[1][0])):
        yield from ((role, person) for person in people[: MOST_OF_A_ROLE if _sorts_signals(people[0]) else 1])


def _sorts_signals(person: Person) -> bool:
    return bool(mandates_of(person).may_somewhere(Power.TRIAGE_SIGNAL))


def sign_in(person: Person) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    assert person.account is not None
    client.force_login(person.account)
    return client


def richest_threads() -> list[str]:
    """Of every kind of thing the one from which most goes on."""
    things = Thing.objects.filter(public=True).annotate(reach=Count("effects") + Count("causes"))
    kinds = ("signal", "need", "wish", "measure", "plan", "effect")
    rich = [things.filter(kind=kind).order_by("-reach", "-pk").first() for kind in kinds]
    if effect := rich[-1]:
        # A signal that went all the way, in few words.
        rich[0] = min(
            things.filter(kind="signal", pk__in=causes_of([effect.pk])[effect.pk]),
            key=lambda thing: len(thing.sentence),
            default=rich[0],
        )
    areas = [reverse("portal:area", args=[area.code]) for area in working_areas()[-1:]]
    return areas + [thing.get_absolute_url() for thing in rich if thing]


def secret_pages() -> list[str]:
    """What only a mail leads to: the page of an asker, and a form for the ranking, half filled in."""
    found = []
    if (
        asker := Asker.objects.exclude(contact=None)
        .annotate(n=Count("thing__effects"))
        .order_by("-n")
        .first()
    ):
        found.append(secret_path(asker))
    for ranking in Ranking.objects.filter(status="open")[:1]:
        wishes = list(Wish.objects.filter(longlist=ranking.longlist).values_list("pk", flat=True)[:3])
        email = "kijker@example.org"
        contact = remember_contact(email=email)
        voter = ask_for_ballot(ranking_id=ranking.pk, contact=contact, email=email)
        save_draft(voter_id=voter.pk, order=wishes)
        address = {"voter_id": voter.pk, "code": form_code(voter)}
        found += [reverse(f"participation:{name}", kwargs=address) for name in ("form", "check")]
    return found
