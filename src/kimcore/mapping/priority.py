"""Priority: the order in which KIMs are to be approached, and those of the mapping report (III.D, III.E, R30)."""

from collections.abc import Iterable
from typing import Final

from attrs import evolve

from kimcore.clauses import cite
from kimcore.errors import InvalidValue
from kimcore.mapping.cutoffs import CutOffs
from kimcore.mapping.placement import Placement, locate
from kimcore.mapping.quadrants import Kind, Policy, find_policy
from kimcore.mapping.scores import Axis, Score, Subject

__all__ = ["CLAUSE", "REPORT_CLAUSE", "STATUS_ORDER", "is_priority", "place_all", "priority_kims"]

CLAUSE: Final = cite("III.D")
REPORT_CLAUSE: Final = cite("III.E")
CLOSING_CLAUSE: Final = cite("VI.4")

STATUS_ORDER: Final = ("eligible", "undetermined", "ineligible")
"""Codes of the overall status, in the order in which KIMs of one quadrant stand (R30)."""

RANKS: Final[tuple[tuple[Kind, int | None], ...]] = (
    (Kind.PLACED, 1),
    (Kind.PLACED, 2),
    (Kind.PLACED, 3),
    (Kind.MIXED, None),
    (Kind.PLACED, 4),
    (Kind.UNPLACED, None),
    (Kind.OUTSIDE, None),
)
"""Kinds and quadrants in order of priority (R30)."""

RANK_OF: Final[dict[tuple[Kind, int | None], int]] = {rank: number for number, rank in enumerate(RANKS)}
FIRST_OTHER: Final = RANKS.index((Kind.PLACED, 4))


def place_all(
    subjects: Iterable[Subject], cutoffs: CutOffs, policy: Policy | str = Policy.STRICT
) -> tuple[Placement, ...]:
    """Place the KIMs of one office, in order of priority counted from 1, whatever the order they are given in.

    Raises `InvalidValue` for an unknown policy or status.
    """
    chosen = find_policy(policy)
    placed = sorted((locate(s, cutoffs, chosen) for s in subjects), key=order_of)
    return tuple(evolve(p, priority=number) for number, p in enumerate(placed, start=1))


def order_of(placement: Placement) -> tuple[object, ...]:
    """Return the key of R30; names are compared by code point, without case."""
    subject = placement.subject
    return (
        RANK_OF[placement.kind, placement.quadrant],
        status_rank(subject.status),
        *(descending(subject.scores.value(axis)) for axis in Axis),
        subject.name.casefold(),
        subject.village.casefold(),
        subject.id,
    )


def descending(score: Score) -> tuple[bool, float]:
    """Return a key that puts the highest score first and an unknown one last."""
    return score is None, -(score or 0)


def status_rank(status: str) -> int:
    """Return the place of a status code in the order of R30."""
    if status not in STATUS_ORDER:
        raise InvalidValue(
            "status_unknown",
            f"no status {status!r}; there are {', '.join(STATUS_ORDER)}",
            f"tidak ada status {status!r}; yang ada {', '.join(STATUS_ORDER)}",
            field="status",
            clause=CLAUSE.id,
            status=status,
        )
    return STATUS_ORDER.index(status)


def is_priority(placement: Placement) -> bool:
    """Tell whether a KIM is one of the priority KIMs: quadrants 1 to 3 and mixed (R30)."""
    return RANK_OF[placement.kind, placement.quadrant] < FIRST_OTHER


def priority_kims(placements: Iterable[Placement]) -> tuple[Placement, ...]:
    """Return the priority KIMs, the rows of the mapping report, in the order given (III.E, R30)."""
    return tuple(p for p in placements if is_priority(p))
