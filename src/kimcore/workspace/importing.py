"""Importing: what an intake read goes into the store, as one unit of work."""

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any, TypeVar

from attrs import evolve, frozen

from kimcore.intake import Register, Sheet, read_register
from kimcore.monitoring import Content
from kimcore.results import IntakeReport
from kimcore.workspace.records import ImportRecord, Records, Stored, content_id, import_id

__all__ = ["Imported", "report_of", "take_register"]

E = TypeVar("E")


@frozen(kw_only=True)
class Imported:
    """A register that went into the store, and how many KIMs were new, changed or as before."""

    register: Register
    accepted: int
    changed: int
    unchanged: int


def take_register(records: Records, sheets: Sequence[Sheet], files: tuple[str, ...], taken_at: str) -> Imported:
    """Read sheets against what is stored and store what they say; the caller commits or lets it go."""
    settings = records.settings()
    kims, issues = records.kims(), records.issues()
    numbers = count(settings.entity.next_kim)
    register = read_register(
        sheets,
        file=", ".join(files),
        office=records.office,
        known=[s.entity for s in kims.values()],
        known_issues=[s.entity for s in issues.values()],
        new_id=lambda: f"{records.office}-{next(numbers):04d}",
    )
    accepted = sum(k.is_new for k in register.kims)
    changed = store(records, "kim", kims, ((k.kim.id, k.kim) for k in register.kims)) - accepted
    store(records, "issue", issues, ((i.id, i) for i in register.issues))
    store(records, "content", stored_contents(records, register.contents), by_id(register.contents))
    records.observe(register.observations)
    done = Imported(
        register=register, accepted=accepted, changed=changed, unchanged=len(register.kims) - accepted - changed
    )
    note(records, settings, done, ImportRecord(files=files, taken_at=taken_at))
    return done


def report_of(done: Imported, **more: Any) -> IntakeReport:
    """Return what an import did as a result; `more` is what every result carries, and whether it was a dry run."""
    register = done.register
    return IntakeReport(
        rows=register.problems,
        accepted=done.accepted,
        changed=done.changed,
        unchanged=done.unchanged,
        rejected=register.rejected,
        absent=register.absent,
        **more,
    )


def store(records: Records, kind: str, known: dict[str, Stored[E]], entities: Iterable[tuple[str, E]]) -> int:
    """Store what is new or differs from what is known; return how many that were."""
    written = 0
    for id, entity in entities:
        before = known.get(id)
        if before is None or before.entity != entity:
            records.put(kind, id, entity, before.revision if before else 0)
            written += 1
    return written


def by_id(contents: Iterable[Content]) -> list[tuple[str, Content]]:
    """Return contents with their ids, each id once: the last statement of a content stands."""
    return list({content_id(c): c for c in contents}.items())


def stored_contents(records: Records, contents: Sequence[Content]) -> dict[str, Stored[Content]]:
    """Return the stored contents, or nothing where there is none to compare them with."""
    return records.contents() if contents else {}


def note(records: Records, settings: Stored, done: Imported, blank: ImportRecord) -> None:  # type: ignore[type-arg]
    """Record the import, and the numbers that it used."""
    entity, register = settings.entity, done.register
    record = evolve(
        blank,
        accepted=done.accepted,
        changed=done.changed,
        unchanged=done.unchanged,
        rejected=register.rejected,
        problems=register.problems,
    )
    records.put("import", import_id(records.office, entity.next_import), record, 0)
    used = evolve(entity, next_kim=entity.next_kim + done.accepted, next_import=entity.next_import + 1)
    records.put("office", records.office.text, used, settings.revision)
