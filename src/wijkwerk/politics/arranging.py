"""What of politics an area has, as its page tells it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.reasons import Reason
from wijkwerk.people.models import Person
from wijkwerk.people.wording import language, role_label, sourced
from wijkwerk.politics import actions
from wijkwerk.politics.models import ProcessAgreement, Proposal, Subject
from wijkwerk.politics.queries import aldermen_of, proposals_of
from wijkwerk.politics.rules import Arrangement, ProposalState, arrangement


@dataclass(frozen=True)
class ProposalRow:
    """A proposal, how far it is, and whether the reader writes down what became of it."""

    proposal: Proposal
    badge_kind: str
    badge_label: str
    ways: list[NextStep]


@dataclass(frozen=True)
class AldermanRow:
    """Who adopted the area, what was agreed with them, and whether that still has to be."""

    alderman: Person
    agreement: ProcessAgreement | None
    lacks_agreement: bool


@dataclass(frozen=True)
class ArrangementPage:
    """Everything the page prints."""

    area: Area
    found: Arrangement
    sentences: list[str]
    answer: str
    why: list[tuple[str, Reason]]
    aldermen: list[AldermanRow]
    proposals: list[ProposalRow]
    committee: Reason | None
    ways: list[NextStep]


def arrangement_page(area: Area, reader: Person | None) -> ArrangementPage:
    """The page for one reader. What the approach has not is not shown."""
    approach = approach_for(area)
    found, politics = arrangement(approach), approach.politics
    decides = actions.committee_decides(reader, area) if found.committees else None
    treats = actions.may_treat(reader, area) if reader else None
    paths = [
        (_("Waarom zo met wethouders?"), "politics.area_aldermen"),
        (_("Waarom zo met de raad?"), "politics.council_link"),
    ]
    return ArrangementPage(
        area=area,
        found=found,
        sentences=_sentences(found, role_label(approach, found.responsible)),
        answer=politics.answer.within(language()) if politics.answer else "",
        why=[(asked, sourced(approach, "", path)) for asked, path in paths],
        aldermen=_aldermen(area, found) if found.aldermen else [],
        proposals=[_row(one, bool(treats)) for one in proposals_of(area)],
        committee=decides.reason if decides is not None and not decides else None,
        ways=_ways(area, found, reader) if reader else [],
    )


def _aldermen(area: Area, found: Arrangement) -> list[AldermanRow]:
    agreed = {each.alderman_id: each for each in ProcessAgreement.objects.on(clock.today()).filter(area=area)}
    return [
        AldermanRow(each, agreed.get(each.pk), found.needs_agreement and each.pk not in agreed)
        for each in aldermen_of(area)
    ]


def _sentences(found: Arrangement, responsible: str) -> list[str]:
    told = {
        _("Een wethouder heeft deze wijk onder de hoede, en gaat daar over het proces."): found.process_only,
        _("Een wethouder heeft deze wijk onder de hoede, en brengt taaie kwesties bij het college."): (
            found.tough_issues
        ),
        _("Dat kan alleen als is afgesproken wat proces is en wat inhoud."): found.needs_agreement,
        _("Wie hier het bureau leidt, kan rechtstreeks naar het college."): found.direct_access,
        _("Elke fractie van de raad heeft hier een vast contact."): found.group_contacts,
        _("Een raadslid is hier het vaste contact."): found.fixed_contact,
        _("Een commissie van de raad hoort hier wat speelt, en stuurt het door. Zij beslist niets."): (
            found.committees
        ),
        _("De raad bespreekt het programma en stelt het vast. Een aparte band met de wijk is er niet."): (
            found.adopts_programme
        ),
        _("De raad hoort achteraf op hoofdlijnen hoe het ging."): found.main_lines,
    }
    sentences = [sentence for sentence, holds in told.items() if holds]
    if responsible:
        sentences.append(_("Voor de raad is aanspreekbaar: %(who)s.") % {"who": responsible})
    return sentences or [_("Er is hier geen aparte band tussen de politiek en de wijk.")]


def _ways(area: Area, found: Arrangement, reader: Person) -> list[NextStep]:
    """Only what the arrangement has at all; who may not is told why."""
    ways = []
    if found.committees:
        ways.append(
            NextStep(
                _("Stuur een voorstel door"),
                reverse("politics:forward", args=[area.code]),
                actions.may_forward(reader, area),
            )
        )
    agrees = actions.may_agree_on_process(reader, area)
    if agrees:
        ways.append(
            NextStep(
                _("Schrijf op wat met de wijkwethouder is afgesproken"),
                reverse("politics:agree-on-process", args=[area.code]),
            )
        )
    if found.aldermen or found.direct_access:
        ways.append(
            NextStep(
                _("Zet iets op de lijst van het college"),
                reverse("politics:board-list", args=[area.code]),
                actions.may_reach_board(reader, area, Subject.PROCESS),
            )
        )
    return ways


def _row(proposal: Proposal, treats: bool) -> ProposalRow:
    if proposal.state == ProposalState.TREATED:
        return ProposalRow(proposal, "done", _("behandeld"), [])
    step = NextStep(_("Schrijf op wat ervan is gekomen"), reverse("politics:treat", args=[proposal.pk]))
    return ProposalRow(proposal, "now", _("doorgestuurd"), [step] if treats else [])
