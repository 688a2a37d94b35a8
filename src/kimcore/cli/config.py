"""Configuration file: the options that stand in `kimcore.toml`, in their own names."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from attrs import fields_dict

from kimcore.cli.settings import Settings
from kimcore.errors import InvalidValue, Unreadable
from kimcore.terms import Text

__all__ = ["CONFIG", "read_config"]

CONFIG = "kimcore.toml"
CHOICES = {"lang": ("id", "en"), "format": ("text", "json", "csv")}
FORMS = {
    date: Text("tanggal tanpa tanda kutip: 2026-11-24", "a date without quotes: 2026-11-24"),
    str: Text('teks dalam tanda kutip: "…"', 'text in quotes: "…"'),
}


def read_config(name: str | None) -> dict[str, Any]:
    """Return the settings of a TOML file, by default of `kimcore.toml` if it is there; refuse what is no setting."""
    path = Path(name or CONFIG)
    if not name and not path.is_file():
        return {}
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
