"""Records: the entities of one office in a unit of work, as documents of the store and back."""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from itertools import groupby
from typing import Generic, TypeVar

from attrs import field, frozen

from kimcore.community import Kim
from kimcore.geography import RegionCode
from kimcore.issues import Issue
from kimcore.ledger import Unit, schema_of, upgraded
from kimcore.media import Platform
from kimcore.monitoring import Content, Gathering, Indicator, Kept, Observation, Survey
from kimcore.partnership import Decision, decided
from kimcore.ports import Document, ObservationRow
from kimcore.privacy import public
from kimcore.problems import Problem
from kimcore.results import CellChange
from kimcore.serialization import from_json, to_json

__all__ = [
    "ImportRecord",
    "MergeRecord",
    "OfficeRecord",
    "Records",
    "Stored",
    "content_id",
    "decided_kims",
    "digested",
    "import_id",
    "kims_of",
    "offices",
    "outcome_id",
]

E = TypeVar("E")


@frozen(kw_only=True)
class OfficeRecord:
    """An office that has data in the store, and the numbers of its next KIM, import and work."""

    code: RegionCode = field(metadata=public("I.A.3"))
    next_kim: int = field(default=1, metadata=public())
    next_import: int = field(default=1, metadata=public())
    next_work: int = field(default=1, metadata=public())


@frozen(kw_only=True)
class ImportRecord:
    """An import: which files, when (ISO time with zone), what it did, what it changed and which problems it found.

    `key` is the idempotency key of the call, `absent` the ids of KIMs that the files did not name.
    """

    files: tuple[str, ...] = field(metadata=public())
    taken_at: str = field(metadata=public())
    key: str = field(default="", metadata=public())
    accepted: int = field(default=0, metadata=public())
    changed: int = field(default=0, metadata=public())
    unchanged: int = field(default=0, metadata=public())
    rejected: int = field(default=0, metadata=public())
    absent: tuple[str, ...] = field(default=(), metadata=public())
    problems: tuple[Problem, ...] = field(default=(), repr=False, metadata=public())
    changes: tuple[CellChange, ...] = field(default=(), repr=False, metadata=public())


@frozen(kw_only=True)
class MergeRecord:
    """A merge: the ids of the KIM that stays and of the one merged into it, when, and how many imports came before.

    `kim` is the merged record as it was.
    """

    kept: str = field(metadata=public())
    merged: str = field(metadata=public())
    taken_at: str = field(metadata=public())
    imports: int = field(metadata=public())
    kim: Kim = field(repr=False, metadata=public())


@frozen
class Stored(Generic[E]):
    """An entity as it is stored, with its revision."""

    entity: E
    revision: int


def offices(unit: Unit) -> tuple[RegionCode, ...]:
    """Return the offices that have data in a store, by code."""
    return tuple(RegionCode(document.id) for document in unit.documents("office"))


@frozen
class Records:
    """What one office has in a unit of work."""

    unit: Unit = field(repr=False)
    office: RegionCode

    def claim(self, key: str) -> bool:
        """Take an idempotency key of the office; False where an earlier call with it was stored."""
        return self.unit.claim(f"{self.office}/{key}")

    def all(self, kind: str, entity: type[E]) -> Iterator[tuple[str, Stored[E]]]:
        """Yield every entity of a kind with its id, ordered by id."""
        for found in self.unit.documents(kind, self.office.text):
            yield found.id, Stored(from_json(upgraded(found), entity), found.revision)

    def put(self, kind: str, id: str, entity: object, expected: int) -> str:
        """Store an entity over a revision and return its payload; 0 says that it must not exist."""
        payload = to_json(entity)
        document = Document(kind=kind, id=id, office=self.office.text, schema=schema_of(kind), payload=payload)
        self.unit.put(document, expected=expected)
        return payload

    def find(self, kind: str, id: str, entity: type[E]) -> Stored[E] | None:
        """Return an entity, or None where there is none."""
        found = self.unit.get(kind, id)
        return None if found is None else Stored(from_json(upgraded(found), entity), found.revision)

    def kims(self) -> dict[str, Stored[Kim]]:
        """Return the KIMs by id."""
        return dict(self.all("kim", Kim))

    def issues(self) -> dict[str, Stored[Issue]]:
        """Return the issues by id."""
        return dict(self.all("issue", Issue))

    def contents(self) -> dict[str, Stored[Content]]:
        """Return the contents by the id of their document."""
        return dict(self.all("content", Content))

    def surveys(self) -> dict[str, Stored[Survey]]:
        """Return the surveys by the id of their document."""
        return dict(self.all("survey", Survey))

    def gatherings(self) -> dict[str, Stored[Gathering]]:
        """Return the gatherings by the id of their document."""
        return dict(self.all("gathering", Gathering))

    def kept(self) -> Kept:
        """Return what the office keeps beside its KIMs and their figures."""
        return Kept(
            contents=tuple(s.entity for s in self.contents().values()),
            gatherings=tuple(s.entity for s in self.gatherings().values()),
            surveys=tuple(s.entity for s in self.surveys().values()),
        )

    def decisions(self) -> dict[str, list[Decision]]:
        """Return the decisions of each KIM, in the order in which they were made."""
        found: dict[str, list[Decision]] = {}
        for _, stored in self.all("decision", Decision):
            found.setdefault(stored.entity.kim, []).append(stored.entity)
        return found

    def settings(self) -> Stored[OfficeRecord]:
        """Return the record of the office; a new one where there is none."""
        found = self.find("office", self.office.text, OfficeRecord)
        return found or Stored(OfficeRecord(code=self.office), 0)

    def last_import(self) -> ImportRecord | None:
        """Return the last import, or None."""
        number = self.settings().entity.next_import - 1
        found = self.find("import", import_id(self.office, number), ImportRecord)
        return found.entity if found else None

    def observations(self, until: date | None = None) -> Iterator[Observation]:
        """Yield the standing observations by KIM and day, those of one day as they were recorded; withdrawals too."""
        rows = self.unit.observations(office=self.office.text, until=until)
        for _, of_day in groupby(rows, key=lambda row: (row.kim, row.observed)):
            yield from map(observation_of, sorted(of_day, key=lambda row: row.entry))

    def observe(self, observations: Iterable[Observation]) -> int:
        """Append observations; return how many were new."""
        return self.unit.observe(row_of(o, self.office) for o in observations).count


def kims_of(records: Records) -> list[Kim]:
    """Return the KIMs as the register has them, ordered by id."""
    return [stored.entity for stored in records.kims().values()]


def decided_kims(records: Records) -> tuple[Kim, ...]:
    """Return the KIMs with the decisions of the office, ordered by id."""
    decisions = records.decisions()
    return tuple(decided(kim, decisions.get(kim.id, ())) for kim in kims_of(records))


def import_id(office: RegionCode, number: int) -> str:
    """Return the id of an import."""
    return f"{office}/{number:06d}"


def content_id(content: Content) -> str:
    """Return the id of a content: its KIM, and a digest of its key (a link may be long)."""
    return f"{content.kim}/{digested(content.key)}"


def outcome_id(found: Survey | Gathering, office: RegionCode) -> str:
    """Return the id of a survey or gathering: its KIM (of the whole office its code), and a digest of its key."""
    return f"{found.kim or office}/{digested(chr(0).join(found.key[1:]))}"


def digested(key: str) -> str:
    """Return what tells a key from any other."""
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def row_of(observation: Observation, office: RegionCode) -> ObservationRow:
    """Return an observation as the port passes it."""
    platform = observation.platform
    return ObservationRow(
        office=office.text,
        kim=observation.kim,
        provider=observation.provider,
        platform=platform.code if isinstance(platform, Platform) else platform,
        account=observation.account,
        content=observation.content,
        indicator=observation.indicator.code,
        observed=observation.observed,
        value=observation.value,
    )


PLATFORMS = {platform.code: platform for platform in Platform}


def observation_of(row: ObservationRow) -> Observation:
    """Return a stored row as an observation."""
    return Observation(
        kim=row.kim,
        provider=row.provider,
        platform=PLATFORMS.get(row.platform, row.platform),
        account=row.account,
        content=row.content,
        indicator=Indicator.of(row.indicator),
        observed=row.observed,
        value=row.value,
    )
