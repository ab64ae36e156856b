"""Every address of the site, and what to fill in where one asks for something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.contrib.auth.tokens import default_token_generator
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from tests.filled import TODAY, Filled
from tests.world import World, appointed
from wijkwerk.agreements.models import Agreement, AgreementNotice, Promise
from wijkwerk.answers.composing import PURPOSE
from wijkwerk.answers.models import Asker, Delivery
from wijkwerk.answers.rules import Channel
from wijkwerk.answers.views.asker import ERASE
from wijkwerk.budgets.models import BudgetProposal, Fund, PurchaseOrder
from wijkwerk.cycles.models import CycleStep
from wijkwerk.decisions.models import (
    AdoptionRoute,
    Consultation,
    ConsultationReaction,
    Deviation,
    SteppedAside,
)
from wijkwerk.foundation import secret_links
from wijkwerk.meetings.models import ActionTeam, TeamQuestion
from wijkwerk.participation.composing import form_code
from wijkwerk.participation.models import Longlist, PanelRound, PanelSession, Ranking, Voter, Wish
from wijkwerk.people import sign_in
from wijkwerk.people.models import Account, Reorganisation, RoleHeld
from wijkwerk.plans.models import Measure, Plan, ProgrammeItem, Work
from wijkwerk.politics.models import Matter, Proposal
from wijkwerk.requests.models import Assignment, ServiceRequest
from wijkwerk.thread.models import Attachment, Thing
from wijkwerk.ways.models import Draft, OpenIssue

Arguments = dict[str, object]
ABOUT_A_PLAN = ("plan", "edit", "foreword", "route", "adopt", "take-note", "put", "react", "react-on-behalf")
ABOUT_WORK = ("progress", "late", "finish")
# Of another way of working than this world's, or of another state of what they are about: nobody here may open them.
ELSEWHERE = {
    "budgets:accept",
    "budgets:office",
    "budgets:place-order",
    "budgets:residents",
    "budgets:send-back",
    "budgets:withdraw",
    "decisions:deviate",
    "decisions:step-aside",
    "meetings:form",
    "plans:react-on-behalf",
    "people:differ",
    "people:same-again",
    "plans:reserve",
    "plans:route",
    "politics:forward",
    "requests:assign",
    "requests:report",
}


@dataclass(frozen=True)
class Address:
    """One address of the site, and its pattern as a developer wrote it."""

    name: str
    pattern: str
    view: Callable[..., object]
    parameters: tuple[str, ...]

    @property
    def app(self) -> str:
        """The capability whose page this is."""
        return (
            str(self.view.__module__).split(".")[1]
            if self.view.__module__.startswith("wijkwerk")
            else "people"
        )

    @property
    def guard(self) -> str:
        """Who the view says may use it."""
        return str(getattr(self.view, "guard", ""))


def addresses() -> list[Address]:
    """Every address of the site, once."""
    found = {address.name: address for address in _walk(get_resolver().url_patterns)}
    return sorted(found.values(), key=lambda address: (address.app, address.pattern))


def _walk(patterns: list[URLPattern | URLResolver], before: str = "", names: str = "") -> Iterator[Address]:
    for each in patterns:
        pattern = before + str(each.pattern).removeprefix("^").removesuffix("$")
        if isinstance(each, URLResolver):
            inner = f"{names}{each.namespace}:" if each.namespace else names
            yield from _walk(each.url_patterns, pattern, inner)
        else:
            parameters = tuple(each.pattern.regex.groupindex)
            yield Address(f"{names}{each.name}", f"/{pattern}", each.callback, parameters)


class Unknown(LookupError):
    """An address asks for something this file does not know."""


class Guide:
    """Knows what to fill in where an address asks for something."""

    def __init__(self, filled: Filled) -> None:
        self._known = _by_parameter(filled) | _by_address(filled)

    def arguments(self, address: Address) -> list[tuple[str, Arguments]]:
        """What to fill in, as (words for it, arguments); more than one where it matters which."""
        if not address.parameters:
            return [("", {})]
        for key in (address.name, (address.app, *address.parameters), address.parameters):
            if key in self._known:
                return self._known[key]
        raise Unknown(
            f"{address.name} ({address.pattern}) asks for {', '.join(address.parameters)}:"
            " say in tests/addresses.py what stands for that."
        )


def _by_address(filled: Filled) -> dict[object, list[tuple[str, Arguments]]]:
    """Addresses whose parameters mean something of their own."""
    world = filled.world
    letter = Delivery.objects.filter(channel=Channel.LETTER).latest("pk")
    call = Delivery.objects.filter(channel=Channel.PHONE).latest("pk")
    mail = Delivery.objects.filter(channel=Channel.MAIL).latest("pk")
    account: Account = world.administrator.account  # type: ignore[assignment]
    by_link = appointed("resident_team_member", world.area, name="Zonder wachtwoord").account
    assert by_link is not None
    signal = Thing.objects.filter(kind="signal", public=True).earliest("pk")
    panel_asker = Asker.objects.get(thing=filled.new.thing)
    step = CycleStep.objects.filter(opened_on=None).earliest("ordinal")
    opened = CycleStep.objects.filter(closed_on=None).exclude(opened_on=None).latest("pk")
    plan, work = Plan.objects.get(), Work.objects.get()
    wish, measure = (Thing.objects.filter(kind=kind).earliest("pk") for kind in ("wish", "measure"))
    draft = Draft.objects.get()
    reaction = ConsultationReaction.objects.get()
    reaction_asker = Asker.objects.get(thing=reaction.thing)
    return {
        "thread": [
            ("of something public", {"number": signal.number}),
            ("of a report nobody has looked at", {"number": filled.new.thing.number}),
        ],
        "thread:photo": [("with a report nobody has looked at", {"key": Attachment.objects.get().key})],
        "answers:photo": [("", {**_secret(panel_asker), "key": Attachment.objects.get().key})],
        "answers:letter": [("", {"delivery_id": letter.pk})],
        "answers:handed-over": [("", {"delivery_id": letter.pk})],
        "answers:call": [("", {"delivery_id": call.pk})],
        "answers:sent-message": [("", {"delivery_id": mail.pk})],
        "answers:follow": [("", {"number": signal.number})],
        "account_mailed_link": [("", {"token": sign_in.mailed_link(by_link).rsplit("/", 1)[-1]})],
        "account_reset_password_from_key": [
            (
                "",
                {
                    "uidb36": urlsafe_base64_encode(force_bytes(account.pk)),
                    "key": default_token_generator.make_token(account),
                },
            )
        ],
        "demo:look-along": [("", {"held_id": _role(world, "adviser").pk})],
        "cycles:open": [("", {"pk": step.pk})],
        "cycles:close": [("", {"pk": opened.pk})],
        "meetings:close-question": [("", {"pk": TeamQuestion.objects.get().pk})],
        **{
            f"requests:{name}": [("", {"pk": Assignment.objects.get().pk})]
            for name in ("assignment", "sign", "look-back")
        },
        "people:hand-over": [("", {"pk": _role(world, "adviser").pk})],
        "people:end-role": [("", {"pk": _role(world, "adviser").pk})],
        "people:renew-term": [("", {"pk": _role(world, "resident_team_member").pk})],
        "signals:support": [("", {"number": signal.number})],
        "signals:triage": [("", {"number": filled.new.thing.number})],
        "signals:pass-on": [("", {"number": filled.new.thing.number})],
        "signals:contact": [("", {"number": filled.new.thing.number, "asker_id": panel_asker.pk})],
        "signals:answer": [("", {"number": filled.with_service.thing.number})],
        "signals:give-back": [("", {"number": filled.with_service.thing.number})],
        "participation:thanks": [
            ("", {"round_id": PanelRound.objects.latest("pk").pk, **_secret(panel_asker)})
        ],
        **{f"ways:{name}": [("", {"key": world.approach.key})] for name in ("consequences", "scale", "file")},
        "ways:move": [("", {"key": "utrecht_2018"})],
        **{
            f"ways:{name}": [("", {"pk": Reorganisation.objects.get().pk})] for name in ("change", "withdraw")
        },
        "ways:chapter": [("", {"chapter": "scale"})],
        "ways:settle": [("", {"pk": OpenIssue.objects.get().pk})],
        "ways:edit": [("", {"pk": draft.pk, "path": "budget"})],
        "ways:add": [("", {"pk": draft.pk, "path": "cycle.steps"})],
        "ways:take-away": [("", {"pk": draft.pk, "path": "roles.neighbourhood_police_officer"})],
        **{
            f"decisions:{name}": [("", {"pk": Deviation.objects.get().pk})]
            for name in ("weigh", "decide-deviation", "evaluate-deviation")
        },
        **{
            f"decisions:{name}": [("", {"pk": AdoptionRoute.objects.get(thing=plan.thing).pk})]
            for name in ("route", "stop")
        },
        **{
            f"decisions:{name}": [("", {"pk": Consultation.objects.get().pk})]
            for name in ("consultation", "react", "react-on-behalf", "close")
        },
        **{f"decisions:{name}": [("", {"number": measure.number})] for name in ("consult", "important")},
        "decisions:answer-reaction": [("", {"number": reaction.thing.number})],
        "answers:thanks": [("", _secret(reaction_asker))],
        "answers:receipt": [("", {"asker_id": reaction_asker.pk})],
        **{
            f"budgets:{name}": [("", {"pk": PurchaseOrder.objects.get().pk})]
            for name in ("deliver", "accept", "send-back", "withdraw")
        },
        **{
            f"budgets:{name}": [("", {"number": measure.number})]
            for name in ("consents", "residents", "office", "propose")
        },
        "budgets:decide-proposal": [("", {"pk": BudgetProposal.objects.get().pk})],
        "agreements:change": [("", {"pk": Agreement.objects.get().pk})],
        "agreements:read": [("", {"pk": AgreementNotice.objects.earliest("pk").pk})],
        "politics:treat": [("", {"pk": Proposal.objects.get().pk})],
        "politics:matter": [("", {"pk": Matter.objects.get().pk})],
        "plans:open": [("", {"pk": opened.cycle_id})],
        **{f"cycles:{name}": [("", {"pk": opened.cycle_id})] for name in ("assess", "end")},
        **{f"plans:{name}": [("", {"number": plan.thing.number})] for name in ABOUT_A_PLAN},
        **{f"plans:{name}": [("", {"number": work.thing.number})] for name in ABOUT_WORK},
        **{f"plans:{name}": [("", {"key": "buurtbeheer"})] for name in ("programme", "widen", "tag")},
        "plans:untag": [("", {"key": "buurtbeheer", "number": ProgrammeItem.objects.get().thing.number})],
        "plans:act": [("", {"number": plan.thing.number, "what": "overleg"})],
        "plans:begin": [("", {"code": world.area.code, "key": "safety_plan"})],
        "plans:area-act": [("", {"code": world.area.code, "what": "onderwerp"})],
        "monitoring:name-figure": [("", {"number": measure.number})],
        "plans:draft": [("", {"number": plan.thing.number, "wish": wish.number})],
    }


def _by_parameter(filled: Filled) -> dict[object, list[tuple[str, Arguments]]]:
    """What a parameter stands for wherever it is met."""
    voter = Voter.objects.latest("pk")
    asker = Asker.objects.exclude(contact=None).earliest("pk")
    contact = asker.contact
    assert contact is not None
    area = filled.world.area
    known: list[Arguments] = [
        {"code": area.code},
        {"code": area.code, "year": TODAY.year},
        {"number": Thing.objects.filter(kind="signal", public=True).earliest("pk").number},
        {"contact_id": contact.pk, "code": secret_links.code(ERASE, contact.pk, contact.link_counter)},
        {"voter_id": voter.pk, "code": form_code(voter)},
        {"round_id": PanelRound.objects.latest("pk").pk},
        {"session_id": PanelSession.objects.latest("pk").pk},
        {"need_id": Thing.objects.get(kind="need").pk},
        {"wish_id": Wish.objects.earliest("pk").pk},
        {"longlist_id": Longlist.objects.get().pk},
        {"ranking_id": Ranking.objects.get().pk},
        {"plan_id": Plan.objects.get().pk},
        {"measure_id": Measure.objects.get().pk},
        {"work_id": Work.objects.get().pk},
        {"fund_id": Fund.objects.filter(area=area).latest("pk").pk},
        {"person_id": filled.world.people["adviser"].pk},
        {"asker_id": Asker.objects.get(thing=filled.new.thing).pk},
        _secret(asker),
    ]
    found: dict[object, list[tuple[str, Arguments]]] = {tuple(one): [("", one)] for one in known}
    for app, kind in (("budgets", "money"), ("plans", "measure"), ("needs", "need"), ("monitoring", "work")):
        found[app, "number"] = [("", {"number": Thing.objects.filter(kind=kind).earliest("pk").number})]
    found["people", "code", "path"] = [("", {"code": area.code, "path": "longlist.limit"})]
    found["meetings", "pk"] = [("", {"pk": ActionTeam.objects.get().pk})]
    found["meetings", "code", "series"] = [
        ("", {"code": area.code, "series": filled.world.approach.meetings[0].key})
    ]
    found["requests", "pk"] = [("", {"pk": ServiceRequest.objects.get().pk})]
    found["ways", "pk"] = [("", {"pk": Draft.objects.get().pk})]
    found["decisions", "pk"] = [("", {"pk": SteppedAside.objects.get().pk})]
    found["agreements", "pk"] = [("", {"pk": Promise.objects.get().pk})]
    return found


def _secret(asker: Asker) -> Arguments:
    return {"asker_id": asker.pk, "code": secret_links.code(PURPOSE, asker.pk, asker.link_counter)}


def _role(world: World, key: str) -> RoleHeld:
    return RoleHeld.objects.get(person=world.people[key])
