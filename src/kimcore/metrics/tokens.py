"""Tokens: where the command line takes credentials from: a TOML file that only its owner reads, and the environment."""

import os
import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from kimcore.errors import InvalidValue, Unreadable
from kimcore.metrics.secrets import Credential, Secret

__all__ = ["Tokens", "read_tokens"]

VARIABLE: Final = "KIMCORE_TOKEN_"
KEYS: Final = frozenset({"token", "identity", "base"})
OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


@frozen
class Tokens:
    """Credentials by provider and account; an empty account stands for every account that has none of its own."""

    found: Mapping[tuple[str, str], Credential] = field(repr=False)

    def __call__(self, provider: str, account: str) -> Credential | None:
        """Return the credential of an account, else that of the provider, or None."""
        return self.found.get((provider, handle(account))) or self.found.get((provider, ""))

    @property
    def providers(self) -> frozenset[str]:
        """The providers for which there is a credential."""
        return frozenset(provider for provider, _ in self.found)


def handle(account: str) -> str:
    """Return an account as it is compared: without case, blanks around it and the sign before it."""
    return account.strip().removeprefix("@").casefold()


def read_tokens(path: Path | None = None, environ: Mapping[str, str] | None = None) -> Tokens:
    """Return the credentials of a file and, over them, of `KIMCORE_TOKEN_<PROVIDER>` in an environment.

    The file has a table per provider with `token`, and `identity` or `base` where the platform needs them; tables below
    `[<provider>.accounts]` are of single accounts. Raises `Unreadable` for a file that cannot be read or that others
    may read, `InvalidValue` for a key that is none; no error repeats a value.
    """
    found = dict(pairs(path)) if path else {}
    for name, text in sorted((environ or {}).items()):
        if name.startswith(VARIABLE) and text:
            found[name.removeprefix(VARIABLE).lower(), ""] = Credential(token=Secret(text))
    return Tokens(found)


def pairs(path: Path) -> list[tuple[tuple[str, str], Credential]]:
    """Return the credentials of a file with their provider and account."""
    found = []
    for provider, table in read_table(path).items():
        own = {key: value for key, value in entries(path, provider, table).items() if key != "accounts"}
        accounts = entries(path, f"{provider}.accounts", table.get("accounts", {}))
        if own:
            found.append(((provider, ""), credential(path, provider, own)))
        for account, values in accounts.items():
            found.append(((provider, handle(account)), credential(path, f"{provider}.accounts", values)))
    return found


def read_table(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds; refuse one that others than its owner may read, where the system tells."""
    try:
        if os.name == "posix" and path.stat().st_mode & OTHERS:
            raise Unreadable(
                "tokens_open",
                f"{path}: others can read this file of tokens; close it: chmod 600 {path}",
                f"{path}: berkas token ini dapat dibaca orang lain; tutup dengan: chmod 600 {path}",
            )
        return tomllib.loads(path.read_text("utf-8"))
    except Unreadable:
        raise
    except OSError:
        en, id = f"{path}: there is no such file, or it cannot be read", f"{path}: tidak ada atau tidak dapat dibaca"
        raise Unreadable("tokens_unreadable", en, id) from None
    except ValueError:
        raise Unreadable("tokens_unreadable", f"{path} is no TOML", f"{path} bukan TOML") from None


def entries(path: Path, where: str, table: object) -> dict[str, Any]:
    """Return a table of the file; refuse what is none."""
    if isinstance(table, dict):
        return table
    raise refused(path, where, "a table", "sebuah tabel")


def credential(path: Path, where: str, table: object) -> Credential:
    """Return the credential of a table; refuse other keys, values that are no text, and a base without https."""
    values = entries(path, where, table)
    if not (values.keys() <= KEYS and values.get("token")) or not all(isinstance(v, str) for v in values.values()):
        names = ", ".join(sorted(KEYS))
        raise refused(path, where, f"texts named {names}; token is needed", f"teks bernama {names}; token wajib")
    if not values.get("base", "https://").startswith("https://"):
        raise refused(path, f"{where}.base", "an address with https://", "alamat dengan https://")
    return Credential(token=Secret(values["token"]), **{k: v for k, v in values.items() if k != "token"})


def refused(path: Path, where: str, en: str, id: str) -> InvalidValue:
    """Return the error for a part of the file that has another form; what stands there is not repeated."""
    message = f"{path}: [{where}] should be {en}", f"{path}: [{where}] seharusnya {id}"
    return InvalidValue("tokens_value", *message, field=where)
