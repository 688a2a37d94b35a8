"""Settings: the options that every command takes, before and after it, with environment and configuration file."""

import os
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from attrs import fields_dict, frozen

from kimcore.errors import InvalidValue, Unreadable
from kimcore.terms import Language, Text

__all__ = ["CONFIG", "Settings", "language_in", "settle"]

CONFIG = Path("kimcore.toml")
STORE_VARIABLE = "KIMCORE_STORE"


@frozen(kw_only=True)
class Settings:
    """What was asked for: store, office, rulebook, date, language, format."""

    store: str = "sqlite:///kimcore.db"
    office: str | None = None
    rulebook: str = "juknis-2022"
    on: date | None = None
    lang: Language = "id"
    format: str = "text"

    @property
    def is_for_people(self) -> bool:
        """True for the text format."""
        return self.format == "text"


CHOICES = {"lang": ("id", "en"), "format": ("text", "json", "csv")}
FORMS = {
    date: Text("tanggal tanpa tanda kutip: 2026-11-24", "a date without quotes: 2026-11-24"),
    str: Text('teks dalam tanda kutip: "…"', 'text in quotes: "…"'),
}


def settle(*given: Mapping[str, Any]) -> Settings:
    """Return the settings of options (later mappings win), then environment, then configuration file, then defaults."""
    chosen = {key: value for options in given for key, value in options.items() if value is not None}
    config = chosen.pop("config", None)
    found = read_config(Path(config)) if config else read_config(CONFIG) if CONFIG.is_file() else {}
    if os.environ.get(STORE_VARIABLE):
        found["store"] = os.environ[STORE_VARIABLE]
    return Settings(**(found | chosen))


def read_config(path: Path) -> dict[str, Any]:
    """Return the settings of a TOML file; refuse what is no setting."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except OSError:
        en, id = f"{path}: there is no such file, or it cannot be read", f"{path}: tidak ada atau tidak dapat dibaca"
        raise Unreadable("config_unreadable", en, id) from None
    except ValueError as error:
        raise Unreadable("config_unreadable", f"{path} is no TOML: {error}", f"{path} bukan TOML: {error}") from None
    for key, value in found.items():
        check(path, key, value)
    return found


def check(path: Path, key: str, value: object) -> None:
    """Refuse a key that is no setting, and a value that the option would not take."""
    known = tuple(fields_dict(Settings))
    wants = date if key == "on" else str
    if key not in known:
        raise InvalidValue(
            "config_key",
            f"{path}: {key!r} is no setting; there are: {', '.join(known)}",
            f"{path}: {key!r} bukan pengaturan; yang ada: {', '.join(known)}",
            field=key,
        )
    if type(value) is not wants or value not in CHOICES.get(key, (value,)):
        allowed = ", ".join(f'"{choice}"' for choice in CHOICES.get(key, ()))
        form = Text(allowed, allowed) if allowed else FORMS[wants]
        raise InvalidValue(
            "config_value",
            f"{path}: {key} = {value} does not fit; expected: {form.en}",
            f"{path}: {key} = {value} tidak sesuai; yang diharapkan: {form.id}",
            field=key,
        )


def language_in(arguments: list[str]) -> Language:
    """Return the language that arguments ask for, before they are parsed: help and refusals need it."""
    asked = "id"
    for before, argument in zip(["", *arguments], arguments, strict=False):
        name, _, value = argument.partition("=")
        asked = value if name == "--lang" and value else argument if before == "--lang" else asked
    return "en" if asked == "en" else "id"
