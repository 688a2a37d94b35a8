"""The storage contract: every law of the storage port, for the author of a backend."""

import gc

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from kimcore.testing.contracts.backends import BackendLaws
from kimcore.testing.contracts.capabilities import CapabilityLaws
from kimcore.testing.contracts.claims import ClaimLaws
from kimcore.testing.contracts.documents import DocumentLaws
from kimcore.testing.contracts.entries import EntryLaws
from kimcore.testing.contracts.figures import FigureLaws
from kimcore.testing.contracts.machine import StorageMachine
from kimcore.testing.contracts.observations import ObservationLaws
from kimcore.testing.contracts.renaming import RenamingLaws
from kimcore.testing.contracts.units import UnitLaws

__all__ = ["StorageContract"]

LENGTH = 50


class StorageContract(
    UnitLaws,
    DocumentLaws,
    ClaimLaws,
    ObservationLaws,
    FigureLaws,
    RenamingLaws,
    EntryLaws,
    BackendLaws,
    CapabilityLaws,
):
    """The tests of a storage backend: inherit from it and write `open`.

    >>> class TestMine(StorageContract):
    ...     def open(self, folder):
    ...         return MyStorage(folder / "store.db")

    Each test gets a folder of its own, and with it a fresh store; opening a folder again opens the same store, where
    it is durable. A test that is known to fail is named with its reason in `known_failures`, and must fail.
    """

    def test_any_series_of_operations(self) -> None:
        """Two units at a time, reopening and crashes, in any order: every answer is as the model says."""
        machine = type("Machine", (StorageMachine,), {"contract": self, "count": [0]})
        wanted = self.wanted_steps
        tried = settings(
            deadline=None,
            max_examples=max(wanted // LENGTH, 1),
            stateful_step_count=LENGTH,
            suppress_health_check=list(HealthCheck),  # pyright: ignore[reportArgumentType]
        )
        gc.freeze()  # a crash collects what it dropped, and need not look through all that was there before
        try:
            while machine.count[0] < wanted:  # type: ignore[attr-defined]
                run_state_machine_as_test(machine, settings=tried)
        finally:
            gc.unfreeze()
