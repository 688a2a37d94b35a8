"""Settings: the options that every command takes, before and after it, with environment and configuration file."""

import getpass
import os
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from kimcore.cli.wording import language_in
from kimcore.terms import Language

__all__ = ["Settings", "language_in", "settle"]

STORE_VARIABLE = "KIMCORE_STORE"
LOGIN = re.compile(r"(?<=://)[^/].*@")


@frozen(kw_only=True)
class Settings:
    """What was asked for: store, office, rulebook, region directory, scorer, date, user, language, format."""

    store: str = field(default="sqlite:///kimcore.db", repr=False)
    office: str | None = None
    rulebook: str = "juknis-2022"
    regions: str | None = None
    scorer: str | None = None
    on: date | None = None
    by: str = ""
    lang: Language = "id"
    format: str = "text"

    @property
    def place(self) -> str:
        """The address of the store as it may be shown: without user, password and options."""
        return LOGIN.sub("", self.store).partition("?")[0]

    @property
    def is_for_people(self) -> bool:
        """True for the text format."""
        return self.format == "text"


def settle(*given: Mapping[str, Any]) -> Settings:
    """Return the settings of options (later mappings win), then environment, then configuration file, then defaults."""
    from kimcore.cli.config import read_config  # help needs no file

    chosen = {key: value for options in given for key, value in options.items() if value is not None}
    config = chosen.pop("config", None)
    found = read_config(config)
    if os.environ.get(STORE_VARIABLE):
        found["store"] = os.environ[STORE_VARIABLE]
    every: dict[str, Any] = {"by": account()} | found | chosen
    return Settings(**every)


def account() -> str:
    """Return the account on this machine, empty where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
