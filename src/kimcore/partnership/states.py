"""States: what a partnership is on a date, as a function of facts and grounds (II.B.6)."""

from kimcore.factsheet import Facts
from kimcore.rules import Judgement
from kimcore.terms import Term

__all__ = ["PartnershipState", "state_of"]


class PartnershipState(Term):
    """The states of a partnership."""

    CANDIDATE = "candidate", "calon mitra", "candidate"
    TERMINATED = "terminated", "dihentikan", "terminated"
    ENDED = "ended", "berakhir", "ended"
    UNDER_REVIEW = "under_review", "dalam peninjauan", "under review"
    PARTNER = "partner", "mitra", "partner"


def no_term(facts: Facts, grounds: tuple[str, ...]) -> bool:
    """No term began on or before the date."""
    return facts.term_began is None


def proven(facts: Facts, grounds: tuple[str, ...]) -> bool:
    """A ground was proven within the present term (II.B.6.terminate, R26, R27)."""
    return facts.proven_in_term is not None


def over(facts: Facts, grounds: tuple[str, ...]) -> bool:
    """The present term ended before the date."""
    return facts.term_until is not None and facts.term_until < facts.on


def indicated(facts: Facts, grounds: tuple[str, ...]) -> bool:
    """There is a ground, so the partnership is reviewed (II.B.6.review)."""
    return bool(grounds)


# The first row that applies gives the state.
TABLE = (
    (no_term, PartnershipState.CANDIDATE),
    (proven, PartnershipState.TERMINATED),
    (over, PartnershipState.ENDED),
    (indicated, PartnershipState.UNDER_REVIEW),
)


def state_of(judgement: Judgement) -> PartnershipState:
    """Return the state of a partnership on the date of a judgement."""
    facts, grounds = judgement.facts, judgement.grounds
    return next((state for applies, state in TABLE if applies(facts, grounds)), PartnershipState.PARTNER)
