"""Styles: the few cell formats of a workbook, made once per workbook."""

from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

__all__ = ["Styles", "styles"]

INK = "#1F2933"
ACCENT = "#0B4F8A"
GREY = "#E4E7EB"
SOFT = "#4A5560"
DAY = "dd/mm/yyyy"
LINES = "#C9D1D9"
BODY: dict[str, Any] = {"valign": "top", "border": 1, "border_color": LINES, "font_color": INK}
LEFT = BODY | {"align": "left", "indent": 1}
RIGHT = BODY | {"align": "right", "indent": 1}
MIDDLE = BODY | {"align": "center"}
PLAIN = {"font_color": INK, "text_wrap": True, "valign": "top"}
UNKNOWN = {"bg_color": GREY, "font_color": SOFT, "italic": True}
BANNER = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}

LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "font_color": ACCENT, "text_wrap": True, "valign": "vcenter"},
    "warning": BANNER | {"bg_color": "#FFE08A", "font_color": "#5C2B00", "border_color": "#B7791F"},
    "link": PLAIN | {"font_color": ACCENT, "underline": 1},
    "linked": LEFT | {"font_color": ACCENT, "underline": 1, "text_wrap": True},
    "left_whole": LEFT,
    "left_date": LEFT | {"num_format": DAY},
    "left_unknown": LEFT | UNKNOWN,
    "strong": {"bold": True, "font_size": 12, "font_color": ACCENT, "valign": "vcenter"},
    "heading": BANNER | {"bg_color": ACCENT, "font_color": "#FFFFFF", "border_color": LINES, "indent": 1},
    "text": LEFT | {"text_wrap": True},
    "whole": RIGHT | {"num_format": "#,##0"},
    "fraction": RIGHT | {"num_format": "#,##0.0##"},
    "tiny": RIGHT | {"num_format": "0.00E+00"},
    "date": MIDDLE | {"num_format": DAY},
    "unknown": MIDDLE | UNKNOWN,
    "note": PLAIN | {"italic": True},
}


@frozen(kw_only=True)
class Styles:
    """The formats by what they are for."""

    title: "Format"
    warning: "Format"
    link: "Format"
    linked: "Format"
    left_whole: "Format"
    left_date: "Format"
    left_unknown: "Format"
    strong: "Format"
    heading: "Format"
    text: "Format"
    whole: "Format"
    fraction: "Format"
    tiny: "Format"
    date: "Format"
    unknown: "Format"
    note: "Format"

    def leftward(self) -> "Styles":
        """Return the styles for values that stand beside a label: numbers and dates to the left."""
        return evolve(self, whole=self.left_whole, date=self.left_date, unknown=self.left_unknown)


def styles(book: "Workbook") -> Styles:
    """Return the formats of a workbook."""
    return Styles(**{name: book.add_format(look) for name, look in LOOKS.items()})
