"""What storage adapters share: which observations are new, and what no store holds."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from kimcore.errors import InvalidValue, StorageError
from kimcore.ports import ObservationRow

__all__ = [
    "NO_RECORD",
    "Key",
    "Last",
    "batches",
    "new_rows",
    "nothing_to_remove",
    "storable",
    "unit_ended",
    "unstorable",
]

Key = tuple[str, ...]
"""The key of an observation."""

Last = tuple[int, int | None]
"""The sequence number and value of the last record of a key; `NO_RECORD` for none."""

NO_RECORD: Last = (0, None)

WIDEST = 2**63


def batches(rows: Iterable[ObservationRow], size: int) -> Iterator[list[ObservationRow]]:
    """Yield the rows in lists of at most `size`."""
    source = iter(rows)
    while batch := list(islice(source, size)):
        yield batch


def new_rows(rows: Iterable[ObservationRow], last: Callable[[Key], Last]) -> Iterator[tuple[Key, int, ObservationRow]]:
    """Yield what is to be appended after its key and sequence number; `last` gives what stands under a key."""
    known: dict[Key, Last] = {}
    for row in rows:
        key = row.key
        sequence, value = known.get(key) or last(key)
        if row.value != value:
            known[key] = (sequence + 1, storable_number(row.value))
            yield key, sequence + 1, row


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
