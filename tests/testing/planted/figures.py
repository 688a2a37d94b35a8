"""Bugs of observations, the audit log and pages."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from typing import Any

from attrs import evolve

from kimcore.ports import Document, Entry, ObservationRow, Observed
from kimcore.ports.digests import batch_digest, digest, observation_values
from kimcore_plugins.storage.memory import MemoryUnit
from tests.testing.planted.store import planted


@planted
class StoresDuplicates(MemoryUnit):
    """The same figure is stored at each import."""

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Store a row again where it says the same in another call."""
        self.lock()
        for key, row in list(self.present().last.items()):
            self.present().last[key] = evolve(row, value=None if row.value is None else row.value + 10**9)
        return super().observe(observations, entry=entry)


@planted
class ReturnNotStored(MemoryUnit):
    """A value that a key has had before is not stored, as under a unique index on key and value."""

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Leave out what was recorded once."""
        self.lock()
        had = {(r.key, r.value) for r in self.present().records}
        return super().observe((r for r in observations if (r.key, r.value) not in had), entry=entry)


@planted
class SequenceRestarts(MemoryUnit):
    """Sequence numbers begin at 1 in every call."""

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Count anew."""
        self.lock()
        last = self.present().last
        last |= {key: evolve(row, sequence=0) for key, row in last.items()}
        return super().observe(observations, entry=entry)


@planted
class WithdrawalDropped(MemoryUnit):
    """A withdrawn figure is not listed."""

    def observations(self, **asked: Any) -> Iterator[ObservationRow]:
        """List what has a value."""
        return (row for row in super().observations(**asked) if row.value is not None)


@planted
class WithdrawalIsZero(MemoryUnit):
    """None is stored as 0."""

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Store 0 for None."""
        return super().observe((evolve(r, value=r.value or 0) for r in observations), entry=entry)


@planted
class DigestOfEveryRow(MemoryUnit):
    """The digest is made of the rows given, not of those that were new."""

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Digest what was given."""
        rows = list(observations)
        found = super().observe(rows, entry=entry)
        return Observed(found.count, batch_digest(digest(observation_values(r)) for r in rows))


@planted
class EntryNotStored(MemoryUnit):
    """Records do not say with which entry they came."""

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Forget the entry."""
        return super().observe(observations, entry=0 * entry)


@planted
class NumbersAsFloats(MemoryUnit):
    """Numbers pass through a float and lose their last digits."""

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Round beyond 2**53."""
        rows = (evolve(r, value=None if r.value is None else int(float(r.value))) for r in observations)
        return super().observe(rows, entry=entry)


@planted
class LastDayLeftOut(MemoryUnit):
    """The last day asked for does not belong."""

    def observations(self, *, until: date | None = None, **asked: Any) -> Iterator[ObservationRow]:
        """List until the day before."""
        return super().observations(until=until and until - timedelta(days=1), **asked)


@planted
class AccountsWithCase(MemoryUnit):
    """Accounts are compared by their capitals alone: one platform's two spellings are two accounts."""

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Tell accounts that differ in case apart by a mark."""
        marked = (evolve(r, account=r.account + "~" * any(map(str.isupper, r.account))) for r in observations)
        return super().observe(marked, entry=entry)


@planted
class PageSkips(MemoryUnit):
    """The cursor of a page is the KIM and day alone: rows that agree in both are skipped."""

    def observations(self, *, after: ObservationRow | None = None, limit: int | None = None, **asked: Any) -> Any:
        """Begin behind the day."""
        found = super().observations(**asked)
        return islice((r for r in found if after is None or r.order[:2] > after.order[:2]), limit)


@planted
class PageRepeats(MemoryUnit):
    """A page begins with the last row of the one before."""

    def documents(
        self, kind: str, office: str | None = None, *, after: str | None = None, limit: int | None = None
    ) -> Any:
        """Begin at the cursor."""
        found = super().documents(kind, office)
        return islice((d for d in found if after is None or d.id >= after), limit)


@planted
class PageByPrefix(MemoryUnit):
    """A page leaves out every id that begins like the cursor."""

    def documents(
        self, kind: str, office: str | None = None, *, after: str | None = None, limit: int | None = None
    ) -> Iterator[Document]:
        """Begin behind the ids of the same beginning."""
        found = super().documents(kind, office, after=after)
        return islice((d for d in found if not (after and d.id.startswith(after))), limit)


@planted
class EmptyIdIsNone(MemoryUnit):
    """The cursor "" is taken for no cursor."""

    def documents(
        self, kind: str, office: str | None = None, *, after: str | None = None, limit: int | None = None
    ) -> Iterator[Document]:
        """Begin at the first where the cursor is empty."""
        return super().documents(kind, office, after=after or None, limit=limit)


@planted
class HistoryOfWhatStands(MemoryUnit):
    """The history leaves out what was corrected."""

    def history(self, office: str | None = None) -> Iterator[ObservationRow]:
        """List the last records."""
        last = self.present().last
        return (row for row in super().history(office) if last[row.key] == row)


@planted
class EntriesByText(MemoryUnit):
    """Positions are sorted as text: 10 before 2."""

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Sort by text."""
        return iter(sorted(super().entries(after), key=lambda e: str(e.position)))


@planted
class GapAccepted(MemoryUnit):
    """Only a position that is taken is refused, as by a primary key."""

    def append(self, entries: Iterable[Entry]) -> None:
        """Append what is not taken."""
        self.lock()
        log = self.present().entries
        for entry in entries:
            if entry.position in {e.position for e in log}:
                super().append([entry])
            log.append(entry)


@planted
class EntryWrittenOver(MemoryUnit):
    """A taken position is written over."""

    def append(self, entries: Iterable[Entry]) -> None:
        """Replace what stands there."""
        self.lock()
        for entry in entries:
            del self.present().entries[max(entry.position - 1, 0) :]
            super().append([entry])


@planted
class RenamesWhatStands(MemoryUnit):
    """Records that were corrected keep the old text."""

    def rename(self, names: Mapping[str, str], *, office: str) -> Mapping[int, str]:
        """Rename, and put back what does not stand."""
        self.lock()
        old = list(self.present().records)
        found = super().rename(names, office=office)
        stands = set(map(id, self.present().last.values()))
        self.present().records = [
            new if id(new) in stands else was for was, new in zip(old, self.present().records, strict=True)
        ]
        return found


@planted
class RenamesEveryOffice(MemoryUnit):
    """The office is not looked at."""

    def rename(self, names: Mapping[str, str], *, office: str) -> Mapping[int, str]:
        """Rename for all."""
        found: dict[int, str] = {}
        for each in dict.fromkeys((office, *(r.office for r in self.present().records))):
            found |= super().rename(names, office=each)
        return found


@planted
class DigestOfRenamedAlone(MemoryUnit):
    """The digest of an entry is made of the records that changed."""

    def rename(self, names: Mapping[str, str], *, office: str) -> Mapping[int, str]:
        """Leave the others out."""
        found = super().rename(names, office=office)
        new = [r for r in self.present().records if {r.account, r.content} & set(names.values())]
        return {e: batch_digest(digest(observation_values(r)) for r in new if r.entry == e) for e in found}
