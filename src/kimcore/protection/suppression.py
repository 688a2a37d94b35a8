"""Suppression: small counts of persons and KIMs are not told, nor what they could be worked out from.

A count below `SMALLEST` is small. Where it is a part of a total that is told, another part is withheld too, so that no
small count follows from the rest. This looks at one total and its parts at a time: a table whose columns are added up
too would need more, and two tables that overlap may still bound a count.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from kimcore.terms import Term, Text

__all__ = ["SMALLEST", "Shown", "Withheld", "told", "told_together", "told_with"]

SMALLEST: Final = 5
"""The least count that is told."""

LESS = Text(f"<{SMALLEST}", f"<{SMALLEST}")
ELSE = Text("disamarkan", "withheld")


class Withheld(Term):
    """Why a count is not told."""

    SMALL = "small", "kurang dari lima", "less than five"
    COMPLEMENT = "complement", "agar hitungan kecil tidak terungkap", "so that no small count can be worked out"


@frozen
class Shown:
    """A count as it may be shown: its value, or None and why it is withheld."""

    value: int | None
    withheld: Withheld | None = None

    @property
    def cell(self) -> int | Text | None:
        """The cell of a table: the count, `<5`, or that it is withheld; None where it is unknown."""
        return {Withheld.SMALL: LESS, Withheld.COMPLEMENT: ELSE, None: self.value}[self.withheld]

    @property
    def plain(self) -> dict[str, int | str | None]:
        """The count as data: a withheld one is null with a mark."""
        return {"value": self.value, "withheld": self.withheld.code if self.withheld else None}


def told(count: int | None) -> Shown:
    """Return a count that stands by itself as it may be shown; an unknown one stays unknown."""
    if count is None:
        return Shown(None)
    return Shown(None, Withheld.SMALL) if count < SMALLEST else Shown(count)


def told_with(total: int, *kinds: Sequence[int]) -> tuple[Shown, list[tuple[Shown, ...]]]:
    """Return a total and its parts, of one kind or several, as they may be shown.

    Where the total is withheld, so is every part: the parts say nothing about it.
    """
    shown = told(total)
    if shown.withheld is None and any(tells(kind, withheld(kind)) for kind in kinds):
        shown = Shown(None, Withheld.COMPLEMENT)
    if shown.withheld is None:
        return shown, [withheld(kind) for kind in kinds]
    return shown, [tuple(Shown(None, shown.withheld) for _ in kind) for kind in kinds]


def told_together(counts: Sequence[int]) -> Shown:
    """Return the sum of counts that are shown one by one: it is told only where each of them is."""
    is_told = all(told(count).withheld is None for count in counts)
    return told(sum(counts)) if is_told else Shown(None, Withheld.COMPLEMENT)


def withheld(parts: Sequence[int]) -> tuple[Shown, ...]:
    """Return the parts of a total that is told as they may be shown."""
    shown = [told(part) for part in parts]
    while tells(parts, shown):
        rest = [n for n, one in enumerate(shown) if one.withheld is None]
        if not rest:
            break
        shown[min(rest, key=lambda n: (parts[n], n))] = Shown(None, Withheld.COMPLEMENT)
    return tuple(shown)


def tells(parts: Sequence[int], shown: Iterable[Shown]) -> bool:
    """Tell whether a small count follows from what is shown and the total.

    Of the sum that is left, a small count takes 0 to `SMALLEST` - 1, any other withheld one `SMALLEST` or more.
    """
    marks = [one.withheld for one in shown]
    small, others = marks.count(Withheld.SMALL), marks.count(Withheld.COMPLEMENT)
    if not small:
        return False
    left = sum(part for part, mark in zip(parts, marks, strict=True) if mark) - SMALLEST * others
    return left == 0 or (not others and (small == 1 or left == small * (SMALLEST - 1)))
