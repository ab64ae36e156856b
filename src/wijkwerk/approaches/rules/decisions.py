"""Who decides, who may and who pays fit together."""

from collections.abc import Iterator

from wijkwerk.approaches.powers import Power
from wijkwerk.approaches.rules.clash import Clash, Rule
from wijkwerk.approaches.schema import Approach, AreaAldermen, Decider, ResponsibilityShift, Scope


def residents_and_responsibility(approach: Approach) -> Iterator[Clash]:
    """Residents can only decide a budget where responsibility moves to them."""
    if approach.budget.decided_by is Decider.RESIDENTS and approach.options.responsibility_shift in (
        None,
        ResponsibilityShift.NONE,
    ):
        yield (
            "budget.decided_by",
            "bewoners beslissen over een budget terwijl er geen verantwoordelijkheid verschuift",
            "residents decide a budget while no responsibility shifts",
            ("budget.decided_by", "options.responsibility_shift"),
        )


def budget_has_a_sum(approach: Approach) -> Iterator[Clash]:
    """An area budget has at most one formula, a currency, and no sum where there is none."""
    budget = approach.budget
    if budget.per_resident is not None and budget.per_area is not None:
        yield (
            "budget.per_area",
            "een budget is een bedrag per inwoner of een bedrag per gebied, niet allebei",
            "a budget is a sum per resident or a sum per area, not both",
            ("budget.per_resident", "budget.per_area"),
        )
    for name in ("per_resident", "per_area", "mean", "ceiling"):
        if getattr(budget, name) is not None and budget.currency is None:
            path = f"budget.{name}"
            yield (
                path,
                "bij een bedrag hoort een munt",
                "an amount needs a currency",
                (path, "budget.currency"),
            )
        if name != "ceiling" and getattr(budget, name) is not None and not budget.exists:
            path = f"budget.{name}"
            yield (
                path,
                "er is een bedrag maar geen gebiedsbudget waarover iemand beslist",
                "there is a sum but no area budget that anyone decides on",
                (path, "budget.decided_by"),
            )
    for name in ("ceiling_share", "free_part"):
        share = getattr(budget, name)
        if share is not None and share > 1:
            path = f"budget.{name}"
            yield (path, "een deel is hoogstens 1 (alles)", "a share is at most 1 (all)", (path,))


def only_who_may(approach: Approach) -> Iterator[Clash]:
    """A role is not given what it is excluded from, and ranks only where residents rank."""
    for key, role in approach.roles.items():
        for power in role.excluded_from:
            if role.may(power):
                yield (
                    f"roles.{key}.powers.{power}",
                    "deze rol krijgt een bevoegdheid waarvan zij is uitgesloten",
                    "this role gets a power it is excluded from",
                    (f"roles.{key}.excluded_from",),
                )
        if role.scope is Scope.PROCESS and role.may(Power.DECIDE_CONTENT):
            yield (
                f"roles.{key}.powers.decide_content",
                "wie over het proces gaat, beslist niet over de inhoud",
                "who goes about the process does not decide on content",
                (f"roles.{key}.scope",),
            )
    for step in approach.cycle.steps:
        for name in step.rank:
            held = approach.roles.get(name)
            if held and not held.may(Power.RANK):
                yield (
                    f"cycle.steps.{step.key}.rank",
                    f'"{name}" rangschikt in deze stap maar heeft die bevoegdheid niet',
                    f'"{name}" ranks in this step but lacks that power',
                    (f"cycle.steps.{step.key}.rank", f"roles.{name}.excluded_from"),
                )
            elif held and approach.longlist.ranked_by_residents_only and not held.is_resident:
                yield (
                    f"cycle.steps.{step.key}.rank",
                    f'alleen bewoners rangschikken, en "{name}" is geen bewoner',
                    f'only residents rank, and "{name}" is no resident',
                    (f"cycle.steps.{step.key}.rank", "longlist.ranked_by_residents_only"),
                )


def politics_agree(approach: Approach) -> Iterator[Clash]:
    """What is said about area aldermen fits together."""
    politics = approach.politics
    if politics.area_aldermen is AreaAldermen.PROCESS_ONLY and politics.scope is Scope.CONTENT:
        yield (
            "politics.scope",
            "wijkwethouders gaan alleen over het proces, maar hun bereik is de inhoud",
            "area aldermen go about the process only, but their scope is content",
            ("politics.area_aldermen", "politics.scope"),
        )
    if politics.area_aldermen is AreaAldermen.NONE and politics.scope is not None:
        yield (
            "politics.scope",
            "er zijn geen wijkwethouders, maar hun bereik is wel geregeld",
            "there are no area aldermen, yet their scope is set",
            ("politics.area_aldermen", "politics.scope"),
        )


RULES: tuple[Rule, ...] = (residents_and_responsibility, budget_has_a_sum, only_who_may, politics_agree)
