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

__all__ = [
    "Entry",
    "Names",
    "Roster",
    "claim",
    "entries",
    "former_names",
    "names_of",
    "names_of_kim",
    "suspects",
]

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


@define
class Entry:
    """A row of Profil KIM that was taken, its names, and the KIM known before that it speaks of."""

    record: Record
    names: Names
    known: Kim | None = None


def entries(records: Sequence[Record], known: Sequence[Kim], suspect: frozenset[str], log: Log) -> list[Entry]:
    """Return the rows of Profil KIM that each speak of a KIM of their own; the others are reported.

    What repeats a row of its KIM under another number or village counts as that KIM for the rows below, too.
    """
    numbers = {names_of_kim(kim).number for kim in known} - suspect - {""}
    named = list(map(names_of, records))
    villages = Counter(name for name, village in {(n.name, n.village) for n in named} if village)
    roster: Roster[Entry] = Roster(suspect)
    taken = []
    for record, names in zip(records, named, strict=True):
        numbered = roster.numbered(names) or names.number in numbers
        earlier = roster.numbered(names) or ([] if numbered else namesakes(roster, names))
        if not names.name:
            record.report(log, "name_missing", NAME)
        elif not numbered and not names.village and villages[names.name] > 1:
            record.report(log, "kim_ambiguous", NAME, value=record.values[NAME])
        elif earlier:
            where = {"name": record.values[NAME], "other": earlier[0].record.row}
            record.report(log, "kim_duplicate", NAME, value=record.values[NAME], **where)
            roster.add(earlier[0], names)
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

    A row that fits several known KIMs by name, or by name and village, is reported and not taken; so is a second row of
    a KIM that another row names by its number, also under the names of a record that was merged into it.
    """
    roster: Roster[Kim] = Roster(suspect)
    former: Roster[Kim] = Roster(suspect)
    for kim in known:
        roster.add(kim, names_of_kim(kim))
        for names in former_names(kim):
            former.add(kim, names)
    free = {kim.id for kim in known}

    def placed(names: Names) -> list[Kim]:
        return [kim for kim in roster.placed(names) if kim.id in free]

    for way in (roster.numbered, placed, former.numbered, former.placed):
        join(taken, way, free)
    claimed = Claimed.of(taken, former)
    open_ones = [entry for entry in taken if entry.known is None]
    left = {id(e) for e in open_ones if repeats(e, claimed, log) or unclear(e, roster, placed(e.names), log)}
    kept = [entry for entry in taken if id(entry) not in left]
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


def unclear(entry: Entry, roster: Roster[Kim], placed: Sequence[Kim], log: Log) -> bool:
    """Report a row that fits several known KIMs, by name alone or with its village, and tell so."""
    found = len(placed if entry.names.village else roster.by_name.get(entry.names.name, [])) > 1
    if found:
        entry.record.report(log, "kim_ambiguous", NAME, value=entry.record.values[NAME])
    return found


@frozen
class Claimed:
    """The rows that were joined to a known KIM: by its id, by their name, and by names of records merged into it."""

    by_id: dict[str, Entry]
    by_name: dict[str, list[Entry]]
    former: Roster[Kim]

    @classmethod
    def of(cls, taken: Iterable[Entry], former: Roster[Kim]) -> "Claimed":
        """Return the rows that were joined."""
        found = cls({}, {}, former)
        for entry in taken:
            if entry.known is not None:
                found.by_id[entry.known.id] = entry
                found.by_name.setdefault(entry.names.name, []).append(entry)
        return found

    def first(self, names: Names) -> Entry | None:
        """Return the row that speaks of the KIM which other names mean too."""
        merged = self.former.numbered(names) or self.former.placed(names)
        rows = [self.by_id[kim.id] for kim in merged if kim.id in self.by_id]
        rows += [entry for entry in self.by_name.get(names.name, []) if is_namesake(entry.names, names)]
        return rows[0] if rows else None


def repeats(entry: Entry, claimed: Claimed, log: Log) -> bool:
    """Report a row that names a KIM of which another row speaks more surely, and tell so."""
    first = claimed.first(entry.names)
    if first is not None:
        where = {"name": entry.record.values[NAME], "other": first.record.row}
        entry.record.report(log, "kim_duplicate", NAME, value=entry.record.values[NAME], **where)
    return first is not None


def is_namesake(one: Names, other: Names) -> bool:
    """Tell whether two rows of one name are of one village, or one of them names none."""
    return one.village == other.village or not (one.village and other.village)
