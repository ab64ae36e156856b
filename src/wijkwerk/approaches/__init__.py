"""Ways of working as data: an approach is a dated, sourced file; the program knows only mechanisms.

>>> from wijkwerk.approaches import load
>>> load("deventer_1997").budget.per_resident
Decimal('8')
"""

from wijkwerk.approaches.loading import add_directory, add_shelf, catalogue, check, house, load, load_file
from wijkwerk.approaches.powers import Power
from wijkwerk.approaches.schema import Approach, Involvement, Provenance, StepKind
from wijkwerk.approaches.values import Amount, ApproachErrors, Band, Problem, Text

__all__ = [
    "Amount",
    "Approach",
    "ApproachErrors",
    "Band",
    "Involvement",
    "Power",
    "Problem",
    "Provenance",
    "StepKind",
    "Text",
    "add_directory",
    "add_shelf",
    "catalogue",
    "check",
    "house",
    "load",
    "load_file",
]
