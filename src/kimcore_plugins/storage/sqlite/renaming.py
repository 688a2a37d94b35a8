"""Renaming accounts and contents in what was recorded: the one change of a record, and the digests that it changes."""

from collections.abc import Iterator, Mapping
from itertools import islice

from kimcore.ports.digests import batch_digest, key_digest, observation_digest
from kimcore_plugins.storage.rows import renamed
from kimcore_plugins.storage.sqlite import statements as sql
from kimcore_plugins.storage.sqlite.observing import MARK
from kimcore_plugins.storage.sqlite.sealing import as_observation
from kimcore_plugins.storage.sqlite.transaction import Transaction

__all__ = ["rename"]


def rename(unit: Transaction, names: Mapping[str, str], office: str) -> Mapping[int, str]:
    """Put new texts in the place of others, and return the digest of each entry of which a record changed."""
    found = {entry for some in parted(names) for entry in entries_renamed(unit, some, office)}
    return {entry: batch_digest(row[0] for row in unit.read(sql.OF_ENTRY, (entry,))) for entry in found}


def parted(names: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """Yield the names in parts that one statement may ask for."""
    rest = iter(names.items())
    while some := dict(islice(rest, sql.NAMES)):
        yield some


def entries_renamed(unit: Transaction, names: Mapping[str, str], office: str) -> list[int]:
    """Rename in the records that have one of the texts; return the entries with which those came."""
    asked = [*(name for name in names if name), *[None] * sql.NAMES][: sql.NAMES]
    read = unit.read(sql.NAMED, (office, *asked, *asked))
    pairs = [(renamed(as_observation(row, unit.path), names), row[-1]) for row in read]
    unit.write_all(
        sql.RENAME,
        [
            (key_digest(r)[:MARK], r.account, r.content, observation_digest(r, r.sequence, r.entry), number)
            for r, number in pairs
        ],
    )
    return [row.entry for row, _ in pairs]
