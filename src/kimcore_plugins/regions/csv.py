"""A region directory in a CSV file of an office's own: code and name, with or without a heading row."""

import csv
from collections.abc import Iterator
from pathlib import Path

from kimcore.errors import InvalidValue, Unreadable
from kimcore.geography import RegionCode

__all__ = ["CsvRegions", "open_csv"]


class CsvRegions:
    """Regions by code; a region that stands above a listed one is held too, with an empty name unless it is listed."""

    def __init__(self, edition: str, names: dict[RegionCode, str]) -> None:
        self.edition = edition
        above = {parent: "" for code in names for parent in ancestors(code)}
        self.names = above | names

    def name_of(self, code: RegionCode) -> str | None:
        """Return the name of a region, or None where the file does not hold the code."""
        return self.names.get(code)

    def below(self, code: RegionCode) -> Iterator[tuple[RegionCode, str]]:
        """Yield code and name of every region below one, in the order of the file."""
        return ((c, name) for c, name in self.names.items() if c.text.startswith(f"{code}."))


def open_csv(file: str) -> CsvRegions:
    """Read a file of two columns, parted by commas or semicolons; it is cited by its name.

    Raises `InvalidValue` where no file is named, `Unreadable` where it cannot be read or a line has no code.
    """
    if not file:
        en, id = "name the file: csv:FILE", "sebutkan berkasnya: csv:BERKAS"
        raise InvalidValue("regions_file", en, id, field="regions")
    path = Path(file)
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise unreadable(f"{path}: cannot be read as text", f"{path}: tidak dapat dibaca sebagai teks") from None
    return CsvRegions(path.name, dict(regions(path, lines)))


def regions(path: Path, lines: list[str]) -> Iterator[tuple[RegionCode, str]]:
    """Yield the regions of the lines; the first line may be a heading."""
    delimiter = ";" if lines and ";" in lines[0] else ","
    for number, cells in enumerate(csv.reader(lines, delimiter=delimiter), 1):
        code, name = (*(c.strip() for c in cells), "", "")[:2]
        try:
            if code:
                yield RegionCode.parse(code), name
        except InvalidValue:
            if number > 1:
                en, id = f"{path}, line {number}: {code!r} is no region code", f"{path}, baris {number}: bukan kode"
                raise unreadable(en, id) from None


def unreadable(en: str, id: str) -> Unreadable:
    """Return the error for a file that is no directory of regions."""
    return Unreadable("regions_unreadable", en, id)


def ancestors(code: RegionCode) -> Iterator[RegionCode]:
    """Yield the regions that hold a region."""
    while (parent := code.parent) is not None:
        yield parent
        code = parent
