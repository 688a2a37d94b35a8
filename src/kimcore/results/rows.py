"""Rows: what every result can do: be iterated, become dicts or a frame, show itself in a notebook."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from kimcore.results.arrow import stream
from kimcore.tables import Cell, Table
from kimcore.terms import Language, Term, Text, say

__all__ = ["Result", "document", "plain"]

Row = TypeVar("Row")
STAMP = Text("kantor {office}, per {on}, {rulebook}", "office {office}, as of {on}, {rulebook}")


@frozen(kw_only=True)
class Result(ABC, Generic[Row]):
    """Rows of one kind with what they rest on: office, date, rulebook.

    It is iterable; `to_dicts()` gives a dict per row, `__arrow_c_stream__` feeds polars, pandas, pyarrow or DuckDB,
    `to_document()` is the JSON document of the command line.
    """

    office: str
    on: date
    rulebook: str
    rows: tuple[Row, ...] = field(repr=False)

    @property
    def stamp(self) -> Text:
        """What every result carries, in words: office, date, rulebook."""
        return STAMP.format(office=self.office, on=self.on, rulebook=self.rulebook)

    def __iter__(self) -> Iterator[Row]:
        """Iterate over the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    @abstractmethod
    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return the JSON document of the command line."""

    @abstractmethod
    def table(self) -> Table:
        """Return the rows as a neutral table."""

    def to_dicts(self, language: Language = "id") -> list[dict[str, Any]]:
        """Return one dict per row, by the keys of the table's columns; labels in a language, dates as dates."""
        table = self.table()
        keys = [column.key for column in table.columns]
        return [dict(zip(keys, (spoken(cell, language) for cell in row), strict=True)) for row in table.rows]

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return an Arrow stream of `to_dicts()`; raise `MissingExtra` without the extra `frame`."""
        return stream([column.key for column in self.table().columns], self.to_dicts(), requested_schema)

    def _repr_html_(self) -> str:
        """Return the table as HTML for a notebook; everything from data is escaped."""
        table = self.table()
        head = "".join(f"<th>{escape(c.heading.id)}</th>" for c in table.columns)
        body = "".join(f"<tr>{''.join(map(html_cell, row))}</tr>" for row in table.rows)
        caption = escape(f"{table.title.id} — {self.stamp.id}")
        return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def spoken(cell: Cell, language: Language) -> Any:
    """Return a cell as a plain value: labels said, lists as lists, the rest as it is."""
    if isinstance(cell, Text | Term):
        return cell.say(language)
    return [say(line, language) for line in cell] if isinstance(cell, tuple) else cell


def html_cell(cell: Cell) -> str:
    """Return a cell of an HTML table; an unknown is a dash."""
    text = "; ".join(map(say, cell)) if isinstance(cell, tuple) else say(cell)
    text = text if text and cell is not None else "–"
    return f"<td>{escape(text)}</td>"


def document(kind: str, result: Result[Any], **content: object) -> dict[str, Any]:
    """Return a document with what every document carries, and its own content."""
    head = {"format": f"kimcore.{kind}.v1", "office": result.office, "on": result.on.isoformat()}
    return head | {"rulebook": result.rulebook} | content


def plain(value: object) -> Any:
    """Return a value as JSON holds it: a term as its code, a date in ISO form, a tuple as a list."""
    if isinstance(value, Term):
        return value.code
    if isinstance(value, date):
        return value.isoformat()
    return [plain(item) for item in value] if isinstance(value, tuple | list) else value
