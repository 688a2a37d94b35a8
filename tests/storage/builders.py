"""Short ways to make and read what is stored."""

from datetime import date
from typing import Any

from kimcore.ports import Document, ObservationRow, StorageBackend

__all__ = ["document", "figure", "figures", "ids", "store_all", "stored"]


def document(id: str = "a", payload: str = "{}", **more: Any) -> Document:
    """Return a made-up document of a KIM."""
    return Document(**{"kind": "kim", "id": id, "office": "99.01", "payload": payload} | more)


def figure(value: int | None, **more: Any) -> ObservationRow:
    """Return a made-up figure of one content."""
    where = {"office": "99.01", "kim": "k1", "provider": "manual", "platform": "instagram", "content": "c"}
    return ObservationRow(**where | {"indicator": "like", "observed": date(2024, 1, 1), "value": value} | more)


def store_all(store: StorageBackend, *documents: Document) -> None:
    """Store new documents in one unit."""
    with store.unit_of_work() as unit:
        for each in documents:
            unit.put(each, expected=0)
        unit.commit()


def stored(store: StorageBackend, id: str = "a") -> Document | None:
    """Return what is stored under an id."""
    with store.unit_of_work() as unit:
        return unit.get("kim", id)


def ids(store: StorageBackend, office: str | None = None) -> list[str]:
    """Return the ids of the KIMs stored."""
    with store.unit_of_work() as unit:
        return [d.id for d in unit.documents("kim", office)]


def figures(store: StorageBackend, **asked: Any) -> list[tuple[int | None, int]]:
    """Return value and sequence number of the figures that stand."""
    with store.unit_of_work() as unit:
        return [(r.value, r.sequence) for r in unit.observations(**{"office": "99.01"} | asked)]
