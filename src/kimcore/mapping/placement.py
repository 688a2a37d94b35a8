"""Placement: where one KIM lies on the map, and why (III.C, R1, R2, R17, R22)."""

from typing import Final

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.mapping.cutoffs import CutOffs
from kimcore.mapping.quadrants import Approach, Kind, Policy, Position, find_policy, position
from kimcore.mapping.scores import Axis, Interest, Scores, Subject
from kimcore.mapping.wording import explain
from kimcore.monitoring import Figure
from kimcore.terms import Text
from kimcore.values import Outcome

__all__ = ["Placement", "locate", "place"]

BASIS: Final = cite("II.B.3.basis")
"""Who wants to be a partner must be on the map: `locate` leaves out only those whose formation is not met (R22)."""


@frozen(kw_only=True)
class Placement:
    """Where a KIM lies, by which cut-offs and policy; `priority` counts from 1, None where it stands alone."""

    subject: Subject
    position: Position
    cutoffs: CutOffs = field(repr=False)
    policy: Policy
    priority: int | None = None

    @property
    def kind(self) -> Kind:
        """Placed, mixed, unplaced or outside."""
        return self.position.kind

    @property
    def quadrant(self) -> int | None:
        """1 to 4, None unless placed."""
        return self.position.quadrant

    @property
    def candidates(self) -> tuple[int, ...]:
        """The two quadrants between which a mixed KIM lies, else none (R1)."""
        return self.position.candidates

    @property
    def approach(self) -> Approach | None:
        """The approach of Tabel 3.3, None unless placed."""
        return self.position.approach

    @property
    def reason(self) -> Text:
        """Why it lies there, with figures and cut-offs, in both languages."""
        return explain(self.position, self.subject.scores, self.cutoffs, self.policy, self.subject.formation)


def locate(subject: Subject, cutoffs: CutOffs, policy: Policy) -> Placement:
    """Place a subject by its formation and scores (R22: an unmet formation is outside, an unknown one is mapped)."""
    if subject.formation is Outcome.NOT_MET:
        found = Position(Kind.OUTSIDE)
    else:
        interest, power, influence = (cutoffs.of(axis).is_high(subject.scores.value(axis)) for axis in Axis)
        found = position(interest, power, influence, policy)
    return Placement(subject=subject, position=found, cutoffs=cutoffs, policy=policy)


def place(
    *,
    interest: float | None,
    power: int | None,
    influence: int | None,
    cutoffs: CutOffs,
    policy: Policy | str = Policy.STRICT,
    formation: Outcome = Outcome.UNKNOWN,
) -> Placement:
    """Place one KIM by its three scores; None is unknown.

    Raises `InvalidValue` for an interest outside 0 to 100 and for an unknown policy.
    """
    scores = Scores(interest=Interest(office=interest), power=Figure(value=power), influence=Figure(value=influence))
    return locate(Subject(formation=formation, scores=scores), cutoffs, find_policy(policy))
