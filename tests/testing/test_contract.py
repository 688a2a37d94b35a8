"""The contract as a class: known failures, laws that need a word from the author, and capabilities."""

from pathlib import Path

import pytest

from kimcore.ports import StorageCapability
from kimcore.testing import StorageContract
from kimcore_plugins.storage.memory import MemoryStorage
from kimcore_plugins.storage.sqlite import SqliteStorage

STORES = """
from kimcore.testing import StorageContract
from kimcore_plugins.storage.memory import MemoryStorage

KNOWN = {"test_a_closed_store_gives_no_units": "it is never closed"}

class Forgetful(MemoryStorage):
    def close(self):
        pass

class TestBroken(StorageContract):
    def open(self, folder):
        return Forgetful()

class TestKnown(TestBroken):
    known_failures = KNOWN

class TestMended(StorageContract):
    known_failures = KNOWN

    def open(self, folder):
        return MemoryStorage()
"""


def test_a_known_failure_is_expected_and_fails_when_it_passes(pytester: pytest.Pytester) -> None:
    """A broken law fails; named with its reason it is expected; on a store that was mended the name fails."""
    pytester.makepyfile(STORES)
    result = pytester.runpytest_subprocess("-k", "a_closed_store", "-p", "no:cacheprovider", "-rxfE")
    result.assert_outcomes(failed=2, xfailed=1)
    lines = (
        "*DID NOT RAISE*StorageError*",
        "*XPASS(strict)*it is never closed*",
        "XFAIL*TestKnown*it is never closed*",
    )
    for line in lines:
        result.stdout.fnmatch_lines([line])


@pytest.mark.parametrize(
    ("known", "message"),
    [
        ({"test_of_nothing": "a reason"}, "test_of_nothing is no test"),
        ({"open": "a reason"}, "open is no test"),
        ({"test_a_unit_is_used_once": " "}, "needs a reason"),
    ],
)
def test_a_known_failure_names_a_test_and_a_reason(known: dict[str, str], message: str) -> None:
    """A misspelt name and an empty reason are refused when the class is made."""
    with pytest.raises(TypeError, match=message):
        type("TestMine", (StorageContract,), {"known_failures": known, "__module__": __name__})


def test_a_law_that_needs_the_author_is_run_where_he_helps() -> None:
    """Without `write_damage` its test is no test; with it, it is."""
    bare = type("TestBare", (StorageContract,), {"__module__": __name__})
    helped = type("TestHelped", (StorageContract,), {"__module__": __name__, "write_damage": print})
    assert [getattr(kind, "test_damage_is_found", None) is None for kind in (bare, helped)] == [True, False]


class Overstated(StorageContract):
    """A store in memory that says it is durable, and for many writers, and evaluates conditions."""

    def open(self, folder: Path) -> MemoryStorage:  # noqa: ARG002
        """Return a store that claims everything."""
        store = MemoryStorage(timeout=0.01)
        store.capabilities = frozenset(StorageCapability)
        return store


class Understated(StorageContract):
    """A SQLite store that says it can do nothing."""

    def open(self, folder: Path) -> SqliteStorage:
        """Return a store that claims nothing."""
        store = SqliteStorage(folder / "store.db", timeout=0.1)
        store.capabilities = frozenset()
        return store


def test_a_capability_that_is_declared_must_be_proved(tmp_path: Path) -> None:
    """A store in memory is not durable, whatever it says, and serves no second process."""
    laws = Overstated()
    for name, law in (
        ("DURABLE", laws.test_what_is_declared_durable_is),
        ("CONCURRENT_WRITERS", laws.test_what_is_declared_for_concurrent_writers_is),
    ):
        with pytest.raises(AssertionError, match=f"{name} is declared, and not proved"):
            law(tmp_path)


def test_a_capability_that_is_proved_must_be_declared(tmp_path: Path) -> None:
    """SQLite is durable and serves several processes, and is to say so."""
    laws = Understated()
    for name, law in (
        ("DURABLE", laws.test_what_is_declared_durable_is),
        ("CONCURRENT_WRITERS", laws.test_what_is_declared_for_concurrent_writers_is),
    ):
        folder = tmp_path / name
        folder.mkdir()
        with pytest.raises(AssertionError, match=f"{name} is proved: declare it"):
            law(folder)
