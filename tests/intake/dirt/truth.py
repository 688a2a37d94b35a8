"""Truth: a cell as an officer types it, what it means, and how an intake may treat it without lying."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Final

from attrs import frozen

__all__ = ["Dirt", "Maker", "either", "loose", "plain", "right", "told", "trimmed"]

BLANKS: Final = ("", "", " ", "  ", "\u00a0", "\t", " \u00a0 ", "\n")


@frozen
class Dirt:
    """A cell: what is typed, what it means, and whether the intake must report it.

    `must_tell` True: the value is `meant` and the cell is reported. False: the value is `meant` and it is not.
    None: the value is `meant`, or the cell is reported and its value is none.
    """

    typed: Any
    meant: Any = None
    must_tell: bool | None = False

    def is_true(self, found: Any, *, is_reported: bool, is_none: bool) -> bool:
        """Tell whether what an intake found is no lie."""
        if self.must_tell is None:
            return found == self.meant or (is_reported and is_none)
        return found == self.meant and is_reported is self.must_tell


Maker = Callable[[Random], Dirt]
"""Makes a cell by chance; the same chance makes the same cell."""


def right(typed: Any, meant: Any) -> Dirt:
    """Return a cell in a form that the interface promises to read."""
    return Dirt(typed, meant)


def told(typed: Any, meant: Any = None) -> Dirt:
    """Return a cell that must be reported."""
    return Dirt(typed, meant, True)


def either(typed: Any, meant: Any) -> Dirt:
    """Return a cell beyond the interface: it is read as meant, or is reported and unknown."""
    return Dirt(typed, meant, None)


def trimmed(chance: Random, words: str) -> str:
    """Return words with what the interface takes off: blanks around, another case, a closing full stop."""
    case = chance.choice((str, str, str.upper, str.title, str.lower))
    stop = chance.choice(("", "", "", ".")) if words.strip() else ""
    return f"{chance.choice(BLANKS)}{case(words)}{stop}{chance.choice(BLANKS)}"


def loose(chance: Random, words: str) -> str:
    """Return words with dirt that cannot be seen: characters without width, no-break blanks, doubled blanks, lines."""
    wide = words.replace(" ", chance.choice(("  ", "\u00a0", "\t", " \n", "\u2009")))
    return chance.choice((wide, f"{words}\u200b", f"\ufeff{words}", f"{words[:1]}\u200b{words[1:]}", f"{words}\u200e"))


def plain(groups: Sequence[Callable[[Random], Dirt]]) -> Maker:
    """Return a maker that lets chance choose one of several makers."""
    return lambda chance: chance.choice(groups)(chance)
