"""Looks: the formats of an empty form, made once per workbook."""

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from kimcore.tables import FormKind
from kimcore_plugins.reports.styles import BODY, DAY, INK, LOOKS

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

__all__ = ["Looks"]

NUMBER_FORMATS: Final[dict[FormKind, str]] = {"text": "@", "date": DAY, "number": "General", "answer": "General"}


@frozen(kw_only=True)
class Looks:
    """The formats of a form; those of cells by the kind of a column, `lined` for the first rows."""

    title: "Format"
    line: "Format"
    link: "Format"
    heading: "Format"
    required: "Format"
    topic: "Format"
    advice: "Format"
    cells: dict[FormKind, "Format"]
    lined: dict[FormKind, "Format"]

    @classmethod
    def of(cls, book: "Workbook") -> "Looks":
        """Make the formats of a workbook."""
        required = LOOKS["heading"]
        return cls(
            title=book.add_format(LOOKS["title"] | {"text_wrap": False}),
            line=book.add_format({"font_color": INK, "italic": True, "valign": "vcenter"}),
            link=book.add_format(LOOKS["linked"] | {"bold": True}),
            heading=book.add_format(required | {"bg_color": "#DCE9F5", "font_color": INK}),
            required=book.add_format(required),
            topic=book.add_format(LOOKS["text"] | {"bold": True}),
            advice=book.add_format(LOOKS["text"]),
            cells=cells(book, {"valign": "top"}),
            lined=cells(book, BODY),
        )


def cells(book: "Workbook", look: dict[str, Any]) -> dict[FormKind, "Format"]:
    """Return the formats of cells to fill in: text stays as typed, also with zeros in front."""
    return {
        kind: book.add_format(look | {"num_format": number, "text_wrap": kind == "text"})
        for kind, number in NUMBER_FORMATS.items()
    }
