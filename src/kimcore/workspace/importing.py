"""Importing: what an intake read goes into the store, as one unit of work that can be taken back."""

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

from attrs import evolve, frozen

from kimcore.errors import NotAllowed
from kimcore.intake import KnownFigures, KnownWorks, Register, Sheet, read_register
from kimcore.results import CellChange, IntakeReport
from kimcore.workspace.changes import changes_of
from kimcore.workspace.journal import Holdings, Journal, holdings
from kimcore.workspace.keeping import keeping
from kimcore.workspace.records import ImportRecord, OfficeRecord, Records, Stored, content_id, import_id, outcome_id
from kimcore.workspace.regions import Lookup
from kimcore.workspace.withdrawing import (
    contents_left_out,
    figures_left_out,
    issues_left_out,
    needs_left_out,
    outcomes_left_out,
)

__all__ = ["Imported", "report_of", "take_register"]


@frozen(kw_only=True)
class Imported:
    """A register that went into the store, how many KIMs were new, changed or as before, and every changed cell."""

    register: Register
    accepted: int
    changed: int
    unchanged: int
    changes: tuple[CellChange, ...] = ()


def take_register(
    records: Records, sheets: Sequence[Sheet], asked: ImportRecord, *, lookup: Lookup | None = None
) -> Imported:
    """Read sheets against what is stored and store what they say; the caller commits or lets it go.

    `asked` names the files, the instant and the key of the call.
    """
    settings, before = records.settings(), holdings(records)
    register = read(records, settings.entity, before, sheets, ", ".join(asked.files), lookup=lookup)
    journal = Journal(records, before)
    accepted = sum(k.is_new for k in register.kims)
    changed = store_kims(journal, register) - accepted
    store_rest(journal, register)
    done = Imported(
        register=register,
        accepted=accepted,
        changed=changed,
        unchanged=len(register.kims) - accepted - changed,
        changes=changes_of(journal),
    )
    note(journal, settings, done, asked)
    return done


def read(
    records: Records,
    office: OfficeRecord,
    before: Holdings,
    sheets: Sequence[Sheet],
    file: str,
    *,
    lookup: Lookup | None,
) -> Register:
    """Return what sheets say, read against what the office has."""
    numbers, works = count(office.next_kim), count(office.next_work)
    register = read_register(
        sheets,
        file=file,
        office=records.office,
        known=[s.entity for s in before.kims.values()],
        known_issues=[s.entity for s in before.issues.values()],
        known_figures=KnownFigures((s.entity for s in before.contents.values()), before.figures.values()),
        known_outcomes=before.outcomes,
        known_works=known_works(before, lambda kind: f"{records.office}-{kind}-{next(works):04d}"),
        new_id=lambda: f"{records.office}-{next(numbers):04d}",
        unlisted=lookup,
    )
    return keeping(lookup.conclude(register) if lookup else register, before, file)


def store_kims(journal: Journal, register: Register) -> int:
    """Store the KIMs that are new or say something else; return how many that were."""
    known = journal.holdings.kims
    return sum(journal.store("kim", k.kim.id, k.kim, known.get(k.kim.id)) for k in register.kims)


def store_rest(journal: Journal, register: Register) -> None:
    """Store issues, contents and figures, and withdraw those that their sheets leave out."""
    before = journal.holdings
    for id, issue in (*((i.id, i) for i in register.issues), *issues_left_out(register, before)):
        journal.store("issue", id, issue, before.issues.get(id))
    for id, content in {content_id(c): c for c in register.contents}.items():
        journal.store("content", id, content, before.contents.get(id))
    gone = contents_left_out(register, before)
    for id in gone:
        journal.store("content", id, None, before.contents[id])
    store_outcomes(journal, register)
    store_works(journal, register)
    journal.withdraw(figures_left_out(register, before, gone))
    journal.observe(register.observations)


def store_outcomes(journal: Journal, register: Register) -> None:
    """Store surveys and gatherings, and remove those that their sheets leave out."""
    before, office = journal.holdings, journal.records.office
    for kind, key, made, known in (
        ("survey", "surveys", register.surveys, before.surveys),
        ("gathering", "gatherings", register.gatherings, before.gatherings),
    ):
        stated = {outcome_id(one, office): one for one in made}
        for id, one in stated.items():
            journal.store(kind, id, one, known.get(id))
        for id in outcomes_left_out(register.named.get(key, frozenset()), stated, known):
            journal.store(kind, id, None, known[id])


def known_works(before: Holdings, new_id: Callable[[str], str]) -> KnownWorks:
    """Return the works as an intake is told them."""
    return KnownWorks({kind: {id: s.entity for id, s in found.items()} for kind, found in before.works.items()}, new_id)


def store_works(journal: Journal, register: Register) -> None:
    """Store the works that the file states, and remove the needs that their sheet leaves out."""
    before, stated = journal.holdings.works, register.works
    for kind, made in stated.works:
        journal.store(kind, made.id, made, before[kind].get(made.id))
    for id in needs_left_out(stated, before):
        journal.store("needs", id, None, before["needs"][id])


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
        changes=done.changes,
        **more,
    )


def recalled(records: Records, key: str, **more: Any) -> IntakeReport:
    """Return what the import with an idempotency key did; raise `NotAllowed` where it was taken back since."""
    for _, found in records.all("import", ImportRecord):
        record = found.entity
        if record.key == key:
            names = ("accepted", "changed", "unchanged", "rejected", "absent", "changes")
            return IntakeReport(rows=record.problems, **{name: getattr(record, name) for name in names}, **more)
    raise NotAllowed(
        "key_spent",
        "an import with this key was stored and taken back since; use a new key to take the files in again",
        "impor dengan kunci ini sudah disimpan lalu dibatalkan; pakai kunci baru untuk memasukkan berkas lagi",
        field="key",
    )


def note(journal: Journal, settings: Stored[OfficeRecord], done: Imported, blank: ImportRecord) -> None:
    """Record the import with what it wrote over, and the numbers that it used."""
    entity, records = settings.entity, journal.records
    record = evolve(
        blank,
        accepted=done.accepted,
        changed=done.changed,
        unchanged=done.unchanged,
        rejected=done.register.rejected,
        absent=done.register.absent,
        problems=done.register.problems,
        changes=done.changes,
    )
    id = import_id(records.office, entity.next_import)
    records.put("import", id, record, 0)
    records.put("undo", id, journal.undo, 0)
    used = evolve(
        entity,
        next_kim=entity.next_kim + done.accepted,
        next_import=entity.next_import + 1,
        next_work=entity.next_work + done.register.works.ids_given,
    )
    records.put("office", records.office.text, used, settings.revision)
