"""Appending observations: which are new, their sequence numbers and digests."""

from collections.abc import Sequence
from typing import Any

from kimcore.ports import ObservationRow
from kimcore.ports.digests import key_digest, observation_digest, observation_values
from kimcore_plugins.storage.rows import new_rows
from kimcore_plugins.storage.sqlite import statements as sql
from kimcore_plugins.storage.sqlite.transaction import Transaction

__all__ = ["MARK", "appended"]

MARK = 16
"""How many bytes of the digest of a key stand for it: 128 bits, which no two keys of a store share by chance."""


def appended(unit: Transaction, batch: Sequence[ObservationRow], entry: int) -> list[bytes]:
    """Append what is new in a batch and return the digests of the new rows."""
    marks = [key_digest(row)[:MARK] for row in batch]
    asked = [*marks, *[None] * (sql.BATCH - len(marks))]
    known = {mark: (sequence, value) for mark, sequence, value in unit.read(sql.KNOWN, asked)}
    added: list[tuple[Any, ...]] = [
        (mark, *observation_values(row)[:-2], sequence, entry, observation_digest(row, sequence, entry))
        for mark, sequence, row in new_rows(zip(marks, batch, strict=True), known)
    ]
    unit.write_all(sql.APPEND, added)
    return [row[-1] for row in added]
