"""What `take_in` returns."""

from typing import Any

from attrs import evolve, field, frozen

from kimcore.problems import Problem, Severity
from kimcore.reports import problems
from kimcore.results.changes import CellChange, change_row, changes_table
from kimcore.results.rows import Result, document
from kimcore.tables import Table
from kimcore.terms import Language, Text

__all__ = ["IntakeReport"]


@frozen(kw_only=True)
class IntakeReport(Result[Problem]):
    """What an import did; the rows are its problems.

    `accepted` KIMs are new to the store, `changed` and `unchanged` ones were there, `rejected` counts rows of Profil
    KIM not taken in; `absent` are ids of KIMs that the files did not name, and that stay. `changes` are the cells that
    change; a new KIM is one change. `is_dry_run` says that nothing was stored.
    """

    accepted: int
    changed: int
    unchanged: int
    rejected: int
    absent: tuple[str, ...] = ()
    changes: tuple[CellChange, ...] = field(default=(), repr=False)
    is_dry_run: bool = False

    @property
    def is_clean(self) -> bool:
        """True unless a problem is an error or a warning."""
        return all(p.severity is Severity.INFO for p in self.rows)

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.import.v1`."""
        return document(
            "import",
            self,
            accepted=self.accepted,
            changed=self.changed,
            unchanged=self.unchanged,
            rejected=self.rejected,
            absent=list(self.absent),
            dry_run=self.is_dry_run,
            changes=[change_row(c) for c in self.changes],
            problems=[problem(p, language) for p in self.rows],
        )

    def table(self) -> Table:
        """Return the problems."""
        return evolve(problems(self.rows), title=Text("Masalah register", "Problems of the register"))

    def changed_cells(self) -> Table:
        """Return the changes, cell by cell."""
        return changes_table(self.changes, Text("Perubahan data", "Changes of the data"))


def problem(found: Problem, language: Language) -> dict[str, Any]:
    """Return one problem of the document."""
    return {
        "file": found.file,
        "sheet": found.sheet,
        "row": found.row,
        "column": found.column,
        "value": found.value,
        "code": found.code,
        "message": found.message.say(language),
        "remedy": found.remedy.say(language),
        "severity": found.severity.code,
    }
