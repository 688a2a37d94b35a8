"""Renaming accounts and contents in what was recorded: the one change of a record, and the digests that it changes."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from kimcore.ports import ObservationRow
from kimcore.ports.digests import batch_digest, key_digest
from kimcore_plugins.storage.rows import renamed, storable
from kimcore_plugins.storage.sql import statements as sql
from kimcore_plugins.storage.sql.places import line
from kimcore_plugins.storage.sql.schema import OBSERVATIONS
from kimcore_plugins.storage.sql.sealing import as_observation, observation_row
from kimcore_plugins.storage.sql.transaction import Transaction

__all__ = ["rename"]

NAMES = 100
"""How many texts one statement asks for."""

LAST = b"\xff" * 3
COLUMNS = [column.name for column in OBSERVATIONS.columns]


def rename(unit: Transaction, names: Mapping[str, str], office: str) -> Mapping[int, str]:
    """Put new texts in the place of others, and return the digest of each entry of which a record changed."""
    storable(*names.values())
    found = {entry for some in parted(names) for entry in entries_renamed(unit, some, office)}
    return {entry: digest_of(unit, entry) for entry in found}


def parted(names: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """Yield the names in parts that one statement may ask for."""
    rest = ((old, new) for old, new in names.items() if old)
    while some := dict(islice(rest, NAMES)):
        yield some


def entries_renamed(unit: Transaction, names: Mapping[str, str], office: str) -> list[int]:
    """Rename in the records that have one of the texts; return the entries with which those came."""
    read = unit.read(sql.NAMED, {"office": office, "names": list(names)})
    pairs = [(row[0], renamed(as_observation(row[1:], unit.store), names)) for row in read]
    if pairs:
        unit.write(sql.RENAME, [changed(was, row) for was, row in pairs])
    return [row.entry for _, row in pairs]


def changed(was: bytes, row: ObservationRow) -> dict[str, Any]:
    """Return the columns of a renamed record, and by what it is found."""
    values = observation_row(row, key_digest(row), row.sequence, row.entry)
    return dict(zip(COLUMNS, values, strict=True)) | {"was": was, "record": row.sequence}


def digest_of(unit: Transaction, entry: int) -> str:
    """Return the digest of all records of an entry."""
    lines = {"first": line(entry, b"\0" * 3), "last": line(entry, LAST)}
    return batch_digest(row[0] for row in unit.read(sql.OF_ENTRY, lines))
