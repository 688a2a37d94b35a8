"""Named: items of a work that rows of other sheets name by their ids, or by a title or label."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from attrs import frozen

from kimcore.intake.cells import squeeze
from kimcore.intake.works.rows import Row
from kimcore.terms import Term, Text

__all__ = ["CATEGORIES", "CRITERIA", "ENTRIES", "JURORS"]

MASK: Final = "***"


@frozen
class Named:
    """Items that rows name by their ids, or by another name: what they are called, and the sheet they stand on."""

    label: Text
    sheet: str
    other: Callable[[Any], str | Term]
    is_personal: bool = False

    def find(self, row: Row, key: str, items: Iterable[Any], said: str) -> str | None:
        """Return the id of the one item that a text names; none or several are reported."""
        every, wanted = tuple(items), squeeze(said)
        found = [i for i in every if i.id == said] or [i for i in every if squeeze(i.id) == wanted]
        found = found or [i for i in every if wanted == squeeze(str(self.other(i)))]
        if len(found) == 1:
            return str(found[0].id)
        code, others = ("part_ambiguous", ", ".join(i.id for i in found)) if found else ("part_unknown", self.sheet)
        row.report(code, key, value=said if self.is_shown(said) else MASK, name=self.label, other=others)
        return None

    def is_shown(self, said: str) -> bool:
        """Tell whether a problem may show what was typed: for a juror, words without a digit may be a name."""
        return not self.is_personal or any(c.isdigit() for c in said)


CATEGORIES: Final = Named(Text("kategori", "categories"), "Kategori", lambda c: c.kind)
JURORS: Final = Named(Text("kode juri", "codes of jurors"), "Juri", lambda _: "", is_personal=True)
ENTRIES: Final = Named(Text("karya", "works"), "Karya", lambda e: e.title)
CRITERIA: Final = Named(Text("kriteria", "criteria"), "Rubrik", lambda c: c.label)
