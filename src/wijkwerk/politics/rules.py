"""The political arrangement of an approach as plain values: what exists, and who may bring what where. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wijkwerk.approaches.schema import Approach, AreaAldermen, CouncilLink


class Forum(StrEnum):
    """Where a proposal comes from."""

    COMMITTEE = "committee"
    BOARD = "board"


class ProposalState(StrEnum):
    """How far it is. A committee without powers never gets further than forwarding."""

    FORWARDED = "forwarded"
    TREATED = "treated"


@dataclass(frozen=True)
class Arrangement:
    """What of politics an area has; each is a value of its own, so that they combine."""

    aldermen: bool
    process_only: bool
    needs_agreement: bool
    tough_issues: bool
    direct_access: bool
    group_contacts: bool
    fixed_contact: bool
    committees: bool
    adopts_programme: bool
    main_lines: bool
    responsible: str

    @property
    def contacts(self) -> bool:
        """Whether councillors are tied to an area."""
        return self.group_contacts or self.fixed_contact

    @property
    def of_the_area(self) -> bool:
        """Whether anything of politics belongs to one area."""
        return self.aldermen or self.contacts or self.committees


def arrangement(approach: Approach) -> Arrangement:
    """The arrangement of an approach. What its source leaves open does not exist."""
    politics = approach.politics
    aldermen, council = politics.area_aldermen, politics.council_link
    return Arrangement(
        aldermen=aldermen not in (None, AreaAldermen.NONE),
        process_only=aldermen in (AreaAldermen.PROCESS_ONLY, AreaAldermen.OPTIONAL_WITH_AGREEMENT),
        needs_agreement=aldermen is AreaAldermen.OPTIONAL_WITH_AGREEMENT,
        tough_issues=aldermen is AreaAldermen.TOUGH_ISSUES,
        direct_access=politics.direct_board_access is True,
        group_contacts=council is CouncilLink.GROUP_CONTACTS,
        fixed_contact=council is CouncilLink.FIXED_CONTACT,
        committees=council is CouncilLink.ADVISORY_COMMITTEES,
        adopts_programme=council is CouncilLink.PROGRAMME_ADOPTION,
        main_lines=council is CouncilLink.MAIN_LINES or politics.accounts_on_main_lines is True,
        responsible=politics.responsible or "",
    )


def stands_in_the_way(found: Arrangement, *, adopts_area: bool, is_content: bool, agreed: bool) -> str:
    """The path of the value that keeps something off the list of the board; empty where it can go there.

    `adopts_area`: whether who brings it is the alderman of an area; `agreed`: whether what that is was written down.
    """
    if not adopts_area:
        return "" if found.direct_access or found.tough_issues else "politics.direct_board_access"
    if not found.aldermen or (found.needs_agreement and not agreed):
        return "politics.area_aldermen"
    return "politics.area_aldermen" if found.process_only and is_content else ""
