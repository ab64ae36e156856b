"""Everything an operator may set, read once from `WIJKWERK_…` variables, typed, refused early with a sentence.

Each field is described in `docs/reference/settings.md`; a test compares the two.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

# Shorter ones can be tried until they fit.
SHORTEST_SECRET_KEY, SHORTEST_CONTACT_KEY = 50, 16
MAIL_SCHEMES = {"smtp", "smtps", "submission", "submit", "console", "file", "memory", "dummy"}


class Mode(StrEnum):
    """How this site is used. Production demands its secrets; demo and development make their own."""

    PRODUCTION = "production"
    DEVELOPMENT = "development"
    DEMO = "demo"


@dataclass(frozen=True)
class Environment:
    """The settings of one site. Field `site_url` is read from `WIJKWERK_SITE_URL`, and so on."""

    mode: Mode
    data_dir: Path
    database_url: str
    secret_key: str
    contact_keys: tuple[str, ...]
    site_url: str
    municipality: str
    contact: str
    email_url: str
    mail_from: str
    tiles_url: str
    tiles_attribution: str
    address_service_url: str
    theme_class: str
    theme_stylesheet: str
    trusted_proxies: int
    log_level: str

    @property
    def host(self) -> str:
        """The host name of `site_url`, without port."""
        return urlsplit(self.site_url).hostname or "localhost"


def variable_names() -> list[str]:
    """The names an operator may set, in the order of the reference."""
    return [f"WIJKWERK_{field.name.upper()}" for field in fields(Environment)]


def read_environment(variables: Mapping[str, str] = os.environ) -> Environment:
    """Read the settings; stop with one sentence per mistake (SystemExit) when they cannot be right."""
    given = {name: value.strip() for name, value in variables.items() if name.startswith("WIJKWERK_")}
    mistakes = [
        f"{name} is not a setting of Wijkwerk."
        for name in sorted(given.keys() - set(variable_names()))
        # The tests read a few variables of their own; they are no settings of a site.
        if given[name] and not name.startswith("WIJKWERK_TEST_")
    ]

    def value(name: str, default: str = "") -> str:
        return given.get(f"WIJKWERK_{name}") or default

    mode = Mode.DEVELOPMENT
    if value("MODE") in set(Mode) or not value("MODE"):
        mode = Mode(value("MODE", Mode.DEVELOPMENT))
    else:
        mistakes.append(f"WIJKWERK_MODE is {value('MODE')!r}; choose one of {', '.join(Mode)}.")

    data_dir = Path(value("DATA_DIR", "data")).absolute()
    if not _can_write(data_dir):
        mistakes.append(f"WIJKWERK_DATA_DIR is {str(data_dir)!r}; name a folder that may be written in.")
    made_here: Mapping[str, str] = {}
    if mode is Mode.PRODUCTION:
        missing = [name for name in ("SECRET_KEY", "CONTACT_KEYS", "SITE_URL") if not value(name)]
        mistakes += [f"Set WIJKWERK_{name}." for name in missing]
        if 0 < len(value("SECRET_KEY")) < SHORTEST_SECRET_KEY:
            mistakes.append(
                f"WIJKWERK_SECRET_KEY is too short; make one of {SHORTEST_SECRET_KEY} characters or more."
            )
    elif not mistakes and not (value("SECRET_KEY") and value("CONTACT_KEYS")):
        made_here = _own_secrets(data_dir)

    contact_keys = tuple(
        key.strip()
        for key in value("CONTACT_KEYS", made_here.get("contact_keys", "")).split(",")
        if key.strip()
    )
    if value("CONTACT_KEYS") and not contact_keys:
        mistakes.append("Set WIJKWERK_CONTACT_KEYS.")
    if mode is Mode.PRODUCTION and any(len(key) < SHORTEST_CONTACT_KEY for key in contact_keys):
        mistakes.append(
            f"A key in WIJKWERK_CONTACT_KEYS is too short; make each {SHORTEST_CONTACT_KEY} characters or more."
        )

    site_url = value("SITE_URL", "http://localhost:8000").rstrip("/")
    if _scheme(site_url) not in {"http", "https"} or not urlsplit(site_url).hostname:
        mistakes.append(f"WIJKWERK_SITE_URL is {site_url!r}; write it as https://wijk.example.nl.")
    if value("EMAIL_URL") and _scheme(value("EMAIL_URL")) not in MAIL_SCHEMES:
        mistakes.append("WIJKWERK_EMAIL_URL is not understood; write submission://user:password@host:587.")
    tiles_url = value("TILES_URL")
    if tiles_url and not all(part in tiles_url for part in ("{z}", "{x}", "{y}")):
        mistakes.append("WIJKWERK_TILES_URL needs {z}, {x} and {y} in its address.")
    proxies = value("TRUSTED_PROXIES", "0")
    if not proxies.isdecimal() or int(proxies) > 9:
        mistakes.append(
            f"WIJKWERK_TRUSTED_PROXIES is {proxies!r}; give the number of proxies before this site, 0 to 9."
        )
        proxies = "0"
    log_level = value("LOG_LEVEL", "INFO").upper()
    if log_level not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        mistakes.append(f"WIJKWERK_LOG_LEVEL is {log_level!r}; choose DEBUG, INFO, WARNING or ERROR.")

    if mistakes:
        raise SystemExit("\n".join([*mistakes, "docs/reference/settings.md explains each setting."]))
    return Environment(
        mode=mode,
        data_dir=data_dir,
        database_url=value("DATABASE_URL", f"sqlite:///{data_dir / 'wijkwerk.sqlite3'}"),
        secret_key=value("SECRET_KEY", made_here.get("secret_key", "")),
        contact_keys=contact_keys,
        site_url=site_url,
        municipality=value("MUNICIPALITY", "Wijkwerk"),
        contact=value("CONTACT"),
        email_url=value("EMAIL_URL"),
        mail_from=value("MAIL_FROM", f"wijkwerk@{urlsplit(site_url).hostname}"),
        tiles_url=tiles_url,
        tiles_attribution=value("TILES_ATTRIBUTION"),
        address_service_url=value("ADDRESS_SERVICE_URL"),
        theme_class=value("THEME_CLASS", "wijkwerk-theme"),
        theme_stylesheet=value("THEME_STYLESHEET"),
        trusted_proxies=int(proxies),
        log_level=log_level,
    )


def _scheme(address: str) -> str:
    """What stands before `://`; nothing for an address that cannot be read."""
    try:
        parts = urlsplit(address)
        return parts.scheme if parts.port is None or parts.port else ""
    except ValueError:
        return ""


def _can_write(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def _own_secrets(data_dir: Path) -> Mapping[str, str]:
    """Secrets of a demo or a developer's site: made once, kept beside its database, readable by its owner only."""
    file = data_dir / "secrets.json"
    try:
        if not file.exists():
            _keep_once(
                file, {"secret_key": secrets.token_urlsafe(50), "contact_keys": secrets.token_urlsafe(32)}
            )
        kept = json.loads(file.read_text(encoding="utf-8"))
        return {"secret_key": str(kept["secret_key"]), "contact_keys": str(kept["contact_keys"])}
    except (OSError, ValueError, KeyError, TypeError):
        raise SystemExit(
            f"{file} cannot be read. Put its backup back: without it nobody can read the contact data here. "
            "In a folder that holds nothing yet, delete it."
        ) from None


def _keep_once(file: Path, made: Mapping[str, str]) -> None:
    """Written whole or not at all; of two processes that start together both keep those of the first."""
    own = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    own.touch(mode=0o600)
    try:
        own.write_text(json.dumps(made), encoding="utf-8")
        with contextlib.suppress(FileExistsError):
            os.link(own, file)
    finally:
        own.unlink()
