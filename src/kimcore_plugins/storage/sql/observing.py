"""Appending observations: which are new, their sequence numbers and digests."""

from collections.abc import Sequence

from kimcore.ports import ObservationRow
from kimcore.ports.digests import key_digest
from kimcore_plugins.storage.rows import new_rows
from kimcore_plugins.storage.sql.sealing import checked, observation_row
from kimcore_plugins.storage.sql.transaction import Transaction

__all__ = ["appended"]


def appended(unit: Transaction, batch: Sequence[ObservationRow], entry: int) -> list[bytes]:
    """Append what is new in a batch and return the digests of the new rows."""
    checked(*{row.office for row in batch})
    marks = [key_digest(row) for row in batch]
    known = unit.run(lambda connection: unit.server.known(connection, list(dict.fromkeys(marks))))
    new = new_rows(zip(marks, batch, strict=True), known)
    added = [observation_row(row, mark, sequence, entry) for mark, sequence, row in new]
    unit.run(lambda connection: unit.server.record(connection, added))
    return [row[-1] for row in added]
