"""Quadrants: Tabel 3.3, its approaches, and what is done where power and influence differ (III.C, R1)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from kimcore.clauses import Clause, cite
from kimcore.errors import InvalidValue
from kimcore.terms import Term, Text

__all__ = ["APPROACHES", "CLAUSES", "Approach", "Kind", "Policy", "Position", "find_policy", "position"]


class Kind(Term):
    """What the mapping can say of a KIM."""

    PLACED = "placed", "terpetakan", "placed"
    MIXED = "mixed", "campuran", "mixed"
    UNPLACED = "unplaced", "belum terpetakan", "unplaced"
    OUTSIDE = "outside", "di luar pemetaan", "outside"


class Approach(Term):
    """What the office does with the KIMs of a quadrant: advice, not a decision (R29)."""

    PARTNER = "partner", "mitra", "partner"
    PERSUADE = "persuade", "persuasi", "persuade"
    DEVELOP = "develop", "pembinaan", "develop"
    MONITOR = "monitor", "pendataan dan pemantauan", "monitor"


class Policy(Term):
    """How power and influence make one axis where they differ (R1)."""

    STRICT = "strict", "ketat: keduanya harus searah", "strict: both must agree"
    EITHER = "either", "salah satu: tinggi bila salah satunya tinggi", "either: high if one is high"
    INFLUENCE = "influence", "pengaruh saja", "influence alone"


APPROACHES: Final[Mapping[int, Approach]] = MappingProxyType(dict(zip((1, 2, 3, 4), Approach, strict=True)))
"""The approach of each quadrant (Tabel 3.3)."""

CLAUSES: Final[Mapping[int, Clause]] = MappingProxyType(
    {1: cite("III.C.1"), 2: cite("III.C.2"), 3: cite("III.C.3"), 4: cite("III.C.4")}
)
"""The clause of each quadrant."""

COACHING: Final = cite("I.A.4")
"""Whose capacity is to be raised: the KIMs of quadrant 3."""

QUADRANTS: Final[Mapping[tuple[bool, bool], int]] = MappingProxyType(
    {(True, True): 1, (False, True): 2, (True, False): 3, (False, False): 4}
)
"""The quadrant of high interest and high power and influence, and so on."""


@frozen
class Position:
    """Where known levels lie: a kind, the quadrant where it is placed, the two candidates where it is mixed."""

    kind: Kind
    quadrant: int | None = None
    candidates: tuple[int, ...] = ()

    @property
    def approach(self) -> Approach | None:
        """The approach to the quadrant; none is claimed unless the KIM is placed (R1)."""
        return None if self.quadrant is None else APPROACHES[self.quadrant]


def position(interest: bool | None, power: bool | None, influence: bool | None, policy: Policy) -> Position:
    """Return the position of high (True), low (False) and unknown (None) levels under a policy.

    An unknown level leaves the KIM unplaced under every policy: a policy settles only where power and influence
    differ (R1), it does not stand in for a score that was not given (R17).
    """
    if interest is None or power is None or influence is None:
        return Position(Kind.UNPLACED)
    strong = strength(power, influence, policy)
    if strong is None:
        return Position(Kind.MIXED, None, (QUADRANTS[interest, True], QUADRANTS[interest, False]))
    return Position(Kind.PLACED, QUADRANTS[interest, strong])


def strength(power: bool, influence: bool, policy: Policy) -> bool | None:
    """Return whether power and influence together are high, or None where the strict policy claims nothing."""
    if power is influence or policy is Policy.INFLUENCE:
        return influence
    return True if policy is Policy.EITHER else None


def find_policy(policy: Policy | str) -> Policy:
    """Return the policy with a code; raise `InvalidValue` for another text."""
    found = {p.code: p for p in Policy}.get(policy) if isinstance(policy, str) else policy
    if found is None:
        codes = ", ".join(p.code for p in Policy)
        raise InvalidValue(
            "policy_unknown",
            f"no policy {policy!r}; there are {codes}",
            f"tidak ada kebijakan {policy!r}; yang ada {codes}",
            clause=cite("III.C.1").id,
            policy=policy,
        )
    return found


NAMES: Final[Mapping[int, Text]] = MappingProxyType(
    {
        1: Text("ketertarikan, kekuatan, dan pengaruh tinggi", "interest, power and influence high"),
        2: Text("ketertarikan rendah, kekuatan dan pengaruh tinggi", "interest low, power and influence high"),
        3: Text("ketertarikan tinggi, kekuatan dan pengaruh rendah", "interest high, power and influence low"),
        4: Text("ketertarikan, kekuatan, dan pengaruh rendah", "interest, power and influence low"),
    }
)
"""The levels that make each quadrant, in words."""
