"""What `websites` returns: the requests of an office to administer a KIM website, and what became of them (I.A.1)."""

from typing import Any

from attrs import frozen

from kimcore.approvals import ApprovalKind, ApprovalState, WebsiteApproval, WebsiteRequest
from kimcore.reports.columns import columns, lines
from kimcore.results.rows import Result, document
from kimcore.results.shapes import Shape
from kimcore.tables import Table
from kimcore.terms import Language, Text

__all__ = ["SHAPE", "WebsiteRequests"]

DECISION: dict[str, Shape] = {
    "kind": ApprovalKind,
    "on": "day",
    "by": "text",
    "reason": "text",
    "evidence": "text",
}
SHAPE: dict[str, Shape] = {
    "websites": [
        {"id": "text", "site": "text", "on": "day", "by": "text", "state": (ApprovalState, None)}
        | {"decisions": [DECISION]}
    ]
}
COLUMNS = columns(
    ("id", "Id", "Id", 14),
    ("site", "Situs web", "Website", 32),
    ("on", "Diajukan", "Requested on", 14),
    ("by", "Oleh", "By", 24),
    ("state", "Keadaan", "State", 20),
    ("decisions", "Keputusan", "Decisions", 44),
    ("reasons", "Alasan", "Reasons", 40),
    ("evidence", "Bukti", "Evidence", 32),
)


@frozen(kw_only=True)
class WebsiteRequests(Result[WebsiteRequest]):
    """The requests of an office, oldest first, each with its state on the date; one that is made later has none."""

    def to_document(self, language: Language = "id") -> dict[str, Any]:  # noqa: ARG002
        """Return `kimcore.websites.v1`."""
        return document("websites", self, websites=[self.entry(r) for r in self.rows])

    def entry(self, r: WebsiteRequest) -> dict[str, Any]:
        """Return one request as plain data."""
        state, decisions = self.state(r), list(map(decision, r.decisions))
        about = {"id": r.id, "site": r.site, "on": r.on.isoformat(), "by": r.by}
        return about | {"state": state.code if state else None, "decisions": decisions}

    def table(self) -> Table:
        """Return the requests."""
        rows = tuple(map(self.cells, self.rows))
        title = Text("Permintaan mengelola situs web KIM", "Requests to administer a KIM website")
        return Table(key="websites", name=Text("Situs web", "Websites"), title=title, columns=COLUMNS, rows=rows)

    def cells(self, r: WebsiteRequest) -> tuple[Any, ...]:
        """Return one request as cells."""
        decided = lines(*(Text(f"{d.on}: {d.kind.say('id')}", f"{d.on}: {d.kind.say('en')}") for d in r.decisions))
        why, papers = lines(*(d.reason for d in r.decisions)), lines(*(d.evidence for d in r.decisions))
        return (r.id, r.site, r.on, r.by, self.state(r), decided, why, papers)

    def state(self, r: WebsiteRequest) -> ApprovalState | None:
        """Return the state of a request on the date, None where it is made later."""
        return r.state_on(self.on) if r.on <= self.on else None


def decision(d: WebsiteApproval) -> dict[str, Any]:
    """Return a decision as plain data."""
    return {"kind": d.kind.code, "on": d.on.isoformat(), "by": d.by, "reason": d.reason, "evidence": d.evidence}
