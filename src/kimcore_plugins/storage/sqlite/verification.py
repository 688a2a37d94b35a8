"""Verification of a SQLite store: the file by SQLite's own check, every row by its digest."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kimcore.ports import Fault, IntegrityReport
from kimcore.ports.digests import digest
from kimcore_plugins.storage.sqlite.failures import FAILURES, store_error
from kimcore_plugins.storage.sqlite.statements import (
    ALL_CLAIMS,
    ALL_DOCUMENTS,
    ALL_ENTRIES,
    ALL_OBSERVATIONS,
)

__all__ = ["faults"]

TABLES = {
    "documents": ALL_DOCUMENTS,
    "observations": ALL_OBSERVATIONS,
    "entries": ALL_ENTRIES,
    "claims": ALL_CLAIMS,
}


def faults(connection: sqlite3.Connection, path: Path) -> IntegrityReport:
    """Return what is wrong in the state that stands now."""
    connection.text_factory = lambda raw: raw.decode(errors="surrogateescape")
    connection.execute("BEGIN")
    found, checked = list(in_file(connection, path)), 0
    for table in TABLES:
        try:
            for where, is_sound in in_table(connection, table):
                checked += 1
                found += [] if is_sound else [Fault(where, "digest")]
        except FAILURES as error:
            found.append(Fault(table, store_error(error, path).en))
    return IntegrityReport(checked=checked, faults=tuple(found))


def in_file(connection: sqlite3.Connection, path: Path) -> Iterator[Fault]:
    """Yield what SQLite's own check says."""
    try:
        said = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
    except FAILURES as error:
        said = [store_error(error, path).en]
    yield from (Fault("file", text) for text in said if text != "ok")


def in_table(connection: sqlite3.Connection, table: str) -> Iterator[tuple[str, bool]]:
    """Yield each row's name and whether its digest is that of its values.

    The hash of an entry is over the one before it too, and is compared by the core: here an entry must be text.
    """
    for row in connection.execute(TABLES[table]):
        if table == "entries":
            yield f"{table}/{row[0]}", all(isinstance(value, str) and readable(value) for value in row[1:])
        elif table == "claims":
            yield table, digest(row[:-1]) == row[-1]
        else:
            yield f"{table}/{row[0]}/{row[1]}", digest(row[:-1]) == row[-1]


def readable(text: str) -> bool:
    """Tell whether a text was read from bytes that are Unicode."""
    return text.isascii() or not any("\udc80" <= sign <= "\udcff" for sign in text)
