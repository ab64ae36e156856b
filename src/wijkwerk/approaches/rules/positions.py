"""What the official of an area may do: the position that a file states is the one for which its roles have the powers.

The powers themselves are judged role by role wherever somebody acts; this keeps the sentence that people read true.
"""

from collections.abc import Iterator, Mapping

from wijkwerk.approaches.powers import Power
from wijkwerk.approaches.rules.clash import Clash, Rule
from wijkwerk.approaches.schema import Approach, OfficialPosition, Role

PATH = "options.official_position"
# What somebody in the area can do in this position.
NEEDED: Mapping[OfficialPosition, tuple[Power, ...]] = {
    # Brings wishes to the organisation, and has a direct line to the alderman (DEV-16, DEV-30).
    OfficialPosition.TRANSLATES: (Power.REQUEST_SERVICE, Power.SPEAK_FOR_RESIDENTS, Power.ESCALATE),
    # Watches how the plans of services come along, and reminds (DOR-19).
    OfficialPosition.WATCHES_PROGRESS: (Power.REMIND,),
    # Buys from the central part of the organisation (TIL-22).
    OfficialPosition.BUYS_AND_LEADS: (Power.ORDER_FROM_SERVICE,),
    # A budget of its own, and direct access to the executive board (UTR97-11, UTR97-22).
    OfficialPosition.HEADS_OFFICE: (Power.RELEASE_BUDGET, Power.PLACE_ON_BOARD_LIST),
    # Lays a demand on the table (ROT-22).
    OfficialPosition.CANNOT_DEMAND: (Power.REQUEST_SERVICE,),
}
# What nobody of the area can do in this position.
BEYOND: Mapping[OfficialPosition, tuple[Power, ...]] = {
    # Buying services goes clearly beyond what these two may (TIL-22); plans stay with the services (DOR-07).
    OfficialPosition.TRANSLATES: (Power.ORDER_FROM_SERVICE, Power.RELEASE_BUDGET),
    OfficialPosition.WATCHES_PROGRESS: (Power.ORDER_FROM_SERVICE, Power.RELEASE_BUDGET, Power.EDIT_PLAN),
    # No decision and no spending (ROT-22).
    OfficialPosition.CANNOT_DEMAND: (
        Power.DEMAND_SERVICE,
        Power.ORDER_FROM_SERVICE,
        Power.DECIDE_CONTENT,
        Power.RESERVE_MONEY,
        Power.COMMIT_MONEY,
        Power.RELEASE_BUDGET,
    ),
}


def officials(approach: Approach) -> list[Role]:
    """The roles that belong to one area and are no resident's and no alderman's."""
    return [
        role
        for role in approach.roles.values()
        if not role.city_wide and not role.is_resident and not role.adopts_areas
    ]


def what_the_official_may(approach: Approach) -> Iterator[Clash]:
    """Somebody has what the position needs, and nobody has what lies beyond it."""
    position = approach.options.official_position
    if position is None:
        return
    here = officials(approach)
    for power in NEEDED.get(position, ()):
        if not any(role.may(power) for role in here):
            yield (
                PATH,
                f'in een gebied heeft niemand de bevoegdheid "{power}" die hierbij hoort',
                f'nobody in an area has the power "{power}" that belongs to this',
                (PATH,),
            )
    for role in here:
        for power in BEYOND.get(position, ()):
            if role.may(power):
                yield (
                    f"roles.{role.key}.powers.{power}",
                    "dit gaat verder dan wat de ambtenaar van een gebied mag",
                    "this goes beyond what the official of an area may do",
                    (PATH,),
                )


def broadly(approach: Approach) -> Iterator[Clash]:
    """Powers that are lowered broadly do not lie with one function, and it is watched that they do not (AMF-14)."""
    if approach.options.official_position is not OfficialPosition.POWERS_LOWERED_BROADLY:
        return
    able = [role for role in officials(approach) if role.may(Power.DECIDE_WISH)]
    if len(able) < 2:
        yield (
            PATH,
            "bevoegdheden liggen breed, maar hoogstens één rol van een gebied besluit iets",
            "powers are lowered broadly, but at most one role of an area decides anything",
            (PATH,),
        )
    if approach.options.concentration_limit_percent is None:
        yield (
            "options.concentration_limit_percent",
            "bevoegdheden liggen breed, maar nergens staat vanaf wanneer te veel aan één functie hangt",
            "powers are lowered broadly, but it is not said from when too much hangs on one function",
            (PATH, "options.concentration_limit_percent"),
        )


RULES: tuple[Rule, ...] = (what_the_official_may, broadly)
