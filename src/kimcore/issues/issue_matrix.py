"""Issue matrix: Tabel 3.2, one row per issue with the names of the KIMs it is tied to (III.B.matrix)."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from kimcore.affairs import Affair
from kimcore.issues.issue import Issue, Source
from kimcore.terms import Language

__all__ = ["IssueRow", "matrix"]


@frozen(kw_only=True)
class IssueRow:
    """A row of Tabel 3.2: what the office recorded, and nothing that kimcore suggests.

    `number` is a number where the cell is one; `kims` are names in the office's order (the id where a KIM is not
    among the names); `priority` and `crisis` are unknown where the cell was blank (R25).
    """

    issue: Issue
    kims: tuple[str, ...]

    @property
    def number(self) -> int | str | None:
        """The office's own number of the issue."""
        return self.issue.number

    @property
    def title(self) -> str:
        """The strategic issue."""
        return self.issue.title

    @property
    def field_code(self) -> str | None:
        """The code of the affair, None where the field is none of the 32 or not recorded."""
        return self.issue.affair.code if isinstance(self.issue.affair, Affair) else None

    @property
    def priority(self) -> bool | None:
        """True, False, or None where it is not recorded (III.B.kinds)."""
        return self.issue.priority.truth

    @property
    def crisis(self) -> bool | None:
        """True, False, or None where it is not recorded (III.B.kinds)."""
        return self.issue.crisis.truth

    def field(self, language: Language = "id") -> str | None:
        """Return the field as a label, or as it was typed, or None where it is not recorded."""
        return None if self.issue.affair is None else label(self.issue.affair, language)

    def sources(self, language: Language = "id") -> tuple[str, ...]:
        """Return the sources as labels, or as they were typed."""
        return tuple(label(source, language) for source in self.issue.sources)


def label(value: Affair | Source | str, language: Language) -> str:
    """Return the label of a term, or a text as it is."""
    return value if isinstance(value, str) else value.say(language)


def matrix(issues: Iterable[Issue], names: Mapping[str, str]) -> tuple[IssueRow, ...]:
    """Return Tabel 3.2: issues by their numbers, then those numbered in words, then those without a number.

    `names` gives the names of KIMs by id.
    """
    return tuple(
        IssueRow(issue=issue, kims=tuple(names.get(kim, kim) for kim in issue.kims))
        for issue in sorted(issues, key=order_of)
    )


def order_of(issue: Issue) -> tuple[int, int, str, str, str]:
    """Return the key by which issues stand in the matrix."""
    number = issue.number
    if isinstance(number, int):
        return 0, number, "", issue.title.casefold(), issue.id
    return (2, 0, "", issue.title.casefold(), issue.id) if number is None else (1, 0, number, issue.title, issue.id)
