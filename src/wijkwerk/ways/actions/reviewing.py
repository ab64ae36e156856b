"""Taking stock per term of the council: what was found, and what the next council has to take up (KEY0-02)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Invalid, Reason
from wijkwerk.people.models import Person
from wijkwerk.thread.actions import journal
from wijkwerk.ways.events import Verb
from wijkwerk.ways.models import IssueState, OpenIssue, TermReview
from wijkwerk.ways.permissions import must_set_approach

LONGEST_ISSUE = 300


@transaction.atomic
def review_term(*, term: str, asked: str, places: str, findings: str, issues: str, by: Person) -> TermReview:
    """Write down the review of a term. `issues`: what is still open, one a line; each is handed over."""
    must_set_approach(by)
    if TermReview.objects.filter(term=term.strip()).exists():
        raise Invalid(Reason(_("Over deze raadsperiode staat er al een terugblik."), field="term"))
    lines = [line.strip() for line in issues.splitlines() if line.strip()]
    if any(len(line) > LONGEST_ISSUE for line in lines):
        raise Invalid(Reason(_("Houd elke kwestie korter dan 300 tekens."), field="issues"))
    review = TermReview.objects.create(
        term=term.strip(),
        asked=asked.strip(),
        places=places.strip(),
        findings=findings.strip(),
        made_on=clock.today(),
        made_by=by,
    )
    OpenIssue.objects.bulk_create(
        OpenIssue(review=review, sentence=line, changed_on=clock.today()) for line in lines
    )
    journal(Verb.TERM_REVIEWED, by=by, detail_id=review.pk)
    return review


@transaction.atomic
def settle_issue(*, issue_id: int, state: str, reason: str, by: Person) -> OpenIssue:
    """Say what became of an issue. Whoever leaves it says why."""
    must_set_approach(by)
    issue = OpenIssue.objects.select_for_update().get(pk=issue_id)
    if state == IssueState.NOT_TAKEN_UP and not reason.strip():
        raise Invalid(Reason(_("Schrijf waarom dit niet wordt opgepakt."), field="reason"))
    issue.state = IssueState(state)
    issue.reason, issue.changed_on = reason.strip(), clock.today()
    issue.save(update_fields=["state", "reason", "changed_on"])
    journal(Verb.ISSUE_SETTLED, by=by, detail_id=issue.pk)
    return issue
