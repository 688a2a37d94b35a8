"""Appending observations: which are new, their sequence numbers and digests."""

from collections.abc import Iterator, Sequence

from kimcore.ports import ObservationRow
from kimcore.ports.digests import key_digest
from kimcore_plugins.storage.rows import NO_RECORD, Last, storable_number
from kimcore_plugins.storage.sql.sealing import checked, observation_row
from kimcore_plugins.storage.sql.transaction import Row, Transaction

__all__ = ["appended"]


def appended(unit: Transaction, batch: Sequence[ObservationRow], entry: int) -> list[bytes]:
    """Append what is new in a batch and return the digests of the new rows."""
    checked(*{row.office for row in batch})
    marks = [key_digest(row) for row in batch]
    known = unit.run(lambda connection: unit.server.known(connection, list(dict.fromkeys(marks))))
    added = list(new_rows(batch, marks, known, entry))
    unit.run(lambda connection: unit.server.record(connection, added))
    return [row[-1] for row in added]


def new_rows(
    batch: Sequence[ObservationRow], marks: Sequence[bytes], known: dict[bytes, Last], entry: int
) -> Iterator[Row]:
    """Yield the columns of each row that says something new; `known` follows."""
    for row, mark in zip(batch, marks, strict=True):
        sequence, value = known.get(mark, NO_RECORD)
        if row.value != value:
            known[mark] = (sequence + 1, storable_number(row.value))
            yield observation_row(row, mark, sequence + 1, entry)
