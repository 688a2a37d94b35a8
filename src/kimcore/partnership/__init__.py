"""Partnership: its states, the decisions that shape it, and what forbids one (II.B.6)."""

from kimcore.partnership.decisions import Decision, DecisionKind, decided, decided_on
from kimcore.partnership.history import Event, history
from kimcore.partnership.lifecycle import allow, objection
from kimcore.partnership.outlook import Change, outlook
from kimcore.partnership.states import PartnershipState, state_of

__all__ = [
    "Change",
    "Decision",
    "DecisionKind",
    "Event",
    "PartnershipState",
    "allow",
    "decided",
    "decided_on",
    "history",
    "objection",
    "outlook",
    "state_of",
]
