"""What `overview` returns: the view of a province, of ministries or of the public over districts."""

from typing import Any

from attrs import field, frozen

from kimcore.community import KimType
from kimcore.media import MediaKind
from kimcore.protection import Shown, Withheld
from kimcore.reports import Audience, DistrictFigures, ListedKim, district_tables, listing, total
from kimcore.results.rows import Result, document, plain
from kimcore.results.shapes import Shape
from kimcore.tables import Cell, Table
from kimcore.terms import Language, say

__all__ = ["SHAPE", "Overview"]

SHOWN: dict[str, Shape] = {"value": "count?", "withheld": (Withheld, None)}
COUNTS: dict[str, Shape] = {
    "key": "text",
    "title": "text",
    "columns": [{"key": "text", "heading": "text"}],
    "rows": [[("count", "text", SHOWN, None)]],
}
LISTED: dict[str, Shape] = {
    "name": "text",
    "type": (KimType, None),
    "affairs": ["text"],
    "media": [MediaKind],
    "office": "region",
    "subdistrict": "text",
    "village": "text",
}
SHAPE: dict[str, Shape] = {"audience": Audience, "kims": SHOWN, "tables": [COUNTS], "listed": [LISTED]}

MARKS = tuple(Shown(None, mark) for mark in Withheld)


@frozen(kw_only=True)
class Overview(Result[DistrictFigures]):
    """The figures of districts as an audience may see them, small ones withheld; ministries also see the KIMs `listed`.

    The rows hold the figures themselves and are for the office that made them; `tables()` and `to_document()` are what
    may be handed on.
    """

    audience: Audience
    listed: tuple[ListedKim, ...] = field(default=(), repr=False)

    @property
    def kims(self) -> Shown:
        """The number of KIMs as it may be shown."""
        return total(self.rows)

    def tables(self) -> tuple[Table, ...]:
        """Return what the audience sees."""
        counts = district_tables(self.rows, self.audience)
        return (listing(self.listed), *counts) if self.audience is Audience.KL else counts

    def table(self) -> Table:
        """Return the first of the tables: the list of KIMs, where there is one."""
        return self.tables()[0]

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.overview.v1`; a count that is withheld is null, with a mark."""
        tables = [plain_table(table, language) for table in district_tables(self.rows, self.audience)]
        content = {"kims": self.kims.plain, "tables": tables, "listed": list(map(entry, self.listed))}
        return document("overview", self, audience=self.audience.code, **content)


def entry(kim: ListedKim) -> dict[str, Any]:
    """Return a listed KIM as plain data."""
    where = {"office": kim.office.text, "subdistrict": kim.subdistrict, "village": kim.village}
    kinds = {"type": plain(kim.type), "affairs": plain(kim.affairs), "media": plain(kim.media)}
    return {"name": kim.name} | kinds | where


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
