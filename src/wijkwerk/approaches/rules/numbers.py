"""Levels, horizons, themes and numbers agree with each other."""

from collections.abc import Iterator
from typing import Any

from wijkwerk.approaches.rules.clash import Clash, Rule
from wijkwerk.approaches.schema import Approach, ThemesKind


def levels_agree(approach: Approach) -> Iterator[Clash]:
    """Plans are made at one level, wishes are weighed at one level."""
    if approach.levels and sum(level.plans for level in approach.levels) != 1:
        yield (
            "levels",
            "precies één niveau maakt plannen (plans = true)",
            "exactly one level makes plans (plans = true)",
            tuple(f"levels.{level.key}.plans" for level in approach.levels),
        )
    if sum(level.ranking for level in approach.levels) > 1:
        yield (
            "levels",
            "op hoogstens één niveau worden wensen gewogen (ranking = true)",
            "wishes are weighed at one level at most (ranking = true)",
            tuple(f"levels.{level.key}.ranking" for level in approach.levels if level.ranking),
        )
    for level in approach.levels:
        if level.mean_inhabitants is not None and level.fits(level.mean_inhabitants) is False:
            yield (
                f"levels.{level.key}.mean_inhabitants",
                "het gemiddelde ligt buiten de band",
                "the mean lies outside the band",
                (f"levels.{level.key}.mean_inhabitants", f"levels.{level.key}.inhabitants"),
            )


def plans_and_themes(approach: Approach) -> Iterator[Clash]:
    """Themes that a plan or role names are on a closed list; what is wished lies within the horizon kept."""
    themes = {theme.key for theme in approach.themes.list}
    if approach.themes.kind is ThemesKind.CLOSED:
        if not themes:
            yield (
                "themes.list",
                "een gesloten lijst van thema's is leeg",
                "a closed list of themes is empty",
                ("themes.kind",),
            )
        for plan in approach.plans:
            for theme in plan.themes:
                if theme not in themes:
                    path = f"plans.{plan.key}.themes"
                    yield (
                        path,
                        f'er is geen thema "{theme}"',
                        f'there is no theme "{theme}"',
                        (path, "themes.kind"),
                    )
    for plan in approach.plans:
        horizon = plan.horizon_years
        if (
            plan.months is not None
            and horizon is not None
            and plan.months not in _months(horizon.min, horizon.max)
        ):
            yield (
                f"plans.{plan.key}.months",
                "de looptijd valt buiten de horizon",
                "the term lies outside the horizon",
                (f"plans.{plan.key}.months", f"plans.{plan.key}.horizon_years"),
            )


def _months(low: Any, high: Any) -> range:
    return range(int((low or 0) * 12), int((high or 1000) * 12) + 1)


def numbers_agree(approach: Approach) -> Iterator[Clash]:
    """A minimum is not above its maximum, a percentage not above a hundred, an end not before its start."""
    for key, role in approach.roles.items():
        if role.minimum is not None and role.maximum is not None and role.minimum > role.maximum:
            yield (
                f"roles.{key}.minimum",
                "er zijn er meer nodig dan er mogen zijn",
                "more are needed than there may be",
                (f"roles.{key}.minimum", f"roles.{key}.maximum"),
            )
    for statement in approach.effect.statements:
        if statement.agree_percent is not None and statement.agree_percent > 100:
            path = f"effect.statements.{statement.key}.agree_percent"
            yield (path, "meer dan honderd procent", "more than a hundred per cent", (path,))
    valid = approach.valid
    if valid.from_ is not None and valid.to is not None and valid.from_ > valid.to:
        yield (
            "valid",
            "deze aanpak eindigt voordat hij begint",
            "this approach ends before it begins",
            ("valid.from", "valid.to"),
        )


def mean_fits_the_size(approach: Approach) -> Iterator[Clash]:
    """The mean sum per area, divided by the sum per resident, is an area of the size that is asked."""
    budget, size = approach.budget, approach.plan_level.inhabitants if _makes_plans(approach) else None
    if budget.mean is None or not budget.per_resident or size is None:
        return
    people = budget.mean / budget.per_resident
    if people not in size:
        yield (
            "budget.mean",
            f"dit gemiddelde hoort bij {people:.0f} inwoners, buiten de band van het gebied",
            f"this mean belongs to {people:.0f} residents, outside the band of the area",
            ("budget.mean", "budget.per_resident", f"levels.{approach.plan_level.key}.inhabitants"),
        )


def _makes_plans(approach: Approach) -> bool:
    return any(level.plans for level in approach.levels)


RULES: tuple[Rule, ...] = (levels_agree, plans_and_themes, numbers_agree)
WARNINGS: tuple[Rule, ...] = (mean_fits_the_size,)
