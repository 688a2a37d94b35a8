"""Changes: what an import, its undoing or a merge changes in the store, cell by cell."""

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from kimcore.privacy import general, public
from kimcore.reports.columns import columns
from kimcore.results.rows import Result, document
from kimcore.tables import Table
from kimcore.terms import Language, Term, Text

__all__ = ["CellChange", "ChangeKind", "ChangeReport", "MergeReport", "UndoReport", "change_row", "changes_table"]


class ChangeKind(Term):
    """What happened to a cell; a conflict is a value of the other record that is not used."""

    ADDED = "added", "ditambahkan", "added"
    CHANGED = "changed", "diubah", "changed"
    WITHDRAWN = "withdrawn", "dicabut", "withdrawn"
    CONFLICT = "conflict", "bertentangan", "conflict"


@frozen(kw_only=True)
class CellChange:
    """One cell that changes: of which KIM (id and name), on which sheet, in which column.

    `item` names the row where a KIM has several: a person, an activity, a content with its day. `old` and `new` are
    as an officer would type them, None for an empty cell, masked where personal. An issue has no `kim`.
    """

    kind: ChangeKind = field(metadata=public())
    kim: str = field(default="", metadata=public())
    name: str = field(default="", metadata=public("III.A.a"))
    sheet: str = field(metadata=public())
    item: str = field(default="", repr=False, metadata=general())
    column: str = field(metadata=public())
    old: str | None = field(default=None, repr=False, metadata=general())
    new: str | None = field(default=None, repr=False, metadata=general())


CHANGES = columns(
    ("kind", "Perubahan", "Change", 14),
    ("kim", "Id", "Id", 12),
    ("name", "Nama KIM", "KIM", 26),
    ("sheet", "Lembar", "Sheet", 16),
    ("item", "Baris", "Row", 26),
    ("column", "Kolom", "Column", 24),
    ("old", "Semula", "Before", 26),
    ("new", "Menjadi", "After", 26),
)


def changes_table(found: Iterable[CellChange], title: Text) -> Table:
    """Return changes as a table."""
    rows = tuple(
        (c.kind, c.kim or None, c.name or None, c.sheet, c.item or None, c.column, c.old, c.new) for c in found
    )
    return Table(key="changes", name=Text("Perubahan", "Changes"), title=title, columns=CHANGES, rows=rows)


def change_row(found: CellChange) -> dict[str, Any]:
    """Return one change of a document."""
    return {
        "kind": found.kind.code,
        "kim": found.kim or None,
        "name": found.name,
        "sheet": found.sheet,
        "item": found.item,
        "column": found.column,
        "old": found.old,
        "new": found.new,
    }


@frozen(kw_only=True)
class ChangeReport(Result[CellChange]):
    """What a command changes; the rows are its changes. `is_dry_run` says that nothing was stored."""

    is_dry_run: bool = False

    def table(self) -> Table:
        """Return the changes."""
        return changes_table(self.rows, Text("Perubahan data", "Changes of the data"))


@frozen(kw_only=True)
class UndoReport(ChangeReport):
    """What taking an import back changes: `files` and `taken_at` (ISO time with zone) are those of the import."""

    files: tuple[str, ...]
    taken_at: str

    def to_document(self, language: Language = "id") -> dict[str, Any]:  # noqa: ARG002
        """Return `kimcore.undo.v1`."""
        return document(
            "undo",
            self,
            files=list(self.files),
            taken_at=self.taken_at,
            dry_run=self.is_dry_run,
            changes=[change_row(c) for c in self.rows],
        )


@frozen(kw_only=True)
class MergeReport(ChangeReport):
    """What a merge changes: `kept` is the id of the KIM that stays, `merged` the id that names it too from now on."""

    kept: str
    merged: str

    @property
    def conflicts(self) -> tuple[CellChange, ...]:
        """The values of the other record that are not used."""
        return tuple(c for c in self.rows if c.kind is ChangeKind.CONFLICT)

    def to_document(self, language: Language = "id") -> dict[str, Any]:  # noqa: ARG002
        """Return `kimcore.merge.v1`."""
        return document(
            "merge",
            self,
            kept=self.kept,
            merged=self.merged,
            dry_run=self.is_dry_run,
            changes=[change_row(c) for c in self.rows],
        )
