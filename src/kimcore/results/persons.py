"""What `person` and `erase` return: the places where something is held about one person."""

from typing import Any

from attrs import field, frozen

from kimcore.protection import Trace
from kimcore.reports.columns import columns
from kimcore.results.rows import Result, document
from kimcore.tables import Column, Table
from kimcore.terms import Language, Term, Text

__all__ = ["CopyState", "Erasure", "FileOutcome", "PersonPlace", "PersonReport"]

PLACES = columns(
    ("kind", "Catatan", "Record", 14),
    ("id", "Id", "Id", 20),
    ("name", "Nama KIM", "KIM", 26),
    ("field", "Isian", "Field", 30),
    ("trace", "Oleh penghapusan", "By erasure", 26),
)
VALUE = columns(("value", "Isi", "Value", 40))
FILES = columns(("file", "Berkas", "File", 50), ("state", "Hasil", "Outcome", 30))

STORE = Text("penyimpanan ini", "this store")


class CopyState(Term):
    """What became of the bytes of a file in which a person stood."""

    CLEAN = "clean", "bersih", "clean"
    MISSING = "missing", "tidak ditemukan: hapus sendiri bila dipindahkan", "not found: if it was moved, erase it there"
    LOCKED = "locked", "sedang dipakai: ulangi nanti", "in use: repeat this later"
    FAILED = "failed", "tidak dapat dibuka", "cannot be opened"
    SERVER = "server", "pada peladen: gunakan alatnya", "on a server: use its tools"


@frozen(kw_only=True)
class PersonPlace:
    """A place where something is held about a person: record, KIM, the path of the field, and what it says."""

    kind: str
    id: str
    kim: str
    name: str
    path: str
    trace: Trace
    value: str = field(repr=False)


@frozen(kw_only=True)
class FileOutcome:
    """A file and what became of its bytes; None for the store itself."""

    file: str | None = field(repr=False)
    state: CopyState


def cells(place: PersonPlace) -> tuple[Any, ...]:
    """Return a place as cells, without the value."""
    return place.kind, place.id, place.name or None, place.path, place.trace


def entry(place: PersonPlace) -> dict[str, Any]:
    """Return a place as plain data, without the value."""
    where = {"kind": place.kind, "id": place.id, "kim": place.kim or None, "name": place.name}
    return where | {"field": place.path, "trace": place.trace.code}


def table(title: Text, shown: tuple[Column, ...], rows: tuple[tuple[Any, ...], ...]) -> Table:
    """Return a table of places."""
    return Table(key="person", name=Text("Orang", "Person"), title=title, columns=shown, rows=rows)


@frozen(kw_only=True)
class PersonReport(Result[PersonPlace]):
    """Everything that an office holds about one person, with the values: it is for that person."""

    pseudonym: str

    def to_document(self, language: Language = "id") -> dict[str, Any]:  # noqa: ARG002
        """Return `kimcore.person.v1`."""
        places = [entry(place) | {"value": place.value} for place in self.rows]
        return document("person", self, pseudonym=self.pseudonym, places=places)

    def table(self) -> Table:
        """Return the places with what stands there."""
        rows = tuple((*cells(place), place.value) for place in self.rows)
        title = Text("Data tentang {person}", "Data about {person}").format(person=self.pseudonym)
        return table(title, (*PLACES, *VALUE), rows)


@frozen(kw_only=True)
class Erasure(Result[PersonPlace]):
    """What was erased about one person, and where something is left; values are not repeated.

    `files` are the store and the backups that it knows of, each with what became of its bytes.
    """

    pseudonym: str
    files: tuple[FileOutcome, ...] = ()
    is_dry_run: bool = False

    @property
    def left(self) -> tuple[PersonPlace, ...]:
        """The places that must be corrected by hand."""
        return tuple(place for place in self.rows if place.trace is Trace.LEFT)

    @property
    def is_whole(self) -> bool:
        """True if nothing is left, in no record and in no file that is known."""
        return not self.left and all(one.state is CopyState.CLEAN for one in self.files)

    def to_document(self, language: Language = "id") -> dict[str, Any]:  # noqa: ARG002
        """Return `kimcore.erase.v1`."""
        files = [{"file": one.file, "state": one.state.code} for one in self.files]
        places = [entry(place) for place in self.rows]
        return document(
            "erase", self, pseudonym=self.pseudonym, dry_run=self.is_dry_run, places=places, files=files
        )  # fmt: skip

    def table(self) -> Table:
        """Return the places."""
        title = Text("Penghapusan data {person}", "Erasure of {person}").format(person=self.pseudonym)
        return table(title, PLACES, tuple(map(cells, self.rows)))

    def files_table(self) -> Table:
        """Return the files."""
        title = Text("Berkas yang dibersihkan", "Files that were cleaned")
        rows = tuple((one.file or STORE, one.state) for one in self.files)
        return Table(key="files", name=Text("Berkas", "Files"), title=title, columns=FILES, rows=rows)
