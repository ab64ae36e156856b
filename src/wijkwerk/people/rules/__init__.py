"""The rules of people, pure: values in, values out."""

from wijkwerk.people.rules.contacts import (
    Details,
    is_same_person,
    normal_address,
    normal_email,
    normal_name,
    normal_phone,
    normal_postcode,
)
from wijkwerk.people.rules.mandates import CONTENT_POWERS, Ground, Guided, Judgement, judge, judge_role
from wijkwerk.people.rules.terms import add_years, periods_overlap

__all__ = [
    "CONTENT_POWERS",
    "Details",
    "Ground",
    "Guided",
    "Judgement",
    "add_years",
    "is_same_person",
    "judge",
    "judge_role",
    "normal_address",
    "normal_email",
    "normal_name",
    "normal_phone",
    "normal_postcode",
    "periods_overlap",
]
