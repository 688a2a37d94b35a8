"""Joining: two records of one KIM as one: the first stands, the second fills what it lacks, lists hold both."""

from typing import Any, TypeVar

from attrs import AttrsInstance, evolve, fields

from kimcore.community import Board, Documents, Former, Kim
from kimcore.intake.rowsheets import ROW_SHEETS
from kimcore.workspace.celltext import known

__all__ = ["joined", "together"]

R = TypeVar("R", bound=AttrsInstance)
PARTS = ("identity", "profile", "answers")


def joined(kept: Kim, other: Kim) -> Kim:
    """Return the first record with all that the second adds; both conclude nothing about each other's values."""
    named = {key: sheet.same for key, sheet in ROW_SHEETS.items()}
    parts = {part: together(getattr(kept, part), getattr(other, part)) for part in PARTS}
    return evolve(
        kept,
        **parts,
        board=board(kept.board, other.board),
        documents=documents(kept.documents, other.documents),
        cases=both(kept.cases, other.cases, named["cases"]),
        profile_term=kept.profile_term or other.profile_term,
        terms=both(kept.terms, (*term_beside(kept, other), *other.terms), ("period",)),
        log=both(kept.log, other.log, named["log"]),
        former=(*kept.former, former(other), *other.former),
    )


def former(kim: Kim) -> Former:
    """Return how a merged record was called."""
    identity = kim.identity
    return Former(id=kim.id, name=identity.name, village=identity.village, community_number=identity.community_number)


def term_beside(kept: Kim, other: Kim) -> tuple[Any, ...]:
    """Return the profile's term of the second record where the first has one of its own that differs."""
    term = other.profile_term
    return (term,) if term and kept.profile_term and term != kept.profile_term else ()


def board(kept: Board, other: Board) -> Board:
    """Return the people of both, and the answers about the board."""
    return evolve(together(kept, other), people=both(kept.people, other.people, ("name",)))


def documents(kept: Documents, other: Documents) -> Documents:
    """Return the decrees of both, and the statement."""
    return evolve(together(kept, other), decrees=both(kept.decrees, other.decrees, ("number", "issued")))


def together(kept: R, other: R) -> R:
    """Return a record with each field of the first where it is known, else of the second; lists hold both."""
    changed = {}
    for name in (f.name for f in fields(type(kept))):
        old, new = getattr(kept, name), getattr(other, name)
        if isinstance(old, tuple) and isinstance(new, tuple):
            changed[name] = (*old, *(item for item in new if item not in old))
        elif not known(old):
            changed[name] = new
    return evolve(kept, **changed)  # type: ignore[misc]


def both(kept: tuple[R, ...], other: tuple[R, ...], names: tuple[str, ...]) -> tuple[R, ...]:
    """Return the rows of both lists; two that are named alike and do not contradict each other become one."""
    rows = list(kept)
    for row in (row for row in other if row not in kept):
        same = next((n for n, r in enumerate(rows) if is_same(r, row, names)), None)
        if same is None:
            rows.append(row)
        else:
            rows[same] = together(rows[same], row)
    return tuple(rows)


def is_same(kept: AttrsInstance, other: AttrsInstance, names: tuple[str, ...]) -> bool:
    """Tell whether two rows are named alike, and say the same wherever both say something."""
    pairs = {f.name: (getattr(kept, f.name), getattr(other, f.name)) for f in fields(type(kept))}
    if any(old != new for old, new in (pairs[name] for name in names)):
        return False
    return all(old == new or not (known(old) and known(new)) for old, new in pairs.values())
