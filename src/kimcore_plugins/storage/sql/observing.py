"""Appending observations: which are new, their sequence numbers and digests."""

from collections.abc import Iterable, Iterator, Sequence

from kimcore.ports import ObservationRow
from kimcore.ports.digests import key_digest
from kimcore_plugins.storage.rows import new_rows
from kimcore_plugins.storage.sql.sealing import checked, observation_row
from kimcore_plugins.storage.sql.transaction import Row, Transaction

__all__ = ["appended"]


def appended(unit: Transaction, batch: Sequence[ObservationRow], entry: int) -> list[bytes]:
    """Append what is new in a batch and return the digests of the new rows."""
    checked(*{row.office for row in batch})
    marks = [key_digest(row) for row in batch]
    known = unit.run(lambda connection: unit.server.known(connection, list(dict.fromkeys(marks))))
    digests: list[bytes] = []
    made = sealed(new_rows(zip(marks, batch, strict=True), known), entry, digests)
    unit.run(lambda connection: unit.server.record(connection, made))
    return digests


def sealed(new: Iterable[tuple[bytes, int, ObservationRow]], entry: int, digests: list[bytes]) -> Iterator[Row]:
    """Yield the columns of new rows and note their digests; each is made while the server stores those before it."""
    for mark, sequence, row in new:
        columns = observation_row(row, mark, sequence, entry)
        digests.append(columns[-1])
        yield columns
