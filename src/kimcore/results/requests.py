"""What `requests` returns: the requests of persons to an office, with their due times."""

from datetime import datetime
from typing import Any

from attrs import frozen

from kimcore.protection import PersonRequest
from kimcore.reports.columns import columns
from kimcore.results.rows import Result, document
from kimcore.tables import Table
from kimcore.terms import Language, Text

__all__ = ["RequestQueue"]

COLUMNS = columns(
    ("id", "Id", "Id", 10),
    ("kind", "Permintaan", "Request", 20),
    ("person", "Orang", "Person", 24),
    ("received", "Diterima", "Received", 26),
    ("due", "Tenggat", "Due", 26),
    ("state", "Keadaan", "State", 20),
    ("text", "Isi", "Text", 40),
    ("closed", "Ditutup", "Closed", 26),
    ("answer", "Jawaban", "Answer", 40),
)
LATE = Text("lewat tenggat", "overdue")
OPEN = Text("terbuka", "open")


@frozen(kw_only=True)
class RequestQueue(Result[PersonRequest]):
    """The requests of an office, those that are due first on top; `at` is the instant by which they are overdue."""

    at: datetime

    @property
    def overdue(self) -> tuple[PersonRequest, ...]:
        """The open requests whose term is over."""
        return tuple(r for r in self.rows if r.is_open and r.is_overdue(self.at))

    def to_document(self, language: Language = "id") -> dict[str, Any]:  # noqa: ARG002
        """Return `kimcore.requests.v1`."""
        return document("requests", self, requests=[self.entry(r) for r in self.rows])

    def entry(self, r: PersonRequest) -> dict[str, Any]:
        """Return one request as plain data."""
        return {
            "id": r.id,
            "kind": r.kind.code,
            "person": r.person,
            "received": r.received,
            "due": r.due.isoformat(),
            "overdue": r.is_overdue(self.at),
            "outcome": r.outcome.code if r.outcome else None,
            "closed": r.closed or None,
            "text": r.text,
            "answer": r.answer,
        }

    def table(self) -> Table:
        """Return the requests."""
        rows = tuple(map(self.cells, self.rows))
        title = Text("Permintaan orang tentang datanya", "Requests of persons about their data")
        return Table(key="requests", name=Text("Permintaan", "Requests"), title=title, columns=COLUMNS, rows=rows)

    def cells(self, r: PersonRequest) -> tuple[Any, ...]:
        """Return one request as cells."""
        late = (LATE,) if r.is_overdue(self.at) else ()
        state = (r.outcome or OPEN, *late)
        ends = (r.text or None, r.closed or None, r.answer or None)
        return (r.id, r.kind, r.person, r.received, r.due.isoformat(), state, *ends)
