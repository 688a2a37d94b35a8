"""Claims: which rows of Profil KIM speak of a KIM of their own, and which known KIM each of them means."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import define, field, frozen

from kimcore.community import Kim
from kimcore.intake.columns import NAME
from kimcore.intake.identity import Names, Roster, former_names, names_of, names_of_kim
from kimcore.intake.log import Log
from kimcore.intake.records import Record

__all__ = ["Entry", "claim", "entries"]


@define
class Entry:
    """A row of Profil KIM that was taken, its names, and the KIM known before that it speaks of."""

    record: Record
    names: Names
    known: Kim | None = None


def entries(records: Sequence[Record], known: Sequence[Kim], suspect: frozenset[str], log: Log) -> list[Entry]:
    """Return the rows of Profil KIM that each speak of a KIM of their own; the others are reported.

    What repeats a row of its KIM under another number or village counts as that KIM for the rows below, too. A row that
    would not be taken is, if its number is that of a known KIM and no row that is taken bears it.
    """
    roster: Roster[Entry] = Roster(suspect)
    taken: list[Entry] = []
    refused: list[Refusal] = []
    named = list(map(names_of, records))
    villages = Counter(name for name, village in {(n.name, n.village) for n in named} if village)
    for record, names in zip(records, named, strict=True):
        refusal = refuse(Entry(record, names), roster, villages)
        if refusal is None:
            taken.append(Entry(record, names))
            roster.add(taken[-1], names)
            continue
        refused.append(refusal)
        if refusal.earlier is not None:
            roster.add(refusal.earlier, names)
    keys = {(n.number, n.name) for n in map(names_of_kim, known) if n.number and n.number not in suspect}
    return [*taken, *rescued(refused, taken, keys, log)]


@frozen
class Refusal:
    """A row of Profil KIM that is not taken, why, and the earlier row of its KIM."""

    entry: Entry
    code: str
    earlier: Entry | None = None

    def report(self, log: Log) -> None:
        """Report the row."""
        record = self.entry.record
        if self.code == "name_missing":
            record.report(log, self.code, NAME)
        else:
            other = self.earlier.record.row if self.earlier else ""
            name = record.values[NAME]
            record.report(log, self.code, NAME, value=name, name=name, other=other)


def refuse(entry: Entry, roster: Roster[Entry], villages: Mapping[str, int]) -> Refusal | None:
    """Return why a row is not taken, or None where it speaks of a KIM of its own."""
    names = entry.names
    numbered = roster.numbered(names)
    if not names.name:
        return Refusal(entry, "name_missing")
    if not numbered and not names.village and villages[names.name] > 1:
        return Refusal(entry, "kim_ambiguous")
    earlier = numbered or namesakes(roster, names)
    return Refusal(entry, "kim_duplicate", earlier[0]) if earlier else None


def rescued(
    refused: Iterable[Refusal], taken: Iterable[Entry], keys: set[tuple[str, str]], log: Log
) -> Iterator[Entry]:
    """Give the rows whose number alone finds their known KIM; the others are reported.

    `keys` are the numbers of the known KIMs, each with the name beside it: a row that repeats another is the row of a
    namesake only if that namesake is known by its number.
    """
    borne, numbers = {entry.names.number for entry in taken}, {number for number, _ in keys}
    for refusal in refused:
        names = refusal.entry.names
        is_known = names.number in numbers if refusal.code == "kim_ambiguous" else (names.number, names.name) in keys
        if is_known and names.name and names.number not in borne:
            borne.add(names.number)
            yield refusal.entry
        else:
            refusal.report(log)


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
    known_ones = Known(suspect)
    former: Roster[Kim] = Roster(suspect)
    for kim in known:
        known_ones.add(kim)
        for names in former_names(kim):
            former.add(kim, names)
    for way in (known_ones.roster.numbered, known_ones.placed, former.numbered, former.placed):
        join(taken, way, known_ones.free)
    claimed = Claimed.of(taken, former)
    open_ones = [entry for entry in taken if entry.known is None]
    left = {id(entry) for entry in open_ones if repeats(entry, claimed, log) or unclear(entry, known_ones, log)}
    kept = [entry for entry in taken if id(entry) not in left]
    rest = Counter(entry.names.name for entry in kept if entry.known is None)
    join([entry for entry in kept if rest[entry.names.name] == 1], known_ones.named, known_ones.free)
    return kept


@define
class Known:
    """The KIMs known before, found by their names, and the ids of those that no row has claimed."""

    suspects: frozenset[str]
    free: set[str] = field(factory=set)
    roster: Roster[Kim] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Begin without a KIM."""
        self.roster = Roster(self.suspects)

    def add(self, kim: Kim) -> None:
        """Enter a KIM."""
        self.roster.add(kim, names_of_kim(kim))
        self.free.add(kim.id)

    def placed(self, names: Names) -> list[Kim]:
        """Return the unclaimed KIMs that bear a name and village."""
        return self.unclaimed(self.roster.placed(names))

    def named(self, names: Names) -> list[Kim]:
        """Return the KIMs that bear a name; those claimed under another name do not count for a row without village."""
        found = self.roster.by_name.get(names.name, [])
        return found if names.village else self.unclaimed(found)

    def unclaimed(self, found: Iterable[Kim]) -> list[Kim]:
        """Return the KIMs that no row has claimed."""
        return [kim for kim in found if kim.id in self.free]


def join(taken: list[Entry], way: Callable[[Names], list[Kim]], free: set[str]) -> None:
    """Join the rows that one way leads to a single KIM which no other row has claimed."""
    for entry in taken:
        found = way(entry.names) if entry.known is None else []
        if len(found) == 1 and found[0].id in free:
            entry.known = found[0]
            free.discard(found[0].id)


def unclear(entry: Entry, known: Known, log: Log) -> bool:
    """Report a row that fits several known KIMs, by name alone or with its village, and tell so."""
    found = len(known.placed(entry.names) if entry.names.village else known.named(entry.names)) > 1
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
