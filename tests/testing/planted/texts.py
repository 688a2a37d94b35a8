"""Bugs of texts: what databases do to them: folded, trimmed, cut, composed, sorted by a language."""

from collections.abc import Callable, Iterator
from itertools import islice
from unicodedata import normalize

from attrs import evolve

from kimcore.ports import Document
from kimcore_plugins.storage.memory import MemoryUnit
from tests.testing.planted.store import planted


def changed_ids(change: Callable[[str], str]) -> type[MemoryUnit]:
    """Return units that change the id of a document before they look for it."""

    class Changed(MemoryUnit):
        def get(self, kind: str, id: str) -> Document | None:
            return super().get(kind, change(id))

        def put(self, document: Document, *, expected: int) -> Document:
            return super().put(evolve(document, id=change(document.id)), expected=expected)

        def remove(self, kind: str, id: str, *, expected: int) -> None:
            super().remove(kind, change(id), expected=expected)

    return Changed


def sorted_by(order: Callable[[str], object]) -> type[MemoryUnit]:
    """Return units that list documents in another order."""

    class Sorted(MemoryUnit):
        def documents(
            self, kind: str, office: str | None = None, *, after: str | None = None, limit: int | None = None
        ) -> Iterator[Document]:
            found = sorted(super().documents(kind, office), key=lambda d: order(d.id))  # type: ignore[arg-type,return-value]
            return islice((d for d in found if after is None or order(d.id) > order(after)), limit)  # type: ignore[operator]

    return Sorted


@planted
class CaselessIds(changed_ids(str.casefold)):  # type: ignore[misc]
    """Ids are compared without case, as by a collation ending in _ci."""


@planted
class TrimmedIds(changed_ids(str.rstrip)):  # type: ignore[misc]
    """Blanks at the end do not count, as with PAD SPACE."""


@planted
class CutAtNul(changed_ids(lambda id: id.partition("\x00")[0])):  # type: ignore[misc]
    """A text ends at U+0000, as in C."""


@planted
class Composed(changed_ids(lambda id: normalize("NFC", id))):  # type: ignore[misc]
    """Accents are composed, as by some file systems and clients."""


@planted
class SortedWithoutCase(sorted_by(lambda id: (id.casefold(), id))):  # type: ignore[misc]
    """Ids are sorted as in a dictionary."""


@planted
class SortedByCodeUnits(sorted_by(lambda id: id.encode("utf-16-be", "surrogatepass"))):  # type: ignore[misc]
    """Ids are sorted by their code units of 16 bits."""


@planted
class CutPayload(MemoryUnit):
    """A payload is cut at 65,535 bytes, as in a column TEXT."""

    def put(self, document: Document, *, expected: int) -> Document:
        """Cut the payload."""
        return super().put(evolve(document, payload=document.payload[:65_535]), expected=expected)


@planted
class OfficeByPrefix(MemoryUnit):
    """An office is looked for by LIKE."""

    def documents(
        self, kind: str, office: str | None = None, *, after: str | None = None, limit: int | None = None
    ) -> Iterator[Document]:
        """List the offices that begin so."""
        found = super().documents(kind, after=after)
        return islice((d for d in found if office is None or d.office.startswith(office)), limit)


@planted
class KeyNotStored(MemoryUnit):
    """A column that came later is not written."""

    def put(self, document: Document, *, expected: int) -> Document:
        """Forget the key."""
        return super().put(evolve(document, key=""), expected=expected)
