"""What `overview` returns: the view of a province, of ministries or of the public over districts."""

from typing import Any

from attrs import frozen

from kimcore.protection import Shown, Withheld
from kimcore.reports import Audience, DistrictFigures, district_tables, total
from kimcore.results.rows import Result, document
from kimcore.tables import Cell, Table
from kimcore.terms import Language, say

__all__ = ["Overview"]


MARKS = tuple(Shown(None, mark) for mark in Withheld)


@frozen(kw_only=True)
class Overview(Result[DistrictFigures]):
    """The figures of districts as an audience may see them: counts alone, small ones withheld.

    The rows hold the figures themselves and are for the office that made them; `tables()` and `to_document()` are what
    may be handed on.
    """

    audience: Audience

    @property
    def kims(self) -> Shown:
        """The number of KIMs as it may be shown."""
        return total(self.rows)

    def tables(self) -> tuple[Table, ...]:
        """Return what the audience sees."""
        return district_tables(self.rows, self.audience)

    def table(self) -> Table:
        """Return the first of the tables."""
        return self.tables()[0]

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.overview.v1`; a count that is withheld is null, with a mark."""
        tables = [plain_table(table, language) for table in self.tables()]
        return document("overview", self, audience=self.audience.code, kims=self.kims.plain, tables=tables)


def plain_table(table: Table, language: Language) -> dict[str, Any]:
    """Return a table as plain data."""
    heads = [{"key": c.key, "heading": c.heading.say(language)} for c in table.columns]
    rows = [[plain_cell(cell, language) for cell in row] for row in table.rows]
    return {"key": table.key, "title": table.title.say(language), "columns": heads, "rows": rows}


def plain_cell(cell: Cell, language: Language) -> Any:
    """Return a cell as plain data: a withheld count is null with a mark, other words are said."""
    for mark in MARKS:
        if cell == mark.cell:
            return mark.plain
    return cell if isinstance(cell, int) or cell is None else say(cell, language)
