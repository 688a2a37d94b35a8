"""Stored records: what passes through the storage port, plain and known to every backend."""

from datetime import date
from enum import Enum

from attrs import field, frozen

from kimcore.terms import Text

__all__ = [
    "Document",
    "Entry",
    "Fault",
    "IntegrityReport",
    "MigrationPlan",
    "ObservationRow",
    "Observed",
    "StorageCapability",
]


class StorageCapability(Enum):
    """What a backend can do beyond the contract."""

    DURABLE = "durable"
    """What was committed survives the end of the process and a loss of power."""
    CONCURRENT_WRITERS = "concurrent_writers"
    """Several processes may write to one store; they take turns or work side by side."""


@frozen(kw_only=True)
class Document:
    """A stored record: `payload` is JSON text, `schema` the version of its form, `revision` counts its changes from 1.

    Kind and id together name it in the whole store; `office` is the code of the office that keeps it. `key` is a random
    text, new at each change, under which the audit log has its digest: once it is gone, the digest tells nothing.
    """

    kind: str
    id: str
    office: str
    schema: int = 1
    revision: int = 0
    payload: str = field(repr=False)
    key: str = field(default="", repr=False)


@frozen(kw_only=True)
class ObservationRow:
    """One stored figure of one indicator on one day; None withdraws the figure that stood under its key.

    The backend gives `sequence`, which is 1 for the first record of a key, and `entry`, the position of the audit entry
    of the batch that it came with.
    """

    office: str
    kim: str
    provider: str
    platform: str
    account: str = field(default="", repr=False)
    content: str = field(default="", repr=False)
    indicator: str
    observed: date
    value: int | None
    sequence: int = 0
    entry: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """What the figure is of; platform and account are compared without case (R21)."""
        where = (self.kim, self.provider, self.platform.casefold(), self.account.casefold(), self.content)
        return (*where, self.indicator, self.observed.isoformat())

    @property
    def order(self) -> tuple[str, ...]:
        """The sort key of `UnitOfWork.observations`: total, and by code points on every backend."""
        where = (self.provider, self.platform, self.account, self.content, self.indicator)
        return (self.kim, self.observed.isoformat(), *where)


@frozen
class Observed:
    """What `UnitOfWork.observe` appended: how many records were new, and the digest of all of them together (hex).

    The digest is `digests.batch_digest` of the digests of the rows; it is empty where nothing was new.
    """

    count: int
    digest: str = ""


@frozen(kw_only=True)
class Entry:
    """A row of the audit log: `body` is JSON text, `hash` the SHA-256 (hex) over the hash before it and the entry.

    Positions count from 1 without a gap over the whole store.
    """

    position: int
    body: str = field(repr=False)
    hash: str


@frozen
class Fault:
    """Something that `verify` found: where it is (for example `kim/0a1b`) and what is wrong, without any value."""

    where: str
    what: str | Text


@frozen(kw_only=True)
class IntegrityReport:
    """The outcome of `verify`: how many rows were read, and every fault."""

    checked: int
    faults: tuple[Fault, ...] = ()

    @property
    def is_sound(self) -> bool:
        """True if nothing is wrong."""
        return not self.faults


@frozen(kw_only=True)
class MigrationPlan:
    """The version of the store's own schema (0: not there yet), the one this adapter writes, and the steps between."""

    current: int
    target: int
    steps: tuple[str, ...] = ()

    @property
    def is_newer(self) -> bool:
        """True if the store was written by a newer adapter, which is refused."""
        return self.current > self.target
