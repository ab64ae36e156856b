"""From what someone types to an area: exact, partial, nearly right, and never an error."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from wijkwerk.areas import address, address_service
from wijkwerk.areas.actions import import_streets
from wijkwerk.areas.models import Address, Grouping, MapState
from wijkwerk.areas.rules.codes import BUURT
from wijkwerk.areas.rules.problems import Kind
from wijkwerk.areas.rules.search import Book, Fit, Place, PlaceKind, plain
from wijkwerk.areas.rules.streets import full_postcode, read_streets
from wijkwerk.areas.tests.factories import LONG_AGO, an_area, square, working, written

HEADER = "postcode;street;area;buurt;lon;lat\n"
STREETS = HEADER + (
    "7416 ZB;Rielerweg;voorstad;BU01500405;6.175;52.258\n"
    "7416 ZC;Rielerweg;voorstad;;6.176;52.259\n"
    "7411 AA;Brink;binnenstad;;6,1545;52,2520\n"
    "7411 AA;Grote Kerkhof;binnenstad;;6.155;52.251\n"
    "7411 GT;Één-Septemberstraat;binnenstad;;6.156;52.253\n"
    "7415 AB;Dorpsstraat;voorstad;;6.18;52.26\n"
    "7431 AB;Dorpsstraat;binnenstad;;6.15;52.25\n"
)


@pytest.fixture
def deventer(db, tmp_path):
    voorstad = working(an_area("voorstad", name="Voorstad", geometry=square(17, 25)))
    working(an_area("binnenstad", name="Binnenstad", geometry=square(15, 25)))
    west = an_area("BU01500405", name="Rielerweg-West", level=BUURT)
    Grouping.objects.create(area=voorstad, member=west, valid_from=LONG_AGO)
    import_streets(path=written(tmp_path, "straten.csv", STREETS))


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Voorstad", "voorstad"),
        ("  VOORSTAD ", "voorstad"),
        ("Rielerweg-West", "voorstad"),
        ("rielerweg west", "voorstad"),
        ("Rielerweg", "voorstad"),
        ("Rielerweg 12", "voorstad"),
        ("Rielerweg 12 bis", "voorstad"),
        ("Rielerweg 12-3, 7416 ZB Deventer", "voorstad"),
        ("7416ZB", "voorstad"),
        ("7416 zb", "voorstad"),
        ("7416zb 12", "voorstad"),
        ("7416", "voorstad"),
        ("7416 z", "voorstad"),
        ("Rieler", "voorstad"),
        ("kerkhof", "binnenstad"),
        ("Rielerwegg", "voorstad"),
        ("Reilerweg 4", "voorstad"),
        ("Een Septemberstraat", "binnenstad"),
        ("Dorpsstraat 7431AB", "binnenstad"),
    ],
)
def test_it_is_found_however_it_is_typed(deventer, text, area):
    found = address.find(text)
    assert found.area is not None
    assert found.area.code == area


def test_what_is_known_of_the_place_comes_along(deventer):
    found = address.find("7416ZB")
    assert (found.label, found.lon, found.lat) == ("Rielerweg (Voorstad)", 6.175, 52.258)
    assert found.buurt.code == "BU01500405"


def test_many_streets_in_one_area_are_that_area(deventer, tmp_path):
    found = address.find("7411")
    assert (found.area.code, found.label, found.lon) == ("binnenstad", "Binnenstad", None)
    rows = "".join(f"7419 {chr(65 + n)}A;Straat {n:02};binnenstad;;6.1;52.2\n" for n in range(20))
    import_streets(path=written(tmp_path, "veel.csv", HEADER + rows + "7419 ZZ;Zijweg;voorstad;;6.1;52.2\n"))
    found = address.find("7419")
    assert (found.area, len(found.candidates)) == (None, 12)


def test_a_street_in_two_areas_is_a_choice(deventer):
    found = address.find("dorpsstraat")
    assert found.area is None
    assert [(each.label, each.area.code) for each in found.candidates] == [
        ("Dorpsstraat (Voorstad)", "voorstad"),
        ("Dorpsstraat (Binnenstad)", "binnenstad"),
    ]


@pytest.mark.parametrize(
    "text", ["", "   ", "zzzzzz", "9999 XX", "😀", "'; DROP TABLE", "x" * 10_000, "١٢٣٤", "\u202e"]
)
def test_not_found_is_no_error(deventer, text):
    assert address.find(text) == address.Found()


@pytest.mark.parametrize("count", [1, 200])
def test_looking_up_costs_the_same_however_many_streets(db, tmp_path, django_assert_num_queries, count):
    working(an_area("noord", geometry=square(0, 0)))
    rows = "".join(
        f"7411 {chr(65 + n // 20)}{chr(65 + n % 20)};Straat {chr(97 + n % 20)}{n};noord;;6.0;52.0\n"
        for n in range(count)
    )
    import_streets(path=written(tmp_path, "straten.csv", HEADER + rows))
    assert address.find("Straat a0").area.code == "noord"
    for text in ("Straat a0", "straa", "niets daarvan"):
        with django_assert_num_queries(2 if text != "niets daarvan" else 1):  # state of the map, areas found
            address.find(text)


def test_a_street_read_in_later_is_found_at_once(deventer, tmp_path):
    assert address.find("Nieuwstraat").area is None
    import_streets(
        path=written(tmp_path, "meer.csv", HEADER + "7411 ZZ;Nieuwstraat;binnenstad;;6.15;52.25\n")
    )
    assert address.find("Nieuwstraat").area.code == "binnenstad"


def test_reading_the_same_streets_again_changes_nothing(deventer, tmp_path):
    state = MapState.current()
    outcome = import_streets(path=written(tmp_path, "straten.csv", STREETS))
    assert (outcome.made, outcome.changed, outcome.unchanged, MapState.current()) == (0, 0, 7, state)
    moved = STREETS.replace("52.258", "52.2581")
    outcome = import_streets(path=written(tmp_path, "straten.csv", moved))
    assert (outcome.made, outcome.changed, outcome.unchanged) == (0, 1, 6)


def test_a_list_with_mistakes_is_refused_whole(deventer, tmp_path):
    rows = "7411;Brink;;;6.1;52.2\n7411 AB;;;;6.1;52.2\n7411 AC;Noord;;x;6.1;52.2\n7411 AD;Oost;;;zes;52.2\n"
    rows += "7411 AE;West;;;52.2;6.1\n7411 AF;Zuid;;;6.1;52.2\n7411 AF;zuid;;;6.1;52.2\n"
    kinds = [(each.kind, each.number, each.key) for each in read_streets((HEADER + rows).encode()).problems]
    assert kinds == [
        (Kind.BAD_POSTCODE, 2, "postcode"),
        (Kind.MISSING_VALUE, 3, "street"),
        (Kind.BAD_CODE, 4, "buurt"),
        (Kind.BAD_NUMBER, 5, "lon"),
        (Kind.OUTSIDE, 6, "lon"),
        (Kind.DOUBLE_CODE, 8, "street"),
    ]
    path = written(tmp_path, "fout.csv", "postcode;straat;lon;lat\n7411 AB;Brink;6.1;52.2\n")
    with pytest.raises(CommandError) as refused:
        call_command("import_streets", str(path))
    assert str(refused.value).splitlines()[:2] == [
        "fout.csv: regel 1, straat: deze kolom kennen wij niet. Haal hem weg of verbeter de naam."
        " postcode, street, lon, lat, area, buurt",
        "fout.csv: street: deze kolom ontbreekt; in het bestand staan: postcode, straat, lon, lat",
    ]
    unknown = written(tmp_path, "ver.csv", HEADER + "7411 ZY;Laan;atlantis;;6.1;52.2\n")
    with pytest.raises(CommandError, match="regel 2, area: het gebied “atlantis” is hier niet bekend"):
        call_command("import_streets", str(unknown))
    assert Address.objects.count() == 7


def test_a_spreadsheets_own_letters_are_read(db, tmp_path):
    path = written(tmp_path, "excel.csv", (HEADER + "7411 AB;Caféstraat;;;6,1;52,2\n").encode("cp1252"))
    out = StringIO()
    call_command("import_streets", str(path), "--dry-run", stdout=out)
    assert out.getvalue().startswith("1 gemaakt")
    assert read_streets(path.read_bytes()).rows[0].street == "Caféstraat"


@given(st.binary(max_size=200))
def test_whatever_the_bytes_reading_streets_never_ends_in_an_error(data):
    assert read_streets(data).problems or not read_streets(data).rows


names = st.text("abcé -'", min_size=2, max_size=12).filter(plain)


@given(st.lists(names, min_size=1, max_size=10), st.data())
def test_every_name_is_found_by_itself_in_any_letters(given_names, data):
    book = Book([Place(kind=PlaceKind.STREET, name=name) for name in given_names])
    name = data.draw(st.sampled_from(given_names))
    for text in (name, name.upper(), f"  {name} ", f"{name} 12a"):
        fit, places = book.look_up(text)
        assert fit is Fit.EXACT
        assert plain(name) in {plain(place.name) for place in places}


@given(st.text(max_size=200))
def test_whatever_is_typed_looking_up_never_ends_in_an_error(text):
    book = Book([Place(kind=PlaceKind.STREET, name="Rielerweg", postcode="7416ZB")])
    assert book.look_up(text)[0] in (None, *Fit)


def test_a_postcode_is_read_with_and_without_blank():
    assert [full_postcode(text) for text in ("7416zb", "7416 ZB", "0416 ZB", "7416", "7416 Z1")] == [
        "7416ZB", "7416ZB", None, None, None,
    ]  # fmt: skip


class Service(BaseHTTPRequestHandler):
    """Stands in for the national address service."""

    body = b""
    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_arguments: object) -> None:
        """Silent."""


@pytest.fixture
def service(settings, monkeypatch) -> Iterator[type[Service]]:
    from dataclasses import replace

    server = HTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Service.asked.clear()
    monkeypatch.setattr(address_service, "_rest_until", 0.0)
    settings.ENVIRONMENT = replace(
        settings.ENVIRONMENT, address_service_url=f"http://127.0.0.1:{server.server_port}/free"
    )
    yield Service
    server.shutdown()
    server.server_close()


def docs(*places):
    return json.dumps(
        {
            "response": {
                "docs": [
                    {"weergavenaam": name, "centroide_ll": f"POINT({lon} {lat})"} for name, lon, lat in places
                ]
            }
        }
    ).encode()


def test_what_is_not_known_here_is_asked_of_the_national_service(deventer, service):
    service.body = docs(("Verweg 1, Elders", 5.0, 51.0), ("Onbekendeweg 1, Deventer", 6.175, 52.255))
    found = address.find("Onbekendeweg 1")
    assert (found.area.code, found.label) == ("voorstad", "Onbekendeweg 1, Deventer")
    assert len(service.asked) == 1


def test_what_is_known_here_costs_no_network(deventer, service):
    assert address.find("Rielerweg 12").area.code == "voorstad"
    assert service.asked == []


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b'{"response": {"docs": [3]}}', b'{"response": null}']
)
def test_a_service_that_fails_leaves_the_local_streets_and_a_log_without_the_address(
    deventer, service, caplog, body
):
    service.body = body
    with caplog.at_level(logging.WARNING):
        assert address.find("Rielerwegg").area.code == "voorstad"
        assert address.find("Rielerwegg").area.code == "voorstad"
    assert len(service.asked) == 1  # left alone for a while
    assert "address service did not answer" in caplog.text
    assert "Rieler" not in caplog.text


def test_without_a_service_nothing_is_asked(deventer, settings):
    assert settings.ENVIRONMENT.address_service_url == ""
    assert address_service.ask("Rielerweg") == []
