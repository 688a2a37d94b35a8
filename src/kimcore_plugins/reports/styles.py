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
LINES = "#C9D1D9"
BODY: dict[str, Any] = {"valign": "top", "border": 1, "border_color": LINES, "font_color": INK}
LEFT = BODY | {"align": "left", "indent": 1}
RIGHT = BODY | {"align": "right", "indent": 1}
MIDDLE = BODY | {"align": "center"}


@frozen(kw_only=True)
class Styles:
    """The formats by what they are for."""

    title: "Format"
    warning: "Format"
    line: "Format"
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

    def made(**look: Any) -> "Format":
        return book.add_format(look)

    return Styles(
        title=made(bold=True, font_size=14, font_color=ACCENT, text_wrap=True, valign="vcenter"),
        warning=made(
            bold=True,
            bg_color="#FFE08A",
            font_color="#5C2B00",
            text_wrap=True,
            valign="vcenter",
            border=1,
            border_color="#B7791F",
        ),
        line=made(font_color=INK, text_wrap=True, valign="top"),
        link=made(font_color=ACCENT, underline=1, valign="top", text_wrap=True),
        linked=made(underline=1, text_wrap=True, **(LEFT | {"font_color": ACCENT})),
        left_whole=made(**LEFT),
        left_date=made(num_format="dd/mm/yyyy", **LEFT),
        left_unknown=made(bg_color=GREY, italic=True, **(LEFT | {"font_color": SOFT})),
        strong=made(bold=True, font_size=12, font_color=ACCENT, valign="vcenter"),
        heading=made(
            bold=True,
            font_color="#FFFFFF",
            bg_color=ACCENT,
            text_wrap=True,
            valign="vcenter",
            indent=1,
            border=1,
            border_color=LINES,
        ),
        text=made(text_wrap=True, **LEFT),
        whole=made(num_format="#,##0", **RIGHT),
        fraction=made(num_format="#,##0.0##", **RIGHT),
        tiny=made(num_format="0.00E+00", **RIGHT),
        date=made(num_format="dd/mm/yyyy", **MIDDLE),
        unknown=made(bg_color=GREY, italic=True, **(MIDDLE | {"font_color": SOFT})),
        note=made(font_color=INK, text_wrap=True, valign="top", italic=True),
    )
