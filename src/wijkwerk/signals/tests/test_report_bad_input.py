"""Whatever is typed, chosen or repeated: a sentence at the field, the rest kept, nothing half-written."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World
from wijkwerk.signals.models import Draft, Signal
from wijkwerk.signals.tests.places import at, drawn_world, picture, seen, sent, upload, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return drawn_world()


@pytest.fixture(autouse=True)
def _media(settings: object, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path


class TestBadInput:
    def test_nothing_said(self, client: Client, world: World) -> None:
        page = seen(client, "   ")
        assert page.status_code == 422
        assert "Vertel wat u ziet, of voeg een foto toe." in words(page)

    def test_a_photo_alone_is_enough(self, client: Client, world: World) -> None:
        assert seen(client, "", photo=upload()).status_code == 302

    @pytest.mark.parametrize(
        ("language", "sentence"), [("nl", "100000 tekens lang"), ("en", "100000 characters long")]
    )
    def test_a_hundred_thousand_characters(
        self, client: Client, world: World, language: str, sentence: str
    ) -> None:
        page = client.post(
            reverse("signals:report"), {"text": "a" * 100_000}, headers={"accept-language": language}
        )
        assert page.status_code == 422
        assert sentence in words(page)
        client.get(reverse("signals:report-place"))
        at(client)
        client.post(reverse("signals:report-check"))
        assert not Signal.objects.exists()

    def test_a_photo_of_fifty_megabytes(self, client: Client, world: World) -> None:
        page = seen(client, "Kijk eens", photo=upload(picture() + b"\0" * 50_000_000))
        assert page.status_code == 422
        text = words(page)
        assert "De foto is 51 MB" in text
        assert "Kijk eens" in text
        assert not Draft.objects.get().photo

    @pytest.mark.parametrize("content", [b"", b"geen foto", b"<svg onload=alert(1)>", b"%PDF-1.7"])
    def test_a_photo_that_is_none(self, client: Client, world: World, content: bytes) -> None:
        page = seen(client, "Kijk eens", photo=upload(content))
        assert page.status_code == 422
        text = words(page)
        assert "Dit bestand is geen foto" in text
        assert 'id="id_photo_error"' in text
        assert "Kijk eens" in words(client.get(reverse("signals:report")))

    @pytest.mark.parametrize(
        "text",
        ["<script>alert(1)</script> & <b>vet</b>", "🦔🦔 in de tuin", "العربية: المصباح مكسور", "a\r\n\r\nb"],
    )
    def test_any_text_comes_through_whole_and_harmless(self, client: Client, world: World, text: str) -> None:
        page = sent(client, text)
        assert Signal.objects.get().text == text.strip()
        assert "<script>alert" not in words(page)
        assert "<b>vet</b>" not in words(page)

    def test_text_finds_its_own_direction(self, client: Client, world: World) -> None:
        seen(client, "العربية")
        at(client)
        assert '<p class="utrecht-paragraph" dir="auto">العربية</p>' in words(
            client.get(reverse("signals:report-check"))
        )

    def test_a_null_character_is_refused_with_a_sentence(self, client: Client, world: World) -> None:
        assert seen(client, "a\0b").status_code == 422

    def test_a_subject_that_does_not_exist(self, client: Client, world: World) -> None:
        assert seen(client, category="verzonnen").status_code == 422

    def test_someone_elses_cookie_is_no_draft(self, client: Client, world: World) -> None:
        client.cookies["melding"] = "geraden"
        assert client.get(reverse("signals:report-check"))["Location"] == reverse("signals:report")


class TestTooOften:
    def test_nobody_is_mailed_over_and_over_at_someone_elses_wish(
        self, client: Client, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("wijkwerk.signals.views.report.MAILS_A_DAY", 1)
        sent(client, email="slachtoffer@example.org")
        page = sent(client, email="Slachtoffer@example.org")
        assert page.status_code == 429
        assert "Dit is te vaak" in words(page)
        assert Signal.objects.count() == 1
        assert "De lamp" in words(client.get(reverse("signals:report-check")))

    def test_one_caller_cannot_flood(
        self, client: Client, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("wijkwerk.signals.views.report.REPORTS_AN_HOUR", 2)
        pages = [sent(client, f"Melding {number}") for number in range(3)]
        assert [page.status_code for page in pages] == [200, 200, 429]
        assert Signal.objects.count() == 2
