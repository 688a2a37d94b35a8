"""Approvals: a district office asks the ministry to administer a KIM website, and the ministry decides (I.A.1)."""

from datetime import date
from typing import Final

from attrs import evolve, field, frozen

from kimcore.clauses import cite
from kimcore.errors import InvalidValue, NotAllowed
from kimcore.geography import RegionCode
from kimcore.privacy import general, public
from kimcore.terms import Term

__all__ = ["ApprovalKind", "ApprovalState", "WebsiteApproval", "WebsiteRequest"]

CLAUSE: Final = cite("I.A.1")


class ApprovalState(Term):
    """The states of a request to administer a KIM website."""

    REQUESTED = "requested", "diajukan", "requested"
    APPROVED = "approved", "disetujui", "approved"
    REFUSED = "refused", "ditolak", "refused"
    WITHDRAWN = "withdrawn", "ditarik kembali", "withdrawn"
    REVOKED = "revoked", "persetujuan dicabut", "revoked"


class ApprovalKind(Term):
    """What becomes of a request: the ministry approves, refuses or revokes, the office withdraws it."""

    APPROVE = "approve", "disetujui Kementerian", "approved by the ministry"
    REFUSE = "refuse", "ditolak Kementerian", "refused by the ministry"
    WITHDRAW = "withdraw", "ditarik Dinas", "withdrawn by the office"
    REVOKE = "revoke", "dicabut Kementerian", "revoked by the ministry"


TABLE: Final = {
    (ApprovalState.REQUESTED, ApprovalKind.APPROVE): ApprovalState.APPROVED,
    (ApprovalState.REQUESTED, ApprovalKind.REFUSE): ApprovalState.REFUSED,
    (ApprovalState.REQUESTED, ApprovalKind.WITHDRAW): ApprovalState.WITHDRAWN,
    (ApprovalState.APPROVED, ApprovalKind.WITHDRAW): ApprovalState.WITHDRAWN,
    (ApprovalState.APPROVED, ApprovalKind.REVOKE): ApprovalState.REVOKED,
}
"""What may follow on each state; what is not listed is not allowed."""


@frozen(kw_only=True)
class WebsiteApproval:
    """A decision on a request: which, when, by whom, why, and on what evidence (a letter, for example)."""

    kind: ApprovalKind = field(metadata=public("I.A.1"))
    on: date = field(metadata=public("I.A.1"))
    by: str = field(repr=False, metadata=general("I.A.1", names="other"))
    reason: str = field(default="", repr=False, metadata=general("I.A.1"))
    evidence: str = field(repr=False, metadata=general("I.A.1"))


@frozen(kw_only=True)
class WebsiteRequest:
    """A request of a district office to administer a KIM website: the address, when and by whom, and what followed."""

    id: str = field(metadata=public())
    office: RegionCode = field(metadata=public("I.A.3"))
    site: str = field(metadata=public("I.A.1"))
    on: date = field(metadata=public("I.A.1"))
    by: str = field(repr=False, metadata=general("I.A.1", names="other"))
    decisions: tuple[WebsiteApproval, ...] = field(default=(), repr=False, metadata=public("I.A.1"))

    def __attrs_post_init__(self) -> None:
        """Refuse what the table of states does not allow, and a request or decision that lacks what it needs."""
        lacking = [name for name in ("site", "by") if not getattr(self, name).strip()]
        lacking += [name for d in self.decisions for name in ("by", "evidence") if not getattr(d, name).strip()]
        if lacking:
            wanted = ", ".join(lacking)
            en, id = f"the request lacks: {wanted}", f"permintaan belum lengkap: {wanted}"
            raise InvalidValue("approval_incomplete", en, id, field=lacking[0], clause=CLAUSE.id)
        self.state_on(date.max)

    def state_on(self, on: date) -> ApprovalState:
        """Return the state on a date; raise `NotAllowed` where a decision until then cannot follow on its state."""
        state, last = ApprovalState.REQUESTED, self.on
        for decision in (d for d in self.decisions if d.on <= on):
            found = TABLE.get((state, decision.kind))
            if found is None or decision.on < last:
                raise refused(state, decision)
            state, last = found, decision.on
        return state

    def decided(self, decision: WebsiteApproval) -> "WebsiteRequest":
        """Return the request with one more decision; raise `NotAllowed` where the state forbids it."""
        return evolve(self, decisions=(*self.decisions, decision))


def refused(state: ApprovalState, decision: WebsiteApproval) -> NotAllowed:
    """Return the error for a decision that cannot follow."""
    return NotAllowed(
        "approval_not_allowed",
        f"“{decision.kind.say('en')}” on {decision.on} cannot follow on a request that is {state.say('en')} by then",
        f"“{decision.kind.say('id')}” pada {decision.on} tidak dapat menyusul permintaan yang {state.say('id')}",
        clause=CLAUSE.id,
    )
