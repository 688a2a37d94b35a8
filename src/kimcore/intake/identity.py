"""Identity: which KIM a row speaks of (interface, Identity)."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, Generic, TypeVar

from attrs import define, field, frozen

from kimcore.community import Kim
from kimcore.intake.cells import squeeze
from kimcore.intake.columns import NAME, NUMBER, VILLAGE
from kimcore.intake.records import Record

__all__ = [
    "Names",
    "Roster",
    "former_names",
    "names_of",
    "names_of_kim",
    "suspects",
]

CACHE: Final = 1 << 16
"""How many names are remembered: every sheet names the KIMs again."""

Item = TypeVar("Item")


@frozen
class Names:
    """The name, village and community number of a KIM as they are compared; empty where there is none."""

    name: str
    village: str = ""
    number: str = ""


@lru_cache(maxsize=CACHE)
def words(value: Any) -> str:
    """Return a stated text as it is compared; a denial is no text."""
    return squeeze(value) if isinstance(value, str) else ""


def names_of(record: Record) -> Names:
    """Return the names by which a row finds its KIM."""
    get = record.values.get
    return Names(words(get(NAME)), words(get(VILLAGE)), words(get(NUMBER)))


def names_of_kim(kim: Kim) -> Names:
    """Return the names of a KIM."""
    identity = kim.identity
    return Names(words(identity.name), words(identity.village), words(identity.community_number))


def former_names(kim: Kim) -> list[Names]:
    """Return the names of the records that were merged into a KIM."""
    return [Names(words(f.name), words(f.village), words(f.community_number)) for f in kim.former]


def suspects(records: Iterable[Record]) -> frozenset[str]:
    """Return the numbers that stand beside different names: keys for none of them."""
    beside: dict[str, set[str]] = {}
    for names in (names_of(record) for record in records if record.values.get(NUMBER)):
        if names.number and names.name:
            beside.setdefault(names.number, set()).add(names.name)
    return frozenset(number for number, named in beside.items() if len(named) > 1)


@define
class Roster(Generic[Item]):
    """Things found by number, else by name and village, else by name; `suspects` are numbers that find nothing."""

    suspects: frozenset[str] = frozenset()
    by_number: dict[str, list[Item]] = field(factory=dict)
    by_place: dict[tuple[str, str], list[Item]] = field(factory=dict)
    by_name: dict[str, list[Item]] = field(factory=dict)

    def add(self, item: Item, names: Names) -> None:
        """Enter a thing under its names; one that bears several alike is entered once."""
        lists = [self.by_number.setdefault(names.number, [])] if names.number else []
        lists.append(self.by_place.setdefault((names.name, names.village), []))
        lists.append(self.by_name.setdefault(names.name, []))
        for items in lists:
            if item not in items:
                items.append(item)

    def numbered(self, names: Names) -> list[Item]:
        """Return the one thing that bears the number, unless the number is a key for none."""
        found = [] if names.number in self.suspects else self.by_number.get(names.number, [])
        return found if len(found) == 1 else []

    def placed(self, names: Names) -> list[Item]:
        """Return what bears the name and the village."""
        return self.by_place.get((names.name, names.village), []) if names.village else []

    def find(self, names: Names) -> list[Item]:
        """Return what the names fit: one thing, none, or several between which they do not decide."""
        return self.numbered(names) or self.placed(names) or self.by_name.get(names.name, [])
