"""A year on its way, for tests: ranked wishes, a plan, measures in it, work."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.test import Client

from tests.world import World, make_world
from wijkwerk.approaches import StepKind
from wijkwerk.budgets import actions as budgets
from wijkwerk.budgets.models import Fund, FundKind, Reservation
from wijkwerk.cycles.models import Cycle
from wijkwerk.foundation import clock
from wijkwerk.foundation.money import Money
from wijkwerk.participation.models import Longlist, Wish
from wijkwerk.participation.rules import WishStatus
from wijkwerk.people.models import Person
from wijkwerk.plans import actions
from wijkwerk.plans.models import ExecutorKind, Funding, Measure, Plan, Work
from wijkwerk.thread.actions import bear, link
from wijkwerk.thread.models import Role

TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


def on(day: date) -> object:
    """It is noon of that day."""
    return clock.at(datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Amsterdam")))


def signed_in(person: Person) -> Client:
    """A browser in which this person signed in."""
    client = Client()
    client.force_login(person.account)
    return client


def text(response: object) -> str:
    """What stands on a page, with plain blanks."""
    return " ".join(response.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


@dataclass
class Year:
    """A world in which residents have ranked."""

    world: World
    cycle: Cycle
    longlist: Longlist
    plan: Plan
    wishes: list[Wish] = field(default_factory=list)

    def wish(
        self, sentence: str = "Een breder pad naar de speelplek", status: str = WishStatus.RANKED
    ) -> Wish:
        """One more wish that residents put in order."""
        need = bear("need", area=self.world.area, sentence="Ieder kind kan buiten spelen", public=True)
        thing = bear("wish", area=self.world.area, sentence=sentence, public=True)
        link(need, thing, Role.WISHED)
        place = len(self.wishes) + 1 if status == WishStatus.RANKED else None
        wish = Wish.objects.create(
            thing=thing,
            need=need,
            longlist=self.longlist,
            text=sentence,
            status=status,
            place=place,
            wished_on=TODAY,
            cost_minor=940_000,
            own_contribution="Wij planten de haag.",
        )
        self.wishes.append(wish)
        return wish

    def given(self, **changes: object) -> actions.Drafted:
        """A measure as an officer words it."""
        organisations = self.world.organisations
        return actions.Drafted(
            **{
                "sentence": "Breder pad naar de speelplek",
                "motive": "Kinderen in een rolstoel kunnen niet meespelen.",
                "funding": Funding.AREA_BUDGET,
                "cost": Money.of(9400, "EUR"),
                "executors": (
                    actions.Executing(ExecutorKind.SERVICE, organisations["groen"], "pad leggen"),
                    actions.Executing(
                        ExecutorKind.RESIDENT_GROUP, organisations["taakgroep"], "haag planten"
                    ),
                ),
                "residents_do": "Bewoners planten zelf de haag.",
                "working_goal": "self_responsibility",
                "expected_on": TODAY + timedelta(90),
                **changes,
            }
        )

    def measure(self, **changes: object) -> Measure:
        """One more measure in the draft."""
        return actions.draft_measure(
            wish_id=self.wish().pk, plan=self.plan, given=self.given(**changes), by=self.world.area_officer
        )

    def adopt(self) -> Plan:
        """The board adopts the plan."""
        return actions.adopt_plan(
            plan_id=self.plan.pk, body="college", reason="Bewoners kozen dit.", by=self.world.executive_board
        )

    def fund(self, units: int = 50_000) -> Fund:
        """The area budget."""
        fund = budgets.open_fund(
            name="wijkbudget Voorstad",
            kind=FundKind.AREA_BUDGET,
            area=self.world.area,
            currency="EUR",
            purpose="kleinere maatregelen",
            formal_decider="college",
            legal_ground="art. 160",
            chosen_by="Bewoners",
        )
        budgets.grant_from_council(fund=fund, year=2026, amount=Money.of(units, "EUR"), ground="begroting")
        return fund

    def paid(self, measure: Measure, fund: Fund) -> Reservation:
        """Money reserved and committed for a measure."""
        keeper = self.world.budget_keeper
        one = actions.paid_from(measure=measure, fund=fund, year=2026, by=keeper)
        return budgets.commit_money(reservation_id=one.pk, ordered_from=None, by=keeper)

    def work(self, due: date = TODAY + timedelta(60), **changes: object) -> Work:
        """A measure under way, paid by the service."""
        measure = self.measure(
            funding=Funding.REGULAR, funding_service=self.world.organisations["groen"], **changes
        )
        Measure.objects.filter(pk=measure.pk).update(status="adopted")
        return actions.start_work(measure_id=measure.pk, due_on=due, by=self.world.service_contact_officer)


def a_year() -> Year:
    """Residents have ranked; the plan is a draft without measures."""
    world = make_world()
    cycle = Cycle.objects.create(
        area=world.area,
        approach_key=world.approach.key,
        name="2026",
        starts_on=date(2026, 1, 5),
        ends_on=date(2026, 12, 31),
    )
    step = cycle.steps.create(
        key="prioritisation",
        kind=StepKind.PRIORITISATION,
        ordinal=1,
        label_nl="prioriteren",
        label_en="setting priorities",
        planned_from=TODAY,
        planned_to=TODAY,
    )
    longlist = Longlist.objects.create(step=step, area=world.area, limit=10)
    return Year(world, cycle, longlist, actions.open_plan(cycle=cycle, by=world.area_officer))
