"""Collaborating: what office and KIMs do together, stage by stage, and what of it is due (chapter IV)."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final, TypeVar, overload

from attrs import AttrsInstance, evolve

from kimcore.clauses import cite
from kimcore.collaboration import (
    Cancellation,
    CapacityNeeds,
    DueRow,
    StageRecord,
    Work,
    call_off,
    due,
    due_for,
    record_stage,
)
from kimcore.community import Kim, named
from kimcore.errors import Conflict, InvalidValue, NotFound
from kimcore.partnership import Change, outlook
from kimcore.results import Planning
from kimcore.workspace.correcting import Correcting
from kimcore.workspace.records import Records, Stored, kims_of
from kimcore.workspace.works import (
    KINDS,
    disseminating_kims,
    find_work,
    kind_of,
    refuse_names,
    settled,
    stored_works,
    work_id,
    work_id_of,
)

__all__ = ["Collaborating"]

CLAUSES: Final = (cite("IV.A.basis"), cite("IV.B.model"), cite("IV.C.basis"), cite("IV.E.own.calendar"))

W = TypeVar("W")
R = TypeVar("R", bound=AttrsInstance)
WORKS: Final = tuple(kind for kind in KINDS if kind != "needs")


class Collaborating(Correcting):
    """The part of a workspace that keeps what office and KIMs do together (chapter IV).

    A work is named by its id, with or without the office, or by its title; a trial also by its KIM.
    """

    # --- reading

    @overload
    def works(self, kind: type[W]) -> tuple[W, ...]: ...
    @overload
    def works(self, kind: str | None = None) -> tuple[Work, ...]: ...
    def works(self, kind: Any = None) -> tuple[Any, ...]:
        """Return the works of the office, of all kinds or of one, in the order of the kinds and then of ids.

        A kind is a class such as `CapacityEvent`, or a code: `event`, `trial`, `collaboration`, `material`,
        `competition`, `award`; also `needs`, which are no works. Raises `NotFound` for another.
        """
        with self.storage.unit_of_work() as unit:
            return tuple(s.entity for _, s in stored_works(Records(unit, self.office), kinds_meant(kind)))

    def work(self, name: str) -> Any:
        """Return a record of chapter IV; raise `NotFound` for none, and where several bear the name."""
        with self.storage.unit_of_work() as unit:
            return find_work(Records(unit, self.office), name)[1].entity

    def needs(self, kim: str | None = None) -> tuple[CapacityNeeds, ...]:
        """Return what was found that KIMs need, or one KIM, earliest first (IV.A)."""
        with self.storage.unit_of_work() as unit:
            records = Records(unit, self.office)
            meant = named(kims_of(records), kim).id if kim else ""
            found: list[CapacityNeeds] = [s.entity for _, s in stored_works(records, ("needs",))]
        return tuple(sorted((n for n in found if meant in ("", n.kim)), key=lambda n: n.on))

    def plan(self, on: date | None = None, ahead: int = 60, kim: str | None = None) -> Planning:
        """Return what is due on a date, overdue, or falls due within so many days, of all or of one KIM (R19)."""
        day = on or self.today()
        with self.storage.unit_of_work() as unit:
            records = Records(unit, self.office)
            kims, works = disseminating_kims(records), tuple(s.entity for _, s in stored_works(records, WORKS))
        rows: tuple[DueRow, ...] = due(works, kims, day, ahead, self.changes(kims, day, ahead))
        return Planning(
            **self.stamped(day),
            rows=due_for(rows, named(kims, kim).id) if kim else rows,
            days_ahead=ahead,
            names={k.id: k.name for k in kims},
            titles={w.id: w.title for w in works},
        )

    def changes(self, kims: tuple[Kim, ...], on: date, ahead: int) -> dict[str, tuple[Change, ...]]:
        """Return what stops holding in each partnership within so many days."""
        return {kim.id: outlook(kim, self.rulebook, on, ahead) for kim in kims} if ahead > 0 else {}

    # --- writing

    def keep(self, record: R, *, expected: R | None = None, key: str = "") -> R:
        """Store a record that is new, or over the one of its id, and return it as it is stored.

        One without an id is given the next. KIMs may be named as elsewhere. `expected` is the record as it was read:
        `Conflict` says that another stands there now, and nothing is stored. A call with the `key` of one that was
        stored, made again because its answer was lost, stores nothing and returns what is stored. Raises
        `InvalidValue` for a record of another office, or one that names what is not there.
        """
        kind = kind_of(record)
        given: Any = record
        with self.ledger.unit(f"keep {kind}") as unit:
            unit.lock()
            records = Records(unit, self.office)
            id = given.id or (work_id_of(self.office, kind, key) if key else "")
            if key and not records.claim(key):
                again: R = find_work(records, id)[1].entity
                return again
            refuse_foreign(records, given)
            refuse_names(given)
            made: R = settled(records, evolve(given, id=id or work_id(records, kind)))
            id = made.id  # type: ignore[attr-defined]
            before: Stored[Any] | None = records.find(kind, id, KINDS[kind])
            if expected is not None and (before is None or before.entity != expected):
                raise Conflict(kind, id, expected=0, actual=before.revision if before else 0)
            if before is None or before.entity != made:
                records.put(kind, id, made, before.revision if before else 0)
                unit.commit()
        return made

    def record_stage(self, id: str, made: StageRecord, *, key: str = "") -> Work:
        """Record a stage of a work and return the work; raise `NotAllowed` with everything that forbids it."""
        recorded: Work = self.change_work(id, "record stage", lambda work: record_stage(work, made), key=key)
        return recorded

    def call_off(self, id: str, made: Cancellation, *, key: str = "") -> Work:
        """Call a work off and return it; raise `NotAllowed` where it is over already."""
        called_off: Work = self.change_work(id, "call off", lambda work: call_off(work, made), key=key)
        return called_off

    def change_work(self, id: str, why: str, change: Callable[[Any], Any], *, key: str = "") -> Any:
        """Store what a function makes of a work, and return it; `why` stands in the audit log."""
        with self.ledger.unit(why) as unit:
            unit.lock()
            records = Records(unit, self.office)
            is_new = not key or records.claim(key)
            kind, stored = find_work(records, id)
            if not is_new:
                return stored.entity
            if kind == "needs":
                en, ind = f"{stored.entity.id} has no stages", f"{stored.entity.id} tidak memiliki tahap"
                raise InvalidValue("work_without_stages", en, ind, field="work")
            made = change(stored.entity)
            if made != stored.entity:
                records.put(kind, made.id, made, stored.revision)
                unit.commit()
        return made


def kinds_meant(kind: Any) -> tuple[str, ...]:
    """Return the kinds that a class or code names, all works for None."""
    if kind is None:
        return WORKS
    found = tuple(code for code, entity in KINDS.items() if kind in (code, entity))
    if not found:
        known = ", ".join(KINDS)
        en, id = f"no kind {kind!r}; there are {known}", f"tidak ada jenis {kind!r}; yang ada {known}"
        raise NotFound("work_kind_unknown", en, id, field="kind")
    return found


def refuse_foreign(records: Records, record: Any) -> None:
    """Raise `InvalidValue` for a record of another office, or an id that does not begin with the office."""
    office = records.office
    if record.office != office or (record.id and not record.id.startswith(f"{office}-")):
        en = f"the record is not of office {office}: its office and the beginning of its id are {office}-"
        id = f"catatan bukan milik kantor {office}: kantor dan awal id-nya adalah {office}-"
        raise InvalidValue("work_office", en, id, field="office")
