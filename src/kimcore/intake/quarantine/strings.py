"""Strings: the texts that the cells of an xlsx file share, of which only the lengths are kept."""

from array import array
from collections.abc import Iterable

from .limits import CELLS, Refused
from .markup import Attributes, scan

__all__ = ["Strings"]


class Strings:
    """The lengths of the shared texts by their numbers."""

    def __init__(self) -> None:
        """Start with no text."""
        self.lengths = array("I")
        self.in_text = False

    def read(self, chunks: Iterable[bytes]) -> None:
        """Read the part; refuse one that states or holds more texts than a file may have cells."""
        pieces = iter(chunks)
        first = next(pieces, None)
        if first is not None:
            scan((piece for part in ((first,), pieces) for piece in part), self.opened, self.closed, self.text)

    def opened(self, name: str, attributes: Attributes) -> None:
        """Enter an element."""
        if name == "si":
            self.lengths.append(0)
        elif name == "t":
            self.in_text = True
        elif name == "sst":
            stated = (attributes.get(key, "0") for key in ("count", "uniqueCount"))
            if any(not n.isdecimal() or len(n) > 9 for n in stated):
                raise Refused("file_unsafe")
        if len(self.lengths) > CELLS:
            raise Refused("file_many_cells", limit=CELLS)

    def closed(self, name: str) -> None:
        """Leave an element."""
        if name == "t":
            self.in_text = False

    def text(self, words: str) -> None:
        """Add to the length of the text."""
        if self.in_text and self.lengths:
            self.lengths[-1] += len(words)

    def length(self, number: str) -> int:
        """Return the length of the text of a number; refuse a number that has none."""
        if number.isdecimal() and len(number) < 10 and int(number) < len(self.lengths):
            return self.lengths[int(number)]
        raise Refused("file_unreadable")
