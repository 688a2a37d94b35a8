"""What storage adapters share: which observations are new, which entries follow, and what no store holds."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from attrs import evolve

from kimcore.errors import Conflict, InvalidValue, StorageError
from kimcore.ports import Entry, ObservationRow

__all__ = [
    "Key",
    "Last",
    "batches",
    "following",
    "new_rows",
    "nothing_to_remove",
    "renamed",
    "storable",
    "unit_ended",
    "unstorable",
]

Key = tuple[str, ...]
"""The key of an observation."""

K = TypeVar("K", bound=Hashable)

Last = tuple[int, int | None]
"""The sequence number and value of the last record of a key; `NO_RECORD` for none."""

NO_RECORD: Last = (0, None)

WIDEST = 2**63


def batches(rows: Iterable[ObservationRow], size: int) -> Iterator[list[ObservationRow]]:
    """Yield the rows in lists of at most `size`."""
    source = iter(rows)
    while batch := list(islice(source, size)):
        yield batch


def new_rows(rows: Iterable[tuple[K, ObservationRow]], known: dict[K, Last]) -> Iterator[tuple[K, int, ObservationRow]]:
    """Yield what is to be appended, each with its key and sequence number; rows come with their keys.

    `known` has what stands under the keys that have a record, and follows what is yielded.
    """
    for key, row in rows:
        sequence, value = known.get(key, NO_RECORD)
        if row.value != value:
            known[key] = (sequence + 1, storable_number(row.value))
            yield key, sequence + 1, row


def renamed(row: ObservationRow, names: Mapping[str, str]) -> ObservationRow:
    """Return a record with new texts in the place of its account and content; the same object where neither changes."""
    account, content = (names.get(text, text) if text else text for text in (row.account, row.content))
    return row if (account, content) == (row.account, row.content) else evolve(row, account=account, content=content)


def following(entries: Iterable[Entry], last: Entry | None) -> list[Entry]:
    """Return entries that follow the last one of the audit log; raise `Conflict` where one does not."""
    found = list(entries)
    for before, entry in enumerate(found, last.position if last else 0):
        if entry.position != before + 1:
            raise Conflict(kind="entry", id=str(entry.position), expected=entry.position - 1, actual=before)
    return found


def storable_number(value: int | None) -> int | None:
    """Return a number that 64 bits hold; refuse any other."""
    if value is not None and not -WIDEST <= value < WIDEST:
        raise unstorable("a number wider than 64 bits", "bilangan yang lebih lebar dari 64 bit")
    return value


def storable(*texts: str) -> None:
    """Refuse a text that is no Unicode text (it holds half of a surrogate pair)."""
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        raise unstorable("a text that is not valid Unicode", "teks yang bukan Unicode yang sah") from None


def unstorable(en: str, id: str) -> StorageError:
    """Return the error for a value that no store holds; the value itself is not shown."""
    return StorageError("value_unstorable", f"{en} cannot be stored", f"{id} tidak dapat disimpan")


def unit_ended() -> StorageError:
    """Return the error for using a unit of work outside its `with` block or after its end."""
    en, id = "the unit of work has ended or not begun", "unit kerja sudah selesai atau belum dimulai"
    return StorageError("unit_ended", en, id)


def nothing_to_remove(kind: str, id: str) -> InvalidValue:
    """Return the error for removing what is expected not to exist."""
    return InvalidValue("remove_nothing", f"{kind} {id!r}: a removal expects a revision from 1", field="expected")
