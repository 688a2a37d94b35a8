"""Verification of the SQL store: every row by its digest, and the bytes by which an index finds it."""

from collections.abc import Callable, Iterator
from typing import Any

from kimcore.errors import StorageError
from kimcore.ports import Fault, IntegrityReport
from kimcore.ports.digests import digest, document_digest, key_digest, observation_digest
from kimcore_plugins.storage.sql import statements as sql
from kimcore_plugins.storage.sql.places import FIRST, FIRST_LINE, line, place, walk
from kimcore_plugins.storage.sql.sealing import document_of, mark_of, observation_of
from kimcore_plugins.storage.sql.transaction import Row
from kimcore_plugins.storage.sql.unit import SqlUnit

__all__ = ["faults"]

Found = tuple[str, bool]


def faults(unit: SqlUnit) -> IntegrityReport:
    """Return what is wrong in the state that a unit sees."""
    found: list[Fault] = []
    checked = 0
    try:
        for where, is_sound in every_row(unit):
            checked += 1
            found += [] if is_sound else [Fault(where, "digest")]
    except StorageError as error:
        if error.code != "store_damaged":
            raise
        found.append(Fault("database", error.en))
    return IntegrityReport(checked=checked, faults=tuple(found))


def every_row(unit: SqlUnit) -> Iterator[Found]:
    """Yield each row's name and whether it is as it was written."""
    for statement, start, check in CHECKS:
        yield from map(check, rows(unit, statement, start))


def rows(unit: SqlUnit, statement: sql.Rows, start: Any) -> Iterator[Row]:
    """Yield the rows of a table, a page at a time."""

    def fetch(at: Any, size: int) -> list[tuple[Any, Row]]:
        return [(row[0], row) for row in unit.read(statement, {"at": at, "size": size})]

    return walk(fetch, lambda row: row[1], start=start)


def document(row: Row) -> Found:
    """Check a document."""
    mark, at, *values = row
    read = document_of(values)
    places = (mark_of((read.kind, read.id)), place(read.id), document_digest(read))
    return f"documents/{read.kind}/{read.id}", places == (mark, at, values[-1])


def observation(row: Row) -> Found:
    """Check an observation."""
    stands, mark, at, *values = row
    read = observation_of(values)
    places = (
        line(read.entry, mark),
        key_digest(read),
        place(*read.order),
        observation_digest(read, read.sequence, read.entry),
    )
    return f"observations/{read.office}/{read.kim}", places == (stands, mark, at, values[-1])


def entry(row: Row) -> Found:
    """Check an entry; its hash is over the one before it too, and is compared by the core."""
    return f"entries/{row[0]}", digest(row[:-1]) == row[-1]


def claim(row: Row) -> Found:
    """Check an idempotency key."""
    return "claims", mark_of((row[1],)) == row[0]


CHECKS: tuple[tuple[sql.Rows, Any, Callable[[Row], Found]], ...] = (
    (sql.ALL_DOCUMENTS, FIRST, document),
    (sql.ALL_OBSERVATIONS, FIRST_LINE, observation),
    (sql.ALL_ENTRIES, FIRST_LINE, entry),
    (sql.ALL_CLAIMS, FIRST, claim),
)
