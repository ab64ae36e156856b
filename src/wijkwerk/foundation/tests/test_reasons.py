import pytest
from django.utils.translation import gettext_lazy

from wijkwerk.foundation.reasons import YES, Conflict, Invalid, Reason, Refused, Verdict, no


def test_a_yes_is_true_and_asks_nothing() -> None:
    assert YES
    YES.require()


def test_a_no_is_false_and_carries_its_reason() -> None:
    verdict = no(
        "Het budget is op.", rule="budget", value="€ 0", source="Nota §3", way_out="Vraag het college."
    )
    assert not verdict
    with pytest.raises(Refused) as refused:
        verdict.require()
    assert refused.value.reason == verdict.reason
    assert refused.value.reason.source == "Nota §3"
    assert str(refused.value) == "Het budget is op."


@pytest.mark.parametrize(("kind", "status"), [(Refused, 403), (Invalid, 422), (Conflict, 409)])
def test_each_refusal_has_its_status(kind: type[Refused], status: int) -> None:
    assert kind("nee").status == status
    assert kind("nee", status=410).status == 410
    assert kind("nee").status == status


def test_words_are_enough_for_a_refusal() -> None:
    assert Refused("nee").reason == Reason("nee")
    assert str(Refused(gettext_lazy("nee"))) == "nee"


def test_a_verdict_without_words_is_still_a_no() -> None:
    assert not Verdict(False)
