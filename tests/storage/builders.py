"""Short ways to make and read what is stored: those of the contract, and the document of one id."""

from kimcore.ports import Document, StorageBackend
from kimcore.testing.contracts.records import document, entry, figure, figures, ids
from kimcore.testing.contracts.records import put_all as store_all

__all__ = ["document", "entry", "figure", "figures", "ids", "store_all", "stored"]


def stored(store: StorageBackend, id: str = "a") -> Document | None:
    """Return what is stored under an id."""
    with store.unit_of_work() as unit:
        return unit.get("kim", id)
