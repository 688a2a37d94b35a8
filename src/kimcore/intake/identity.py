"""Identity: which KIM a row speaks of (interface, Identity)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from attrs import define, field, frozen

from kimcore.community import Kim
from kimcore.intake.cells import squeeze
from kimcore.intake.columns import NAME, NUMBER, VILLAGE
from kimcore.intake.log import Log
from kimcore.intake.records import Record

__all__ = ["Entry", "Names", "Roster", "claim", "entries", "names_of", "names_of_kim", "suspects"]

Item = TypeVar("Item")


@frozen
class Names:
    """The name, village and community number of a KIM as they are compared; empty where there is none."""

    name: str
    village: str = ""
    number: str = ""


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
        """Enter a thing under its names."""
        if names.number:
            self.by_number.setdefault(names.number, []).append(item)
        self.by_place.setdefault((names.name, names.village), []).append(item)
        self.by_name.setdefault(names.name, []).append(item)

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


@define
class Entry:
    """A row of Profil KIM that was taken, its names, and the KIM known before that it speaks of."""

    record: Record
    names: Names
    known: Kim | None = None


def entries(records: Sequence[Record], known: Sequence[Kim], suspect: frozenset[str], log: Log) -> list[Entry]:
    """Return the rows of Profil KIM that each speak of a KIM of their own; the others are reported."""
    numbers = {names_of_kim(kim).number for kim in known} - suspect - {""}
    villages = Counter(name for name, village in {(n.name, n.village) for n in map(names_of, records)} if village)
    roster: Roster[Entry] = Roster(suspect)
    taken = []
    for record in records:
        names = names_of(record)
        numbered = roster.numbered(names) or names.number in numbers
        earlier = roster.numbered(names) or ([] if numbered else namesakes(roster, names))
        if not names.name:
            record.report(log, "name_missing", NAME)
        elif not numbered and not names.village and villages[names.name] > 1:
            record.report(log, "kim_ambiguous", NAME, value=record.values[NAME])
        elif earlier:
            where = {"name": record.values[NAME], "other": earlier[0].record.row}
            record.report(log, "kim_duplicate", NAME, value=record.values[NAME], **where)
        else:
            taken.append(Entry(record, names))
            roster.add(taken[-1], names)
    return taken


def namesakes(roster: Roster[Entry], names: Names) -> list[Entry]:
    """Return the earlier rows of the same KIM by name: those of its village, or of any where one names none."""
    if not names.village:
        return roster.by_name.get(names.name, [])
    return roster.placed(names) or [e for e in roster.by_name.get(names.name, []) if not e.names.village]


def claim(taken: list[Entry], known: Sequence[Kim], suspect: frozenset[str], log: Log) -> list[Entry]:
    """Join each row to the KIM known before that it speaks of, by the surest way first; return the rows to take.

    A row whose name fits several known KIMs, and that names no village, is reported and not taken.
    """
    roster: Roster[Kim] = Roster(suspect)
    for kim in known:
        roster.add(kim, names_of_kim(kim))
    free = {kim.id for kim in known}
    for way in (roster.numbered, roster.placed):
        join(taken, way, free)
    kept = [entry for entry in taken if not unclear(entry, roster, log)]
    rest = Counter(entry.names.name for entry in kept if entry.known is None)
    alone = [entry for entry in kept if rest[entry.names.name] == 1]
    join(alone, lambda names: roster.by_name.get(names.name, []), free)
    return kept


def join(taken: list[Entry], way: Callable[[Names], list[Kim]], free: set[str]) -> None:
    """Join the rows that one way leads to a single KIM which no other row has claimed."""
    for entry in taken:
        found = way(entry.names) if entry.known is None else []
        if len(found) == 1 and found[0].id in free:
            entry.known = found[0]
            free.discard(found[0].id)


def unclear(entry: Entry, roster: Roster[Kim], log: Log) -> bool:
    """Report a row whose name alone fits several known KIMs, and tell so."""
    found = entry.known is None and not entry.names.village and len(roster.by_name.get(entry.names.name, [])) > 1
    if found:
        entry.record.report(log, "kim_ambiguous", NAME, value=entry.record.values[NAME])
    return found
