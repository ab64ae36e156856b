"""What an operator may set: each described with its default, each mistake told in a sentence before anything starts."""

from __future__ import annotations

import re
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from tests.source import ROOT
from wijkwerk.config.database import database_settings
from wijkwerk.config.environment import Environment, Mode, read_environment, variable_names

REFERENCE = ROOT / "docs" / "reference" / "settings.md"
SOUND = {
    "WIJKWERK_MODE": "production",
    "WIJKWERK_SECRET_KEY": "s" * 50,
    "WIJKWERK_CONTACT_KEYS": "c" * 32,
    "WIJKWERK_SITE_URL": "https://wijk.example.nl",
}


def read(tmp_path: Path, **changed: str) -> Environment:
    variables = {**SOUND, "WIJKWERK_DATA_DIR": str(tmp_path)}
    return read_environment({**variables, **{f"WIJKWERK_{name}": value for name, value in changed.items()}})


def described() -> dict[str, str]:
    """Each setting of the reference with what is written under it."""
    parts = re.split(r"^### `(\w+)`$", REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_setting_is_described_and_nothing_else() -> None:
    assert sorted(described()) == sorted(variable_names())


@pytest.mark.parametrize("name", variable_names())
def test_a_description_says_default_and_meaning(name: str) -> None:
    text = described().get(name, "")
    assert re.search(r"^Default: \S", text, re.MULTILINE), "no line “Default: …”"
    assert len(text.split()) > 12, "say what it is for, and an example"


def test_a_written_default_is_the_real_default(tmp_path: Path) -> None:
    bare = read_environment({"WIJKWERK_DATA_DIR": str(tmp_path)})
    for name, text in described().items():
        written = re.search(r"^Default: `([^`]*)`", text, re.MULTILINE)
        if written and name not in {"WIJKWERK_DATA_DIR", "WIJKWERK_DATABASE_URL"}:
            assert str(getattr(bare, name.removeprefix("WIJKWERK_").lower())) == written[1], name


def test_a_sound_environment_is_read(tmp_path: Path) -> None:
    environment = read(tmp_path, CONTACT_KEYS=f"{'n' * 16}, {'o' * 16}")
    assert environment.mode is Mode.PRODUCTION
    assert environment.contact_keys == ("n" * 16, "o" * 16)
    assert environment.host == "wijk.example.nl"
    assert environment.database_url.startswith("sqlite:///")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("SECRET_KY", "x", "WIJKWERK_SECRET_KY is not a setting of Wijkwerk."),
        ("MODE", "prod", "choose one of production, development, demo"),
        ("SITE_URL", "wijk.example.nl", "write it as https://"),
        ("SITE_URL", "ftp://wijk.example.nl", "write it as https://"),
        ("TILES_URL", "https://tiles.example.nl/map.png", "needs {z}, {x} and {y}"),
        ("LOG_LEVEL", "loud", "choose DEBUG, INFO, WARNING or ERROR"),
        ("SECRET_KEY", "", "Set WIJKWERK_SECRET_KEY."),
        ("CONTACT_KEYS", "", "Set WIJKWERK_CONTACT_KEYS."),
        ("SITE_URL", "", "Set WIJKWERK_SITE_URL."),
        ("EMAIL_URL", "mail.example.nl", "WIJKWERK_EMAIL_URL"),
        ("EMAIL_URL", "smtp://[", "WIJKWERK_EMAIL_URL"),
        ("EMAIL_URL", "smtp://user:word@host:port", "WIJKWERK_EMAIL_URL"),
        ("SITE_URL", "http://[", "write it as https://"),
        ("SITE_URL", "https://wijk.example.nl:port", "write it as https://"),
        ("CONTACT_KEYS", " , ", "Set WIJKWERK_CONTACT_KEYS."),
        ("CONTACT_KEYS", f"{'c' * 32},short", "16 characters or more"),
        ("SECRET_KEY", "short", "50 characters or more"),
        ("DATA_DIR", "/proc/self/nowhere", "may be written in"),
        ("DATA_DIR", "/dev/null", "may be written in"),
    ],
)
def test_a_mistake_stops_with_a_sentence(name: str, value: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        read(tmp_path, **{name: value})
    assert told in str(stopped.value)
    assert "docs/reference/settings.md" in str(stopped.value)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        read(tmp_path, SECRET_KEY="", LOG_LEVEL="loud", TYPO="1")
    assert len(str(stopped.value).splitlines()) == 4


@pytest.mark.parametrize("url", ["nonsense", "postgres//host/name", "mysql://host/name", ""])
def test_a_database_that_we_do_not_know_stops_with_a_sentence(url: str) -> None:
    with pytest.raises(SystemExit, match="WIJKWERK_DATABASE_URL"):
        database_settings(url)


def test_secrets_are_never_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        read(tmp_path, SECRET_KEY="very-secret-value", LOG_LEVEL="loud")
    assert "very-secret-value" not in str(stopped.value)
    with pytest.raises(SystemExit) as stopped:
        database_settings("postgrez://user:very-secret-value@host/name")
    assert "very-secret-value" not in str(stopped.value)


def test_outside_production_secrets_are_made_once_for_the_owner_only(tmp_path: Path) -> None:
    first = read_environment({"WIJKWERK_DATA_DIR": str(tmp_path)})
    assert len(first.secret_key) >= 50
    assert read_environment({"WIJKWERK_DATA_DIR": str(tmp_path)}) == first
    assert stat.S_IMODE((tmp_path / "secrets.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"secret_key": "x"}', "\0"])
def test_secrets_that_cannot_be_read_are_not_made_anew(content: str, tmp_path: Path) -> None:
    """Other keys would make everything kept here unreadable for good."""
    file = tmp_path / "secrets.json"
    file.write_text(content)
    with pytest.raises(SystemExit, match="Put its backup back"):
        read_environment({"WIJKWERK_DATA_DIR": str(tmp_path)})
    assert file.read_text() == content


def test_of_two_that_start_together_both_have_the_same_secrets(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        start = Barrier(8)

        def begin() -> str:
            start.wait()
            return read_environment({"WIJKWERK_DATA_DIR": str(tmp_path)}).secret_key

        found = {each.result() for each in [pool.submit(begin) for _ in range(8)]}
    assert len(found) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["secrets.json"]


def test_what_the_tests_themselves_read_is_no_mistake(tmp_path: Path) -> None:
    assert read(tmp_path, TEST_PROVEN="/tmp/proven.json", TEST_REQUIRE="browser").mode
