"""Upgrades: payloads of documents written by an earlier version, brought to the present form when they are read.

An upgrade is a pure function from the plain data of one version to that of the next; nothing is rewritten in the store
until the record is changed. To change the form of a kind, add a function at the end of its line in `UPGRADES`.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from kimcore.errors import StorageError
from kimcore.ports import Document

__all__ = ["UPGRADES", "schema_of", "upgraded"]

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADES: Final[Mapping[str, Sequence[Upgrade]]] = {}
"""By kind of document: the upgrade from version 1 to 2, from 2 to 3, and so on."""


def schema_of(kind: str, upgrades: Mapping[str, Sequence[Upgrade]] = UPGRADES) -> int:
    """Return the version in which payloads of a kind are written now."""
    return 1 + len(upgrades.get(kind, ()))


def upgraded(document: Document, upgrades: Mapping[str, Sequence[Upgrade]] = UPGRADES) -> str:
    """Return the payload of a document in the present form; refuse one of a later version (`StorageError`)."""
    steps = upgrades.get(document.kind, ())[document.schema - 1 :]
    if document.schema > schema_of(document.kind, upgrades):
        raise newer(document)
    if not steps:
        return document.payload
    plain = json.loads(document.payload)
    for step in steps:
        plain = step(plain)
    return json.dumps(plain, separators=(",", ":"))


def newer(document: Document) -> StorageError:
    """Return the error for a document that a later kimcore wrote."""
    where = f"{document.kind} {document.id}"
    return StorageError(
        "document_newer",
        f"{where} was written by a newer kimcore (version {document.schema}); update kimcore",
        f"{where} ditulis kimcore yang lebih baru (versi {document.schema}); perbarui kimcore",
    )
