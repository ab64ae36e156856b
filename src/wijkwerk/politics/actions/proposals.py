"""A committee of an area forwards and decides nothing (UTR97-26); who may, brings an issue to the board's table."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkwerk.answers.actions import tell
from wijkwerk.approaches import Approach, Power
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.decisions.actions import decide
from wijkwerk.decisions.models import DecisionKind
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import stored
from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Verdict
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import mandates_of, may
from wijkwerk.people.wording import because, language, listing, role_label, who_may
from wijkwerk.politics.events import Verb
from wijkwerk.politics.models import ProcessAgreement, Proposal, Subject
from wijkwerk.politics.queries import aldermen_of
from wijkwerk.politics.rules import Forum, ProposalState, arrangement, stands_in_the_way
from wijkwerk.thread.actions import bear, came_of, journal
from wijkwerk.thread.models import Thing


def may_forward(person: Person | None, area: Area) -> Verdict:
    """Whether this person forwards what residents bring up, as a member of the committee of an area."""
    approach = approach_for(area)
    if not arrangement(approach).committees:
        return because(
            approach,
            "politics.council_link",
            _of(
                approach,
                gettext("In de aanpak “%(approach)s” heeft een gebied geen eigen commissie van de raad."),
            ),
        )
    return may(person, Power.FORWARD_PROPOSAL, within=area, on=clock.today())


def committee_decides(person: Person | None, area: Area) -> Verdict:
    """That the committee of an area decides nothing itself, and what it does instead: for a page to say beforehand."""
    verdict = may_forward(person, area)
    return verdict and because(
        approach_for(area),
        "politics.committees_may_decide",
        gettext(
            "Deze commissie heeft geen bevoegdheden. Zij stuurt een voorstel door naar een gewone commissie."
        ),
        gettext("Stuur het voorstel door."),
    )


@transaction.atomic
def forward_proposal(
    *, area: Area, sentence: str, text: str, to: str, about: Thing | None = None, by: Person
) -> Proposal:
    """The committee of an area sends an idea to an ordinary committee, which treats it; who asked, hears of both."""
    may_forward(by, area).require()
    return _bring(area, Forum.COMMITTEE, sentence, text, to, Subject.CONTENT, about, by)


def may_reach_board(person: Person | None, area: Area, subject: Subject) -> Verdict:
    """Whether this person puts something on the list of the board from here."""
    verdict = may(person, Power.PLACE_ON_BOARD_LIST, within=area, on=clock.today())
    if not verdict or person is None:
        return verdict
    approach = approach_for(area)
    roles = [approach.roles.get(held.role) for held in mandates_of(person).within(area)]
    bringing = [role for role in roles if role and role.may(Power.PLACE_ON_BOARD_LIST)]
    # Who leads an office brings things as such; only an area alderman is bound by what was agreed of that.
    adopts = bool(bringing) and all(role.adopts_areas for role in bringing)
    agreed = ProcessAgreement.objects.on(clock.today()).filter(area=area, alderman=person).exists()
    path = stands_in_the_way(
        arrangement(approach), adopts_area=adopts, is_content=subject == Subject.CONTENT, agreed=agreed
    )
    if not path:
        return YES
    if not adopts:
        sentence = gettext(
            "In de aanpak “%(approach)s” gaat niemand uit een gebied rechtstreeks naar het college."
        )
        return because(approach, path, _of(approach, sentence))
    if arrangement(approach).needs_agreement and not agreed:
        return because(
            approach,
            path,
            gettext("Met u is nog niet afgesproken waar u als wijkwethouder over gaat."),
            gettext("Leg eerst vast wat proces is en wat inhoud."),
        )
    return because(
        approach,
        path,
        gettext("Een wijkwethouder gaat over het proces; de inhoud ligt bij: %(who)s.")
        % {"who": listing(who_may(approach, Power.DECIDE_CONTENT))},
    )


@transaction.atomic
def place_on_board_list(
    *,
    area: Area,
    sentence: str,
    text: str,
    subject: Subject = Subject.CONTENT,
    about: Thing | None = None,
    by: Person,
) -> Proposal:
    """A tough issue goes to the table of the board; who asked, hears of it."""
    may_reach_board(by, area, subject).require()
    approach = approach_for(area)
    board = next((role.key for role in approach.roles_with(Power.TAKE_NOTE_PLAN)), "")
    return _bring(area, Forum.BOARD, sentence, text, role_label(approach, board), subject, about, by)


def may_treat(person: Person | None, area: Area) -> Verdict:
    """Who adopts plans writes down what became of a proposal; a member of an area's committee does not."""
    return may(person, Power.ADOPT_PLAN, within=area, on=clock.today())


@transaction.atomic
def treat(*, proposal_id: int, reason: str, public_text: str, body: str, by: Person) -> Proposal:
    """What the committee it was forwarded to, or the board, did with it."""
    proposal = _locked(proposal_id)
    may_treat(by, proposal.area).require()
    if proposal.state != ProposalState.FORWARDED:
        raise Conflict(Reason(_("Dit voorstel is al behandeld."), rule="voorstel.eenmaal"))
    proposal.decision = decide(
        thing=proposal.thing,
        kind=DecisionKind.DISCUSS,
        reason=reason,
        public_text=public_text,
        maker=by,
        body=body or proposal.to,
        mandate=Power.ADOPT_PLAN,
    )
    proposal.state = ProposalState.TREATED
    proposal.save(update_fields=["decision", "state"])
    journal(Verb.PROPOSAL_TREATED, proposal.thing, by=by)
    # What was decided stands in the story by itself.
    tell(
        about=proposal.thing,
        turn="proposal_treated",
        news=stored(_("het voorstel is behandeld")),
        text=f"{public_text.strip()} {reason.strip()}",
        by=by,
        closing=True,
        in_story=False,
    )
    return proposal


def may_agree_on_process(person: Person | None, area: Area) -> Verdict:
    """Whether this person writes down what an alderman of this area is for; only where one adopts areas."""
    approach = approach_for(area)
    if not arrangement(approach).aldermen:
        sentence = gettext("In de aanpak “%(approach)s” heeft een wijk geen eigen wethouder.")
        return because(approach, "politics.area_aldermen", _of(approach, sentence))
    return may(person, Power.MANAGE_PEOPLE, within=area, on=clock.today())


@transaction.atomic
def agree_on_process(*, area: Area, alderman: Person, text: str, by: Person | None) -> ProcessAgreement:
    """Write down with the alderman of an area what is process and what is content."""
    may_agree_on_process(by, area).require()
    if not text.strip():
        raise Invalid(Reason(_("Schrijf op wat u hebt afgesproken."), field="text"))
    # Of two at once the second replaces what the first wrote down.
    if not aldermen_of(area).select_for_update(of=("self",)).filter(pk=alderman.pk).exists():
        raise Invalid(Reason(_("Dit is niet de wethouder van deze wijk."), field="alderman"))
    ProcessAgreement.objects.on(clock.today()).filter(area=area, alderman=alderman).update(
        valid_to=clock.today()
    )
    made = ProcessAgreement.objects.create(
        area=area, alderman=alderman, text=text.strip(), agreed_by=by, valid_from=clock.today()
    )
    journal(Verb.AGREED_ON_PROCESS, by=by, detail_id=made.pk)
    return made


def _bring(
    area: Area,
    forum: Forum,
    sentence: str,
    text: str,
    to: str,
    subject: Subject,
    about: Thing | None,
    by: Person,
) -> Proposal:
    if not sentence.strip():
        raise Invalid(Reason(_("Schrijf in één zin wat het voorstel is."), field="sentence"))
    if not text.strip():
        raise Invalid(Reason(_("Schrijf op wat er speelt."), field="text"))
    if not to.strip():
        raise Invalid(Reason(_("Noem wie het voorstel behandelt."), field="to"))
    thing = bear("proposal", area=area, sentence=sentence, public=True)
    came_of(about, thing)
    proposal = Proposal.objects.create(
        thing=thing,
        area=area,
        forum=forum,
        to=to.strip()[:160],
        text=text.strip(),
        subject=subject,
        brought_by=by,
        brought_on=clock.today(),
    )
    journal(Verb.PROPOSAL_BROUGHT, thing, by=by)
    tell(
        about=thing,
        turn="proposal_brought",
        news=stored(_("er is een voorstel van gemaakt")),
        text=stored(_("“%(proposal)s” ligt nu bij: %(body)s."), proposal=thing.sentence, body=proposal.to),
        by=by,
        in_story=False,
    )
    return proposal


def _locked(proposal_id: int) -> Proposal:
    return (
        Proposal.objects.select_for_update(of=("self",))
        .select_related("thing__area", "area")
        .get(pk=proposal_id)
    )


def _of(approach: Approach, sentence: str) -> str:
    return sentence % {"approach": approach.title.within(language())}
