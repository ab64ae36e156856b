"""Whoever or whatever is pointed at by key exists, and a route is a line."""

from collections.abc import Iterator

from wijkwerk.approaches.rules.clash import Clash, Rule
from wijkwerk.approaches.schema import Approach


def names_exist(approach: Approach) -> Iterator[Clash]:
    """Whoever or whatever is pointed at by key exists."""
    roles = set(approach.roles)
    levels = {level.key for level in approach.levels}
    services = {service.key for service in approach.organisation.services}
    parties = {party.key for party in approach.partners.parties}
    pointed: list[tuple[str, tuple[str, ...], set[str], str, str]] = []

    def role(path: str, *keys: str | None) -> None:
        pointed.append((path, tuple(key for key in keys if key), roles, "rol", "role"))

    def level(path: str, *keys: str | None) -> None:
        pointed.append((path, tuple(key for key in keys if key), levels, "niveau", "level"))

    for step in approach.cycle.steps:
        for part in ("opened_by", "closed_by", "led_by", "contribute", "rank", "decide", "execute"):
            role(f"cycle.steps.{step.key}.{part}", *getattr(step, part))
    for key, held in approach.roles.items():
        level(f"roles.{key}.area_level", held.area_level)
        role(f"roles.{key}.recruited_by", held.recruited_by)
        role(f"roles.{key}.direct_line_to", held.direct_line_to)
        service = (held.service,) if held.service else ()
        pointed.append((f"roles.{key}.service", service, services, "dienst", "service"))
        employer = (held.employer,) if held.employer else ()
        pointed.append((f"roles.{key}.employer", employer, services | parties, "werkgever", "employer"))
        kind = (held.kind,) if held.kind else ()
        kinds = {one.key for one in approach.role_kinds}
        pointed.append((f"roles.{key}.kind", kind, kinds, "soort rol", "kind of role"))
    for key, team in approach.teams.items():
        level(f"teams.{key}.level", team.level)
        for part in ("members", "guides", "advisers", "parts"):
            role(f"teams.{key}.{part}", *getattr(team, part))
        role(f"teams.{key}.recruited_by", team.recruited_by)
    for plan in approach.plans:
        level(f"plans.{plan.key}.level", plan.level)
        routes = {one.key for one in approach.routes}
        pointed.append(
            (f"plans.{plan.key}.route", (plan.route,) if plan.route else (), routes, "route", "route")
        )
        plans = {one.key for one in approach.plans}
        pointed.append((f"plans.{plan.key}.made_from", plan.made_from, plans, "plan", "plan"))
        parent = (plan.parent,) if plan.parent else ()
        pointed.append((f"plans.{plan.key}.parent", parent, plans, "plan", "plan"))
    for route in approach.routes:
        for stop in route.stops:
            role(f"routes.{route.key}.stops.{stop.key}.role", stop.role)
    for meeting in approach.meetings:
        level(f"meetings.{meeting.key}.level", meeting.level)
        role(f"meetings.{meeting.key}.chair", meeting.chair)
    role("budget.formal_decider", approach.budget.formal_decider)
    role("budget.managed_by", *approach.budget.managed_by)
    role("politics.coordinated_by", approach.politics.coordinated_by)
    role("politics.responsible", approach.politics.responsible)
    if approach.partners.platform:
        role("partners.platform.chair", approach.partners.platform.chair)
    for path, keys, known, nl, en in pointed:
        for key in keys:
            if key not in known:
                yield (path, f'er is geen {nl} "{key}"', f'there is no {en} "{key}"', (path,))


def routes_end(approach: Approach) -> Iterator[Clash]:
    """A route is a line: every stop follows another one, and none comes back to itself."""
    for route in approach.routes:
        stops = {stop.key: stop for stop in route.stops}
        for stop in route.stops:
            path = f"routes.{route.key}.stops.{stop.key}.after"
            seen = {stop.key}
            before = stop.after
            while before is not None:
                if before not in stops:
                    yield (path, f'er is geen stop "{before}"', f'there is no stop "{before}"', (path,))
                    break
                if before in seen:
                    yield (path, "deze route loopt rond", "this route runs in a circle", (path,))
                    break
                seen.add(before)
                before = stops[before].after


RULES: tuple[Rule, ...] = (names_exist, routes_end)
