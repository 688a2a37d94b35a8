"""The records of the storage port: keys, order, plans; and that the built-in stores fill the port."""

from datetime import date
from pathlib import Path

from hypothesis import given

from kimcore.media import Platform
from kimcore.monitoring import Indicator, Observation
from kimcore.ports import (
    Document,
    Fault,
    IntegrityReport,
    MigrationPlan,
    ObservationRow,
    StorageBackend,
    StorageCapability,
)
from kimcore.testing import observations
from kimcore_plugins.storage.memory import MemoryStorage
from kimcore_plugins.storage.sqlite import SqliteStorage

STORES: list[StorageBackend] = [MemoryStorage(), SqliteStorage(Path("not-made.db"))]


@given(observations())
def test_a_row_has_the_key_of_its_observation(seen: Observation) -> None:
    """What is one figure for the domain is one for the store: the keys are equal."""
    row = ObservationRow(
        office="99.01",
        kim=seen.kim,
        provider=seen.provider,
        platform=seen.platform.code if isinstance(seen.platform, Platform) else seen.platform,
        account=seen.account,
        content=seen.content,
        indicator=seen.indicator.code,
        observed=seen.observed,
        value=seen.value,
    )
    assert row.key == seen.key


def test_personal_texts_are_not_shown() -> None:
    """The payload, the account and the address of a content do not stand in a repr."""
    document = Document(kind="kim", id="a", office="99.01", payload="secret")
    row = ObservationRow(
        office="99.01",
        kim="a",
        provider="manual",
        platform="instagram",
        account="secret",
        content="secret",
        indicator=Indicator.LIKE.code,
        observed=date(2024, 1, 1),
        value=1,
    )
    assert "secret" not in repr(document) + repr(row)


def test_reports() -> None:
    """A report with a fault is not sound, and a plan is newer only above its target."""
    assert IntegrityReport(checked=1).is_sound
    assert not IntegrityReport(checked=1, faults=(Fault("kim/a", "digest"),)).is_sound
    assert [MigrationPlan(current=n, target=1).is_newer for n in (0, 1, 2)] == [False, False, True]


def test_capabilities() -> None:
    """SQLite keeps what was committed and lets processes take turns; memory promises neither."""
    durable = frozenset({StorageCapability.DURABLE, StorageCapability.CONCURRENT_WRITERS})
    assert [store.capabilities for store in STORES] == [frozenset(), durable]
