"""The state machine: two units of work at a time, reopening and crashes, compared with the model after every step."""

import gc
import warnings
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

import pytest
from attrs import define
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from kimcore.errors import Conflict
from kimcore.ports import Document, Entry, ObservationRow, StorageCapability, UnitOfWork
from kimcore.testing.contracts.drawn import DAYS, DOCUMENTS, FIGURES, KEYS, KINDS, LIMITS, NAMES, OFFICES, OVER, SLOTS
from kimcore.testing.contracts.model import Model, history_fault
from kimcore.testing.contracts.opening import Opening
from kimcore.testing.contracts.records import pages
from kimcore.testing.drawing import texts

__all__ = ["StorageMachine"]


@define
class Running:
    """A unit that runs, what it must see, and whether it has the right to write."""

    unit: UnitOfWork
    seen: Model
    is_writing: bool = False


class StorageMachine(RuleBasedStateMachine):
    """Any series of operations on one store; each that a backend could answer wrongly is compared at once.

    A unit begins when it is first used, and reads at once, for a backend may take its snapshot then. Only one unit is
    made to write at a time: how long another waits for the right is a law of its own.
    """

    contract: ClassVar[Opening]
    count: ClassVar[list[int]]

    def __init__(self) -> None:
        super().__init__()
        self.home = TemporaryDirectory(prefix="kimcore-")
        self.folder = Path(self.home.name)
        self.store = self.contract.open(self.folder)
        self.store.migrate()
        self.committed, self.batch = Model(), 0
        self.was_written = False
        self.running: dict[int, Running] = {}

    def reader(self, slot: int) -> Running:
        """Return the unit of a slot; begin one where none runs."""
        self.count[0] += 1
        if slot not in self.running:
            unit = self.store.unit_of_work()
            unit.__enter__()
            self.running[slot] = Running(unit, self.committed.copy())
            unit.last_entry()
        return self.running[slot]

    def writer(self, slot: int) -> Running:
        """Return the unit that may write: the one that does, else that of the slot, which then sees the newest."""
        writing = next((r for r in self.running.values() if r.is_writing), None)
        running = writing or self.reader(slot)
        if not running.is_writing:
            running.seen, running.is_writing = self.committed.copy(), True
            self.was_written = True
        return running

    @rule(slot=SLOTS)
    def lock(self, slot: int) -> None:
        """Take the right to write."""
        self.writer(slot).unit.lock()

    @rule(slot=SLOTS, written=st.lists(st.tuples(DOCUMENTS, OVER), min_size=1, max_size=4))
    def put(self, slot: int, written: list[tuple[Document, int]]) -> None:
        """Put documents, each over its revision or over another."""
        running = self.writer(slot)
        for document, over in written:
            actual = running.seen.revision(document.kind, document.id)
            expected = max(actual + over, 0)
            put = partial(running.unit.put, document, expected=expected)
            if not conflicts(put, actual != expected):
                running.seen.put(document, expected)

    @rule(slot=SLOTS, removed=st.lists(st.tuples(st.integers(0, 9), OVER), min_size=1, max_size=3))
    def remove(self, slot: int, removed: list[tuple[int, int]]) -> None:
        """Remove documents that are there, each over its revision or over another."""
        running = self.writer(slot)
        for number, over in removed:
            found = sorted(running.seen.documents.items())
            name, document = found[number % len(found)] if found else (("kim", "a"), None)
            actual = document.revision if document else 0
            expected = max(actual + over, 1)
            remove = partial(running.unit.remove, *name, expected=expected)
            if not conflicts(remove, actual != expected):
                del running.seen.documents[name]

    @rule(slot=SLOTS, rows=st.lists(FIGURES, max_size=6))
    def observe(self, slot: int, rows: list[ObservationRow]) -> None:
        """Append observations that came with one entry."""
        running = self.writer(slot)
        self.batch += 1
        assert running.unit.observe(iter(rows), entry=self.batch) == running.seen.observe(rows, self.batch)

    @rule(slot=SLOTS, key=KEYS)
    def claim(self, slot: int, key: str) -> None:
        """Claim a key that this unit has not claimed itself."""
        running = self.writer(slot)
        if key not in running.seen.claims - self.committed.claims:
            assert running.unit.claim(key) == (key not in running.seen.claims)
            running.seen.claims.add(key)

    @rule(slot=SLOTS, bodies=st.lists(texts(), max_size=3), over=OVER)
    def append(self, slot: int, bodies: list[str], over: int) -> None:
        """Append entries at the end of the log, or where one stands already, or behind a gap."""
        running = self.writer(slot)
        end = len(running.seen.entries)
        start = end + over + 1
        entries = [Entry(position=n, body=body, hash=f"{n:064x}") for n, body in enumerate(bodies, start)]
        if not conflicts(lambda: running.unit.append(entries), bool(entries) and over != 0):
            running.seen.entries += entries

    @rule(slot=SLOTS, kind=st.sampled_from(KINDS), id=NAMES, office=st.sampled_from((None, "99.01", "99.02")))
    def read_documents(self, slot: int, kind: str, id: str, office: str | None) -> None:
        """Read one document and the lists."""
        running = self.reader(slot)
        assert running.unit.get(kind, id) == running.seen.documents.get((kind, id))
        for each in KINDS:
            assert list(running.unit.documents(each, office)) == running.seen.listed(each, office)

    @rule(slot=SLOTS, kind=st.sampled_from(KINDS), after=NAMES, limit=LIMITS)
    def read_pages(self, slot: int, kind: str, after: str, limit: int) -> None:
        """Read documents page by page, and a page behind any text."""
        running = self.reader(slot)
        listed = running.seen.listed(kind, None)
        behind = [d for d in listed if d.id > after]
        unit = running.unit
        assert list(unit.documents(kind, after=after, limit=limit)) == behind[:limit]
        ask: Callable[[Any, int], Any] = lambda cursor, size: unit.documents(kind, after=cursor, limit=size)  # noqa: E731
        assert pages(ask, lambda d: d.id, limit, len(listed)) == listed

    @rule(slot=SLOTS, kim=st.none() | st.sampled_from(sorted(OFFICES)), until=st.sampled_from(DAYS), limit=LIMITS)
    def read_figures(self, slot: int, kim: str | None, until: date, limit: int) -> None:
        """Read the figures of an office, whole and page by page, and the history."""
        running = self.reader(slot)
        unit, office = running.unit, OFFICES[kim or "k1"]
        standing = running.seen.standing(office, kim, until)
        assert list(unit.observations(office=office, kim=kim, until=until)) == standing
        ask: Callable[[Any, int], Any] = lambda row, size: unit.observations(  # noqa: E731
            office=office, kim=kim, until=until, after=row, limit=size
        )
        assert pages(ask, lambda row: row, limit, len(standing)) == standing
        records = [r for r in running.seen.records if r.office == office]
        assert not history_fault(list(unit.history(office)), records)

    @rule(slot=SLOTS, after=st.integers(0, 4))
    def read_log(self, slot: int, after: int) -> None:
        """Read the audit log behind a position, and its last entry."""
        running = self.reader(slot)
        entries = running.seen.entries
        assert list(running.unit.entries(after)) == entries[after:]
        assert running.unit.last_entry() == (entries[-1] if entries else None)

    @rule(slot=SLOTS)
    def commit(self, slot: int) -> None:
        """Commit a unit."""
        running = self.reader(slot)
        del self.running[slot]
        running.unit.commit()
        running.unit.__exit__(None, None, None)
        if running.is_writing:
            self.committed = running.seen

    @rule(slot=SLOTS, error=st.sampled_from((None, ZeroDivisionError())))
    def roll_back(self, slot: int, error: Exception | None) -> None:
        """End a unit without commit, well or by an error."""
        running = self.reader(slot)
        del self.running[slot]
        running.unit.__exit__(type(error) if error else None, error, None)

    @property
    def is_worth_opening(self) -> bool:
        """Tell whether the store outlives its closing, and was written since it was opened."""
        return self.was_written and StorageCapability.DURABLE in self.store.capabilities

    @precondition(lambda self: self.is_worth_opening)
    @rule()
    def reopen(self) -> None:
        """End what runs, close the store and open it again."""
        self.end()
        self.store.close()
        self.open_again()

    @precondition(lambda self: self.is_worth_opening)
    @rule()
    def crash(self) -> None:
        """Drop the store and what runs on it, without an end and without closing, and open it again."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.running.clear()
            del self.store
            gc.collect()
            gc.collect()  # what a pool took back at the first
        self.open_again()

    def open_again(self) -> None:
        """Open the store of the folder, and compare all that it holds."""
        self.store = self.contract.open(self.folder)
        self.was_written = False
        self.count[0] += 1
        self.look()

    def end(self) -> None:
        """Roll back what runs."""
        for slot in list(self.running):
            self.running.pop(slot).unit.__exit__(None, None, None)

    def look(self) -> None:
        """Compare everything that is committed."""
        model = self.committed
        with self.store.unit_of_work() as unit:
            assert [list(unit.documents(k)) for k in KINDS] == [model.listed(k, None) for k in KINDS]
            assert [list(unit.observations(office=o)) for o in ("99.01", "99.02")] == [
                model.standing(o) for o in ("99.01", "99.02")
            ]
            assert not history_fault(list(unit.history()), model.records)
            assert list(unit.entries()) == model.entries
            assert not any(map(unit.claim, sorted(model.claims)))

    def teardown(self) -> None:
        """Compare what is left, verify it, and throw the store away."""
        try:
            self.end()
            self.look()
            assert self.store.verify().is_sound
        finally:
            self.end()
            self.store.close()
            self.contract.discard(self.folder)
            self.home.cleanup()


def conflicts(write: Callable[[], object], is_expected: bool) -> bool:
    """Write, and return whether it was a `Conflict`, as it must be if and only if one is expected."""
    if not is_expected:
        write()
        return False
    with pytest.raises(Conflict):
        write()
    return True
