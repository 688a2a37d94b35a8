"""Laws of capabilities: each is proved by processes of their own, and declared if and only if it is proved."""

from pathlib import Path

from kimcore.errors import KimError
from kimcore.ports import StorageCapability
from kimcore.testing.contracts.opening import Opening
from kimcore.testing.contracts.records import document, ids, put_all
from kimcore.testing.contracts.workers import ADDITIONS, Worker, WorkerFailed

__all__ = ["CapabilityLaws"]

UNITS = 4


class CapabilityLaws(Opening):
    """What a store can do beyond the contract."""

    def test_what_is_declared_durable_is(self, folder: Path) -> None:
        """DURABLE: what was committed survives the end of the process, and no unit stands by half."""
        self.compare(folder, StorageCapability.DURABLE, self.durability_fault(folder))

    def test_what_is_declared_for_concurrent_writers_is(self, folder: Path) -> None:
        """CONCURRENT_WRITERS: two processes that add to one number at once lose nothing of each other's."""
        self.compare(folder, StorageCapability.CONCURRENT_WRITERS, self.concurrency_fault(folder))

    def compare(self, folder: Path, capability: StorageCapability, fault: str) -> None:
        """Fail for a capability that is declared and not proved, or proved and not declared."""
        opened = self.open(folder)
        declared = capability in opened.capabilities
        opened.close()
        assert not (declared and fault), f"{capability.name} is declared, and not proved: {fault}"
        assert declared or fault, f"{capability.name} is proved: declare it in `capabilities`"

    def durability_fault(self, folder: Path) -> str:
        """Return why what a killed process committed is not there (nothing: empty)."""
        try:
            with Worker(type(self), folder, "pairs") as worker:
                said = [worker.line() for _ in range(UNITS)]
                worker.kill()
            with self.ready(folder) as opened:
                found = ids(opened)
        except (WorkerFailed, KimError) as error:
            return str(error)
        whole = [f"{n:04}{half}" for n in range(len(found) // 2) for half in "ab"]
        if found != whole:
            return f"a unit stands by half: {found[-3:]}"
        return "" if len(whole) >= 2 * len(said) else f"{len(said)} units were committed, {len(whole) // 2} are there"

    def concurrency_fault(self, folder: Path) -> str:
        """Return what is wrong with the sum of two processes (nothing: empty)."""
        try:
            with self.ready(folder) as opened:
                put_all(opened, document("sum", "0"))
            with Worker(type(self), folder, "add") as one, Worker(type(self), folder, "add") as two:
                for step in (Worker.line, Worker.go, Worker.finish):
                    for worker in (one, two):
                        step(worker)
            with self.ready(folder) as opened, opened.unit_of_work() as unit:
                found = unit.get("kim", "sum")
        except (WorkerFailed, KimError) as error:
            return str(error)
        wanted = 2 * ADDITIONS
        return (
            "" if found and found.payload == str(wanted) else f"{wanted} was to be reached: {found and found.payload}"
        )
