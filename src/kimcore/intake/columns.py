"""Columns: the columns and sheets of the register, as their layout describes them."""

from typing import Final

from attrs import Factory, field, frozen

from kimcore.intake.cells import letters
from kimcore.intake.kinds import CHOICES, NOTES, READERS, SUGGESTIONS, Kind, Reader
from kimcore.terms import Text

__all__ = ["NAME", "NUMBER", "READERS", "VILLAGE", "Column", "Kind", "Reader", "SheetSpec"]

NAME: Final = "identity.name"
VILLAGE: Final = "identity.village"
NUMBER: Final = "identity.community_number"

UNMASKED = {Kind.LINK, Kind.ORDINAL}


def compared(*names: str) -> tuple[str, ...]:
    """Return a heading and its aliases as they are compared, in the order in which they win."""
    return tuple(dict.fromkeys(map(letters, names)))


@frozen(kw_only=True)
class Column:
    """A column of a sheet: `key` names the field it fills, `heading` the canonical heading, `aliases` other headings.

    `is_personal` columns hold data of persons: their values are masked in problems.
    """

    key: str
    heading: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    is_personal: bool = False
    names: tuple[str, ...] = field(
        init=False, repr=False, default=Factory(lambda self: compared(self.heading, *self.aliases), takes_self=True)
    )

    @property
    def reader(self) -> Reader:
        """The reader of its cells."""
        return READERS[self.kind]

    @property
    def choices(self) -> tuple[str, ...]:
        """What a drop-down offers; empty for free cells."""
        return CHOICES.get(self.kind, ())

    @property
    def suggestions(self) -> tuple[str, ...]:
        """The words of a column that takes several of a vocabulary; empty for others."""
        return SUGGESTIONS.get(self.kind, ())

    @property
    def note(self) -> Text | None:
        """How to fill it in, or None where the heading says it."""
        return NOTES.get(self.kind)

    @property
    def is_masked(self) -> bool:
        """False for the columns in which 16 digits may stay."""
        return self.kind not in UNMASKED


@frozen(kw_only=True)
class SheetSpec:
    """A sheet of the register: its name, the clause it comes from, and its columns.

    `hidden` columns are read where a file has them, but are not offered by a template. A file without a sheet that is
    `supplementary` lacks nothing, and is not told so. `anchor` is the key of the column that every row fills in.
    """

    key: str
    name: str
    clause: str
    columns: tuple[Column, ...]
    hidden: tuple[Column, ...] = ()
    supplementary: bool = False
    anchor: str = NAME

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns offered and the hidden ones."""
        return self.columns + self.hidden

    def column(self, key: str) -> Column:
        """Return the column of a key."""
        return next(c for c in self.all_columns if c.key == key)
