"""Stores with an audit log, for the tests of the ledger."""

from datetime import date

from kimcore.ledger import Ledger
from kimcore.ports import Document, ObservationRow, StorageBackend
from kimcore.testing import FakeClock
from kimcore_plugins.storage.memory import MemoryStorage

__all__ = ["a_document", "a_figure", "a_ledger", "filled"]


def a_ledger(storage: StorageBackend | None = None) -> Ledger:
    """Return the ledger of a store, used by a made-up officer."""
    return Ledger(storage or MemoryStorage(), "made-up officer", FakeClock())


def a_document(id: str = "k1", payload: str = '{"name":"A"}', kind: str = "kim") -> Document:
    """Return a document of a made-up office."""
    return Document(kind=kind, id=id, office="99.01", payload=payload)


def a_figure(day: int = 1, value: int | None = 5) -> ObservationRow:
    """Return a figure of a day in October 2026."""
    return ObservationRow(
        office="99.01",
        kim="k1",
        provider="manual",
        platform="instagram",
        indicator="audience",
        observed=date(2026, 10, day),
        value=value,
    )


def filled(documents: int = 3, batches: int = 2) -> Ledger:
    """Return a ledger with documents, of which the first was changed, and batches of three figures."""
    ledger = a_ledger()
    with ledger.unit("import") as unit:
        for number in range(documents):
            unit.put(a_document(f"k{number}"), expected=0)
        unit.put(a_document("k0", '{"name":"B"}'), expected=1)
        unit.commit()
    for number in range(batches):
        with ledger.unit("collect") as unit:
            unit.observe([a_figure(3 * number + n, number) for n in (1, 2, 3)])
            unit.commit()
    return ledger
