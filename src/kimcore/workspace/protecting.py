"""Protecting: what an office does for the persons in its data: export, access, erasure, retention."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from kimcore.errors import InvalidValue
from kimcore.ledger import Action, AuditedUnit, Ledger, audit_rows
from kimcore.protection import RETENTION, RetentionRule
from kimcore.results import CopyState, Erasure, FileOutcome, PersonReport, Retention
from kimcore.workspace.aliasing import Aliases, alias
from kimcore.workspace.archiving import told_apart
from kimcore.workspace.cleaning import clean, scrubbed
from kimcore.workspace.copies import copies, note_copy
from kimcore.workspace.copying import back_up
from kimcore.workspace.correcting import Correcting
from kimcore.workspace.exporting import chunks
from kimcore.workspace.logs import LOGGER
from kimcore.workspace.persons import Search, person_unknown, search, search_again
from kimcore.workspace.pseudonyming import pseudonyms_of
from kimcore.workspace.records import Records
from kimcore.workspace.retaining import Retainer
from kimcore.workspace.textfiles import replace_text

__all__ = ["Protecting"]


class Protecting(Correcting):
    """The part of a workspace that protects personal data; each method leaves its row in the audit log."""

    def back_up(self, target: str | Path) -> Path:
        """Write a copy of the whole store, as it stands now, into a new file and return its path.

        The path is noted, so that `erase` reaches the copy.
        """
        path = back_up(self.storage, target)
        note_copy(self.ledger, path)
        return path

    # --- export

    def export(self, *, full: bool = False, on: date | None = None) -> Iterator[str]:
        """Return the text of `kimcore.export.v1` in pieces: everything that the office keeps.

        Without `full`, general and specific data are left out by the class of their field, and persons stand as
        pseudonyms under a key of the store. One state of the store is read; it is noted before the first piece.
        """
        pseudonyms = None if full else pseudonyms_of(self.ledger)
        at, head = self.instant(), self.stamped(on)
        head = {"format": "kimcore.export.v1"} | head | {"on": head["on"].isoformat(), "full": full, "exported_at": at}
        fields = ("full",) if full else ()
        self.ledger.note("export", Action.EXPORT, kind="office", id=self.office.text, fields=fields)
        LOGGER.info("exported office %s, %s", self.office, "with personal data" if full else "without personal data")
        with self.storage.unit_of_work() as unit:
            yield from chunks(Records(unit, self.office), head, pseudonyms)

    def export_to(self, target: str | Path, *, full: bool = False, on: date | None = None) -> Path:
        """Write the document into a file, whole or not at all, and return its path; raises `Unwritable`."""
        path = Path(target)
        replace_text(path, self.export(full=full, on=on))
        return path

    def archive(self, folder: str | Path, *, form: str = "parquet", full: bool = False) -> tuple[Path, ...]:
        """Write every record of every figure, by month, into an archive of a form, and return the files.

        Without `full`, accounts and contents stand as tokens that tell them apart. Raises `Unwritable`.
        """
        archive = self.host.archive(form, Path(folder))
        pseudonyms = None if full else pseudonyms_of(self.ledger)
        self.ledger.note("archive", Action.EXPORT, kind="observations", id=self.office.text, fields=(form,))
        with self.storage.unit_of_work() as unit:
            rows = unit.history(self.office.text)
            return archive.write(told_apart(rows, pseudonyms) if pseudonyms else rows)

    # --- one person

    def person(self, person: str, *, kim: str | None = None, on: date | None = None) -> PersonReport:
        """Return everything that is held about a person, named as in the register or by a pseudonym.

        With `kim`, namesakes of other KIMs are left out. Raises `NotFound` where nothing is held.
        """
        pseudonyms = pseudonyms_of(self.ledger)
        with self.ledger.unit("person") as unit:  # never committed: nothing is taken out
            found = run(search(Records(unit, self.office), pseudonyms, person, kim))
        self.ledger.note("person", Action.ACCESS, kind="person", id=found.pseudonym, count=len(found.places))
        LOGGER.info("told %s what is held, %d places", found.pseudonym, len(found.places))
        return PersonReport(**self.stamped(on), rows=tuple(found.places), pseudonym=found.pseudonym)

    def erase(
        self,
        person: str,
        *,
        kim: str | None = None,
        accounts: Iterable[str] = (),
        dry_run: bool = False,
        on: date | None = None,
    ) -> Erasure:
        """Erase the personal data of a person in every record of the office, in the files, and in known backups.

        The KIM stays; a board member becomes one without a name, of whom a rule knows nothing (unknown, never no).
        With `kim`, the boards and decisions of other KIMs are left alone. `accounts` are accounts and links that bear
        the name, as `person` shows them: a random text takes the place of each. Repeat it where a file could not be
        cleaned: a person who was erased before is looked for again. Raises `NotFound` where nothing is held of anyone
        else, and for an account that stands nowhere.
        """
        pseudonyms, aliases = pseudonyms_of(self.ledger), Aliases.of(accounts)
        with self.ledger.unit("erase") as unit:
            records = Records(unit, self.office)
            found = search(records, pseudonyms, person, kim)
            is_again = was_erased(unit, found.pseudonym) and not dry_run
            erase_in(found, aliases, may_lack=is_again)
            if not (found.places or is_again):
                raise person_unknown()
            note_erasure(unit, found)
            made = tuple(copies(unit))
            if not dry_run:
                unit.commit()
        files: tuple[FileOutcome, ...] = ()
        if not dry_run:
            files = tuple(clean(self.ledger, made, self.host, lambda ledger: erase_again(ledger, found, aliases)))
            LOGGER.info("erased %s: %d places, %d files", found.pseudonym, len(found.places), len(files))
        aliases.require()
        rows = tuple(found.places)
        return Erasure(**self.stamped(on), rows=rows, pseudonym=found.pseudonym, files=files, is_dry_run=dry_run)

    # --- retention

    def retain(
        self,
        rules: tuple[RetentionRule, ...] = RETENTION,
        *,
        dry_run: bool = False,
        on: date | None = None,
    ) -> Retention:
        """Erase what falls due on or before a date by the rules of retention, and return it."""
        book = self.rulebook.as_of(on or self.today())
        if book.on > self.today() and not dry_run:
            raise too_early(book.on)
        with self.ledger.unit("retention") as unit:
            retainer = Retainer(Records(unit, self.office), rules, book)
            due = retainer.due()
            retainer.carry_out(due)
            for kind in dict.fromkeys(d.kind for d in due):
                unit.note(Action.ERASE, kind=f"retention {kind.code}", count=sum(d.kind is kind for d in due))
            if due and not dry_run:
                unit.commit()
        state: CopyState | None = scrubbed(self.storage) if due and not dry_run else None
        return Retention(**self.stamped(on), rows=due, store=state, is_dry_run=dry_run)


def run(found: Search) -> Search:
    """Run a search; raise `NotFound` where it finds nothing."""
    found.run()
    if not found.places:
        raise person_unknown()
    return found


def too_early(on: date) -> InvalidValue:
    """Return the error for a date that is still to come."""
    en = f"{on} is still to come; look ahead with --dry-run, nothing is erased before it falls due"
    id = f"{on} belum tiba; lihat ke depan dengan --dry-run, tidak ada yang dihapus sebelum jatuh tempo"
    return InvalidValue("retention_early", en, id, field="on")


def was_erased(unit: AuditedUnit, pseudonym: str) -> bool:
    """Tell whether the audit log says that a person was erased."""
    return any(row.action is Action.ERASE and row.id == pseudonym for _, row in audit_rows(unit))


def note_erasure(unit: AuditedUnit, found: Search) -> None:
    """Note an erasure, by pseudonym."""
    kinds = tuple(sorted({place.kind for place in found.places}))
    unit.note(Action.ERASE, kind="person", id=found.pseudonym, fields=kinds, count=len(found.places))


def erase_in(found: Search, aliases: Aliases, *, may_lack: bool) -> None:
    """Erase a person in one store: first in accounts and links, then everywhere else."""
    names = aliases.names(found.records)
    if not may_lack:
        aliases.require()
    found.places += alias(found.records, aliases, names=names)
    found.run()


def erase_again(ledger: Ledger, found: Search, aliases: Aliases) -> None:
    """Erase the same person in another store that is a backup of this one."""
    with ledger.unit("erase") as unit:
        again = search_again(found, Records(unit, found.records.office))
        erase_in(again, aliases, may_lack=True)
        if again.places:
            note_erasure(unit, again)
            unit.commit()
