"""Made-up records of the storage port, texts that break careless stores, and short ways to read what is stored."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, TypeVar

from kimcore.ports import Document, Entry, ObservationRow, StorageBackend

__all__ = ["LOOKALIKES", "OFFICE", "document", "entry", "figure", "figures", "ids", "observe", "pages", "put_all"]

OFFICE: Final = "99.01"
LOOKALIKES: Final = (
    *("", " ", "  ", "a", "A", "a ", " a", " a ", "a\x00", "\x00", "\x00a", "a\nb", "a\tb", "a b", "ab", "aa", "aaa"),
    *("e\u0301", "\u00e9", "E\u0301", "ss", "\u00df", "i", "\u0131", "%", "_", "a%", "a_", "'", '"', "\\", "\\0"),
    *("1", "01", "1.0", "null", "{}", "\uffff", "\U00010000", "\U0010ffff", "\ufeffa", "\u200ba", "\ufb01", "fi"),
)
"""Texts that are all different, of which careless stores take some for others, cut them or order them wrongly."""

T = TypeVar("T")


def document(id: str = "a", payload: str = "{}", **more: Any) -> Document:
    """Return a made-up document of a KIM."""
    given: dict[str, Any] = {"kind": "kim", "id": id, "office": OFFICE, "payload": payload}
    return Document(**given | more)


def figure(value: int | None, **more: Any) -> ObservationRow:
    """Return a made-up figure of one content."""
    given: dict[str, Any] = {"office": OFFICE, "kim": "k1", "provider": "manual", "platform": "instagram"}
    given |= {"content": "c", "indicator": "like", "observed": date(2024, 1, 1), "value": value}
    return ObservationRow(**given | more)


def entry(position: int, body: str = "{}") -> Entry:
    """Return a made-up entry of the audit log; a backend does not look at its hash."""
    return Entry(position=position, body=body, hash=f"{position:064x}")


def put_all(store: StorageBackend, *documents: Document) -> None:
    """Store new documents in one unit."""
    with store.unit_of_work() as unit:
        for each in documents:
            unit.put(each, expected=0)
        unit.commit()


def observe(store: StorageBackend, *rows: ObservationRow, entry: int = 0) -> int:
    """Store figures in one unit and return how many were new."""
    with store.unit_of_work() as unit:
        found = unit.observe(rows, entry=entry)
        unit.commit()
    return found.count


def ids(store: StorageBackend, office: str | None = None, kind: str = "kim") -> list[str]:
    """Return the ids of the documents that are stored, in the order in which the store gives them."""
    with store.unit_of_work() as unit:
        return [d.id for d in unit.documents(kind, office)]


def figures(store: StorageBackend, **asked: Any) -> list[tuple[int | None, int]]:
    """Return value and sequence number of the figures that stand."""
    given: dict[str, Any] = {"office": OFFICE}
    with store.unit_of_work() as unit:
        return [(r.value, r.sequence) for r in unit.observations(**given | asked)]


def pages(
    ask: Callable[[Any, int], Iterable[T]], cursor: Callable[[T], object], limit: int, most: int = 10_000
) -> list[T]:
    """Return what the pages of at most `limit` rows give together, each behind the last row of the one before.

    `ask` takes a cursor and the limit. The pages end at an empty one, or after `most` rows, for a store that repeats
    itself would not end.
    """
    found: list[T] = []
    after: object = None
    while page := list(ask(after, limit)):
        assert len(page) <= limit, f"a page of at most {limit} rows has {len(page)}"
        found += page
        if len(found) > most:
            break
        after = cursor(page[-1])
    return found
