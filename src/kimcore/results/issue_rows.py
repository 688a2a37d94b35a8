"""What `issues` returns."""

from typing import Any

from attrs import field, frozen

from kimcore.issues import IssueRow, Suggestion
from kimcore.reports import issue_matrix, suggested
from kimcore.results.rows import Result, document
from kimcore.tables import Table
from kimcore.terms import Language

__all__ = ["IssueMatrix"]


@frozen(kw_only=True)
class IssueMatrix(Result[IssueRow]):
    """Tabel 3.2, with the KIMs that kimcore suggests apart from those the office tied."""

    suggestions: tuple[Suggestion, ...] = field(default=(), repr=False)

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.issues.v1`."""
        return document(
            "issues",
            self,
            rows=[issue(r, language) for r in self.rows],
            suggestions=[suggestion(s, language) for s in self.suggestions],
        )

    def table(self) -> Table:
        """Return the matrix."""
        return issue_matrix(self.rows)

    def suggested(self) -> Table:
        """Return the suggestions, marked as such."""
        return suggested(self.suggestions, {r.issue.id: r.title for r in self.rows})


def issue(row: IssueRow, language: Language) -> dict[str, Any]:
    """Return one row of the document."""
    return {
        "no": row.number,
        "issue": row.title,
        "field": row.field(language),
        "field_code": row.field_code,
        "sources": list(row.sources(language)),
        "kims": list(row.kims),
        "priority": row.priority,
        "crisis": row.crisis,
    }


def suggestion(found: Suggestion, language: Language) -> dict[str, Any]:
    """Return one suggestion of the document."""
    return {
        "issue": found.issue,
        "kim": found.kim,
        "name": found.name,
        "village": found.village,
        "suggestion": True,
        "reason": found.reason.say(language),
    }
