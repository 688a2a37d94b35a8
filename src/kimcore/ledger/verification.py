"""Verification: what stands in a store against what its audit log says was written.

It finds an edit, a deletion, a swap and an insertion, of records and of the log itself, and a tail cut off.
"""

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Final

from attrs import define, evolve, field

from kimcore.errors import InvalidValue, StorageError
from kimcore.ledger.audit import BATCH, Action, AuditRow, digest_of, row_of
from kimcore.ledger.chain import Anchor, chain_faults
from kimcore.ports import Entry, Fault, IntegrityReport, StorageBackend, UnitOfWork
from kimcore.ports.digests import batch_digest, digest, observation_values
from kimcore.terms import Text

__all__ = ["verify"]

WRITTEN: Final = (Action.ADD, Action.CHANGE)

NO_ROW: Final = Text("bukan baris catatan audit", "is no row of an audit log")
PUT_IN: Final = Text(
    "tidak ada dalam catatan audit: dimasukkan di luar kimcore", "is not in the audit log: it was put in beside kimcore"
)
CHANGED: Final = Text(
    "tidak seperti yang terakhir dicatat: diubah di luar kimcore",
    "is not as it was written last: it was changed beside kimcore",
)
GONE: Final = Text(
    "hilang, dan catatan audit tidak menyebutnya", "is gone, and the audit log does not say that it was removed"
)
BATCH_CHANGED: Final = Text(
    "angka dalam kelompok ini diubah, disisipkan, atau hilang", "figures of this batch were changed, put in or are gone"
)


@define
class Told:
    """What an audit log tells of the present: the last row of each document that stands, and each batch of figures."""

    documents: dict[tuple[str, str], AuditRow] = field(factory=dict)
    batches: dict[int, AuditRow] = field(factory=dict)

    def take(self, position: int, row: AuditRow) -> None:
        """Take in the next row."""
        name = (row.kind, row.id)
        if row.action in WRITTEN:
            self.documents[name] = row
        elif row.action is Action.REMOVE:
            self.documents.pop(name, None)
        elif row.action is Action.OBSERVE:
            self.batches[position] = row
        elif row.action is Action.ERASE and row.kind == BATCH and row.id.isdecimal() and int(row.id) in self.batches:
            self.batches[int(row.id)] = evolve(self.batches[int(row.id)], digest=row.digest)


def verify(storage: StorageBackend, anchor: Anchor | None = None, *, kinds: Collection[str] = ()) -> IntegrityReport:
    """Verify a store by its own check, its audit log by its chain and an anchor, and its records by the log.

    `kinds` are the kinds of documents that the application keeps, beside those that the log names.
    """
    own = storage.verify()
    found = list(faults(storage, anchor, kinds))
    return IntegrityReport(checked=own.checked, faults=(*own.faults, *found))


def faults(storage: StorageBackend, anchor: Anchor | None, kinds: Collection[str]) -> Iterator[Fault]:
    """Yield what is wrong in one state of a store; where it cannot be read on, that is the last fault."""
    told = Told()
    try:
        with storage.unit_of_work() as unit:
            yield from chain_faults(unit.entries(), anchor)
            yield from reading(unit.entries(), told)
            yield from document_faults(unit, told, {*kinds, *(kind for kind, _ in told.documents)})
            yield from batch_faults(unit, told)
    except StorageError as error:
        yield Fault("store", Text(error.id, error.en))


def reading(entries: Iterator[Entry], told: Told) -> Iterator[Fault]:
    """Read the audit log; yield entries that are no audit rows."""
    for entry in entries:
        try:
            told.take(entry.position, row_of(entry.body))
        except InvalidValue:
            yield Fault(f"audit/{entry.position}", NO_ROW)


def document_faults(unit: UnitOfWork, told: Told, kinds: Collection[str]) -> Iterator[Fault]:
    """Yield documents that are not as the log says, that it does not know, and that are gone."""
    missing = dict(told.documents)
    for document in (d for kind in sorted(kinds) for d in unit.documents(kind)):
        where = f"{document.kind}/{document.id}"
        row = missing.pop((document.kind, document.id), None)
        if row is None:
            yield Fault(where, PUT_IN)
        elif (row.revision, row.digest) != (document.revision, digest_of(document)):
            yield Fault(where, CHANGED)
    for kind, id in missing:
        yield Fault(f"{kind}/{id}", GONE)


def batch_faults(unit: UnitOfWork, told: Told) -> Iterator[Fault]:
    """Yield batches of figures of which some were changed, put in or are gone."""
    missing = dict(told.batches)
    for position, rows in groupby(unit.history(), key=lambda row: row.entry):
        digests = [digest(observation_values(row)) for row in rows]
        row = missing.pop(position, None)
        if row is None:
            yield Fault(f"observations/{position}", PUT_IN)
        elif (row.count, row.digest) != (len(digests), batch_digest(digests)):
            yield Fault(f"observations/{position}", BATCH_CHANGED)
    for position in missing:
        yield Fault(f"observations/{position}", GONE)
