"""Rows with their digest: made before they are written, compared when they are read."""

from datetime import date
from pathlib import Path
from typing import Any

from attrs import fields

from kimcore.ports import Document, Entry, ObservationRow
from kimcore.ports.digests import digest
from kimcore_plugins.storage.sqlite.failures import damaged

__all__ = ["as_document", "as_entry", "as_observation", "sealed"]

DOCUMENT = [a.name for a in fields(Document)]
OBSERVATION = [a.name for a in fields(ObservationRow)]


def sealed(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the columns of a row with its digest behind them."""
    return *values, digest(values)


def as_document(row: tuple[Any, ...], path: Path) -> Document:
    """Return a row as a document; refuse one that is not as it was written."""
    if digest(row[:-1]) != row[-1]:
        raise damaged(path, f"{row[0]}/{row[1]}")
    return Document(**dict(zip(DOCUMENT, row, strict=False)))


def as_observation(row: tuple[Any, ...], path: Path) -> ObservationRow:
    """Return a row as an observation; refuse one that is not as it was written."""
    if digest(row[:11]) != row[11]:
        raise damaged(path, f"observation/{row[1]}")
    given: dict[str, Any] = dict(zip(OBSERVATION, row, strict=False))
    return ObservationRow(**{**given, "observed": date.fromisoformat(given["observed"])})


def as_entry(row: tuple[Any, ...], path: Path) -> Entry:
    """Return a row as an entry of the audit log; refuse one that holds something else than text."""
    if not (isinstance(row[1], str) and isinstance(row[2], str)):
        raise damaged(path, f"entries/{row[0]}")
    return Entry(position=row[0], body=row[1], hash=row[2])
