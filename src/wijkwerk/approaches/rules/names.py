"""Whoever or whatever is pointed at by key exists, and a route is a line."""

from collections.abc import Iterator
from dataclasses import fields

from wijkwerk.approaches.places import all_places
from wijkwerk.approaches.references import CALLED, pointed_at, targets
from wijkwerk.approaches.rules.clash import Clash, Rule
from wijkwerk.approaches.schema import Approach
from wijkwerk.approaches.trail import reach


def names_exist(approach: Approach) -> Iterator[Clash]:
    """A step is not led by a role that does not exist, nor a role held at a level that is not there."""
    for part in (field.name.rstrip("_") for field in fields(approach) if field.name != "trail"):
        for path in all_places(approach, part):
            for key, thing in pointed_at(approach, path, reach(approach, path)):
                if thing is None:
                    called = [CALLED[target] for target in targets(path)]
                    yield (
                        path,
                        f'er is geen {" of ".join(one.nl for one in called)} "{key}"',
                        f'there is no {" or ".join(one.en for one in called)} "{key}"',
                        (path,),
                    )


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
