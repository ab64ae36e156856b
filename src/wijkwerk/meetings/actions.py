"""Writes of meetings: a team is formed around questions, answers them and ends; an area does without a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from wijkwerk.approaches import Approach, Power
from wijkwerk.approaches.schema import Team
from wijkwerk.areas.models import Area
from wijkwerk.areas.queries import approach_for
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid, Reason, Refused, Verdict
from wijkwerk.meetings.events import Verb
from wijkwerk.meetings.models import ActionTeam, SeriesLeftOut, TeamMember, TeamQuestion
from wijkwerk.meetings.rules import (
    is_formed_around_questions,
    may_be_left_out,
    proposed_for_ending,
    sets_own_rhythm,
)
from wijkwerk.people.models import Person
from wijkwerk.people.permissions import may
from wijkwerk.people.wording import because, language, listing, sourced
from wijkwerk.thread.actions import journal
from wijkwerk.thread.models import Thing


def may_form(person: Person | None, area: Area) -> Verdict:
    """Who goes about the questions of an area may form a team around them."""
    return may(person, Power.UNDERSTAND_NEED, within=area, on=clock.today())


def kinds_of_team(approach: Approach) -> list[Team]:
    """The sorts of team that this approach forms around questions."""
    return [team for team in approach.teams.values() if is_formed_around_questions(team)]


def may_form_here(person: Person | None, area: Area) -> Verdict:
    """Whether the approach of this area knows such teams at all, and this person may form one."""
    approach = approach_for(area, clock.today())
    if not kinds_of_team(approach):
        return _no_such_teams(approach)
    return may_form(person, area)


@transaction.atomic
def form_team(
    *,
    area: Area,
    team: str,
    name: str,
    questions: Sequence[str],
    members: Sequence[Person],
    rhythm: str = "",
    by: Person,
) -> ActionTeam:
    """Form a team around questions (ROT-17).

    Refused where the approach knows no team of that sort, or where the approach itself sets how often it meets.
    """
    may_form(by, area).require()
    approach = approach_for(area, clock.today())
    kind = _kind(approach, team)
    if rhythm.strip() and not sets_own_rhythm(kind):
        said = _("Hoe vaak een %(team)s bij elkaar komt, staat in de aanpak.") % {
            "team": kind.label.within(language())
        }
        raise Refused(sourced(approach, said, f"teams.{kind.key}.own_rhythm"))
    if not name.strip():
        raise Invalid(Reason(_("Geef het team een naam."), field="name"))
    asked = [question.strip() for question in questions if question.strip()]
    if not asked:
        raise Invalid(Reason(_("Een team begint met een vraag uit het gebied."), field="questions"))
    if not members:
        raise Invalid(Reason(_("Kies wie er in het team zitten."), field="members"))
    made = ActionTeam.objects.create(
        area=area, team=kind.key, name=name.strip(), rhythm=rhythm.strip(), formed_on=clock.today()
    )
    for sentence in asked:
        _add(made, sentence, None)
    TeamMember.objects.bulk_create(
        TeamMember(team=made, person=person, valid_from=clock.today()) for person in members
    )
    journal(Verb.TEAM_FORMED, by=by, detail_id=made.pk)
    return made


@transaction.atomic
def add_question(*, team_id: int, sentence: str, by: Person, about: Thing | None = None) -> TeamQuestion:
    """One more question for a team."""
    team = _locked(team_id)
    may_form(by, team.area).require()
    if not sentence.strip():
        raise Invalid(Reason(_("Schrijf de vraag in één zin."), field="sentence"))
    return _add(team, sentence.strip(), about)


@transaction.atomic
def close_question(*, question_id: int, ending: str, by: Person) -> TeamQuestion:
    """Take a question off the team's list, with what came of it."""
    question = (
        TeamQuestion.objects.select_for_update(of=("self",)).select_related("team__area").get(pk=question_id)
    )
    may_form(by, question.team.area).require()
    if question.closed_on is not None:
        raise Conflict(Reason(_("Deze vraag is al van de lijst.")))
    if not ending.strip():
        raise Invalid(Reason(_("Schrijf wat eruit kwam."), field="ending"))
    question.ending, question.closed_on = ending.strip(), clock.today()
    question.save(update_fields=["ending", "closed_on"])
    journal(Verb.QUESTION_CLOSED, question.about, by=by, detail_id=question.pk)
    return question


@transaction.atomic
def end_team(*, team_id: int, by: Person) -> ActionTeam:
    """A team ends when no question is open."""
    team = _locked(team_id)
    may_form(by, team.area).require()
    still = list(team.questions.filter(closed_on__isnull=True))
    if not proposed_for_ending(len(still)):
        raise Conflict(
            Reason(
                _("Er staat nog een vraag open: %(question)s") % {"question": still[0].sentence},
                rule="team.vragen",
                way_out=_("Rond de vraag af, of geef haar aan een ander team."),
            )
        )
    day = clock.today()
    team.ended_on = day
    team.save(update_fields=["ended_on"])
    team.members.filter(valid_to__isnull=True, valid_from__lt=day).update(valid_to=day)
    journal(Verb.TEAM_ENDED, by=by, detail_id=team.pk)
    return team


@transaction.atomic
def leave_out(*, area: Area, series: str, reason: str, by: Person) -> SeriesLeftOut:
    """The area does without a meeting that the approach holds to be optional (ROT-18)."""
    may_form(by, area).require()
    approach = approach_for(area, clock.today())
    found = next((each for each in approach.meetings if each.key == series), None)
    if found is None:
        raise Invalid(
            Reason(_("De aanpak kent dit overleg niet."), rule=f"{approach.key}: meetings", field="series")
        )
    if not may_be_left_out(found):
        said = _("%(series)s hoort bij de aanpak; een gebied laat dat niet weg.") % {
            "series": found.label.within(language()).capitalize()
        }
        raise Refused(sourced(approach, said, f"meetings.{found.key}.optional"))
    if not reason.strip():
        raise Invalid(Reason(_("Schrijf hoe u hier dan afstemt."), field="reason"))
    out, _new = SeriesLeftOut.objects.get_or_create(
        area=area,
        series=found.key,
        valid_to=None,
        defaults={"reason": reason.strip()[:300], "valid_from": clock.today()},
    )
    journal(Verb.SERIES_LEFT_OUT, by=by, detail_id=out.pk)
    return out


def _kind(approach: Approach, key: str) -> Team:
    kinds = kinds_of_team(approach)
    if not kinds:
        _no_such_teams(approach).require()
    found = next((team for team in kinds if team.key == key), None)
    if found is None:
        raise Invalid(
            Reason(
                _("Rond vragen vormt u een %(known)s.")
                % {"known": listing(team.label.within(language()) for team in kinds)},
                rule=f"{approach.key}: teams",
                field="team",
            )
        )
    return found


def _no_such_teams(approach: Approach) -> Verdict:
    said = _("Deze aanpak kent geen teams die rond vragen ontstaan.")
    return because(approach, "teams", said, _("Leg de vraag bij een team dat er al is."))


def _add(team: ActionTeam, sentence: str, about: Thing | None) -> TeamQuestion:
    if team.ended_on is not None:
        raise Conflict(Reason(_("Dit team is gestopt.")))
    return TeamQuestion.objects.create(
        team=team, sentence=sentence[:200], about=about, opened_on=clock.today()
    )


def _locked(team_id: int) -> ActionTeam:
    return ActionTeam.objects.select_for_update(of=("self",)).select_related("area").get(pk=team_id)
