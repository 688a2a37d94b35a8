"""Answering: requests that must be answered in time: those of persons about their data, and those to the ministry."""

from datetime import date
from typing import TypeVar

from kimcore.approvals import WebsiteApproval, WebsiteRequest
from kimcore.errors import NotFound
from kimcore.protection import PersonRequest, RequestKind, RequestOutcome, instant_of
from kimcore.results import RequestQueue, WebsiteRequests
from kimcore.workspace.correcting import Correcting
from kimcore.workspace.records import Records, Stored

__all__ = ["Answering"]

E = TypeVar("E")


class Answering(Correcting):
    """The part of a workspace that keeps the requests of persons, and of the office to the ministry."""

    # --- requests of persons

    def requests(self, *, on: date | None = None) -> RequestQueue:
        """Return the requests of persons: open ones first, those that are due first on top."""
        with self.storage.unit_of_work() as unit:
            found = [s.entity for _, s in Records(unit, self.office).all("request", PersonRequest)]
        rows = tuple(sorted(found, key=lambda r: (not r.is_open, r.due, r.id)))
        return RequestQueue(**self.stamped(on), rows=rows, at=self.clock())

    def add_request(self, kind: str | RequestKind, person: str, *, text: str = "", received: str = "") -> PersonRequest:
        """Record a request of a person; `received` is an instant in ISO form with its zone, by default now."""
        with self.ledger.unit("requests add") as unit:
            unit.lock()
            records = Records(unit, self.office)
            made = PersonRequest(
                id=next_id(records, "request", PersonRequest),
                office=self.office,
                kind=RequestKind.of(kind) if isinstance(kind, str) else kind,
                person=person,
                received=instant_of(received).isoformat() if received else self.instant(),
                text=text,
            )
            records.put("request", made.id, made, 0)
            unit.commit()
        return made

    def close_request(self, id: str, outcome: str | RequestOutcome, *, answer: str = "") -> PersonRequest:
        """Close a request; raises `NotFound` for none of that id, `NotAllowed` where it is closed already."""
        how = RequestOutcome.of(outcome) if isinstance(outcome, str) else outcome
        with self.ledger.unit("requests close") as unit:
            records = Records(unit, self.office)
            found = stored(records, "request", id, PersonRequest)
            closed = found.entity.close(how, self.instant(), answer)
            records.put("request", closed.id, closed, found.revision)
            unit.commit()
        return closed

    # --- the ministry's approval (I.A.1)

    def websites(self, *, on: date | None = None) -> WebsiteRequests:
        """Return the office's requests to administer a KIM website, oldest first, with their state on a date."""
        with self.storage.unit_of_work() as unit:
            rows = tuple(s.entity for _, s in Records(unit, self.office).all("website", WebsiteRequest))
        return WebsiteRequests(**self.stamped(on), rows=rows)

    def ask_for_website(self, site: str, by: str, *, on: date | None = None) -> WebsiteRequest:
        """Record that the office asked the ministry to administer a KIM website (I.A.1)."""
        with self.ledger.unit("website") as unit:
            unit.lock()
            records = Records(unit, self.office)
            id = next_id(records, "website", WebsiteRequest)
            made = WebsiteRequest(id=id, office=self.office, site=site, by=by, on=on or self.today())
            records.put("website", id, made, 0)
            unit.commit()
        return made

    def decide_website(self, id: str, decision: WebsiteApproval) -> WebsiteRequest:
        """Record what became of such a request; raises `NotAllowed` where its state forbids that."""
        with self.ledger.unit("website") as unit:
            records = Records(unit, self.office)
            found = stored(records, "website", id, WebsiteRequest)
            decided = found.entity.decided(decision)
            records.put("website", decided.id, decided, found.revision)
            unit.commit()
        return decided


def next_id(records: Records, kind: str, entity: type) -> str:
    """Return the id of the next record of a kind of an office."""
    last = max((int(id.rpartition("/")[2]) for id, _ in records.all(kind, entity)), default=0)
    return f"{records.office}/{last + 1:04d}"


def stored(records: Records, kind: str, id: str, entity: type[E]) -> Stored[E]:
    """Return a record of the office by its id; raise `NotFound` for none."""
    found = records.find(kind, id, entity) or records.find(kind, f"{records.office}/{id:0>4}", entity)
    if found is None:
        raise NotFound("request_unknown", f"there is no request {id!r}", f"tidak ada permintaan {id!r}", field="id")
    return found
