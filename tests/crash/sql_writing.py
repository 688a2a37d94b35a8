"""A unit that writes something of every kind; processes that are killed write one after the other."""

from collections.abc import Callable

from kimcore.ports import Entry, StorageBackend
from tests.storage.builders import document, figure

__all__ = ["STEPS", "write"]

STEPS = ("begun", "claimed", "put", "observed", "at the end")


def write(store: StorageBackend, number: int, reach: Callable[[str], None] = lambda _: None) -> None:
    """Write one unit under its key, unless it was stored before; `reach` is told each step."""
    with store.unit_of_work() as unit:
        reach("begun")
        if not unit.claim(str(number)):
            return
        reach("claimed")
        for half in "ab":
            unit.put(document(f"{number:06}{half}"), expected=0)
        reach("put")
        unit.observe([figure(number, content=str(number)), figure(number)], entry=number)
        reach("observed")
        unit.append([Entry(position=number, body=str(number), hash="")])
        reach("at the end")
        unit.commit()
