"""A source as people read it."""

from wijkwerk.approaches.citing import cited

FILE = "003_bd3cdaf8b9febc00.txt"


def test_a_known_document_is_named_by_its_title() -> None:
    assert cited(f"{FILE} §2.2 (5)") == "Wijkbeheer in vier gemeenten, rapport van 6 mei 1997, §2.2 (5)"
    assert cited(f"{FILE} §2.2 (5)", "en").startswith("Neighbourhood management in four municipalities")


def test_several_places_stay_apart() -> None:
    assert cited(f"{FILE} §2.1; {FILE} §5.6").count("; ") == 1


def test_what_is_no_known_document_stays_as_it_is() -> None:
    assert cited("Nota wijkaanpak, § 2.2") == "Nota wijkaanpak, § 2.2"
    assert cited("") == ""
