"""Reads what the writers wrote: the parts of a workbook, and the elements and text of a page."""

from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

VOID = {"meta", "br", "img", "link", "input", "hr", "col"}


def parts(path: Path) -> dict[str, str]:
    """Return the XML parts of a workbook by name; each must be well-formed."""
    with ZipFile(path) as archive:
        found = {name: archive.read(name).decode() for name in archive.namelist()}
    for text in found.values():
        ElementTree.fromstring(text)
    return found


class Page(HTMLParser):
    """The tags, attributes and text of a page; `open` must be empty at the end."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.cells: list[tuple[str, str]] = []
        self.cell: list[str] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and what it opens."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("td", "th"):
            self.cell = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that opens nothing."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that is open: another one is a fault of the page."""
        assert self.open.pop() == tag
        if tag in ("td", "th") and self.cell is not None:
            self.cells.append((tag, "".join(self.cell)))
            self.cell = None

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.texts.append(data)
        if self.cell is not None:
            self.cell.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of each element of a name."""
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.texts)
